"""Titles before names: ``Mme Hidalgo`` → *madame Hidalgo*, ``le Gal de Gaulle``, ``Me Leroy``, ``St-Exupéry``.

``Me`` is a lawyer only before a name (*Me voilà* keeps its pronoun); ``M.`` after a first name is somebody whose
name is hidden (*Kevin M.*), elsewhere *monsieur*.
"""

import re
from collections.abc import Iterator
from functools import cache

from editions.french import spelling
from editions.french.around import word_after, word_before
from editions.french.confidence import LIKELY, UNSURE
from editions.french.grammar import DETERMINERS
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, NAME_NEXT, either
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table, table

RULE = "titles"
TABLE = Table(f"rules/{RULE}")


@cache
def _pattern() -> re.Pattern[str]:
    titles = either(row[0] for row in table("dictionaries/titles"))
    return re.compile(
        rf"""
        (?: (?<![\w.&-]) | (?<=[a-zß-ÿ]-) (?=S(?:ts?|tes?)-) )
        (?:
            (?P<mm> MM\. ) (?!\w)
          | (?P<m> M\. (?! (?<=[0-9]{BLANK}M\.) {BLANK}?[/,)] )
            | M (?={BLANK}et{BLANK}M[ml]) ) (?! - | [^\W{CAPITAL}] | [{CAPITAL}] (?!\w) )
          | (?P<me> Mes? ) (?:(?<=e)\.)?
            (?= {BLANK}+ (?: (?:d[eu]{BLANK}|d['’]) [{CAPITAL}][\w'’-] | [{CAPITAL}] (?:[\w'’-]|\.) ) )
          | (?P<saint> S (?:ts?|tes?|TE?(?=-)) ) (?P<stop> \.? ) (?= [-{BLANK[1:-1]}]+[{CAPITAL}] )
          | (?P<title> {titles} ) (?!\w) (?P<dot> \. (?={BLANK}|[{CAPITAL}]) )?
            (?P<name> (?= (?:{BLANK}+|-) (?: \([^()]{{1,6}}\){BLANK} )? {NAME_NEXT} ) )?
        )
        """,
        re.VERBOSE,
    )


_BAR = Lazy(rf"(?:{BLANK}[{CAPITAL}][\w’'-]*\.?,?){{1,4}}{BLANK}(?:et|&){BLANK}[{CAPITAL}]")
"""Several names and *et*: ``Mes Dupont, Martin et Leroy``."""


_SEVERAL = "MM"
_CAST = Lazy(
    rf"""
    (?:
        (?<!\w) (?!M) [{CAPITAL}]\.
        (?:
            {BLANK} (?: [a-z]{{1,3}} (?:{BLANK}|['’]) | L[ae]s?{BLANK} )* [{CAPITAL}][\w’'-]+
            (?: {BLANK}\([^()]{{1,20}}\) )? (?:{BLANK}[0-9]{{1,2}})? (?:[,;]|{BLANK}et)
          | -?
        )
      | (?<!\w) S\.
    )
    {BLANK}?\Z
    """
)
"""Initials go before: ``avec T. Hanks, M. Streep``, ``S. M. le roi``."""
_LISTED = Lazy(
    rf"""
    (?: {BLANK} [{CAPITAL}] [\w’'-]+ ){{1,2}} (?: {BLANK}\([^()]{{1,30}}\) )?
    (?: [,;] | {BLANK}{spelling.word("and")} ) {BLANK} (?!M\.) [{CAPITAL}]\.{BLANK}? [{CAPITAL}]
    """
)
"""Initials go on behind: ``Buts : M. Diallo (12e), P. Martin (45e)``."""
_PLAYED = Lazy(
    rf"""
    (?: {BLANK} [{CAPITAL}] [\w’'-]+ ){{1,2}} (?: {BLANK}\([^()]{{1,20}}\) )?
    {BLANK} (?: b\. | bat | [-–] ) {BLANK} [{CAPITAL}]\.{BLANK}? [{CAPITAL}]
    """
)
"""``M. Küng (R1) bat S. Waltert``: initials of both."""
_INITIAL_AND = Lazy(rf"(?<!\w)(?!M)[{CAPITAL}]\.{BLANK}(?:et|&){BLANK}\Z")
"""``J. et M. Chételat``."""
_EXCELLENCE = Lazy(rf"(?<!\w)S\.{BLANK}?(?:E|Exc)\.{BLANK}\Z")
"""``S.E. M. Roy``."""
_RANKED = Lazy(rf"(?<!\w)[0-9]{{1,2}}\.{BLANK}\Z")
"""``3. M. Márquez``."""
_FILMED = Lazy(rf"{BLANK}[{CAPITAL}][\w’'-]+{BLANK}\((?:[{CAPITAL}][^()]{{0,12}},{BLANK}?)?[0-9]{BLANK}?h")
"""``de M. Ferrand (Fr., 1h54)``: who made a film."""
_DECIMAL = Lazy(rf",[0-9]{{1,3}}{BLANK}?\Z")
"""A number with decimals: ``2,2 M.`` are millions."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Titles of one sentence."""
    start, end = sentence.span.start, sentence.span.end
    for match in _pattern().finditer(sentence.source, start, end):
        reading = _reading(match, sentence)
        if reading is not None:
            yield reading


