"""``report/``: every reading of the edition, doubtful ones first: JSON for scripts, one page for the proofreader."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editions import places
from editions.outputs.report.entries import report
from editions.outputs.report.page import page
from editions.settings import Settings
from editions.speech import Publication

NEEDS_AUDIO = False


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """Write both files; their size grows with the readings, not with the plain words."""
    values = report(publication)
    data = places.inside(folder, places.READINGS_JSON)
    data.write_text(_lines(values), encoding="utf-8", newline="\n")
    html = places.inside(folder, places.READINGS_HTML)
    html.write_text(page(values), encoding="utf-8", newline="\n")
    return [data, html]


def _lines(values: Mapping[str, Any]) -> str:
    """JSON with one line for each entry: read by eye and by ``diff``, and written ten times faster than indented."""
    members = []
    for name, value in values.items():
        if isinstance(value, list) and value:
            text = "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value) + "\n]"
        else:
            text = json.dumps(value, ensure_ascii=False)
        members.append(f"{json.dumps(name)}: {text}")
    return "{\n" + ",\n".join(members) + "\n}\n"
