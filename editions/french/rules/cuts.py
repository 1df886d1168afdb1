"""Marks of what was left out, and signs before an age: ``(...)``, ``[…]``, ``gratuit - 12 ans``, ``- de 25 ans``.

A cut mark is a pause without words. A dash before an age or before *de* means *moins*, a plus
before an age *plus de*.
"""

from collections.abc import Iterator

from editions.french.lazy import Lazy
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

TABLE = Table("rules/signs")

RULE = "cuts"

_CUT = Lazy(rf"(?:(?<!\s){BLANK}++)?[(\[]{BLANK}?(?:\.{{2,5}}|…){BLANK}?[)\]]", r"\.\.|…")
_MORE = Lazy(rf"(?<![\w+])(?<![0-9]{BLANK})\+(?={BLANK}?[0-9]{{1,2}}{BLANK}*ans(?!\w))", r"\+")
_WEIGHT = Lazy(
    rf"(?<!\w)(?P<before>[^\W\d_]{{2,14}}){BLANK}(?P<sign>[-−–+]){BLANK}?(?=[0-9]{{2,3}}{BLANK}?kg(?!\w))",
    r"[-−–+].?[0-9]+.?kg",
)
_CLASS = Lazy(
    rf"(?:(?<![\s\S])|(?<=[\s(,;:]))(?<![0-9]{BLANK})(?P<sign>[-−–+])(?:(?<![\s\S].){BLANK}(?=[0-9]{{2,3}}{BLANK}?kg\W*\Z))?(?P<number>[0-9]{{2,3}}){BLANK}?kg(?!\w)",
    r"[-−–+]\s?[0-9]+.?kg",
)
"""``-73 kg``: a class of judo, not a loss of weight."""
_LESS = Lazy(
    rf"(?<![\w)’'-])(?<![0-9]{BLANK})[-−–](?:(?P<age>{BLANK}?(?=[0-9]{{1,2}}{BLANK}*ans(?!\w)))"
    rf"|(?={BLANK}?(?:de|d['’]){BLANK}?[0-9]))",
    r"[-−–](?<!\w[-−–]).?[0-9d]",
)


def read(sentence: Sentence) -> Iterator[Reading]:
    """Cut marks and dashes that mean less, of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _CUT.finditer(source, start, end):
        yield Reading(Span(*match.span()), "," if match.start() > start else "", RULE)
    for match in _WEIGHT.finditer(source, start, end):
        if match["before"].lower() in TABLE.words("weighed"):
            said = TABLE.mapping("named")["+ before" if match["sign"] == "+" else "- before"]
            yield Reading(Span(*match.span("sign")), said, RULE)
    for match in _CLASS.finditer(source, start, end):
        if match["number"] in TABLE.words("weight class"):
            said = TABLE.mapping("named")["+ before" if match["sign"] == "+" else "- before"]
            yield Reading(Span(*match.span("sign")), said, RULE, 0.8)
    for match in _LESS.finditer(source, start, end):
        age = match["age"] is not None
        said = TABLE.mapping("named")["- before" if age else "- de"]
        yield Reading(Span(match.start(), match.start() + 1), said, RULE)
    for match in _MORE.finditer(source, start, end):
        yield Reading(Span(*match.span()), TABLE.mapping("named")["+ before"], RULE)
