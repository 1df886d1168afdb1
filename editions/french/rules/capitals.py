"""Words in capitals: acronyms, names, headlines, emphasis.

``LA SNCF EN GRÈVE`` → *la S N C F en grève*; ``Emmanuel MACRON`` → *Emmanuel Macron*; ``OTAN`` → *Otan*. The table of
acronyms comes first; a run of capitals is a name or a headline; a word alone is a word when it can be pronounced,
otherwise letters. What is in no table is doubtful.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from editions.french import accents, acronyms
from editions.french.around import word_after, word_before
from editions.french.confidence import LIKELY, PLAUSIBLE, UNSURE
from editions.french.grammar import DETERMINERS
from editions.french.lazy import Lazy
from editions.french.mixed_case import ACRONYM, mixed
from editions.french.patterns import BLANK, CAPITAL
from editions.french.pronounce import letters, pronounceable
from editions.french.vocabulary import is_word
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table, words

RULE = "capitals"
TABLE = Table(f"rules/{RULE}")

_RUN = Lazy(
    rf"""
    (?<![^\W_]) [{CAPITAL}]++ (?: [ \u00a0\u2009\u202f'’-]++[{CAPITAL}]++ (?![^\W_]) )*+
    (?: (?<=[{CAPITAL}]{{2}}) s )? (?![^\W_])
    """,
    rf"[{CAPITAL}](?:[{CAPITAL}]|[ \u00a0\u2009\u202f'’-]+[{CAPITAL}](?![^\W_]))",
)
_AFTER_FIGURE = Lazy(rf"(?<=[0-9])[{CAPITAL}]{{2,4}}(?![^\W_])", rf"[0-9][{CAPITAL}]{{2}}")
_DOTTED = Lazy(rf"(?<![\w.-])(?:[{CAPITAL}]\.){{2,}}(?:[{CAPITAL}](?![\w’']))?(?!-)", rf"[{CAPITAL}]\.[{CAPITAL}]")
_WORD = re.compile(rf"[{CAPITAL}]+s?")
_VOWEL = Lazy("[AEIOUYÀ-ÖØ-ÝŒ]")
_MANY = 3
_PAIR = 2
"""Letters of a canton or a country, which close a bracket."""
_OFTEN_A_WORD = 4
"""Letters from which people make a word of an acronym, however it is written: *SMVO* is « smivo »."""
_SMALL_WORDS = ("a", "à", "y", "ô")
"""Letters that are words without an apostrophe behind them."""
_JOINED_BEFORE = Lazy(rf"([{CAPITAL}]{{2,}})-\Z")
_TITLE = Lazy(rf"(?<!\w)M{{1,2}}\.{BLANK}*\Z")
_NEXT = Lazy(rf"{BLANK}([{CAPITAL}][a-zà-ÿ]+)")
_SURNAMED = Lazy(rf"(?<!\w)([{CAPITAL}][a-zß-ÿ]+){BLANK}[{CAPITAL}]{{3,}}(?!\w)")
_SMALL = Lazy("[a-zß-öø-ÿœ]")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Acronyms and words in capitals of one sentence; the rule's name says which of the two."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    yield from mixed(sentence)
    for match in _DOTTED.finditer(source, start, end):
        plain = match[0].replace(".", "")
        yield Reading(Span(*match.span()), acronyms.said(plain) or letters(plain), ACRONYM)
    for match in _AFTER_FIGURE.finditer(source, start, end):
        yield Reading(Span(*match.span()), acronyms.said(match[0]) or letters(match[0]), ACRONYM, LIKELY)
    for match in _RUN.finditer(source, start, end):
        if match.end() - match.start() > 1:
            yield from _run(match, sentence)


def _run(match: re.Match[str], sentence: Sentence) -> Iterator[Reading]:
    found = list(_WORD.finditer(match.string, *match.span()))
    headline = _headline(sentence) or _is_slogan(found)
    for word in found:
        if (not headline or len(found) < 3) and (letter_by_letter := _beside_acronym(word, match)):
            yield letter_by_letter
            continue
        long_run = len(found) > 1 or (headline and _is_one_of_many(sentence))
        reading = _word(word, sentence, long_run, headline)
        if reading is not None:
            yield reading


def _beside_acronym(word: re.Match[str], run: re.Match[str]) -> Reading | None:
    """``LCP-AN``: two letters joined to an acronym are no word."""
    if len(word[0]) != 2 or "-" not in run[0]:
        return None
    before = _JOINED_BEFORE.search(run.string, run.start(), word.start())
    if before is None or not acronyms.said(before[1]):
        return None
    return Reading(Span(*word.span()), acronyms.said(word[0]) or letters(word[0]), ACRONYM, LIKELY)


def _is_slogan(found: list[re.Match[str]]) -> bool:
    """Words in capitals inside a sentence: ``un badge « JE SUIS CHARLIE »``."""
    return len(found) > 2 and sum(word[0].lower() in words("dictionaries/word_capitals") for word in found) > 1


def _word(match: re.Match[str], sentence: Sentence, run: bool, headline: bool) -> Reading | None:
    word = match[0]
    known = acronyms.said(word) or acronyms.said(word.removesuffix("s"))
    low = word.lower()
    if headline and (participle := _participle(match, sentence)):
        return Reading(Span(*match.span()), participle, RULE, PLAUSIBLE, (low,))
    if run and headline and low in words("dictionaries/word_capitals"):
        return Reading(Span(*match.span()), accents.restored(low), RULE)
    if not headline and low in TABLE.words("no noun") and _is_determined(match, sentence):
        return Reading(Span(*match.span()), acronyms.said(word) or letters(word), ACRONYM, LIKELY, (low,))
    common = headline and any(low in words(f"dictionaries/{name}") for name in ("feminine_nouns", "forms"))
    if not common and (town := accents.town(low)):
        return Reading(Span(*match.span()), town, RULE, LIKELY)
    if word.capitalize() in words("dictionaries/first_names") and (
        not known or run or _before_surname(match, sentence)
    ):
        return Reading(Span(*match.span()), word.capitalize(), RULE, LIKELY)
    if known:
        return Reading(Span(*match.span()), known, ACRONYM)
    if len(word) == 1:
        word_too = low in _SMALL_WORDS or match.string[match.end() : match.end() + 1] in "'’"
        return Reading(Span(*match.span()), low, RULE) if run and headline and word_too else None
    if low in words("dictionaries/word_capitals") and not (len(word) < 4 and not headline and _is_bracketed(match)):
        named = _after_name(match, sentence)
        return Reading(Span(*match.span()), word.capitalize() if named else low, RULE)
    return _unknown(match, sentence, run, headline)


def _unknown(match: re.Match[str], sentence: Sentence, run: bool, headline: bool) -> Reading:
    """A name, a word of a headline, or an acronym that no table knows."""
    span, word = Span(*match.span()), match[0].removesuffix("s")
    low = word.lower()
    accented = accents.restored(low) if len(word) > 2 and word.isascii() and (headline or not run) else low
    as_word = accented if headline else word.capitalize()
    if _after_name(match, sentence) or _before_name(match, sentence):
        return Reading(span, word.capitalize(), RULE, LIKELY)
    if not headline and len(word) > 3 and _has_surname(sentence.source, sentence.span.start, sentence.span.end):
        return Reading(span, word.capitalize(), RULE, PLAUSIBLE)
    if not headline and not word.isascii() and (known := acronyms.unaccented(word)):
        return Reading(span, known, ACRONYM, LIKELY)
    if accented != low:
        return Reading(span, accented, RULE, PLAUSIBLE, (letters(word),))
    sayable = pronounceable(word) or (len(word) == 2 and not word.isascii())
    if sayable and (
        (run and (headline or len(word) > 3)) or len(word) > 5 or not word.isascii() or _opens(match, sentence)
    ):
        return Reading(span, as_word, RULE, LIKELY if run or len(word) > 6 else PLAUSIBLE)
    if sayable and len(word) > 3:
        return Reading(span, word.capitalize(), RULE, PLAUSIBLE if headline else UNSURE, (letters(word),))
    short = len(word) < _OFTEN_A_WORD and not is_word(low)
    if short or (not sayable and _VOWEL.search(word) is None):
        return Reading(span, letters(word), ACRONYM, PLAUSIBLE)
    return Reading(span, letters(word), ACRONYM, UNSURE, (word.capitalize(),) if sayable else ())


def _is_bracketed(match: re.Match[str]) -> bool:
    """``les salaires (AI)``, ``Almeida (POR, UAE)``: a short word in capitals, the last between brackets."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return (before.endswith(("(", ", ")) or len(match[0]) == _PAIR) and match.string[
        match.end() : match.end() + 1
    ] == ")"


def _headline(sentence: Sentence) -> bool:
    """The whole sentence is in capitals."""
    return _has_no_small_letter(sentence.source, sentence.span.start, sentence.span.end)


@lru_cache(maxsize=8)
def _has_no_small_letter(source: str, start: int, end: int) -> bool:
    """Looked for once a sentence, however many words it has."""
    return _SMALL.search(source, start, end) is None


def _is_one_of_many(sentence: Sentence) -> bool:
    found = _WORD.finditer(sentence.source, sentence.span.start, sentence.span.end)
    return len(list(islice(found, _MANY))) == _MANY


def _after_name(match: re.Match[str], sentence: Sentence) -> bool:
    """A first name or a title stands before: ``Emmanuel MACRON``, ``M. DUPONT``."""
    source, start = match.string, sentence.span.start
    if _TITLE.search(source, max(start, match.start() - 8), match.start()):
        return True
    before = word_before(source, match.start(), start)
    if before.capitalize() in words("dictionaries/first_names"):
        return True
    if before.isupper() and len(before) > 1:  # a particle: ``Marine LE PEN``
        before = word_before(source, match.start() - len(before) - 1, start)
    return before in words("dictionaries/first_names")


@lru_cache(maxsize=8)
def _has_surname(source: str, start: int, end: int) -> bool:
    """``Pierre ROY ; les familles COLIN, VOGT``: the sentence writes family names in capitals."""
    found = _SURNAMED.finditer(source, start, end)
    return any(match[1] in words("dictionaries/first_names") for match in found)


def _before_surname(match: re.Match[str], sentence: Sentence) -> bool:
    """``FRANCK Dubois``: another name follows."""
    return _NEXT.match(match.string, match.end(), sentence.span.end) is not None


def _is_determined(match: re.Match[str], sentence: Sentence) -> bool:
    """``le SI``, ``un DE``: what a determiner in small letters stands before."""
    before = word_before(match.string, match.start(), sentence.span.start)
    return not before.isupper() and before.lower() in (DETERMINERS.words("any") | DETERMINERS.words("plural"))


def _participle(match: re.Match[str], sentence: Sentence) -> str:
    """``EST BLESSE``, ``UN HOMME TUE DANS``: the accent that a headline has lost; none before an object."""
    low, source = match[0].lower(), match.string
    before = word_before(source, match.start(), sentence.span.start).lower()
    if before in TABLE.words("auxiliary"):
        elided = source[match.start() - len(before) - 2 : match.start() - len(before) - 1] in ("'", "’")
        return "" if elided else accents.participle(low)  # « L'ÉTÉ ARRIVE »
    after = word_after(source, match.end(), sentence.span.end).lower()
    single = low.removesuffix("s")
    listed = single in TABLE.words("headline participle") or single.removesuffix("e") in TABLE.words(
        "headline participle"
    )
    if not listed or not before or before in TABLE.words("subject") or after in TABLE.words("object"):
        return ""
    return accents.participle(low)


def _before_name(match: re.Match[str], sentence: Sentence) -> bool:
    """``MACRON Emmanuel``: the family name first, as in lists."""
    after = _NEXT.match(match.string, match.end(), sentence.span.end)
    return after is not None and after[1] in words("dictionaries/first_names") and len(match[0]) > 3


def _opens(match: re.Match[str], sentence: Sentence) -> bool:
    """``ORNE. Un homme tué``: the place that opens a dispatch."""
    before = match.string[sentence.span.start : match.start()].strip(' «"“\u00a0\u202f-–—•')
    after = match.string[match.end() : match.end() + 3].lstrip(" \u00a0\u202f")
    return not before and after[:1] in (".", ":", "-", "–", "—", "(", "|", "/", ",") and len(match[0]) > 3
