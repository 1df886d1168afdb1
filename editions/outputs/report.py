"""``report/readings.json``: every reading of the edition, doubtful ones first, for scripts and for proofreaders."""

import json
from pathlib import Path
from typing import Any

from editions import places
from editions.model import Article
from editions.settings import Settings
from editions.speech import DOUBTFUL, PLAIN, Publication, Reading, Spoken

NEEDS_AUDIO = False


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """Write the report; its size grows with the readings, not with the plain words."""
    articles = [_article(article, publication.spoken[article.slug]) for article in publication.edition.articles]
    doubtful = [
        {"article": article["slug"], "sentence": sentence["id"], "text": sentence["text"], **reading}
        for article in articles
        for sentence in article["sentences"]
        for reading in sentence["readings"]
        if reading["confidence"] < DOUBTFUL
    ]
    doubtful.sort(key=lambda entry: entry["confidence"])
    edition = publication.edition
    values = {"title": edition.title, "language": edition.language, "doubtful": doubtful, "articles": articles}
    path = places.inside(folder, places.READINGS_JSON)
    path.write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return [path]


def _article(article: Article, spoken: tuple[Spoken, ...]) -> dict[str, Any]:
    sentences = (sentence for block in article.blocks for sentence in block.sentences)
    return {
        "slug": article.slug,
        "title": article.title,
        "findings": [{"code": f.code, "place": f.place, "message": f.message} for f in article.findings],
        "sentences": [
            {
                "id": sentence.id,
                "text": sentence.text.strip(),
                "spoken": line.text.strip(),
                "readings": [_reading(r, sentence.source) for r in line.readings if r.rule != PLAIN],
            }
            for sentence, line in zip(sentences, spoken, strict=True)
        ],
    }


def _reading(reading: Reading, source: str) -> dict[str, Any]:
    return {
        "written": source[reading.span.start : reading.span.end],
        "spoken": reading.spoken,
        "rule": reading.rule,
        "confidence": reading.confidence,
        "alternatives": list(reading.alternatives),
    }
