"""What an edition tells and when: its own words in the order of the sound, announcements and headings with them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editions.audio.settings import AudioSettings
from editions.narration import told
from editions.pipeline import Order, proof

LONGEST = 25.0
"""Seconds that the listener is given at once; Whisper's own windows are of thirty."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, as it is told."""

    said: str
    start: float
    end: float
    """Seconds in its MP3."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An article of a built edition."""

    title: str
    sound: Path
    sentences: tuple[Sentence, ...]
    """In the order of the sound."""


def articles(source: Path, folder: Path) -> list[Heard]:
    """Each article of ``source``, built in ``folder`` by the same program and settings; SystemExit when it was not."""
    words = dict(_told(source))
    report = json.loads((folder / "report" / "readings.json").read_text(encoding="utf-8"))
    heard = {one["id"] for article in report["articles"] for one in article["sentences"] if "audio" in one}
    if heard - words.keys():
        raise SystemExit(f"{folder} is not what this program makes of {source}: build it again")
    return [
        Heard(article["title"], (folder / "report" / spoken[0]["audio"]).resolve(), _in_order(spoken, words))
        for article in report["articles"]
        if (spoken := [sentence for sentence in article["sentences"] if "audio" in sentence])
    ]


def _told(source: Path) -> Iterator[tuple[str, str]]:
    """Ids of sentences, and all that is told at their place."""
    read, _ = proof(Order((source,)))
    audio = read.understood.settings.of(AudioSettings)
    before = None
    for article, spoken in read.articles():
        found: dict[str, list[str]] = {}
        for utterance in told(article, spoken, audio, before).utterances:
            found.setdefault(utterance.sentence_id, []).append(utterance.spoken.text)
        yield from ((name, " ".join(parts)) for name, parts in found.items())
        before = article


def _in_order(spoken: Iterable[Mapping[str, Any]], words: Mapping[str, str]) -> tuple[Sentence, ...]:
    """A table is told by its records, notes come last: the sound has another order than the text."""
    found = (Sentence(words[one["id"]], one["start"], one["end"]) for one in spoken)
    return tuple(sorted(found, key=lambda sentence: sentence.start))


def windows(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Whole sentences that follow one another, at most ``LONGEST`` seconds of them: what a listener takes at once."""
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if found and sentence.end - found[-1][0].start <= LONGEST:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found
