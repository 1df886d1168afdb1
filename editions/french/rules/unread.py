"""Short forms that no table knows: ``les ff. 12``, ``la dz``, ``15 él.``, ``7 au large (Bft)``.

They are said as they are written, without the dot that would lower the voice, and listed for the editor, who may tell
the lexicon what they mean. A dot before a small letter, a figure or a comma ends no sentence; a word without a vowel
is none; and what stands right behind a number is a word, a unit, or cut short.
"""

import re
from collections.abc import Iterator

from editions.french.confidence import UNSURE
from editions.french.expansion import reading
from editions.french.jargon import ENOUGH, proposed
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL
from editions.french.vocabulary import is_word
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table, words

RULE = "unread"
_SHORT = 3
_MOST = 4
"""Other meanings of a form that an editor is shown."""
TABLE = Table(f"rules/{RULE}")
_DOTTED = Lazy(
    rf"(?<![\w.-])(?P<word>(?:[^\W\d_]{{2,8}}-)?[^\W\d_]{{2,8}})\.(?={BLANK}?[,;:/]|\)|{BLANK}[a-zà-ÿ0-9(<>+=~&])(?!\.)",
    r"[^\W\d_]\.[ ,;:/)\u00a0\u202f]",
)
_LETTERS = Lazy(r"(?<![\w.’'-])(?P<word>[a-z](?:\.-?[a-z]){1,3})\.(?![\w.])", r"[a-z]\.-?[a-z]\.")
"""``s.-t. allemand``, ``x.y.z. exigé``."""
_LAST = Lazy(r"(?<=[\s(])(?P<word>[a-zà-ÿ]{2,6}|[b-xz])\.\s*\Z", r"[^\W\d_]\.\s*\Z")
"""At the end of what may be no sentence: ``un adjoint tech. | 2e classe``."""
_LETTER = Lazy(
    rf"(?<![\w.’'-])(?P<word>[a-z])\.(?={BLANK}?[,;:/)]|{BLANK}(?:[a-zà-ÿ0-9]|[{CAPITAL}][a-zà-ÿ]))",
    r"(?<![\w.’'-])[a-z]\.",
)
"""``Roy b. Colin``, ``34 a.``."""
_CAPITAL = Lazy(
    rf"(?:(?<=\()(?P<bare>[{CAPITAL}])(?=\))|(?<![\w.’'-])(?<![a-zß-ÿ.]{BLANK})(?P<word>[{CAPITAL}])\.(?={BLANK}?[,;:)]|{BLANK}[a-zà-ÿ]))",
    rf"(?<![\w.’'-])[{CAPITAL}][.)]",
)
"""``T. ressentie``, ``Malik (Q)``."""
_BEFORE_NAME = Lazy(
    rf"(?<![\w.’'-])(?P<word>[{CAPITAL}]?[a-zß-ÿ]{{1,9}})\.(?={BLANK}[{CAPITAL}])", rf"[a-zß-ÿ]\.{BLANK}[{CAPITAL}]"
)
"""``Ec. Vitesse``: no sentence ends there."""
_MUTE = Lazy(r"(?<![\w.’'/@#-])(?P<word>[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4})(?![\w’'/-]|\.\w)")
_MIXED = Lazy(
    rf"(?<![\w.’'/@#-])(?P<word>[{CAPITAL}]{{2,5}}[a-rt-zà-ÿ][a-zà-ÿ]{{0,2}})(?![\w’'-])",
    rf"[{CAPITAL}]{{2}}[a-rt-zà-ÿ]",
)
"""``VOst``."""
_TAIL = Lazy(
    r"(?<=[a-zà-ÿ]-)(?P<word>[A-Z][b-df-hj-np-tv-xz]{1,3})(?![\w’'.-])", r"[a-zà-ÿ]-[A-Z][b-df-hj-np-tv-xz]", "-"
)
"""``Clermont-Fd``."""
_COUNTED = Lazy(
    rf"""
    (?<=[0-9]) (?: (?:er?|re|[€%])? {BLANK} | (?=[-/]) ) (?P<word>
        [^\W\d_{CAPITAL}]{{2,5}} (?P<dot>\.)? (?![\w’'.-])
      | [B-Z] (?= {BLANK} (?: [{CAPITAL}][a-zà-ÿ] | et{BLANK} ) | /[a-z] )
      | [b-xz] (?= {BLANK} [a-z]{{2}} )
      | [a-zµ]{{1,2}}[A-Z] (?!\w) | [A-Z]{{1,2}}[a-z] (?!\w)
      | Ø
    )
    """,
    rf"[0-9](?:er?|re|[€%])?{BLANK}[^\W\d_]|[0-9]{BLANK}Ø",
)


def read(sentence: Sentence) -> Iterator[Reading]:
    """Unknown short forms of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    yield from _guessed(sentence)
    for pattern in (_DOTTED, _LETTER, _LETTERS, _MUTE, _MIXED, _TAIL):
        for match in pattern.finditer(source, start, end):
            if match["word"] not in TABLE.words("word"):
                stops = match[0].endswith(".") and not source[match.end() : end].strip()
                yield _unsure(match, match.start(), match.end() - stops)
    for match in _CAPITAL.finditer(source, start, end):
        yield _unsure(match, *match.span(), match["bare"] or match["word"])
    for match in _BEFORE_NAME.finditer(source, start, end):
        if not _is_word(match["word"].lower()) and match["word"] not in words("dictionaries/first_names"):
            yield _unsure(match, *match.span())
    last = _LAST.search(source, start, end)
    if last and not _is_word(last["word"]):
        yield _unsure(last, *last.span("word"))
    for match in _COUNTED.finditer(source, start, end):
        word = match["word"].removesuffix(".")
        if len(word) == 1 or not _is_word(word.lower()):
            yield _unsure(match, match.start("word"), match.end("word") - len(match["dot"] or ""))


def _guessed(sentence: Sentence) -> Iterator[Reading]:
    """What a trade's form may mean where the line says little of the trade: the other meanings stand beside it."""
    for match, rows, weight, *_ in proposed(sentence):
        if weight >= ENOUGH or (weight and len(match[0]) > _SHORT):
            others = tuple(dict.fromkeys(row.spoken for row in rows[1:] if row.spoken != rows[0].spoken))
            yield reading(rows[0], match, sentence, RULE, UNSURE)._replace(alternatives=others[:_MOST])


def _unsure(match: re.Match[str], first: int, last: int, said: str = "") -> Reading:
    return Reading(Span(first, last), said or match["word"].removesuffix("."), RULE, UNSURE)


def _is_word(word: str) -> bool:
    return word in TABLE.words("word") or is_word(word)