def _reading(match: re.Match[str], sentence: Sentence) -> Reading | None:
    if match["mm"]:
        return Reading(Span(*match.span()), _titles()[_SEVERAL][0], RULE)
    if match["m"]:
        return _monsieur(match, sentence)
    if match["me"]:
        return _maitre(match, sentence)
    said = TABLE.mapping("said")
    if match["saint"]:
        joined = match.string[match.end()] == "-"
        form = said[match["saint"].capitalize()]
        return Reading(Span(*match.span()), form if not joined else form.capitalize(), RULE)
    return _other(match, sentence)


def _other(match: re.Match[str], sentence: Sentence) -> Reading | None:
    spoken, where = _titles()[match["title"]]
    before = word_before(match.string, match.start(), sentence.span.start)
    if where == "name" and match["name"] is None:
        return None
    announced = before in TABLE.words("article")
    known = before.lower() in DETERMINERS.words("definite")
    if where == "both" and not (known and match["dot"] and match["name"] is not None):
        return None
    if where == "dot" and (match["name"] is None or not match["dot"]):
        return None
    joined = match.string[match.end() : match.end() + 1] == "-"
    if where == "article" and (match["name"] is None or not (announced or match["dot"] or joined)):
        return None
    return Reading(Span(*match.span()), spoken, RULE)


def _monsieur(match: re.Match[str], sentence: Sentence) -> Reading | None:
    """After a first name without comma, ``M.`` is an initial; at the end of a stretch it is doubtful."""
    source, place = match.string, match.end()
    before = word_before(source, match.start(), sentence.span.start)
    following = source[place : sentence.span.end].lstrip()[:1]
    first = not source[sentence.span.start : match.start()].strip(" \u00a0\u202f«“\"'(—–-").removesuffix(before)
    name_before = before[:1].isupper() and len(before) > 1 and not (first and before in TABLE.words("opener"))
    said = TABLE.mapping("said")
    if (name_before and not following.isupper()) or before in said or before in _titles():
        return None
    if before.lower() in TABLE.words("letter") and not following.isalpha():
        return None
    if _INITIAL_AND.search(source, max(0, match.start() - 8), match.start()):
        return None
    excellence = _EXCELLENCE.search(source, max(sentence.span.start, match.start() - 12), match.start())
    if not excellence and _CAST.search(source, max(0, match.start() - 48), match.start()):
        return None
    ranked = _RANKED.search(source, max(sentence.span.start, match.start() - 6), match.start())
    if (
        ranked
        or _FILMED.match(source, place, sentence.span.end)
        or _PLAYED.match(source, place, sentence.span.end)
        or (not before and _LISTED.match(source, place, sentence.span.end))
    ):
        return None
    if (len(before) == 1 and before.isupper() and not excellence) or _DECIMAL.search(
        source, max(0, match.start() - 8), match.start()
    ):
        return None
    spoken = said["M."]
    sure = LIKELY if following.isalpha() and not name_before else UNSURE
    return Reading(Span(*match.span()), spoken, RULE, sure, () if sure == LIKELY else (match["m"][0],))


def _maitre(match: re.Match[str], sentence: Sentence) -> Reading | None:
    """``Mes`` is mostly a possessive: read as a title only after a word in small letters."""
    before = word_before(match.string, match.start(), sentence.span.start)
    spoken = TABLE.mapping("said")[match["me"]]
    following = word_after(match.string, match.end(), sentence.span.end)
    if following in TABLE.words("English"):
        return None
    if match["me"] == "Me":
        return Reading(Span(*match.span()), spoken, RULE, LIKELY, (match["me"],))
    if before.islower() or _BAR.match(match.string, match.end(), sentence.span.end):
        return Reading(Span(*match.span()), spoken, RULE, LIKELY, (match["me"],))
    return None


@cache
def _titles() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in table("dictionaries/titles")}
