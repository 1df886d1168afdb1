"""Addresses of the Internet, e-mail, hashtags, accounts, file names: ``contact@ornehebdo.fr``, ``#MeToo``, ``.pdf``.

The protocol is not said. Parts that are acronyms or cannot be pronounced are spelled; numbers are cardinals.
"""

import re
from collections.abc import Iterator

from editions.french import acronyms, spelling
from editions.french.around import word_before
from editions.french.lazy import Lazy
from editions.french.patterns import either
from editions.french.pronounce import letters, pronounceable
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table, words

RULE = "electronic"
TABLE = Table(f"rules/{RULE}")

_SITES = ("fr", "com")
"""Ends before which a name may keep its accents, ``Allociné.fr``: no sentence begins with them."""
_LETTERS = 4
"""Capitals that may be an acronym at the end of a sentence: ``LA SNCF.DE PLUS``."""
_VOWEL = Lazy("[aeiouyàâéèêëîïôöùûü]")
_PART = Lazy(r"[0-9]+|[^\W\d_]+|[^\w]|_")
_SYLLABLE = Lazy("[bcdfglmnprst][aeou]")
"""``lo`` of an address is no party."""
_HUMP = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿœ]+|[0-9]+|[^\W\d_]+")


def _addresses() -> str:
    ends = either(form for row in TABLE.rows("domain") for form in (row[0], row[0].upper()))
    files = either(row[0] for row in TABLE.rows("file"))
    name = r"[^\W_][\w-]*+"
    path = r"(?:/[\w./~%#?=&+:@-]*[\w/]|/)?"
    return rf"""
        (?<![\w@.])
        (?:
            https?:// (?P<url> [^\s«»<>\"()]*[\w/] )
          | (?P<mail> [\w.+-]+@ (?:{name}\.)+ (?: [a-z]{{2,}} | [A-Z]{{2,}} ) )
          | (?P<domain> (?:{name}\.)+ (?:{ends}) (?![\w-]|\.[\w]) {path} )
          | (?P<web> (?:www|WWW) \.[\w.-]+\w{path} )
          | (?P<file> (?:[\w-]+(?:\.[\w-]+)*)? \. (?:{files}) (?![\w]|\.\w) )
          | (?P<end> (?:\.(?:{ends}))+ (?!\w) )
          | \# (?P<hashtag> (?=\w*[^\W\d_]) \w+ )
          | @ (?P<account> \w[\w.]*\w )
        )
        """


_ADDRESS = Lazy(_addresses, r"[.#@:](?:(?<=\.)(?:[^\W\d_]{2}|[a-z])|(?<=[#@])\w|(?<=:)//)")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Electronic addresses of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _ADDRESS.finditer(source, start, end):
        said = _said(match)
        if match["hashtag"] and word_before(source, match.start(), start) == TABLE.mapping("sign")["hashtag"]:
            said = _humps(match["hashtag"])
        if said:
            yield Reading(Span(*match.span()), said, RULE)


def _said(match: re.Match[str]) -> str:
    signs, ends = TABLE.mapping("sign"), TABLE.mapping("domain")
    if match["hashtag"]:
        return f"{signs['hashtag']} {_humps(match['hashtag'])}"
    if match["account"]:
        account = match["account"]
        return f"{signs['@']} {_humps(account) if account.isalnum() and not account.islower() else _parts(account)}"
    if match["file"]:
        stem, _, ending = match["file"].rpartition(".")
        said = TABLE.mapping("file")[ending]
        return f"{_parts(stem)} {signs['.']} {said}".strip()
    if match["end"]:
        return " ".join(f"{signs['.']} {ends.get(end.lower(), end)}" for end in match["end"][1:].split("."))
    if match["domain"] and _looks_like_a_slip(match["domain"]):
        return ""
    address = match["url"] or match["mail"] or match["domain"] or match["web"]
    return _parts(address.lower() if address.isupper() else address)


def _looks_like_a_slip(domain: str) -> bool:
    """A missing blank after a full stop (*fini.Me voilà*, *gare.Pro*): the end has a capital."""
    stem, _, end = domain.partition("/")[0].rpartition(".")
    if domain.isupper() and stem.isascii() and len(stem) > _LETTERS:
        return False
    return not end.islower() or (stem[:1].isupper() and len(stem) == 1) or not (stem.isascii() or end in _SITES)


def _parts(address: str) -> str:
    """Words, numbers and named signs; the last word of the host by the table of ends."""
    host = re.split(r"[/?#]", address, maxsplit=1)[0]
    ends = TABLE.mapping("domain")
    said = []
    for match in _PART.finditer(address.rstrip("/")):
        part = match[0]
        after_dot = address[match.start() - 1 : match.start()] == "."
        if part in TABLE.mapping("sign") and part != "hashtag":
            said.append(TABLE.mapping("sign")[part])
        elif part.isdigit() and part.isascii():
            said.append(spelling.with_zeros(part))
        elif after_dot and match.end() <= len(host) and part in ends:
            said.append(ends[part])
        elif part[0].isalnum():
            said.append(_word(part))
    return " ".join(said)


def _humps(tag: str) -> str:
    """``JeSuisCharlie`` → *Je Suis Charlie*; ``COP28`` → *Cop vingt-huit*."""
    said = []
    for part in _HUMP.findall(tag):
        said.append(spelling.with_zeros(part) if part.isdigit() and part.isascii() else _word(part))
    return " ".join(said)


def _word(part: str) -> str:
    known = acronyms.said(part.upper()) if not _SYLLABLE.fullmatch(part) else ""
    low = part.lower()
    a_word = low in words("dictionaries/word_capitals") or low.capitalize() in words("dictionaries/first_names")
    if known and (part.isupper() or (part.islower() and not a_word)):
        return known
    spelled = not pronounceable(part) if part.isupper() else part.islower() and _VOWEL.search(part) is None
    return letters(part.upper()) if spelled and 1 < len(part) < 6 else part
