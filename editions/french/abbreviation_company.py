"""Who keeps an abbreviation company: the words around it that tell what it is; part of the rule of abbreviations."""

import re
from functools import lru_cache

from editions.french.around import says, word_after, word_before
from editions.french.grammar import CALENDAR, DETERMINERS
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, either
from editions.model import Sentence
from editions.tables import Table

TABLE = Table("rules/abbreviations")
_LOOK_BACK = 24
_NOUN = Lazy(rf"(?<!\w)([^\W\d_]+(?:-[^\W\d_]+)?)\.?{BLANK}\Z")
_AREA = Lazy(r"[0-9][ \u00a0\u202f]?m[²2](?!\w)")
"""An advertisement for a flat has its area: there a ``p.`` is a room."""
_RACED = Lazy("[0-9]['’″\"][0-9]{2}")
_LONG_NAME = 60
_WORDS = re.compile(r"[^\W_]+")
_NAMED = Lazy(
    rf"""
    (?P<title> (?: [^\W\d_]+['’{BLANK[1:-1]}]+ )? (?: [{CAPITAL}][\w’'.-]*{BLANK} )* ) (?<!\w)
    (?: {either(TABLE.words("particle"))}{BLANK} )? [{CAPITAL}][\w-]*[^\W\d_]{BLANK}\Z
    """
)


def institution(match: re.Match[str], sentence: Sentence) -> str:
    """Gender and number of the noun before: ``le conseil dép.``, ``la Féd. nat.``; empty when it is none."""
    noun = _NOUN.search(match.string, max(sentence.span.start, match.start() - _LOOK_BACK), match.start())
    return TABLE.mapping("institution").get(noun[1].lower(), "") if noun else ""


def word(match: re.Match[str], sentence: Sentence) -> str:
    """The word before the match, empty when a sign stands between."""
    return word_before(match.string, match.start(), sentence.span.start)


def following(match: re.Match[str], sentence: Sentence) -> str:
    """The word behind the match, empty when a sign stands between."""
    return word_after(match.string, match.end(), sentence.span.end)


def listed(kind: str) -> frozenset[str]:
    """A list of the table."""
    return TABLE.words(kind)


def is_home(source: str, sentence: Sentence) -> bool:
    """An area or a kind of home in the sentence: rooms are counted, not pages."""
    return _tells_home(source, sentence.span.start, sentence.span.end)


@lru_cache(maxsize=8)
def _tells_home(source: str, start: int, end: int) -> bool:
    """Looked for once a sentence, however many forms ask."""
    if _AREA.search(source, start, end):
        return True
    return any(source.find(home, start, end) >= 0 for home in listed("home"))


def is_car(source: str, sentence: Sentence) -> bool:
    """A word of a car's advertisement in the sentence: doors are counted, not pages."""
    return says(source, sentence.span.start, sentence.span.end, listed("car"))


def is_swum(source: str, sentence: Sentence) -> bool:
    """A word of swimming or a time of a race in the sentence."""
    return _tells_race(source, sentence.span.start, sentence.span.end)


@lru_cache(maxsize=8)
def _tells_race(source: str, start: int, end: int) -> bool:
    return says(source, start, end, listed("swimming")) or _RACED.search(source, start, end) is not None


def is_bargain(match: re.Match[str], sentence: Sentence) -> bool:
    """``à déb.``: what stands before a bargain, and no month behind it."""
    return word(match, sentence) in listed("bargain") and following(match, sentence) not in CALENDAR.mapping("month")


def follows_determiner(match: re.Match[str], sentence: Sentence) -> bool:
    """After a determiner in the singular."""
    return word(match, sentence).lower() in DETERMINERS.words("any")


def is_athletes(match: re.Match[str], sentence: Sentence) -> bool:
    """``Kipruto (KEN)``, not ``la Coupe d'Afrique des nations (CAN)``."""
    bracket = match.start() - 1
    if match.string[max(bracket, 0) : match.start()] != "(":
        return False
    name = _NAMED.search(match.string, max(sentence.span.start, bracket - _LONG_NAME), bracket)
    if name is not None and name["title"].rstrip().endswith("."):  # « l'Espagnole I. Sanchis (ESP) »
        return True
    return name is not None and TABLE.words("before institution").isdisjoint(
        word.lower() for word in _WORDS.findall(name["title"]) if word not in listed("particle")
    )
