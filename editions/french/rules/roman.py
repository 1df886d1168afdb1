"""Roman numerals: ``XIXᵉ siècle``, ``Louis XIV``, ``acte III``, ``le XV de France``, ``XVIIe-XVIIIe s.``.

Two letters or more of I, V, X are a number after a name, a label or anything else that is not an acronym; a single
letter only after a label or the name of a sovereign (*Charles X*, not *Malcolm X*). ``MIX``, ``CIVIL``, ``CD`` and
``XL`` are none.
"""

import re
from collections.abc import Iterator

from editions.french import acronyms, romans, spelling
from editions.french.around import word_after
from editions.french.confidence import LIKELY, SURE
from editions.french.grammar import DETERMINERS, NUMBERS
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, LETTER
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "roman"
TABLE = Table(f"rules/{RULE}")

_ORDINAL = Lazy(
    rf"""
    (?<![\w’'.]) (?P<roman> [IVXLCDM]++ )
    (?: {BLANK} (?= i?[eè]mes? (?!\w) | e{BLANK}{TABLE.mapping("said")["century"]}s? (?!\w) ) )?
    (?P<ending> ers? | ᵉʳˢ? | i?[èe]res? | res? | ʳᵉˢ? | (?:i?[èe]me|[eè]|ᵉ) [sˢ]? | [°º] | (?<=II) n?de?s? )
    (?!\w) (?P<century> {BLANK}+s\. )?
    """,
    "[IVXLCDM][ \u00a0\u202f]?(?:[eè]|[ei]?[rm]|[ᵉʳ°ºnd])",
)
_JOINED = Lazy(rf"[IVX](?:e|ᵉ|[èe]me){BLANK}?(?:-|–|/|et|ou|,){BLANK}?\Z")
_CARDINAL = Lazy(
    rf"(?P<roman>[IVXLCDM](?<![^\W_][IVXLCDM])[IVXLCDM]*+)(?![\w’'+]|-[{LETTER}0-9]{{2,}}|\.[{LETTER}0-9])"
)
_LABEL = 4
"""Letters of a label in capitals: ``ACTE I``, where ``PL X`` may be anything."""
_NEAR = 12
"""Characters that another numeral of centuries and what joins it may take."""
_LONG = 5
"""Letters from which no word, size or acronym is a well-formed numeral: ``MCMXCIX``."""
_INITIAL = Lazy(rf"\.(?:{BLANK}?-?[A-ZÀ-ÖØ-Þ][\w’'-]|{BLANK}[a-zà-ÿ])")
"""``place V. Hugo``, ``Nicolas V. contre``: the letter of a name."""
_TITLED = Lazy(rf"\.{BLANK}[{CAPITAL}]")
"""``I. Le contexte``."""
_CHAIN = Lazy(rf",{BLANK}[IVX]{{2,}}(?!\w)")
"""``Terminus I, II et III``."""
_HEADING = Lazy(rf"{BLANK}?[.–—)-]{BLANK}")
_BEFORE = Lazy(rf"(?P<word>[{LETTER}]+(?:-[{LETTER}]+)*)(?P<dot>\.?)(?:{BLANK}|-)*\Z")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Roman numerals of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _ORDINAL.finditer(source, start, end):
        yield from _ordinal(match, sentence)
    for match in _CARDINAL.finditer(source, start, end):
        number = romans.value(match["roman"])
        if number and _is_number(match, sentence):
            doubt = len(match["roman"]) == 1
            alternatives = (match["roman"],) if doubt else ()
            yield Reading(
                Span(*match.span()), spelling.cardinal(str(number)), RULE, LIKELY if doubt else SURE, alternatives
            )


def _ordinal(match: re.Match[str], sentence: Sentence) -> Iterator[Reading]:
    number = romans.value(match["roman"])
    if not number or (len(match["roman"]) == 1 and match["roman"] not in "IVX"):
        return
    ending = match["ending"]
    plural = ending[-1] in "sˢ"
    if number == 1:
        feminine = len(ending) > 1 and ending.rstrip("sˢ")[-1] in "eᵉ"
        said = spelling.first(feminine, plural)
    elif "d" in ending:
        if (said := NUMBERS.mapping("ordinal").get(f"{number}{ending}", "")) == "":
            return
    elif "r" in ending or "ʳ" in ending:
        return  # a word in capital and small letters: the Vère, Mers
    else:
        said = spelling.ordinal(str(number), plural)
    yield Reading(Span(match.start(), match.end("ending")), said, RULE)
    if match["century"]:
        before = match.string[max(sentence.span.start, match.start() - _NEAR) : match.start()]
        yield _century(match, _JOINED.search(before) is not None)


def _century(match: re.Match[str], several: bool) -> Reading:
    end = match.end("century")
    return Reading(Span(end - 2, end), TABLE.mapping("said")["centuries" if several else "century"], RULE)


def _is_number(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether what stands around makes the letters a number."""
    written = match["roman"]
    before = _BEFORE.search(match.string, max(sentence.span.start, match.start() - 30), match.start())
    word = before["word"] if before else ""
    label = word.lower() in TABLE.words("label")
    if len(written) == 1:
        if match.start() == sentence.span.start and written in "IVX" and _TITLED.match(match.string, match.end()):
            return word_after(match.string, match.end() + 1, len(match.string)).lower() in _articles()
        graded = word.lower() in TABLE.words("grade") and written in "IVX"
        if not graded and _INITIAL.match(match.string, match.end(), sentence.span.end):
            return False
        if _CHAIN.match(match.string, match.end(), sentence.span.end):
            return written in "IVX"
        regnal = word in TABLE.words("sovereign") and before is not None and not before["dot"]
        return written in "IVX" and (regnal or (label and (len(word) >= _LABEL or not word.isupper())))
    dotted = before is not None and before["dot"] != "" and word.islower() and set(written) <= set("IVX")
    if written in _SIZES and word.lower() in TABLE.words("sized"):
        return False
    if label or dotted or word in TABLE.words("sovereign"):
        return True
    if not word and set(written) <= set("IVX") and _HEADING.match(match.string, match.end(), sentence.span.end):
        return True
    if len(written) >= _LONG:
        return True
    if not set(written) <= set("IVX") and acronyms.said(written):
        return False
    if not set(written) <= set("IVX") or written in _NOT_ALONE:
        named = word[:1].isupper() and not word.isupper() and word.lower() not in _articles()
        return written not in _SIZES and (named or (written == "IV" and len(word) >= _LABEL))
    return True


def _articles() -> frozenset[str]:
    """Words that announce an acronym rather than bear a number: ``Le CD``."""
    return DETERMINERS.words("any") | DETERMINERS.words("plural")


_NOT_ALONE = frozenset({"IV", "XX", "XXX", "XL"})
"""Also acronyms and sizes: a number only after a name."""
_SIZES = frozenset({"XL", "XX", "XXX"})
