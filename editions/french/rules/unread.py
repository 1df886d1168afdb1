"""Short forms that no table knows: ``les ff. 12``, ``la dz``, ``du bqt``.

They are said as they are written, without the dot that would lower the voice, and listed for the editor, who may tell
the lexicon what they mean. A dot before a small letter, a figure or a comma ends no sentence; a word without a vowel
is none.
"""

from collections.abc import Iterator

from editions.french.confidence import UNSURE
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "unread"
TABLE = Table(f"rules/{RULE}")
_DOTTED = Lazy(
    rf"(?<![\w.’'-])(?P<word>[^\W\d_]{{2,7}})\.(?=[,;:/]|\)|{BLANK}[a-zà-ÿ0-9])(?!\.)",
    r"[^\W\d_]\.[ ,;:/)\u00a0\u202f]",
)
_MUTE = Lazy(r"(?<![\w.’'/@#-])(?P<word>[bcdfghjklmnpqrstvwxz]{2,5})(?![\w’'/-]|\.\w)")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Unknown short forms of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _DOTTED.finditer(source, start, end):
        yield Reading(Span(*match.span()), match["word"], RULE, UNSURE)
    for match in _MUTE.finditer(source, start, end):
        if match["word"] not in TABLE.words("word"):
            yield Reading(Span(*match.span()), match["word"], RULE, UNSURE)
