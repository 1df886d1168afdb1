"""Abbreviations with or without their dot: ``p. ex.``, ``env. 200``, ``art. 12``, ``svp``, ``av. J.-C.``.

Each row of the table says where the form is read, so that ``p.`` is *page* only before a number and ``pl.`` is
*places* after one. Rules: *Lexique des règles typographiques en usage à l'Imprimerie nationale*.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from editions.french import abbreviation_company as company
from editions.french import abbreviation_places as places
from editions.french import agreement, spelling
from editions.french.around import word_after, word_before
from editions.french.grammar import DETERMINERS, SEGMENTATION
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, either
from editions.french.vocabulary import is_word
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import table, words

RULE = "abbreviations"
Place = tuple[re.Match[str], Sentence]

_SEVERAL = Lazy(
    rf"""
    {BLANK}* (?:[LRDA]\.?{BLANK}*)? [0-9IVXLC]+ (?: [-\u2011\u2013.][0-9]+ )* {BLANK}*
    (?:
        (?:et|&|à|ou) {BLANK}* (?: suiv | s\. | [LRDA]?\.?{BLANK}*[0-9IVX] )
      | ,{BLANK}*[0-9IVX]+{BLANK}* (?:,|et|&|ou) {BLANK}
    )
    """
)
_STRETCH = Lazy(rf"{BLANK}*[0-9IVXLC]+{BLANK}*[-–—]{BLANK}*[0-9IVXLC]+(?![\w-])")
_FOLLOWING = Lazy(rf"[{BLANK[1:-1]}(«“\"~-]*([^\W_]+)")
_START = Lazy(r"[^\W\d_]+|&")
_NUMBER = Lazy(rf"([0-9]+){BLANK}*\Z")
_WIDEST = 32
"""Characters of the longest form, and some more."""
_USUAL = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "’": "'"})
_COUNTED = Lazy(rf"(?<![0-9.,])(?P<one>[01](?:,[0-9]+)?)?(?P<many>[0-9])?{BLANK}*\Z")


@cache
def _forms() -> dict[str, list[tuple[str, str, str]]]:
    """Written form → ``(where, spoken, other form)`` in the order of the table."""
    forms: dict[str, list[tuple[str, str, str]]] = {}
    for written, spoken, other, where in table("dictionaries/abbreviations"):
        for form in _cases(written):
            forms.setdefault(form, []).append((where, spoken, other))
    return forms


def _cases(written: str) -> Iterable[str]:
    """As in the table, with a capital, and in capitals what is no word: ``tél.``, ``Tél.``, ``TÉL.``."""
    stem = written.removesuffix(".")
    capital = written[0].upper() + written[1:] if len(written.rstrip("./")) > 1 else written
    shouted = stem.isalpha() and stem != written and len(stem) > 2 and not is_word(stem.lower())
    return dict.fromkeys((written, capital, written.upper()) if shouted else (written, capital))


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    """Forms by the word or the sign they begin with: only those of the words met are ever compiled."""
    starts: dict[str, list[str]] = {}
    for form in _forms():
        start = _START.match(form)
        if start:
            starts.setdefault(start[0], []).append(form)
    return {start: tuple(forms) for start, forms in starts.items()}


@cache
def _pattern(start: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![^\W_]) (?<![^\W_]\.) (?: {either(_starts()[start])} )
        (?! (?<=[^\W_]) [\w’']
            | /(?!N\.|n[°o.]|Q\)|[0-9]{{1,2}}\)|[{CAPITAL}]{{1,2}}[.,)/])[^\W_]
            | (?<=[{CAPITAL}]\.) [{CAPITAL}]\. )
        """,
        re.VERBOSE,
    )


def _may_be(forms: tuple[str, ...], source: str, place: int) -> bool:
    """Whether one of the forms stands at a place: most words that begin one begin none there, and need no pattern."""
    near = source[place : place + _WIDEST].translate(_USUAL)
    return near.startswith(forms) or "  " in near


