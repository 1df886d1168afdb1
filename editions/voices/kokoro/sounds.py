"""Text → the sounds that the model is given: IPA with punctuation, as hexgrad's misaki writes French, in pieces.

The model was taught with marks among the sounds, which eSpeak NG leaves out: so the text is cut at its marks, the
sounds of each stretch are asked for, and the marks put back. One character is one token. It speaks best what has 100 to
200 of them and hurries beyond 280: ``packed`` puts stretches together, evenly, up to ``LIMIT``.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

LIMIT = 250
"""Tokens spoken at once; the style has a row for each number of them."""
TOKENS = {
    **dict(zip(";:,.!?", range(1, 7), strict=True)), **dict(zip('—…"()“” ', range(9, 17), strict=True)), "\u0303": 17,
    "ʣ": 18, "ʥ": 19, "ʦ": 20, "ʨ": 21, "ᵝ": 22, "A": 24, "I": 25, "O": 31, "Q": 33, "S": 35, "T": 36, "W": 39, "Y": 41,
    "ᵊ": 42, **dict(zip("abcdef", range(43, 49), strict=True)),
    **dict(zip("hijklmnopqrstuvwxyz", range(50, 69), strict=True)),
    "ɑ": 69, "ɐ": 70, "ɒ": 71, "æ": 72, "β": 75, "ɔ": 76, "ɕ": 77, "ç": 78, "ɖ": 80, "ð": 81, "ʤ": 82, "ə": 83, "ɚ": 85,
    "ɛ": 86, "ɜ": 87, "ɟ": 90, "ɡ": 92, "ɥ": 99, "ɨ": 101, "ɪ": 102, "ʝ": 103, "ɯ": 110, "ɰ": 111, "ŋ": 112, "ɳ": 113,
    "ɲ": 114, "ɴ": 115, "ø": 116, "ɸ": 118, "θ": 119, "œ": 120, "ɹ": 123, "ɾ": 125, "ɻ": 126, "ʁ": 128, "ɽ": 129,
    "ʂ": 130, "ʃ": 131, "ʈ": 132, "ʧ": 133, "ʊ": 135, "ʋ": 136, "ʌ": 138, "ɣ": 139, "ɤ": 140, "χ": 142, "ʎ": 143,
    "ʒ": 147, "ʔ": 148, "ˈ": 156, "ˌ": 157, "ː": 158, "ʰ": 162, "ʲ": 164, "ᵻ": 177,
}  # fmt: skip
"""The model's vocabulary; a nasal vowel is a vowel and a tilde."""
UN = ("œ\u0303", "ɛ\u0303")
"""The model says « un » like « an »: it is given what most French say, « in »."""
_MERGED = {
    "d^z": "ʣ", "d^ʒ": "ʤ", "t^s": "ʦ", "t^ʃ": "ʧ",
    "a^ɪ": "I", "a^ʊ": "W", "e^ɪ": "A", "o^ʊ": "O", "ə^ʊ": "Q", "ɔ^ɪ": "Y",
}  # fmt: skip
"""Sounds tied by eSpeak NG that are one token."""
_MARK = re.compile(r"\s*(?:(?P<end>[;:,.!?…]+)(?=[\s»”\")]|$)|(?P<dash>[—–])(?=\s|$)|(?P<other>[«»“”\"()]))\s*")
"""A full stop inside ``S.N.C.F.`` or ``3.5`` is no mark."""
_WRITTEN = {"«": "“", "»": "”", "–": "—"}
_OPENING = "“("

Ask = Callable[[str], str]
"""The IPA of a stretch without marks, as eSpeak NG gives it with ties."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Sounds to be spoken at once."""

    sounds: str
    words: tuple[tuple[int, int], ...] = ()
    """``(character in the text, place in the sounds)`` of the words whose places are certain."""

    def __add__(self, other: "Piece") -> "Piece":
        """Both, one after the other."""
        moved = tuple((at, place + len(self.sounds)) for at, place in other.words)
        return Piece(self.sounds + other.sounds, self.words + moved)

    def cut(self, place: int) -> "tuple[Piece, Piece]":
        """The piece up to a place, and the rest."""
        head = tuple(word for word in self.words if word[1] < place)
        tail = tuple((at, where - place) for at, where in self.words if where >= place)
        return Piece(self.sounds[:place], head), Piece(self.sounds[place:], tail)


