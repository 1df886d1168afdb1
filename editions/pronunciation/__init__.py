"""How words sound: one layer for all voices, between the readings and the voice.

    pronounced(french.read(sentence), "espeak")      readings, the words that the voice says wrong spelled so that it
                                                     says them right; spans still point to what is written
    doubts(french.read(sentence))                    homographs whose sound is not sure, for the editor

The newsroom wins (``Reading.sound``: a respelling, or IPA between slashes), then homographs by their neighbours, then
the voice's table of words. A voice without a table is only told what the newsroom says.
"""

import re
from collections.abc import Iterable, Iterator

from editions.model import Span
from editions.pronunciation import homographs
from editions.pronunciation.respelling import respelled
from editions.pronunciation.words import Respeller, respeller, spelled
from editions.speech import DOUBTFUL, PLAIN, Reading, Spoken

RULE = "pronunciation"
"""Rule name of a plain word that is spelled otherwise for the voice."""
MET = 50_000
"""Words remembered as said right: looking at each of them anew takes most of the time."""
HOMOGRAPH = "homograph"
"""Rule name of a doubt: a word that could sound otherwise."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JOINED = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")
_Change = tuple[int, int, str]


def pronounced(spoken: Spoken, voice: str) -> Spoken:
    """A sentence for one voice; the same object when nothing is to be changed."""
    respell = respeller(voice)
    if not respell.spellings and not any(reading.sound for reading in spoken.readings):
        return spoken
    changes = list(_changes(spoken.text, voice, respell)) if respell.spellings else []
    if not changes and not any(reading.sound for reading in spoken.readings):
        return spoken
    return Spoken(spoken.sentence_id, tuple(_respelled(spoken.readings, changes, voice)))


def doubtful(lines: Iterable[Spoken]) -> int:
    """How many of their readings and sounds an editor should look at."""
    return sum(reading.confidence < DOUBTFUL for line in lines for reading in (*line.readings, *doubts(line)))


def doubts(spoken: Spoken) -> Iterator[Reading]:
    """Words of a sentence that could sound otherwise, as readings whose ``spoken`` is IPA between slashes."""
    text = spoken.text
    places = _places(spoken)
    for start, end, sound in homographs.doubtful(text, DOUBTFUL):
        reading, offset = next((r, o) for r, o in reversed(places) if o <= start)
        if reading.rule == PLAIN:
            first = reading.span.start + start - offset
            span = Span(first, first + end - start)
            first_choice, *others = dict.fromkeys(map(_between_slashes, filter(None, (sound.ipa, *sound.others))))
            yield Reading(span, first_choice, HOMOGRAPH, sound.confidence, tuple(others))


def _between_slashes(ipa: str) -> str:
    return f"/{ipa.removeprefix(homographs.NO_LIAISON)}/"


def _places(spoken: Spoken) -> list[tuple[Reading, int]]:
    """The readings and where each begins in the text."""
    found, offset = [], 0
    for reading in spoken.readings:
        found.append((reading, offset))
        offset += len(reading.spoken)
    return found


def _changes(text: str, voice: str, respell: Respeller) -> Iterator[_Change]:
    """``(start, end, spelling)`` of the words to be spelled otherwise, in order."""
    for match in _WORD.finditer(text):
        word = match[0]
        if word in respell.unchanged:
            continue
        if word.isalpha():
            yield from _simple(text, *match.span(), voice, respell)
        else:
            yield from _compound(text, *match.span(), voice, respell)


def _simple(text: str, start: int, end: int, voice: str, respell: Respeller) -> Iterator[_Change]:
    word = text[start:end]
    if word.lower() in homographs.forms():
        yield from _homograph(text, start, end, voice)
    elif (spelling := respell.spelling(word)) != word:
        yield start, end, spelling
    elif len(respell.unchanged) < MET:
        respell.unchanged.add(word)


def _compound(text: str, start: int, end: int, voice: str, respell: Respeller) -> Iterator[_Change]:
    """Of words joined by hyphens or apostrophes: the whole when the table has it, else each part."""
    word = text[start:end].replace("’", "'")
    spelling = respell.spellings.get(word) or respell.spellings.get(word.lower())
    if spelling is not None:
        yield start, end, spelling
        return
    for prefix in respell.prefixes:
        if word.lower().startswith(prefix):
            yield start, start + len(prefix), respell.spelling(word[: len(prefix)])
            start += len(prefix)
    for part in (_JOINED if "-" in word else _PART).finditer(text, start, end):
        if part[0].isalpha():
            yield from _simple(text, *part.span(), voice, respell)
        else:
            yield from _compound(text, *part.span(), voice, respell)


def _homograph(text: str, start: int, end: int, voice: str) -> Iterator[_Change]:
    sound = homographs.sound(text, start, end)
    if sound is not None and sound.ipa:
        yield start, end, spelled(voice, text[start:end], sound.ipa)


def _respelled(readings: tuple[Reading, ...], changes: list[_Change], voice: str) -> Iterator[Reading]:
    """The readings with the changes made; a plain one is cut around them, so that every word keeps its place."""
    place, number = 0, 0
    for reading in readings:
        end = place + len(reading.spoken)
        own = []
        while number < len(changes) and changes[number][0] < end:
            start, stop, spelling = changes[number]
            if stop <= end:
                own.append((start - place, stop - place, spelling))
            number += 1
        if reading.sound:
            yield reading._replace(spoken=sounding(reading.sound, voice, reading.spoken))
        elif reading.rule == PLAIN and own:
            yield from _cut(reading, own)
        else:
            yield reading._replace(spoken=_replaced(reading.spoken, own)) if own else reading
        place = end


def _cut(reading: Reading, changes: list[_Change]) -> Iterator[Reading]:
    first, place = reading.span.start, 0
    for start, end, spelling in changes:
        if place < start:
            yield reading._replace(span=Span(first + place, first + start), spoken=reading.spoken[place:start])
        yield Reading(Span(first + start, first + end), spelling, RULE)
        place = end
    if place < len(reading.spoken):
        yield reading._replace(span=Span(first + place, reading.span.end), spoken=reading.spoken[place:])


def _replaced(text: str, changes: list[_Change]) -> str:
    parts, place = [], 0
    for start, end, spelling in changes:
        parts += [text[place:start], spelling]
        place = end
    return "".join((*parts, text[place:]))


def sounding(sound: str, voice: str = "", word: str = "") -> str:
    """The newsroom's word on how ``word`` sounds, as a spelling for a voice.

    IPA stands between slashes, word by word; of a homograph it is spelled as the voice's table has it.
    """
    if not (len(sound) > 2 and sound.startswith("/") and sound.endswith("/")):
        return sound
    parts = sound[1:-1].split()
    if len(parts) == 1 and word.lower() in homographs.forms():
        return spelled(voice, word, parts[0])
    return " ".join(filter(None, map(respelled, parts)))
