"""What must stand beside an abbreviation for it to be one: each ``where`` of its dictionary is a ``Place``.

``fit("number", match, sentence)``: ``p.`` before a number; ``fit("after", …)``: ``pl.`` behind one. The words that
decide are in ``rules/abbreviations.tsv``.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from editions.french.abbreviation_company import (
    following,
    follows_determiner,
    institution,
    is_athletes,
    is_bargain,
    is_car,
    is_home,
    is_swum,
    listed,
    word,
)
from editions.french.around import says
from editions.french.grammar import CALENDAR
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, either
from editions.model import Sentence

_BLANKS = " \u00a0\u2009\u202f"
_NUMBER = rf"(?:{BLANK}*[0-9]|{BLANK}+[IVXLC]+(?!\w)|{BLANK}*[LRDA]\.?{BLANK}*[0-9*]|n[°ºo])"
_SMALL = rf"{BLANK}+[a-zß-ÿ]"
_NAME = rf"{BLANK}+[{CAPITAL}]"
_AT_START = r"\A\Z"
_NEAR = 12
"""Characters before a form that are looked at."""
_RANK = Lazy(r"[0-9](?:e|ᵉ|er|re|.re|.me|nde?)\Z")

Test = Callable[[re.Match[str], Sentence], bool]


class Place(NamedTuple):
    """What stands around a form."""

    ahead: Lazy = Lazy("")
    """Matches right behind the form."""
    before: Lazy = Lazy("")
    """Is found in the twelve characters before the form, their last blanks left out."""
    test: Test = lambda match, sentence: True
    """What no pattern can tell."""


def fit(where: str, match: re.Match[str], sentence: Sentence) -> bool:
    """Whether the place of a written form is the one that its row asks for."""
    place = PLACES[where]
    if place.ahead.match(match.string, match.end(), sentence.span.end) is None:
        return False
    return place.before.search(_before(match, sentence)) is not None and place.test(match, sentence)


def is_ranked(text: str) -> bool:
    """Whether an ordinal ends the text: ``le 3e``."""
    return _RANK.search(text.rstrip(_BLANKS)) is not None


def _before(match: re.Match[str], sentence: Sentence) -> str:
    return match.string[max(sentence.span.start, match.start() - _NEAR) : match.start()].rstrip(f"{_BLANKS}\n")


def _behind(kind: str) -> Place:
    """Right behind a word of that row of the table."""
    return Place(test=lambda match, sentence: word(match, sentence).lower() in listed(kind))


def _among(kind: str) -> Place:
    """In a block that has a word of that row of the table."""
    return Place(test=lambda match, sentence: says(match.string, 0, len(match.string), listed(kind)))


PLACES = {
    "any": Place(),
    "gender": Place(),
    "noun": Place(),
    # by what comes next
    "number": Place(Lazy(_NUMBER)),
    "mark": Place(Lazy(rf"{BLANK}+[0-9]"), Lazy(r"(?<!\d)\Z")),
    "year": Place(Lazy(rf"{BLANK}+[0-9]{{3,4}}(?!\w)"), Lazy(r"(?<!\d)\Z")),
    "hour": Place(Lazy(rf"{BLANK}*[0-9]{{1,2}}(?:{BLANK}?h(?![^\W\d_])|\.[0-9]{{2}}(?![0-9]))")),
    "share": Place(Lazy(rf"{BLANK}*:?{BLANK}*[0-9]+(?:,[0-9]+)?{BLANK}?%")),
    "called": Place(Lazy(rf"{BLANK}*:{BLANK}*[{CAPITAL}][a-zß-ÿ]")),
    "rated": Place(Lazy(rf"{BLANK}[-−–]?[0-9]{{1,2}},[0-9]")),
    "driven": Place(before=Lazy(r"(?<![0-9])[24]\Z")),
    "season": Place(Lazy(rf"{BLANK}?[0-9]"), Lazy(r"[(,:;»]\Z|\A\Z")),
    "coproduced": Place(Lazy(rf"{BLANK}?(?:/[{CAPITAL}]|,{BLANK}(?:19|20)[0-9]{{2}})"), Lazy(r"\((?:[\w.-]+/)*\Z")),
    "joined name": Place(Lazy(rf"-[{CAPITAL}][a-zà-ÿ]{{2}}")),
    "numbered": Place(Lazy(rf"{BLANK}*:{BLANK}*[0-9]")),
    "elected": Place(Lazy(rf"{BLANK}(?:[{CAPITAL}]{{2,}}|[{CAPITAL}]\.{BLANK})"), test=follows_determiner),
    "first man": Place(before=Lazy(r"1er\Z")),
    "first lady": Place(before=Lazy(r"[1I]re\Z")),
    "length": Place(Lazy(rf"{BLANK}*:?{BLANK}*[0-9]+(?:,[0-9]+)?{BLANK}?(?:[mck]?m)(?![\w²³])")),
    "price": Place(
        Lazy(rf"{BLANK}*:?{BLANK}*(?:[0-9]+{BLANK}à{BLANK})?[0-9]+(?:[.{BLANK[1:-1]}][0-9]{{3}})*(?:,[0-9]+)?{BLANK}?€")
    ),
    "areaahead": Place(Lazy(rf"{BLANK}*:?{BLANK}*[0-9][0-9.{BLANK[1:-1]}]*(?:,[0-9]+)?(?:m[²2]|ha|ares)(?!\w)")),
    "terrace": Place(Lazy(rf"{BLANK}*:?{BLANK}*(?:de{BLANK})?[0-9]{{1,2}}(?:,[0-9]+)?{BLANK}?m[²2]")),
    "grounds": Place(
        Lazy(
            rf"{BLANK}*:?{BLANK}*(?:de{BLANK})?(?:[0-9]+{BLANK}?(?:a|ha|ca|ares)(?!\w)|[0-9][0-9.{BLANK[1:-1]}]{{2,}}m[²2])"
        )
    ),
    "boxed": Place(Lazy(rf"{BLANK}+(?:de{BLANK})?[0-9]+{BLANK}?(?:kg|p)(?!\w)")),
    "bed": Place(Lazy(rf"{BLANK}*(?:\+|[0-9]+{BLANK}?[x×]|latex|mousse)")),
    "age": Place(Lazy(rf"{BLANK}*[,(]?{BLANK}*[0-9]{{2}}(?:{BLANK}*a|{BLANK}/{BLANK}[FH])")),
    "aged": Place(Lazy(rf"{BLANK}*,?{BLANK}*[0-9]{{2}}{BLANK}*a"), Lazy(r"\A\Z|[,;(]\Z")),
    "sign": Place(Lazy(rf"{BLANK}*[-+−–]{BLANK}*[0-9]")),
    "minus": Place(Lazy(rf"{BLANK}*[-−–]{BLANK}*[0-9]")),
    "appointed": Place(Lazy(rf"{BLANK}*(?:[a-zà-ÿ]|[0-9]{{1,2}}{BLANK}?[h:]|[«(])")),
    "opening": Place(Lazy(_NUMBER), Lazy(r"\A[«“\"( \u00a0]*\Z|\(\Z")),
    "polled": Place(Lazy(rf"{BLANK}+[0-9]"), Lazy(lambda: rf"[0-9] v\.\Z|{either(listed('polled'))}\Z")),
    "parcel": Place(Lazy(rf"{BLANK}+[A-Z]{{1,2}}{BLANK}?[0-9]")),
    "circuit": Place(Lazy(rf"{BLANK}+(?:de|d['’]){BLANK}?[0-9]"), Lazy(r"\d\Z")),
    "beaten": Place(
        Lazy(rf"{BLANK}+[{CAPITAL}][^!?]{{2,60}}[0-9][-/][0-9]"),
        Lazy(r"\]\Z|[)a-zà-ÿ]\Z|[{CAPITAL}]{2}\Z".replace("{CAPITAL}", CAPITAL)),
    ),
    "next": Place(Lazy(rf"{BLANK}*(?:[^\W_]|[(«“\"~-]{BLANK}*[^\W_])")),
    "name": Place(Lazy(rf"[-{BLANK[1:-1]}]+[{CAPITAL}]")),
    "numbername": Place(Lazy(rf"{BLANK}*(?:[0-9]|[{CAPITAL}])")),
    "unnamed": Place(Lazy(rf"(?!{BLANK}?(?:(?:de|d['’]|[Ll][ea]|van){BLANK}?)?[{CAPITAL}][a-zß-ÿ])")),
    "joined": Place(Lazy(rf"-[{CAPITAL}d]")),
    "joinedof": Place(Lazy(rf"[-{BLANK[1:-1]}](?:de|des|du|d['’])")),
    "nextof": Place(Lazy(rf"{BLANK}+(?i:d(?:e|es|u)?)(?!\w)")),
    "ministry": Place(Lazy(rf"{BLANK}+d(?:e|u|es)?(?:{BLANK}+l[a’'])?['’]?{BLANK}*[{CAPITAL}]")),
    "small": Place(Lazy(_SMALL)),
    "epithet": Place(Lazy(_SMALL)),
    "colon": Place(Lazy(rf"{BLANK}*(?::|{_NUMBER}|\+[0-9])")),
    "colonword": Place(Lazy(rf"{BLANK}*:")),
    # by what stands before
    "after": Place(before=Lazy(r"\d[eᵉr]?\Z")),
    "afterword": Place(before=Lazy(r"[^\W_]\Z")),
    "ranked": Place(before=_RANK),
    "doors": Place(before=Lazy(r"(?<![0-9.,])[2-5]\Z"), test=lambda match, sentence: is_car(match.string, sentence)),
    "car": Place(test=lambda match, sentence: is_car(match.string, sentence)),
    "saved": Place(Lazy(rf"{BLANK}?(?:[,;)]|\Z|[{CAPITAL}])"), Lazy(r"(?<![0-9])[0-9]{1,2}\Z")),
    "millions": Place(before=Lazy(rf"[0-9]{BLANK}?(?:M|mios?)\Z")),
    "recorded": Place(Lazy(rf"{BLANK}?[),;]"), Lazy(r"(?:[0-9],|\()\Z")),
    "lettered": Place(Lazy(rf"{BLANK}[a-zA-Z](?!\w)")),
    "lasting": Place(Lazy(rf"{BLANK}*[0-9]+{BLANK}(?:mois|ans)(?!\w)")),
    "gears": Place(before=Lazy(r"[0-9]x[0-9]{1,2}\Z")),
    "firstname": Place(
        Lazy(rf"{BLANK}(?:[{CAPITAL}]\.{BLANK})?[{CAPITAL}][a-zà-ÿ’']|-[{CAPITAL}]\.|{BLANK}[{CAPITAL}]\.")
    ),
    "version": Place(Lazy(rf"{BLANK}?[0-9]+\.[0-9]")),
    "channel": Place(Lazy(rf"{BLANK}[2-5],?{BLANK}[0-9]{{1,2}}(?:h|\.[0-9])")),
    "dated": Place(Lazy(rf"{BLANK}+(?:le{BLANK})?[0-9]{{1,2}}(?:/[0-9]|\.[0-9])")),
    "reached": Place(Lazy(rf"{BLANK}*:?{BLANK}*[-−–+]?[0-9]")),
    "showed": Place(Lazy(rf"{BLANK}*(?:[(,;.–-]|\Z|(?:en|de|du|sur|hist|fr|am|brit|anim)(?!\w)|d['’])")),
    "size": Place(Lazy(rf"{BLANK}?(?:[,;)]|\Z)|{BLANK}[a-zà-ÿ]")),
    "qualified": Place(Lazy(rf"{BLANK}+(?:A[12](?!\w)|[hH]/[fF])")),
    "chapter": Place(Lazy(rf"{BLANK}+[IVXLC]+,{BLANK}?[0-9]")),
    "church": Place(Lazy(rf"{BLANK}+(?:N\.-D|Notre|S(?:ain)?te?(?:[.-]|{BLANK}))")),
    "comedy": Place(Lazy(rf"{BLANK}+(?:d(?:e{BLANK}|['’])|avec|fr|am|ital|(?:19|20)[0-9]{{2}})")),
    "houses": Place(Lazy(rf"{BLANK}+[{CAPITAL}]{{2}}")),
    "honour": Place(Lazy(rf"{BLANK}+(?:LH|ONM|des?|du)(?!\w)")),
    "nextsmall": Place(Lazy(rf"{BLANK}[a-z]")),
    "funeral": Place(Lazy(lambda: rf"{BLANK}(?:{either(CALENDAR.mapping('weekday'))}(?!\w)|le{BLANK}[0-9])")),
    "electors": Place(before=Lazy(r"[0-9]{3}\Z")),
    "perton": Place(before=Lazy(r"(?:€|[Ff]r\.|cts?)/(?:t|q|kg)\Z")),
    "swimming": Place(
        before=Lazy(r"[0-9]\Z"),
        test=lambda match, sentence: is_swum(match.string, sentence),
    ),
    "medley": Place(before=Lazy(r"(?<!\w)(?:m|au|du|le)[ \u00a0]4\Z")),
    "few": Place(before=Lazy(r"(?<![0-9.,])[1-9]\Z"), test=lambda match, sentence: is_home(match.string, sentence)),
    "bearing": Place(before=Lazy(r"[0-9][ \u00a0]?[°'’′″\"]\Z")),
    "area": Place(before=Lazy(r"m[²2]\Z")),
    "bracket": Place(before=Lazy(r"\(\Z")),
    "division": Place(before=Lazy(r"(?<!\w)[DNR][1-5]\Z")),
    "swum": Place(before=Lazy(rf"[0-9]{BLANK}?m\Z")),
    "behindsign": Place(before=Lazy(r"%\Z")),
    "plussign": Place(before=Lazy(r"(?:\+|\.[-–—]|€(?:[ \u00a0\u202f]de)?)\Z")),
    "counted": Place(before=Lazy(r"\d"), test=lambda match, sentence: match[0].islower()),
    # by both
    "colonly": Place(Lazy(rf"{BLANK}*:"), Lazy(r"\A[«“\"( \u00a0]*\Z")),
    "castcolon": Place(Lazy(rf"{BLANK}*:|{BLANK}+[{CAPITAL}]\."), Lazy(_AT_START)),
    "namestart": Place(Lazy(_NAME), Lazy(_AT_START)),
    "startsmall": Place(Lazy(_SMALL), Lazy(_AT_START)),
    "agestart": Place(Lazy(rf"{BLANK}+[0-9]{{2}}{BLANK}*a"), Lazy(_AT_START)),
    "country": Place(Lazy(rf"{BLANK}?(?:[,;)/]|-(?=[{CAPITAL}]))"), Lazy(rf"\((?:[{CAPITAL}][a-zß-ÿ]*\.?[-/])?\Z")),
    "athlete": Place(Lazy(rf"{BLANK}?[,)/]"), test=is_athletes),
    "verse": Place(Lazy(_NUMBER), Lazy(rf"(?<!\w)[A-Z][a-z]{{1,2}}\.?{BLANK}[0-9IVX]+,\Z")),
    "cup": Place(before=Lazy(r"(?:1/(?:2|4|8|16|32)|[0-9]es?)(?:.de)?\Z")),
    "gave up": Place(Lazy(rf"{BLANK}?(?:[.,;)]|\Z|{BLANK}[{CAPITAL}])"), Lazy(r"[0-9)],\Z|;\Z")),
    "timed": Place(Lazy(rf"{BLANK}?[).,;]|\Z"), Lazy(r"[’'″”\"][0-9]+,?\Z")),
    "parried": Place(Lazy(rf"{BLANK}(?:\(|en{BLANK}[0-9])"), Lazy(r"(?<![0-9])[0-9]{1,2}\Z")),
    "graded": Place(Lazy(rf"{BLANK}[A-G](?!\w)")),
    "stretch": Place(Lazy(rf"{BLANK}*:?{BLANK}*[0-9]+[-–][0-9]+{BLANK}?%")),
    "initialled": Place(Lazy(rf"{BLANK}*(?:[,;()]|\Z|et(?!\w))"), Lazy(r"(?<!\w)(?:[A-Z]\.|de|et|à)\Z")),
    "listed": Place(Lazy(rf"{BLANK}?[,;]"), Lazy(r",\Z")),
    "bracketed": Place(Lazy(rf"{BLANK}?[),]"), Lazy(r"(?:[(,/]|€)\Z")),
    # by a word of a table
    "swum by": Place(Lazy(r"\)"), Lazy(r"\(\Z"), lambda match, sentence: is_swum(match.string, sentence)),
    **{kind: _behind(kind) for kind in ("age class", "wanted", "terrain", "carer", "fished", "limb")},
    **{kind: _among(kind) for kind in ("train", "channelled", "eggs", "moon", "raced", "combined")},
    "recipe": Place(
        before=Lazy(r"(?<![0-9.,])[0-9]{1,2}\Z"),
        test=lambda match, sentence: says(match.string, 0, len(match.string), listed("recipe")),
    ),
    "sought": Place(
        Lazy(rf"{BLANK}"), test=lambda match, sentence: following(match, sentence).lower() in listed("sought")
    ),
    "nameafter": Place(test=lambda match, sentence: word(match, sentence)[:1].isupper()),
    "adjective": Place(test=lambda match, sentence: institution(match, sentence) != ""),
    "article": Place(Lazy(_NAME), test=follows_determiner),
    "determined": Place(test=follows_determiner),
    "verb": Place(
        Lazy(rf"{BLANK}+[^\W\d_]"), test=lambda match, sentence: following(match, sentence) in listed("verb")
    ),
    "seeker": Place(Lazy(rf"{BLANK}+[^\W\d_]"), test=lambda match, sentence: word(match, sentence) in listed("seeker")),
    "meeting": Place(test=lambda match, sentence: following(match, sentence) in listed("meeting")),
    "key": Place(test=lambda match, sentence: word(match, sentence) in listed("key")),
    "bargain": Place(Lazy(rf"(?!{BLANK}*[0-9])"), test=is_bargain),
}
"""The places by the names that the table uses; its head says what each means."""
