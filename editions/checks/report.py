"""``report/``: every sound that it plays is there."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

from editions import places
from editions.model import Finding

PLACES = (places.READINGS_JSON.as_posix(),)


def findings(folder: Path) -> list[Finding]:
    """Sounds that the report names and the edition does not have, each once."""
    place = places.READINGS_JSON.as_posix()
    try:
        values = json.loads((folder / place).read_text(encoding="utf-8"))
        named = _sounds(values)
    except (ValueError, KeyError, TypeError, AttributeError):
        return [Finding("report-unreadable", place, "illisible ou incomplet", "Refaites l'édition.")]
    beside = (folder / place).parent
    missing = [name for name in named if not (beside / PurePosixPath(name)).is_file()]
    hint = "Refaites l'édition, avec ses MP3."
    return [Finding("report-sound", place, f"fait écouter un fichier absent : {name}", hint) for name in missing]


def _sounds(values: dict[str, Any]) -> list[str]:
    sentences = (sentence for article in values["articles"] for sentence in article["sentences"])
    return list(dict.fromkeys(sentence["audio"] for sentence in sentences if "audio" in sentence))
