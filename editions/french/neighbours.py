"""What must stand beside an abbreviation for it to be one: each ``where`` of ``abbreviations.tsv`` is a place.

``fit("number", match, sentence)``: ``p.`` before a number; ``fit("after", …)``: ``pl.`` behind one. What words decide
is in ``institutions.tsv`` and ``neighbour_words.tsv``.
"""

import re
from collections.abc import Callable

from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, word_after, word_before
from editions.model import Sentence
from editions.tables import mapping, words

_NUMBER = rf"(?:{BLANK}*[0-9]|{BLANK}+[IVXLC]+(?!\w)|{BLANK}*[LRDA]\.?{BLANK}*[0-9*]|n[°ºo])"
_AHEAD = {
    "any": Lazy(""),
    "number": Lazy(_NUMBER),
    "mark": Lazy(rf"{BLANK}+[0-9]"),
    "next": Lazy(rf"{BLANK}*(?:[^\W_]|[(«“\"~-]{BLANK}*[^\W_])"),
    "name": Lazy(rf"[-{BLANK[1:-1]}]+[{CAPITAL}]"),
    "numbername": Lazy(rf"{BLANK}*(?:[0-9]|[{CAPITAL}])"),
    "colon": Lazy(rf"{BLANK}*(?::|{_NUMBER}|\+[0-9])"),
    "colonword": Lazy(rf"{BLANK}*:"),
    "colonly": Lazy(rf"{BLANK}*:"),
    "nd": Lazy(rf"[-{BLANK[1:-1]}](?:de|des|du|d['’])"),
    "nextof": Lazy(rf"{BLANK}+d(?:e|es|u)?(?!\w)"),
    "sign": Lazy(rf"{BLANK}*[-+−–]{BLANK}*[0-9]"),
    "minus": Lazy(rf"{BLANK}*[-−–]{BLANK}*[0-9]"),
    "joined": Lazy(rf"-[{CAPITAL}d]"),
    "ranked": Lazy(""),
    "few": Lazy(""),
    "bearing": Lazy(""),
    "area": Lazy(""),
    "bracket": Lazy(""),
    "year": Lazy(rf"{BLANK}+[0-9]{{3,4}}(?!\w)"),
    "hour": Lazy(rf"{BLANK}*[0-9]{{1,2}}{BLANK}?h(?![^\W\d_])"),
    "counted": Lazy(""),
    "behindsign": Lazy(""),
    "after": Lazy(""),
    "afterword": Lazy(""),
    "nameafter": Lazy(""),
    "gender": Lazy(""),
    "adjective": Lazy(""),
    "article": Lazy(rf"{BLANK}+[{CAPITAL}]"),
    "verb": Lazy(rf"{BLANK}+[^\W\d_]"),
    "seeker": Lazy(rf"{BLANK}+[^\W\d_]"),
    "key": Lazy(""),
    "meeting": Lazy(""),
    "determined": Lazy(""),
    "noun": Lazy(""),
    "country": Lazy(rf"{BLANK}?(?:[,)/]|-(?=[{CAPITAL}]))"),
    "unnamed": Lazy(rf"(?!{BLANK}?(?:(?:de|d['’]|[Ll][ea]|van){BLANK}?)?[{CAPITAL}][a-zß-ÿ])"),
    "epithet": Lazy(rf"{BLANK}+[a-zß-ÿ]"),
    "small": Lazy(rf"{BLANK}+[a-zß-ÿ]"),
    "plussign": Lazy(""),
    "bargain": Lazy(rf"(?!{BLANK}*[0-9])"),
    "age": Lazy(rf"{BLANK}*,?{BLANK}*[0-9]{{2}}{BLANK}*a"),
    "startsmall": Lazy(rf"{BLANK}+[a-zß-ÿ]"),
    "agestart": Lazy(rf"{BLANK}+[0-9]{{2}}{BLANK}*a"),
    "ministry": Lazy(rf"{BLANK}+d(?:e|u|es)?(?:{BLANK}+l[a’'])?['’]?{BLANK}*[{CAPITAL}]"),
    "namestart": Lazy(rf"{BLANK}+[{CAPITAL}]"),
    "castcolon": Lazy(rf"{BLANK}*:|{BLANK}+[{CAPITAL}]\."),
}
_AREA = Lazy(r"[0-9][ \u00a0\u202f]?m[²2](?!\w)")
"""An advertisement for a flat has its area: there a ``p.`` is a room."""

