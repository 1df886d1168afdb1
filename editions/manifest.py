"""``edition.json``: what an edition is made of, and what was measured. The same inputs give the same bytes."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editions import __version__, places
from editions.model import Article
from editions.speech import DOUBTFUL, Publication, Spoken


def manifest(publication: Publication, folder: Path, voice: Mapping[str, str], measured: Mapping[str, Any]) -> str:
    """The JSON text. ``folder`` holds the files; ``measured`` gives, by slug, the figures of the recordings."""
    edition = publication.edition
    values = {
        "editions": __version__,
        "name": edition.name,
        "title": edition.title,
        "publisher": edition.publisher,
        "date": edition.date.isoformat() if edition.date else None,
        "language": edition.language,
        "voice": dict(voice),
        "articles": [_article(article, publication, folder, measured) for article in edition.articles],
        "doubtful": sum(_doubtful(spoken) for spoken in publication.spoken.values()),
        "files": {name: _sha256(folder / name) for name in _files(folder)},
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def read(folder: Path) -> dict[str, Any]:
    """The manifest of a folder; empty when there is none or it cannot be read (then nothing in it is ours)."""
    try:
        values = json.loads((folder / places.EDITION_JSON).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return values if isinstance(values, dict) else {}


def _article(article: Article, publication: Publication, folder: Path, measured: Mapping[str, Any]) -> dict[str, Any]:
    stem = places.numbering(publication.edition).stems[article.slug]
    recording = publication.recordings.get(article.slug)
    entry: dict[str, Any] = {
        "slug": article.slug,
        "title": article.title,
        "source": article.source.name,
        "sha256": _text_digest(article),
        "files": [name for name in _files(folder) if Path(name).stem == stem],
        "sentences": sum(len(block.sentences) for block in article.blocks),
        "doubtful": _doubtful(publication.spoken.get(article.slug, ())),
    }
    if recording is not None:
        entry["duration"] = round(recording.duration / recording.timeline.rate, 3)
        entry["sound"] = measured.get(article.slug, {})
    return entry


def _text_digest(article: Article) -> str:
    """Of the article as it was understood: kinds and texts of its blocks."""
    digest = hashlib.sha256()
    for block in article.blocks:
        digest.update(f"{block.kind}\t{block.level}\t{block.text}\n".encode())
    return digest.hexdigest()


def _doubtful(spoken: tuple[Spoken, ...]) -> int:
    return sum(reading.confidence < DOUBTFUL for sentence in spoken for reading in sentence.readings)


def _files(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if name != places.EDITION_JSON.as_posix())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
