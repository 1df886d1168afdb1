"""Units without a number: ``le prix du m²``, ``en km/h``, ``des millions de m³``, ``au kg``.

Only symbols that are nothing else, and only after a word that announces a noun, which also tells the plural.
"""

from collections.abc import Iterator
from functools import cache

from editions.french.around import word_before
from editions.french.grammar import QUANTITIES
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, either
from editions.french.quantities import of, unit
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "bare_units"
TABLE = Table(f"rules/{RULE}")
_LONGEST = 16
"""Characters of a line that may be a symbol alone."""
_COMPOUND = Lazy(r"[^\W\d_]{1,4}[²³23]?\.?/[^\W\d_]{1,4}[²³23]?|[kcdm]?m[²³]|[kMGT]W[hc]?|dB(?:\(A\)|A)|µg")


@cache
def _pattern() -> Lazy:
    symbols = either(TABLE.words("symbol"))
    return Lazy(
        rf"(?!(?<=[0-9e]e{BLANK})cl(?!\w))(?<=[a-z’' \u00a0\u2009\u202f])(?<![\w/-])(?P<unit>{symbols})(?![\w²³/’'-])",
        "[a-z].(?:[kcmhpµ]|[GMT]|dB|g/|°C)",
    )


def _alone(sentence: Sentence) -> Reading | None:
    """``m³/s``: a symbol that is the whole line is named in the singular."""
    written = sentence.source[sentence.span.start : sentence.span.end].strip()
    if written not in TABLE.words("symbol") and not _COMPOUND.fullmatch(written):
        return None
    counted = unit(written.replace("./", "/"))
    start = sentence.source.index(written, sentence.span.start)
    return Reading(Span(start, start + len(written)), counted.singular, RULE) if counted else None


@cache
def _bracketed() -> Lazy:
    symbols = either(TABLE.words("symbol") | TABLE.words("bracketed"))
    return Lazy(rf"(?:(?<=\()|(?<=«{BLANK}))(?P<unit>{symbols})(?={BLANK}?[)»])", r"[(«].{2,9}[)»]", "(«")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Units without number of one sentence."""
    start, end = sentence.span.start, sentence.span.end
    if end - start < _LONGEST and (alone := _alone(sentence)):
        yield alone
        return
    for match in _bracketed().finditer(sentence.source, start, end):
        if counted := unit(match["unit"]):
            yield Reading(Span(*match.span("unit")), counted.plural, RULE)
    for match in _pattern().finditer(sentence.source, start, end):
        place = match.start() - 1 if sentence.source[match.start() - 1] in "’'" else match.start()
        number = QUANTITIES.mapping("announcer").get(word_before(sentence.source, place, start).lower())
        counted = unit(match["unit"])
        if number and counted:
            said = counted.singular if number == "singular" else counted.plural
            if number == "of":
                said = f"{of(said).lstrip()}{said}"
            yield Reading(Span(*match.span()), said, RULE)
