"""Two genders or two numbers in one word: ``candidat(e)s``, ``étudiant·e``, ``directeur/trice``, ``document(s)``.

Both forms are said, joined by *ou* in the singular and *et* in the plural, because letters between brackets are no
reading. Endings and words come from tables.
"""

import re
from collections.abc import Iterator
from functools import cache

from editions.french.patterns import LETTER, either
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "inclusive"
TABLE = Table(f"rules/{RULE}")


@cache
def _pattern() -> re.Pattern[str]:
    endings = either(row[0] for row in TABLE.rows("ending"))
    words = either(_words())
    return re.compile(
        rf"""
        (?<![\w-])
        (?:
            (?P<word> {words} ) (?![\w(·])
          | (?P<first> [{LETTER}]{{2,}}+ ) - (?P<dashed> {endings} ) -s (?!-)
          | (?P<stem> [{LETTER}-]{{2,}}+ )
            (?:
                \( (?P<ending> -?{endings} ) (?P<inner> s? ) \) (?P<plural> s | x )?
              | [·•⋅‧] (?P<dotted> {endings} ) (?P<many> [·•⋅‧]?s )?
              | \. (?P<point> {endings} ) (?P<points> \.s | (?<=\.e) s )? (?!\.|\w)
              | /-? (?P<slashed> {endings} ) (?P<slashes> s )? (?![{LETTER}])
              | / (?P<whole> [{LETTER}]{{4,}} ) (?![{LETTER}/-])
              | \( (?P<number> s | x | es ) \)
              | [·⋅‧] (?P<onlys> s )
            )
            (?![\w(·@])
        )
        """,
        re.VERBOSE,
    )


def read(sentence: Sentence) -> Iterator[Reading]:
    """Words with two genders of one sentence."""
    for match in _pattern().finditer(sentence.source, sentence.span.start, sentence.span.end):
        said = _said(match)
        if said:
            yield Reading(Span(*match.span()), said, RULE)


def _said(match: re.Match[str]) -> str:
    if match["word"]:
        return _words()[match["word"]]
    stem = match["stem"] or match["first"]
    joiners = TABLE.mapping("word")
    if match["whole"]:
        return _pair(stem, match["whole"])
    if match["number"] or match["onlys"]:
        return f"{stem} {joiners['OU']} {stem}{match['number'] or match['onlys']}"
    plural = any(match[name] for name in ("inner", "plural", "many", "points", "slashes", "dashed"))
    ending = (match["ending"] or match["dotted"] or match["point"] or match["slashed"] or match["dashed"]).lstrip("-")
    if match["point"] and not match["points"] and match["point"] in _DOMAINS:
        return ""
    if plural and stem.endswith("s") and _feminine(stem, ending) is None:
        stem = stem[:-1]
    feminine = _feminine(stem, ending)
    if feminine is None or (match["slashed"] and len(ending) < 2 and not stem.endswith(("é", "t", "i", "u", "s", "n"))):
        return ""
    if not plural:
        return f"{stem} {joiners['OU']} {feminine}"
    single = stem if stem[-1] in "sx" else f"{stem}s"
    return f"{single} {joiners['ET']} {feminine}s"


_DOMAINS = frozenset({"re", "se", "ne", "te", "ve", "fe", "le"})


def _pair(masculine: str, feminine: str) -> str:
    """``directeur/directrice``, ``acteurs/actrices``: two whole words of one person."""
    joiners = TABLE.mapping("word")
    plural = masculine.endswith("s") and feminine.endswith("s")
    one, two = (masculine[:-1], feminine[:-1]) if plural else (masculine, feminine)
    for ending in (row[0] for row in TABLE.rows("ending")):
        if two.endswith(ending) and len(one) > 2 and _feminine(one, ending) == two:
            return f"{masculine} {joiners['ET' if plural else 'OU']} {feminine}"
    return ""


def _feminine(stem: str, ending: str) -> str | None:
    for written, masculine, feminine in TABLE.rows("ending"):
        if written == ending and stem.endswith(masculine):
            return stem[: len(stem) - len(masculine)] + feminine
    return None


@cache
def _words() -> dict[str, str]:
    return {form: said for form, said in TABLE.mapping("word").items() if not form.isupper()}
