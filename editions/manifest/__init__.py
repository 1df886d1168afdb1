"""``edition.json``: what an edition is made of, what was measured, and of which text each output is.

The same inputs give the same bytes; ``docs/schemas/edition.schema.json`` says its form.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from editions import __version__, places
from editions.executors import side_by_side
from editions.manifest.stamps import Digested, Entry, Stamps
from editions.model import Article
from editions.publication import Publication

__all__ = ["Entry", "Stamps", "compose", "digests", "entries", "read", "sound", "text_of"]


def compose(
    publication: Publication,
    stamps: Stamps,
    entries: Mapping[str, Entry],
    files: Mapping[str, str],
    voice: Mapping[str, str],
    sound: Mapping[str, Any],
) -> str:
    """The JSON text. ``files``: those of all outputs, with their digests; ``sound``: measured figures by slug."""
    edition = publication.edition
    stems = places.numbering(edition).stems
    articles = [_article(article, told) for article, told in zip(edition.articles, stamps.articles, strict=True)]
    for article in articles:
        article["files"] = [name for name in files if Path(name).stem == stems[article["slug"]]]
        if article["slug"] in sound:
            article["sound"] = sound[article["slug"]]
    around = {
        name: {"files": [file for file in files if Path(file).stem == stems[slug]], "sound": sound[slug]}
        for name, slug in (("opening", places.OPENING), ("ending", places.ENDING))
        if slug in sound
    }
    values = {
        "editions": __version__,
        "name": edition.name,
        "title": edition.title,
        "publisher": edition.publisher,
        "date": edition.date.isoformat() if edition.date else None,
        "language": edition.language,
        "identifier": edition.identifier,
        "modified": f"{edition.modified:%Y-%m-%dT%H:%M:%SZ}",
        "whole": edition.whole,
        **around,
        "articles": articles,
        "doubtful": stamps.doubtful,
        "voice": dict(voice),
        "outputs": {name: entry.as_dict() for name, entry in entries.items()},
        "files": dict(files),
    }
    return text_of(values)


def text_of(values: Mapping[str, Any]) -> str:
    """The JSON of a manifest."""
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def digests(folder: Path, names: Sequence[str]) -> dict[str, str]:
    """SHA-256 of files of a folder, by name."""
    largest_first = sorted(names, key=lambda name: -(folder / name).stat().st_size)  # else its digest is waited for
    found = side_by_side(_sha256, [folder / name for name in largest_first])
    return dict(zip(largest_first, found, strict=True))


def read(folder: Path) -> dict[str, Any]:
    """The manifest of a folder; empty when there is none that we have written (then nothing in it is ours)."""
    try:
        values = json.loads((folder / places.EDITION_JSON).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, PermissionError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return values if isinstance(values, dict) and _is_ours(values) else {}


def _is_ours(values: Mapping[str, Any]) -> bool:
    """Whether its parts have the form that they were given: someone may have edited the file."""
    articles, files, outputs = (values.get(name) for name in ("articles", "files", "outputs"))
    if not (isinstance(articles, list) and isinstance(files, dict) and isinstance(outputs, dict)):
        return False
    told = all(isinstance(found, dict) and isinstance(found.get("slug"), str) for found in articles)
    around = (values.get(name, {}) for name in ("opening", "ending", "voice"))
    return told and all(isinstance(found, dict) for found in (*around, *outputs.values()))


def entries(values: Mapping[str, Any]) -> dict[str, Entry]:
    """What a manifest says of each output; nothing of one that someone else has written."""
    try:
        return {
            name: Entry(tuple(told["files"]), told["text"], told["settings"], told.get("voice", ""),
                        told.get("named", ""), told["current"], told.get("told", {}))
            for name, told in values.get("outputs", {}).items()
        }  # fmt: skip
    except (KeyError, TypeError, AttributeError):
        return {}


def sound(values: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """What a manifest says was measured, by slug, opening and ending too."""
    around = {places.OPENING: values.get("opening", {}), places.ENDING: values.get("ending", {})}
    told = {**around, **{found["slug"]: found for found in values.get("articles", ())}}
    return {slug: found["sound"] for slug, found in told.items() if "sound" in found}


def _article(article: Article, told: Digested) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "title": article.title,
        "source": article.name,
        "sha256": told.whole,
        "sentences": sum(len(block.ends) for block in article.blocks),
        "doubtful": told.doubtful,
        "left_out": [{"line": left.line, "text": left.text, "why": left.why} for left in article.left_out],
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
