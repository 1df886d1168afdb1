"""How well a caption, or a line of it, ends between two words: 0 at the end of a sentence, more where it disturbs."""

import re

from editions.french.grammar import CLAUSES
from editions.outputs.captions.words import Piece

SENTENCE, STOP, COMMA, SIDE, CLAUSE, PHRASE, WORD, NAME, FIGURE, LEANING, INSIDE, GLUED = (
    0.0, 0.4, 0.7, 1.0, 1.8, 2.4, 3.0, 4.5, 6.0, 9.0, 14.0, 20.0,
)  # fmt: skip
"""In their order: after « ; : ? », after a comma, beside brackets, before a word that opens a clause, or a phrase,
between any two words, between two names, after a figure, after an article or a preposition, in the middle of what is
said in one, in the middle of a word. None is forbidden: what does not fit must go somewhere."""

_WORD = re.compile(r"\w+['’]?")
_END = re.compile(r"([;:!?…]|[^\W\d_]\.)[»”)\]\u00a0\u202f]*$")


def costs(pieces: list[Piece]) -> list[float]:
    """Of ending after each piece."""
    return [*map(_cost, pieces, pieces[1:]), SENTENCE]


def _cost(piece: Piece, following: Piece) -> float:
    if following.glued:
        return GLUED
    if piece.last:
        return SENTENCE
    if piece.inside:
        return INSIDE
    return _between(piece.text, following.text)


def _between(text: str, following: str) -> float:
    if _END.search(text):
        return STOP
    if text[-1] == ",":
        return COMMA
    if text[-1] in "»)]" or following[0] in "«([—–":
        return SIDE
    if _alone(text) in CLAUSES.words("leaning"):
        return LEANING
    first = _first(following)
    if first in CLAUSES.words("opening"):
        return CLAUSE
    if text[-1].isdigit():
        return FIGURE
    if first in CLAUSES.words("leaning"):
        return PHRASE
    return NAME if text[:1].isupper() and following[:1].isupper() else WORD


def _alone(text: str) -> str:
    """A piece as the one word that it is: « (le » → « le », « qu'un » → « un »."""
    found = _WORD.findall(text)
    return found[-1].lower() if found else ""


def _first(text: str) -> str:
    found = _WORD.match(text)
    return found[0].lower().replace("’", "'") if found else ""
