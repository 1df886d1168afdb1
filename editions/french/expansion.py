"""What an abbreviation is said as where it stands: whether its place fits, agreement, the dot that stays.

if fits(row.where, match, sentence):
    yield reading(row, match, sentence, "abbreviations")
"""

import re
from collections.abc import Callable

from editions.french import abbreviation_company as company
from editions.french import abbreviation_places as places
from editions.french import agreement, spelling
from editions.french.abbreviation_forms import Row
from editions.french.around import nothing_behind, word_after, word_before
from editions.french.confidence import SURE
from editions.french.grammar import DETERMINERS, SEGMENTATION
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import words

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
_NUMBER = Lazy(rf"(?<![0-9.,/])([0-9]+)(?:,[0-9]+)?{BLANK}*\Z")
_COUNTED = Lazy(rf"(?<![0-9.,])(?P<one>[01](?:,[0-9]+)?)?(?P<many>[0-9])?{BLANK}*\Z")
_SHORTEST = 3
_NEAR = 12
"""Characters before a form in which its number stands."""
_PLAIN = frozenset({"any", "unnamed", "number", "numbername", "name", "next", "gender", "after", "colon"})
"""Places of a form that stands alone: none that needs a special neighbour."""


def fits(where: str, match: re.Match[str], sentence: Sentence) -> bool:
    """Whether a form stands in the place that a row asks for, and is no name nor a word that ends a sentence."""
    if _is_alone(match, sentence):
        return where in _PLAIN
    if _is_name(match, sentence) or _is_last_word(match, sentence):
        return False
    return places.fit(where, match, sentence)


def reading(row: Row, match: re.Match[str], sentence: Sentence, rule: str, confidence: float = SURE) -> Reading:
    """The form as a row says it there, in agreement with what stands around."""
    said = _cased(_said(row, match, sentence), match[0])
    return Reading(Span(match.start(), _end(match, sentence)), said, rule, confidence)


def _end(match: re.Match[str], sentence: Sentence) -> int:
    """The dot that also ends the sentence stays: a voice lowers its tone there."""
    place, end = match.end(), sentence.span.end
    last = match[0][-1] == "." and nothing_behind(match.string, place, end)
    return place - 1 if last and match.string[sentence.span.start : match.start()].strip() else place


def _is_alone(match: re.Match[str], sentence: Sentence) -> bool:
    """``env.``: the form and its dot are the whole line."""
    source, start, end = match.string, sentence.span.start, sentence.span.end
    if match[0][-1] != "." or len(match[0]) < _SHORTEST or not nothing_behind(source, match.end(), end):
        return False
    return not source[start : match.start()].strip()


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


def _said(row: Row, match: re.Match[str], sentence: Sentence) -> str:
    """The form that agrees with its surroundings."""
    spoken, other, where = row[:3]
    if not other:
        return _plural(spoken) if row.domain and where == "any" and _counts(match, sentence) > 1 else spoken
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
        "limb": lambda: _feminine_before(match, sentence),
        "after": lambda: _one_before(match, sentence),
    }.get(where, lambda: _several_ahead(match, sentence))
    said = other if choose() else spoken
    before = word_before(match.string, match.start(), sentence.span.start)
    plural = where == "gender" and before[-1:] == "s" and before not in company.listed("singular in s")
    return _plural(said) if plural else said


def _is_counted(match: re.Match[str], sentence: Sentence) -> bool:
    """Several of them: after a determiner in the plural, a number in figures or in words from two on."""
    before = company.word(match, sentence).lower()
    if before:
        return before in DETERMINERS.words("plural") or before.rpartition("-")[2] in spelling.plurals()
    return _counts(match, sentence) > 1


def _counts(match: re.Match[str], sentence: Sentence) -> int:
    """The number right before a form, what is behind its comma left out; 0 where none stands."""
    number = _NUMBER.search(match.string, max(sentence.span.start, match.start() - _NEAR), match.start())
    return int(number[1]) if number else 0


def _plural(noun: str) -> str:
    """``3 cand.``: *candidats*; of what is more than a word nothing is changed."""
    if " " in noun or noun.endswith(("s", "x", "z")):
        return noun
    return f"{noun[:-1]}ux" if noun.endswith("al") else f"{noun}{'x' if noun.endswith('au') else 's'}"


def _agreed(masculine: str, feminine: str, number: str) -> str:
    """``départemental``: the plural of the masculine ends in *-aux*."""
    if not number.endswith("p"):
        return feminine if number == "f" else masculine
    return f"{feminine}s" if number[0] == "f" else f"{masculine[:-1]}ux"


def _feminine_before(match: re.Match[str], sentence: Sentence) -> bool:
    return agreement.feminine(word_before(match.string, match.start(), sentence.span.start))


def _one_before(match: re.Match[str], sentence: Sentence) -> bool:
    near = max(sentence.span.start, match.start() - _NEAR)
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
