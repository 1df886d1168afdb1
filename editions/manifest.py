"""``edition.json``: what an edition is made of, and what was measured. The same inputs give the same bytes."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from editions import __version__, places
from editions.executors import side_by_side
from editions.model import Article
from editions.speech import DOUBTFUL, Publication, Spoken


def head(publication: Publication) -> dict[str, Any]:
    """What tells one edition from another: its settings and the text of each article, by digest."""
    edition = publication.edition
    return {
        "editions": __version__,
        "name": edition.name,
        "title": edition.title,
        "publisher": edition.publisher,
        "date": edition.date.isoformat() if edition.date else None,
        "language": edition.language,
        "articles": [_article(article, publication.spoken.get(article.slug, ())) for article in edition.articles],
    }


def compose(
    publication: Publication, files: Mapping[str, str], voice: Mapping[str, str], sound: Mapping[str, Any]
) -> str:
    """The JSON text. ``files``: what a build made, with its digest; ``sound``: measured figures by slug."""
    values = head(publication)
    stems = places.numbering(publication.edition).stems
    for article in values["articles"]:
        slug = article["slug"]
        article["files"] = [name for name in files if Path(name).stem == stems[slug]]
        if slug in sound:
            article["sound"] = sound[slug]
    values["doubtful"] = sum(article["doubtful"] for article in values["articles"])
    values["voice"] = dict(voice)
    values["files"] = dict(files)
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def digests(folder: Path, names: Sequence[str]) -> dict[str, str]:
    """SHA-256 of files of a folder, by name."""
    largest_first = sorted(names, key=lambda name: -(folder / name).stat().st_size)  # else its digest is waited for
    found = side_by_side(_sha256, [folder / name for name in largest_first])
    return dict(zip(largest_first, found, strict=True))


def read(folder: Path) -> dict[str, Any]:
    """The manifest of a folder; empty when there is none or it cannot be read (then nothing in it is ours)."""
    try:
        values = json.loads((folder / places.EDITION_JSON).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return values if isinstance(values, dict) else {}


def same_edition(old: Mapping[str, Any], publication: Publication) -> bool:
    """Whether an older manifest describes this very text, so that its files are still good."""
    wanted = head(publication)
    articles = [{key: a.get(key) for key in ("slug", "sha256")} for a in old.get("articles", ())]
    return articles == [{key: a[key] for key in ("slug", "sha256")} for a in wanted.pop("articles")] and all(
        old.get(key) == value for key, value in wanted.items()
    )


def _article(article: Article, spoken: tuple[Spoken, ...]) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "title": article.title,
        "source": article.name,
        "sha256": _digest(article, spoken),
        "sentences": sum(len(block.ends) for block in article.blocks),
        "doubtful": sum(reading.confidence < DOUBTFUL for line in spoken for reading in line.readings),
    }


def _digest(article: Article, spoken: tuple[Spoken, ...]) -> str:
    """Of the article as it was understood and read: kinds and texts of its blocks, and what is said."""
    digest = hashlib.sha256()
    for block in article.blocks:
        digest.update(f"{block.kind}\t{block.level}\t{block.text}\t{block.marks}\n".encode())
    for line in spoken:
        digest.update(f"{line.text}\n".encode())
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
