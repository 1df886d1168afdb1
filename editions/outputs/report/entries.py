"""The report as plain values: what ``readings.json`` holds and what the page shows."""

from collections.abc import Iterable, Iterator
from typing import Any

from editions import places
from editions.model import Article, Block, Sentence
from editions.model.runs import Language
from editions.publication import Publication
from editions.speech import DOUBTFUL, PLAIN, Cue, Reading, Spoken

AT_ONCE = 48
"""Articles whose entries are held in memory."""


def report(publication: Publication) -> dict[str, Any]:
    """Title, doubtful readings (least sure first), then articles with their sentences and readings.

    A sentence that was recorded has ``audio`` (path from ``report/``) and ``start``, ``end`` in seconds; one with
    foreign words has ``languages``: start, end and tag of each stretch.
    """
    edition = publication.edition
    articles: Iterable[dict[str, Any]] = Entries(publication)
    if len(edition.articles) <= AT_ONCE:
        articles = list(articles)
    doubtful = [
        {"article": article["slug"], **{key: sentence[key] for key in sentence if key != "readings"}, **reading}
        for article in articles
        for sentence in article["sentences"]
        for reading in sentence["readings"]
        if reading["confidence"] < DOUBTFUL
    ]
    doubtful.sort(key=lambda entry: entry["confidence"])
    return {"title": edition.title, "language": edition.language, "doubtful": doubtful, "articles": articles}


class Entries(Iterable[dict[str, Any]]):
    """The entries of all articles, made anew each time they are gone through: of hundreds only one is in memory."""

    def __init__(self, publication: Publication) -> None:
        """Nothing is made yet."""
        self._publication = publication

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """One by one."""
        for article in self._publication.edition.articles:
            yield _article(article, self._publication)


def _article(article: Article, publication: Publication) -> dict[str, Any]:
    sentences = ((block, sentence) for block in article.blocks for sentence in block.sentences)
    sound = _sound(article, publication)
    return {
        "slug": article.slug,
        "title": article.title,
        "findings": [{"code": f.code, "place": f.place, "message": f.message} for f in article.findings],
        "sentences": [
            {
                "id": sentence.id,
                "text": sentence.text,
                "said": line.text.strip(),
                **_languages(block, sentence),
                **sound.get(sentence.id, {}),
                "readings": _readings(line, sentence.source, sentence.span.start),
            }
            for (block, sentence), line in zip(sentences, publication.readings[article.slug], strict=True)
        ],
    }


def _languages(block: Block, sentence: Sentence) -> dict[str, list[tuple[int, int, str]]]:
    """Stretches of a sentence in another language, counted from its first character; nothing without any."""
    span = sentence.span
    found = [
        (max(run.span.start - span.start, 0), min(run.span.end, span.end) - span.start, run.tag)
        for run in block.runs
        if isinstance(run, Language) and run.span.overlaps(span)
    ]
    return {"languages": sorted(found)} if found else {}


def _sound(article: Article, publication: Publication) -> dict[str, dict[str, Any]]:
    """Where each sentence of an article is heard, by sentence id; empty without a recording, or without its MP3."""
    recording = publication.recordings.get(article.slug)
    file = places.numbering(publication.edition).audio(article.slug)
    if recording is None or file not in publication.files.get("mp3", ()):
        return {}
    path = f"../{file}"

    def seconds(cue: Cue) -> dict[str, Any]:
        rate = recording.rate
        return {"audio": path, "start": round(cue.start / rate, 3), "end": round(cue.end / rate, 3)}

    return {cue.sentence_id: seconds(cue) for cue in recording.timeline.cues}


def _readings(line: Spoken, source: str, offset: int) -> list[dict[str, Any]]:
    """Readings that changed something or are unsure; ``at`` counts from the sentence's first character."""
    return [_reading(reading, source, offset) for reading in line.readings if reading.rule != PLAIN]


def _reading(reading: Reading, source: str, offset: int) -> dict[str, Any]:
    return {
        "at": reading.span.start - offset,
        "written": source[reading.span.start : reading.span.end],
        "spoken": reading.spoken,
        "rule": reading.rule,
        "confidence": reading.confidence,
        "alternatives": list(reading.alternatives),
    }