BEFORE = {
    "ranked": Lazy(r"[0-9](?:e|ᵉ|er|re|.re|.me|nde?)\Z"),
    "area": Lazy(r"m[²2]\Z"),
    "bracket": Lazy(r"\(\Z"),
    "few": Lazy(r"(?<![0-9.,])[1-9]\Z"),
    "bearing": Lazy(r"[0-9][ \u00a0]?[°'’′″\"]\Z"),
    "plussign": Lazy(r"(?:\+|€(?:[ \u00a0\u202f]de)?)\Z"),
    "country": Lazy(rf"\((?:[{CAPITAL}][a-zß-ÿ]*\.?[-/])?\Z"),
    "agestart": Lazy(r"\A\Z"),
    "startsmall": Lazy(r"\A\Z"),
    "namestart": Lazy(r"\A\Z"),
    "castcolon": Lazy(r"\A\Z"),
}
"""What stands before, blanks left out: a rank, an area, a number of one figure, an angle."""


def fit(where: str, match: re.Match[str], sentence: Sentence) -> bool:
    """Whether the place of a written form is the one that its row asks for."""
    ahead = _AHEAD[where]
    if ahead.match(match.string, match.end(), sentence.span.end) is None:
        return False
    before = match.string[max(sentence.span.start, match.start() - 12) : match.start()].rstrip(" \u00a0\u2009\u202f")
    if where == "after":
        return before[-1:].isdigit() or (before[-2:-1].isdigit() and before[-1:] in "eᵉr")
    if where == "few" and not _is_home(match.string, sentence):
        return False
    if where in BEFORE:
        return BEFORE[where].search(before) is not None
    if where == "counted":
        return match[0].islower() and any(char.isdigit() for char in before)
    if where == "behindsign":
        return before.endswith("%")
    if where in _NEIGHBOURS:
        return _NEIGHBOURS[where](match, sentence)
    if where in ("mark", "year"):
        return not before[-1:].isdigit()
    if where == "afterword":
        return before[-1:].isalnum()
    if where == "nameafter":
        return word_before(match.string, match.start(), sentence.span.start)[:1].isupper()
    return where != "colonly" or not before.strip('«“"( \u00a0')


def institution(match: re.Match[str], sentence: Sentence) -> str:
    """Gender and number of the noun before: ``le conseil dép.``, ``la Féd. nat.``; empty when it is none."""
    noun = _NOUN.search(match.string, max(sentence.span.start, match.start() - _LOOK_BACK), match.start())
    return mapping("institutions").get(noun[1].lower(), "") if noun else ""


def word(match: re.Match[str], sentence: Sentence) -> str:
    """The word before the match, empty when a sign stands between."""
    return word_before(match.string, match.start(), sentence.span.start)


_LOOK_BACK = 24
_NOUN = Lazy(rf"(?<!\w)([^\W\d_]+(?:-[^\W\d_]+)?)\.?{BLANK}\Z")
_NEIGHBOURS: dict[str, Callable[[re.Match[str], Sentence], bool]] = {
    "adjective": lambda match, sentence: institution(match, sentence) != "",
    "article": lambda match, sentence: word(match, sentence).lower() in words("determiners"),
    "verb": lambda match, sentence: (
        word_after(match.string, match.end(), sentence.span.end) in mapping("neighbour_words")["verb"].split()
    ),
    "bargain": lambda match, sentence: (
        word(match, sentence) in ("à", "a", "A")
        and word_after(match.string, match.end(), sentence.span.end) not in mapping("months")
    ),
    "determined": lambda match, sentence: word(match, sentence).lower() in words("determiners"),
    "meeting": lambda match, sentence: (
        word_after(match.string, match.end(), sentence.span.end) in mapping("neighbour_words")["meeting"].split()
    ),
    "key": lambda match, sentence: word(match, sentence) in mapping("neighbour_words")["key"].split(),
    "seeker": lambda match, sentence: word(match, sentence) in mapping("neighbour_words")["seeker"].split(),
}
"""Places that a table of words decides."""


def _is_home(source: str, sentence: Sentence) -> bool:
    """An area or a kind of home in the sentence: rooms are counted, not pages."""
    if _AREA.search(source, sentence.span.start, sentence.span.end):
        return True
    homes = mapping("neighbour_words")["home"].split()
    return any(home in source[sentence.span.start : sentence.span.end] for home in homes)
