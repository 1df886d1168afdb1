"""Political labels: ``maire (DVD) de Sées`` → *divers droite*, ``Jean Dupont (SE)`` → *sans étiquette*, ``liste DVG``.

Only in brackets after a name, or right after a word such as *maire* or *liste*: elsewhere a DVD is a disc.
"""

from collections.abc import Iterator

from editions.french.around import word_before
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, either
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "parties"
TABLE = Table(f"rules/{RULE}")


def _labels() -> str:
    labels = either(TABLE.mapping("label"))
    return rf"(?P<bracket>\(|[,/-]{BLANK}?(?=[^()]{{0,60}}\)))?(?<![^\W_])(?P<label>{labels})(?![\w’'])"


_LABEL = Lazy(_labels, r"[A-Z]{2}|\([A-Za-z]")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Political labels of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _LABEL.finditer(source, start, end):
        label = match["label"]
        opening = source.rfind("(", start, match.start("label")) if match["bracket"] else match.start()
        before = word_before(source, max(opening, start), start)
        role = before.lower() in TABLE.words("role")
        if role or (match["bracket"] and opening > start and before[:1].isupper() and len(before) > 1):
            yield Reading(Span(*match.span("label")), TABLE.mapping("label")[label], RULE, LIKELY, (label,))
