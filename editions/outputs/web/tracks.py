"""What the page's player must know: the recordings, when each stretch of text is heard, when each word is.

    {"edition": "urn:uuid:…", "tracks": [{"slug", "title", "src", "ms", "cues": […], "words": {…}}, …]}

``cues``: of each stretch the id of its element and its start in milliseconds, in order and touching (``synchrony``);
``words``: by sentence id, of each word its start and end in the sentence's text and its start in milliseconds.
"""

import json
from typing import Any

from editions import places
from editions.model import Article
from editions.publication import Publication
from editions.speech import Recording
from editions.synchrony import stretches

_MILLISECONDS = 1000


def data(publication: Publication) -> str:
    """JSON that may stand inside an element ``script``: no ``<`` in it."""
    names = places.numbering(publication.edition)
    tracks = [_track(article, recording, f"../{names.audio(article.slug)}") for article, recording in publication.heard]
    values = {"edition": publication.edition.identifier, "tracks": tracks}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _track(article: Article, recording: Recording, address: str) -> dict[str, Any]:
    rate, timeline = recording.rate, recording.timeline
    found = stretches(article, timeline, recording.duration)
    starts = {sentence.id: sentence.span.start for block in article.blocks for sentence in block.sentences}
    words = {
        cue.sentence_id: _words(cue.words.numbers, starts[cue.sentence_id], rate) for cue in timeline.cues if cue.words
    }
    return {
        "slug": article.slug,
        "title": article.title,
        "src": address,
        "ms": recording.duration * _MILLISECONDS // rate,
        "cues": [[stretch.target, stretch.start * _MILLISECONDS // rate] for stretch in found],
        "words": words,
    }


def _words(numbers: tuple[int, ...], start: int, rate: int) -> list[int]:
    """Flat: start, end, milliseconds of each word; words of one number that follow one another are one."""
    found: list[int] = []
    for at in range(0, len(numbers), 4):
        first, last, sample = numbers[at] - start, numbers[at + 1] - start, numbers[at + 2]
        if first >= 0 and found[-3:-1] != [first, last]:
            found += [first, last, sample * _MILLISECONDS // rate]
    return found
