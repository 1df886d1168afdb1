"""Articles of codes and laws: ``L. 121-3``, ``art. 221-1 et s.``, ``le 49-3``, ``décret 2020-1310``.

The dash of an article number is said; the famous ones of the Constitution (49-3, 49.3, 47-1) are said without.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import mapping

RULE = "law"
NEEDS_DIGIT = True

_FAMOUS = Lazy(
    rf"{LEFT}(?P<article>4[479])[-.](?P<part>[13])(?![\w%]|[-.,][0-9]|{BLANK}*(?:%|°|[kmg]+(?!\w)))", "4[479][-.][13]"
)
_CODE = Lazy(
    rf"(?<![\w.])(?P<letters>(?:L\.?O|[LRDA])\.?(?:{BLANK}?\*)?){BLANK}?(?P<numbers>[0-9]{{2,4}}(?:-[0-9]+){{1,3}})(?![\w,])",
    "[0-9]-[0-9]",
)
_ARTICLE = Lazy(
    rf"(?<!\w)(?:[Aa]rt(?:icle)?s?\.?|et|ou|,|à|[Ll]oi|[Dd]écret|[Oo]rdonnance|[Aa]rrêté|alinéa){BLANK}+"
    rf"(?P<numbers>[0-9]{{1,4}}(?:-[0-9]+){{1,3}})(?![\w,%]|{BLANK}*(?:%|€|°))",
    "[0-9]-[0-9]",
)
_CONTEXT = re.compile(r"(?:[Aa]rt\.|[Aa]rticles?|[Ll]oi|[Dd]écret|[Oo]rdonnance|[Aa]rrêté)(?!\w)")
_FOLLOWING = Lazy(rf"(?<=[0-9]){BLANK}+(?P<following>et{BLANK}+(?:s|sq|ss|suiv)\.?)(?!\w)", r"et.s")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Numbers of articles of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _FAMOUS.finditer(source, start, end):
        said = f"{spelling.cardinal(match['article'])} {spelling.cardinal(match['part'])}"
        if match[0] in ("49.3", "49-3") or _CONTEXT.search(source, max(start, match.start() - 12), match.start()):
            yield Reading(Span(*match.span()), said, RULE)
    for match in _CODE.finditer(source, start, end):
        letters = " ".join(re.sub(r"[^A-Z]", "", match["letters"]))
        yield Reading(Span(*match.span()), f"{letters} {_numbers(match['numbers'])}", RULE)
    if _CONTEXT.search(source, start, end):
        for match in _ARTICLE.finditer(source, start, end):
            yield Reading(Span(*match.span("numbers")), _numbers(match["numbers"]), RULE)
        for match in _FOLLOWING.finditer(source, start, end):
            yield Reading(Span(*match.span("following")), mapping("law_words")["following"], RULE)


def _numbers(written: str) -> str:
    dash = mapping("law_words")["dash"]
    return f" {dash} ".join(spelling.with_zeros(part) for part in written.split("-"))
