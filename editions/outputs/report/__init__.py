"""``report/``: every reading of the edition, doubtful ones first: JSON for scripts, one page for the proofreader."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from editions import places
from editions.outputs import Needs
from editions.outputs.report.entries import report
from editions.outputs.report.page import page
from editions.publication import Publication
from editions.settings import Settings

NEEDS = Needs(readings=True, sound=True, files=("mp3",), unasked=True)


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """Write both files; their size grows with the readings, not with the plain words."""
    values = report(publication)
    data = places.inside(folder, places.READINGS_JSON)
    with data.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(values))
    html = places.inside(folder, places.READINGS_HTML)
    with html.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in page(values))
    return [data, html]


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    """JSON with one line for each entry: read by eye and by ``diff``, and written ten times faster than indented."""
    separator = "{\n"
    for name, value in values.items():
        yield f"{separator}{json.dumps(name)}: "
        if isinstance(value, str):
            yield json.dumps(value, ensure_ascii=False)
        else:
            yield from _entries(value)
        separator = ",\n"
    yield "\n}\n"


def _entries(entries: Iterable[Any]) -> Iterator[str]:
    separator = "["
    for entry in entries:
        yield f"{separator}\n{json.dumps(entry, ensure_ascii=False)}"
        separator = ","
    yield "[]" if separator == "[" else "\n]"
