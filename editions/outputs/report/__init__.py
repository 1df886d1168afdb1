"""``report/``: every reading of the edition, doubtful ones first: JSON for scripts, one page for the proofreader."""

import json
from pathlib import Path

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
    data.write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    html = places.inside(folder, places.READINGS_HTML)
    html.write_text(page(values), encoding="utf-8", newline="\n")
    return [data, html]
