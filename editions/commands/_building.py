"""Editions made one after the other, and what came of each told: for the commands that build."""

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from editions import document, places
from editions.commands import _collection, _summary
from editions.commands._browser import show
from editions.commands._progress import Bar, Lines
from editions.executors import spare_the_collector
from editions.pipeline import Built, Order, build, fingerprint, refuse_to_share
from editions.stored import program
from editions.terminal import squeezed

if TYPE_CHECKING:
    from editions.cluster import Crew


def make(
    orders: Iterable[Order], *, cluster: str = "", opens: bool = False, as_json: bool = False, verbose: bool = False
) -> int:
    """Make each edition; the exit code of the worst that happened to an article.

    ``cluster``: the address of those who narrate; ``opens``: in the browser; ``as_json``: a line an edition;
    ``verbose``: each file by name.
    """
    spare_the_collector()
    progress = Bar() if sys.stderr.isatty() else Lines()
    orders = tuple(orders)
    refuse_to_share(orders)
    report = partial(_report, as_json=as_json, verbose=verbose)
    with ExitStack() as stack:
        hire = cache(lambda: stack.enter_context(_crew(cluster, progress)))
        if len(orders) > 1:
            return _collection.make(orders, hire, progress, report, _kept if as_json else lambda _: None, opens)
        if cluster and fingerprint.held(orders[0]):
            told = _kept if as_json else _unchanged
            told(orders[0])
            code, made = 0, True
        else:
            code, made = _alone(orders[0], hire, progress, report)
    if opens and made:
        show((_folder(orders[0]) / places.FRONT_PAGE).absolute().as_uri())
    return code


def _alone(
    order: Order, hire: "Callable[[], Crew | None]", progress: Lines, report: Callable[[Built, Order], None]
) -> tuple[int, bool]:
    """Make one edition on its own: the exit code, and whether anything was made.

    What was made by a cluster is remembered: many hours, which a second call need not look through.
    """
    crew = hire()
    sources = fingerprint.made_of(order) if crew else ""
    built = build(replace(order, crew=crew), progress)
    report(built, order)
    if not built.failures:
        fingerprint.remember(order, sources)
    return max((failure.exit_code for failure in built.failures), default=0), bool(built.files)


def _crew(cluster: str, progress: Lines) -> "AbstractContextManager[Crew | None]":
    if not cluster:
        return nullcontext()
    from editions.cluster import joined

    return joined(cluster, progress.tell, program())


def _report(built: Built, order: Order, *, as_json: bool, verbose: bool) -> None:
    """What came of one edition: a summary on stdout, the rest on stderr, errors last."""
    for finding in built.findings:
        click.echo(f"Attention : {squeezed(finding.place)} : {squeezed(finding.message)}", err=True)
    for told in (_outdated(built, order), _left_out(built)):
        if told:
            click.echo(squeezed(told), err=True)
    if as_json:
        click.echo(json.dumps(_values(built), ensure_ascii=False))
    else:
        _summary.tell(built, verbose=verbose)
    sys.stdout.flush()
    _summary.errors(built.failures)


def _kept(order: Order) -> None:
    """An edition that is as it was, in JSON."""
    click.echo(json.dumps({"folder": _folder(order).as_posix(), "unchanged": True}, ensure_ascii=False))


def _unchanged(order: Order) -> None:
    click.echo(squeezed(f"Rien n'a changé : {_folder(order)} est laissée telle quelle."))


def _folder(order: Order) -> Path:
    return order.output / document.name(order.paths)


def _outdated(built: Built, order: Order) -> str:
    """What was kept of an older text, and the command that renews it; nothing when all is of today."""
    if not built.outdated:
        return ""
    paths = " ".join(map(str, order.paths))
    elsewhere = f" -o {order.output}" if order.output != Path("output") else ""
    names = ", ".join(built.outdated)
    command = f"editions build {paths} --to {','.join(built.outdated)}{elsewhere}"
    return f"Attention : plus à jour, gardés tels quels : {names}. Pour les refaire : {command}"


def _left_out(built: Built) -> str:
    """How many lines are neither printed nor said, and where they are listed; nothing when all are."""
    if not built.left_out or not built.files:
        return ""
    lines = "lignes" if built.left_out > 1 else "ligne"
    return f"Laissé de côté : {built.left_out} {lines}, dans {built.folder / places.READINGS_HTML}"


def _values(built: Built) -> dict[str, object]:
    return {
        "folder": built.folder.as_posix(),
        "files": [path.as_posix() for path in built.files],
        "voice": built.voice,
        "clips": {"new": built.clips_new, "cached": built.clips_cached},
        "failures": [
            {"where": f.where, "message": f.message, "hint": f.hint, "code": f.exit_code} for f in built.failures
        ],
        "findings": [finding.as_dict() for finding in built.findings],
        "left_out": built.left_out,
        "outdated": list(built.outdated),
    }