def pieces(text: str, ask: Ask) -> list[Piece]:
    """The sounds of a text, each piece of at most ``LIMIT`` tokens; none for a text without sound."""
    return [piece for piece in packed(stretches(text, ask)) if piece.sounds.strip(' ;:,.!?—…"()“”')]


def stretches(text: str, ask: Ask) -> list[Piece]:
    """The sounds between two marks, the mark with them."""
    found, start, opening = [], 0, ""
    for match in [*_MARK.finditer(text), None]:
        stretch = _stretch(text, start, match.start() if match else len(text), ask)
        written, next_opening = _marks(match)
        written = written if stretch.sounds else written.lstrip()
        found.append(Piece(opening) + stretch + Piece(written))
        opening, start = next_opening, match.end() if match else len(text)
    return [piece for piece in found if piece.sounds]


def _marks(match: re.Match[str] | None) -> tuple[str, str]:
    """What ends the stretch before a mark, and what opens the one after it."""
    if match is None:
        return "", ""
    mark = match["end"] or match["dash"] or match["other"]
    mark = _WRITTEN.get(mark, mark)
    blank = " " * match[0][-1].isspace()
    if mark in _OPENING or (mark == '"' and not blank):
        return " " * match[0][0].isspace(), mark
    return (" — " if mark == "—" else mark + blank), ""


def _stretch(text: str, start: int, end: int, ask: Ask) -> Piece:
    """What stands between two marks; eSpeak NG makes one word of « tout le monde », and then some have no place."""
    words = [(start + match.start(), match[0]) for match in re.finditer(r"\S+", text[start:end])]
    groups = spoken(ask(text[start:end].strip())) if words else []
    places = [0]
    for group in groups:
        places.append(places[-1] + len(group) + 1)
    if len(groups) == len(words):
        told = [(at, place) for (at, _), place in zip(words, places, strict=False)]
    else:
        told = [(at, places[index]) for at, index in _certain(words, len(groups), ask)]
    return Piece(" ".join(groups), tuple(told))


def _certain(words: list[tuple[int, str]], count: int, ask: Ask) -> Iterable[tuple[int, int]]:
    """``(character, number of its group)`` of the words before and after which the groups are as many as there are."""
    for number, (at, _) in enumerate(words):
        before, after = (" ".join(word for _, word in part) for part in (words[:number], words[number:]))
        first = len(spoken(ask(before))) if before else 0
        if first < count and first + len(spoken(ask(after))) == count:
            yield at, first


def spoken(ipa: str) -> list[str]:
    """Groups of tokens, a word each, of what eSpeak NG gives; what the model has no token for is left out."""
    for tied, one in _MERGED.items():
        ipa = ipa.replace(tied, one)
    ipa = ipa.replace(*UN)
    ipa = re.sub(r"\([^)]*\)", "", ipa.replace("^", ""))  # (en) and (fr), around what it says with other sounds
    groups = ("".join(c for c in group if c in TOKENS) for group in ipa.split())
    return [group for group in groups if group]


def packed(found: Iterable[Piece], limit: int = LIMIT) -> list[Piece]:
    """Pieces put together as far as they are spoken well at once, about even; cut between words where one is longer."""
    short = [part for piece in found for part in _shortened(piece, limit)]
    total = sum(len(piece.sounds) for piece in short)
    wanted = total / max(1, -(-total // limit))
    whole: list[Piece] = []
    start, share = 0, -1
    for piece in short:
        length = len(piece.sounds)
        before, share = share, int((start + length / 2) / wanted)  # the share in which its middle lies
        if share == before and len(whole[-1].sounds) + length <= limit:
            whole[-1] += piece
        else:
            whole.append(piece)
        start += length
    return whole


def _shortened(piece: Piece, limit: int) -> Iterable[Piece]:
    while len(piece.sounds) > limit:
        parts = -(-len(piece.sounds) // limit)
        place = piece.sounds.rfind(" ", 1, len(piece.sounds) // parts + 1) + 1
        head, piece = piece.cut(place or limit)
        yield head
    yield piece