def _found(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Written forms of the table, left to right, the longest at each place."""
    place, starts = sentence.span.start, _starts()
    for start in _START.finditer(sentence.source, sentence.span.start, sentence.span.end):
        forms = starts.get(start[0])
        if forms and start.start() >= place and _may_be(forms, sentence.source, start.start()):
            match = _pattern(start[0]).match(sentence.source, start.start(), sentence.span.end)
            if match:
                place = match.end()
                yield match


def read(sentence: Sentence) -> Iterator[Reading]:
    """Abbreviations of one sentence."""
    for match in _found(sentence):
        written = " ".join(match[0].replace("’", "'").split())
        for where, spoken, other in _forms().get(written, ()):
            if _fits(where, match, sentence):
                said = _said(where, spoken, other, match, sentence)
                yield Reading(Span(match.start(), _end(match, sentence)), _cased(said, match[0]), RULE)
                break


def _end(match: re.Match[str], sentence: Sentence) -> int:
    """The dot that also ends the sentence stays: a voice lowers its tone there."""
    place, end = match.end(), sentence.span.end
    last = match[0][-1] == "." and place - match.start() > 2 and not match.string[place:end].strip()
    return place - 1 if last and match.string[sentence.span.start : match.start()].strip() else place


_PLAIN = frozenset({"any", "unnamed", "number", "numbername", "name", "next", "gender", "after", "colon"})
"""Places of a form that stands alone: none that needs a special neighbour."""


def _is_alone(match: re.Match[str], sentence: Sentence) -> bool:
    """``env.``: the form and its dot are the whole line."""
    source, start, end = match.string, sentence.span.start, sentence.span.end
    alone = match.end() - match.start() >= len(source[start:end].strip()) > 2
    return alone and match[0].endswith(".")


def _fits(where: str, match: re.Match[str], sentence: Sentence) -> bool:
    if _is_alone(match, sentence):
        return where in _PLAIN
    if _is_name(match, sentence) or _is_last_word(match, sentence):
        return False
    return places.fit(where, match, sentence)


def _is_name(match: re.Match[str], sentence: Sentence) -> bool:
    """``un film avec Max. Le public…``: a first name at the end of a sentence."""
    if not match[0][0].isupper() or match[0].removesuffix(".") not in words("dictionaries/first_names"):
        return False
    return word_before(match.string, match.start(), sentence.span.start) != ""


def _is_last_word(match: re.Match[str], sentence: Sentence) -> bool:
    """``dans les prés. Les vaches…``: a word at the end of a sentence."""
    if match[0][-1] != "." or match[0][:-1].lower() not in SEGMENTATION.words("also a word"):
        return False
    if match[0][0].isupper() and not company.word(match, sentence)[:1].isupper():  # « Doc. », no « Luna Park. »
        return False
    if match.string[match.start() - 1 : match.start()] == "-":  # ``la reine-des-prés``
        return True
    if places.is_ranked(match.string[max(0, match.start() - 8) : match.start()]):
        return False
    if match.string[match.end() : match.end() + 1] in (",", ";", ")"):
        return False
    following = _FOLLOWING.match(match.string, match.end(), sentence.span.end)
    return following is None or following[1] in SEGMENTATION.words("opener")


def _said(where: str, spoken: str, other: str, match: re.Match[str], sentence: Sentence) -> str:
    """The form that agrees with its surroundings."""
    if not other:
        return spoken
    if where == "noun":
        return other if _is_counted(match, sentence) else spoken
    if where == "epithet":
        following = word_after(match.string, match.end(), sentence.span.end)
        return (other if agreement.feminine(following) else spoken) + ("s" if following.endswith("s") else "")
    if where == "adjective":
        return _agreed(spoken, other, company.institution(match, sentence))
    choose: Callable[[], bool] = {
        "elected": lambda: company.word(match, sentence).lower() in DETERMINERS.words("feminine"),
        "gender": lambda: _feminine_before(match, sentence),
        "after": lambda: _one_before(match, sentence),
    }.get(where, lambda: _several_ahead(match, sentence))
    said = other if choose() else spoken
    before = word_before(match.string, match.start(), sentence.span.start)
    plural = where == "gender" and before[-1:] == "s" and before not in company.listed("singular in s")
    return said + "s" if plural and not said.endswith("s") else said


def _is_counted(match: re.Match[str], sentence: Sentence) -> bool:
    """Several of them: after a determiner in the plural, a number in figures or in words from two on."""
    before = company.word(match, sentence).lower()
    if before:
        return before in DETERMINERS.words("plural") or before.rpartition("-")[2] in spelling.plurals()
    number = _NUMBER.search(match.string, max(sentence.span.start, match.start() - 12), match.start())
    return number is not None and int(number[1]) > 1


def _agreed(masculine: str, feminine: str, number: str) -> str:
    """``départemental``: the plural of the masculine ends in *-aux*."""
    if not number.endswith("p"):
        return feminine if number == "f" else masculine
    return f"{feminine}s" if number[0] == "f" else f"{masculine[:-1]}ux"


def _feminine_before(match: re.Match[str], sentence: Sentence) -> bool:
    return agreement.feminine(word_before(match.string, match.start(), sentence.span.start))


def _one_before(match: re.Match[str], sentence: Sentence) -> bool:
    near = max(sentence.span.start, match.start() - 12)
    if places.is_ranked(match.string[near : match.start()]):
        return True
    if match.string[near : match.start()].rstrip().endswith(("/2", "½")):
        return True
    counted = _COUNTED.search(match.string, near, match.start())
    return counted is not None and counted["one"] is not None and counted["many"] is None


def _several_ahead(match: re.Match[str], sentence: Sentence) -> bool:
    place, end = match.end(), sentence.span.end
    if match.string[match.start() - 1 : match.start()] in ("'", "’"):
        return False  # « l'art. 144 et s. »
    if _SEVERAL.match(match.string, place, end):
        return True
    return match[0][:1] not in "aA" and _STRETCH.match(match.string, place, end) is not None


def _cased(said: str, written: str) -> str:
    """A capital in front stays one; initials keep what the table says."""
    if written[0].isupper() and written[1:2].islower() and said[0].islower():
        return said[0].upper() + said[1:]
    return said
