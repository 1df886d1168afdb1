"""The report as plain values: what ``readings.json`` holds and what the page shows."""

from collections.abc import Iterable, Iterator
from typing import Any

from editions import places, voices
from editions.model import Article, Block, Finding, Sentence
from editions.model.runs import Language
from editions.pronunciation import doubts
from editions.publication import Publication
from editions.speech import DOUBTFUL, PLAIN, Narrator, Reading, Spoken

LEXICON = "lexicon"
"""Rule name of the newsroom's readings."""
AT_ONCE = 48
"""Articles whose entries are held in memory."""


def report(publication: Publication) -> dict[str, Any]:
    """Title, what was noticed, doubtful readings (least sure first), then articles with their sentences and readings.

    A sentence that was recorded has ``audio`` (path from ``report/``) and ``start``, ``end`` in seconds; one with
    foreign words has ``languages``: start, end and tag of each stretch. A reading that was recorded has ``heard``:
    start and end in seconds; one of the newsroom's lexicon has ``ipa``, when the voice knows its phonemes.
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
    findings = list(map(_finding, edition.findings))
    named = {"title": edition.title, "language": edition.language, "findings": findings}
    return {**named, "doubtful": doubtful, "articles": articles}


def _finding(found: Finding) -> dict[str, str]:
    return {"code": found.code, "place": found.place, "message": found.message}


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
    sound = _Sound(article, publication)
    return {
        "slug": article.slug,
        "title": article.title,
        "findings": list(map(_finding, article.findings)),
        "left_out": [
            {"place": article.place(left.line), "text": left.text, "why": left.why} for left in article.left_out
        ],
        "sentences": [
            {
                "id": sentence.id,
                "text": sentence.text,
                "said": line.text.strip(),
                "role": block.kind,
                **_languages(block, sentence),
                **sound.sentence(sentence.id),
                "readings": [_reading(reading, sentence, sound, publication.narrator) for reading in _told(line)],
            }
            for (block, sentence), line in zip(sentences, publication.readings[article.slug], strict=True)
        ],
    }


def _told(line: Spoken) -> list[Reading]:
    """Readings that changed something or are unsure, and words whose sound is unsure, in order."""
    readings = [reading for reading in line.readings if reading.rule != PLAIN]
    return sorted((*readings, *doubts(line)), key=lambda reading: reading.span.start)


def _languages(block: Block, sentence: Sentence) -> dict[str, list[tuple[int, int, str]]]:
    """Stretches of a sentence in another language, counted from its first character; nothing without any."""
    span = sentence.span
    found = [
        (max(run.span.start - span.start, 0), min(run.span.end, span.end) - span.start, run.tag)
        for run in block.runs
        if isinstance(run, Language) and run.span.overlaps(span)
    ]
    return {"languages": sorted(found)} if found else {}


class _Sound:
    """When the sentences of an article, and their words, are heard; nothing without a recording, or without its MP3."""

    def __init__(self, article: Article, publication: Publication) -> None:
        recording = publication.recordings.get(article.slug)
        file = places.numbering(publication.edition).audio(article.slug)
        told = recording is not None and file in publication.files.get("mp3", ())
        self._path = f"../{file}"
        self._rate = recording.rate if recording else 1
        self._cues = {cue.sentence_id: cue for cue in recording.timeline.cues} if recording and told else {}

    def sentence(self, name: str) -> dict[str, Any]:
        """``audio``, ``start``, ``end`` of a sentence."""
        cue = self._cues.get(name)
        return {"audio": self._path, "start": self._at(cue.start), "end": self._at(cue.end)} if cue else {}

    def reading(self, name: str, reading: Reading) -> dict[str, Any]:
        """``heard`` of a reading of a sentence, from the first of its words to the last; nothing without word times."""
        cue = self._cues.get(name)
        heard = cue.words.heard(reading.span) if cue else None
        return {"heard": [self._at(heard[0]), self._at(heard[1])]} if heard else {}

    def _at(self, sample: int) -> float:
        return round(sample / self._rate, 3)


def _reading(reading: Reading, sentence: Sentence, sound: _Sound, narrator: Narrator | None) -> dict[str, Any]:
    """One entry; ``at`` counts from the sentence's first character."""
    ipa = _ipa(reading, narrator) if reading.rule == LEXICON else ""
    return {
        "at": reading.span.start - sentence.span.start,
        "written": sentence.source[reading.span.start : reading.span.end],
        "spoken": reading.spoken,
        "rule": reading.rule,
        "confidence": reading.confidence,
        "alternatives": list(reading.alternatives),
        **({"ipa": ipa} if ipa else {}),
        **(sound.reading(sentence.id, reading) if ipa or reading.confidence < DOUBTFUL else {}),
    }


def _ipa(reading: Reading, narrator: Narrator | None) -> str:
    """What is heard of a reading alone, between slashes; empty when the voice cannot tell."""
    if narrator is None or not voices.knows_phonemes(narrator.name):
        return ""
    return f"/{voices.phonemes(narrator, Spoken('', (reading,)))}/"
