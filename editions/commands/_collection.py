"""Many editions in one call: each on its own, those that have not changed left as they are, a table at the end."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import click

from editions import document, places
from editions.commands import _summary
from editions.commands._browser import show
from editions.commands._progress import Lines, in_words
from editions.errors import ClusterLost, EditionError
from editions.executors import Crew
from editions.pipeline import Built, Order, build, collection, fingerprint
from editions.terminal import squeezed

_STATES = {collection.MADE: "faite", collection.FAILED: "en défaut", collection.UNCHANGED: "inchangée"}
_ROWS = 40
"""Editions that the table shows; of more, those that failed: all are in ``archive.json``."""


def make(
    orders: Sequence[Order],
    hire: Callable[[], Crew | None],
    progress: Lines,
    report: Callable[[Built, Order], None],
    kept: Callable[[Order], None],
    opens: bool,
) -> int:
    """Make those that must be made; the exit code of the worst that happened.

    ``hire``: has those come who narrate, if any, once there is something to narrate; ``report`` tells of one that was
    made, ``kept`` of one that is as it was; ``opens``: their list in the browser.
    """
    earlier = collection.read(orders[0].output)
    entries: list[collection.Entry] = []
    code, began = 0, time.monotonic()
    try:
        for number, order in enumerate(orders):
            if held := earlier.holds(order):
                entries.append(replace(held, state=collection.UNCHANGED, seconds=0.0))
                kept(order)
                continue
            progress.tell(_place(number, len(orders), order, time.monotonic() - began))
            made, worst = _made(replace(order, crew=hire()), progress, report)
            entries.append(made)
            code = max(code, worst)
    finally:
        collection.write(earlier, entries)
    _tell(entries, orders[0])
    if opens:
        show((orders[0].output / places.FRONT_PAGE).absolute().as_uri())
    return code


def _made(order: Order, progress: Lines, report: Callable[[Built, Order], None]) -> tuple[collection.Entry, int]:
    """One edition: what came of it and its exit code; what stops it does not stop the others, but for the cluster."""
    began, sources = time.monotonic(), fingerprint.made_of(order)
    try:
        built = build(order, progress)
    except ClusterLost:
        raise
    except EditionError as error:
        _summary.errors(error.each)
        reasons = tuple(map(str, error.each))
        return collection.Entry(document.name(order.paths), collection.FAILED, reasons=reasons), error.exit_code
    report(built, order)
    worst = max((failure.exit_code for failure in built.failures), default=0)
    return collection.entry(order, built, time.monotonic() - began, sources), worst


def _place(number: int, total: int, order: Order, seconds: float) -> str:
    """« Édition 3 sur 20 : articles/lundi, encore 4 min »."""
    left = f", encore {in_words(seconds * (total - number) / number)}" if number else ""
    return f"Édition {number + 1} sur {total} : {order.paths[0]}{left}"


def _tell(entries: Sequence[collection.Entry], order: Order) -> None:
    """The table, on stderr: stdout tells what was made, edition by edition."""
    shown = [one for one in entries if len(entries) <= _ROWS or one.state == collection.FAILED]
    width = max((len(one.name) for one in shown), default=0)
    for one in shown:
        numbers = f"{one.minutes:6.1f} min {one.seconds:7.1f} s {one.megabytes:7.1f} Mo".replace(".", ",")
        row = f"{squeezed(one.name).ljust(width)}  {_STATES[one.state]:9} {one.articles:4} articles {numbers}"
        click.echo(row, err=True)
    counts = ", ".join(
        f"{count} {word}{'s' if count > 1 and word != _STATES[collection.FAILED] else ''}"
        for state, word in _STATES.items()
        if (count := sum(one.state == state for one in entries))
    )
    click.echo(f"{len(entries)} éditions : {counts} ; {order.output / collection.ARCHIVE}", err=True)
