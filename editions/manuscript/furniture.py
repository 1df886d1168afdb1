"""Furniture of news sites: buttons, counters, banners, links to other articles, which are pasted with an article.

    sight("Partager 12")                        # Sight("button", sure)
    sight("À lire aussi : Le pont ferme")       # Sight("link", sure)
    sight("Partager le pain, dit-elle, unit.")  # Sight("")

A line is judged by itself, its numbers alike; what stands around it is for the reader of the format. The words are in
``french/data/grammar/site_furniture.tsv``.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from editions.manuscript.addressed import NUMBER, counted_alike, is_of_the_site, is_said, is_to_the_reader, words_of
from editions.manuscript.site import SITE, TOKEN, first_word, heads, known, patterns, phrases, start

SURE = 0.95
LIKELY = 0.7
"""Furniture beside other furniture, or at an end of the article."""
DOUBT = 0.4
"""Kept, and named."""
KEPT = "[garder]"
"""Before a line that the newsroom wants to keep."""
_LONGEST = 320
_HASHTAG = re.compile(r"#\w")
_FIGURES = re.compile(r"[0+%€:/x\s]+")
_LONGEST_OPENING = 180
_LONGEST_ROW = 150
_LONGEST_LABEL = 50
_WORDS_OF_BUTTON = 6
_SAID = frozenset(':,«»“”"')
"""Signs that no words of a button have."""
_FEW = 3
"""Numbers in a row of buttons: more are a telephone's."""
_TELEPHONE = re.compile(r"(?<!\d)\d{2,4}[ ./-]\d\d(?:[ .]\d\d)+(?!\d)")
"""No button has one."""
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_DECORATION = '|>»›→▶►•·*-–—~#:.…!?()[]{}«"“”+=_✓✔➡👉🔴📷🎧▸➤↓↑←× \t\u00a0\u202f'
_LINK_SIGN = re.compile(r"\s*[:|>»›→–—]|\s+-\s|\.\s(?=\w)")
_CLOSED = re.compile(r"[.;,][\s\u00a0»”\"]*$")

Kind = Literal["", "button", "filler", "act", "label", "link", "tags", "speech"]


class Sight(NamedTuple):
    """What a line looks like."""

    kind: Kind
    """button: a whole line of the site. filler: only beside others. act: what a button does, or a
    title may. label: links follow it. link: both in one line.
    tags: subjects follow. speech: it speaks for the site; empty: part of the article."""
    confidence: float = 0.0


_NOTHING = Sight("")


def sight(text: str) -> Sight:
    """What a line looks like by itself."""
    if len(text) > _LONGEST or "\n" in text:
        return _NOTHING
    plain = text.casefold().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    bare = plain.strip(_DECORATION)
    if text.startswith("©") and not any(map(str.isdigit, text)):
        return _NOTHING  # who made a picture
    if not bare:
        return Sight("button", SURE) if len(plain.strip()) <= 3 and not _is_emoji(plain) else _NOTHING
    first = first_word(bare)
    if first in heads() or first[0].isdigit() or (len(text) < 40 and _GLUED.search(text)):
        bare = NUMBER.sub("0", bare[:_LONGEST_OPENING])
        seen = _tiled(text, bare) or _announced(text, bare) or _opened(text, bare)
        if seen:
            return seen
    return _spoken(text, plain, bare)


def stands_alone(text: str) -> bool:
    """Whether a word that may be a crosshead is a button wherever no other crosshead is like it."""
    return text.casefold().replace("’", "'").strip(_DECORATION) in SITE.words("alone")


def is_one_of(text: str, name: str) -> bool:
    """Whether a line is one of a list of the table, whatever its numbers."""
    return NUMBER.sub("0", text.casefold().replace("’", "'")).strip(_DECORATION) in known(name)


def is_menu(text: str) -> bool:
    """Whether a line is the menu of a site: « Accueil À propos Mes randonnées »."""
    home, *others = text.split()
    short = len(text) <= _LONGEST_ROW and len(others) > 1 and not _CLOSED.search(text)
    return short and home.casefold() in known("home") and others[0][:1].isupper() and others[0].casefold() in _menus()


def is_path(text: str) -> bool:
    """Whether a line is the path of a page from the first of its site: « Accueil > Bretagne »."""
    home, sign, _ = text.partition(" ")
    return home.casefold() in known("home") and bool(sign) and not text[len(home) :].strip()[:1].isalnum()


@cache
def _menus() -> frozenset[str]:
    """The words that items of menus begin with."""
    return frozenset(first_word(words) for name in ("menu", "button", "filler") for words in known(name))


def phrases_of(name: str) -> frozenset[str]:
    """The words of a list of the table."""
    return known(name)


def is_kept(text: str) -> bool:
    """Whether the newsroom says that a line is to stay."""
    return text.startswith(KEPT)


def released(text: str) -> str:
    """A line without the mark that keeps it."""
    return text.removeprefix(KEPT).lstrip()


def _is_emoji(text: str) -> bool:
    return any(ord(character) > 0x2BFF for character in text)


def _tiled(text: str, bare: str) -> Sight | None:
    """A line made of buttons and nothing else."""
    if len(bare) > _LONGEST_ROW or _TELEPHONE.search(text):
        return None
    tokens = TOKEN.findall(bare)
    if not tokens or len(tokens) > 24:
        return None
    found = _tiles(tokens)
    if found is None and len(tokens) <= 6 and _GLUED.search(text):
        found = _tiles(TOKEN.findall(counted_alike(_GLUED.sub(" ", text)).strip(_DECORATION)))
    if found is None:
        return None
    if not any(found):
        return Sight("filler", DOUBT)
    return Sight("button", LIKELY if bare in known("ambiguous") else SURE)


def _tiles(tokens: list[str]) -> list[bool] | None:
    """For each tile of a line whether it is a button; None when something is no tile."""
    found: list[bool] = []
    place = 0
    begun = phrases()
    while place < len(tokens):
        for length, button, phrase in begun.get(tokens[place], ()):
            if tuple(tokens[place : place + length]) == phrase:
                found.append(button)
                place += length
                break
        else:
            if not _FIGURES.fullmatch(tokens[place]) or tokens[place].count("/") > 1:
                return None
            found.append(":" in tokens[place] and "/" in tokens[place])
            place += 1
    return found if tokens.count("0") <= _FEW else None


def _announced(text: str, bare: str) -> Sight | None:
    """« Lire aussi », alone or with its link; « Mots-clés »."""
    for name in ("label", "book", "tags"):
        label = start(bare, name) or (_glued_label(text) if name == "label" else "")
        if label:
            rest = text[text.casefold().replace("’", "'").replace("\u00a0", " ").find(label) + len(label) :]
            seen = _label(label, name, rest)
            if seen:
                return seen
    return None


def _glued_label(text: str) -> str:
    """« À lire aussiLe pont ferme »: the label of a link that lost the blank behind it."""
    glued = _GLUED.search(text[:40])
    if not glued:
        return ""
    label = counted_alike(text[: glued.start()]).strip(_DECORATION)
    return label if label in SITE.words("sure label") else ""


def _label(label: str, name: str, rest: str) -> Sight | None:
    sure = label in SITE.words("sure label")
    if not rest.strip(_DECORATION):
        if name == "book" and not rest.strip():
            return Sight("label", DOUBT)
        return Sight("tags" if name == "tags" else "label", LIKELY if label in SITE.words("ambiguous") else SURE)
    if sure and rest.rstrip().endswith(":") and len(rest) <= 60:
        return Sight("label", SURE)
    signed = bool(_LINK_SIGN.match(rest))
    if name == "book":
        if not signed or (" " not in label and rest.lstrip()[:1] not in ":|"):
            return None
        return Sight("link", DOUBT if _is_of_a_book(rest) else LIKELY)
    if signed:
        doubtful = label in SITE.words("ambiguous") or (_CLOSED.search(rest) and _opens_small(rest))
        return Sight("link" if name == "label" else "tags", DOUBT if doubtful or name == "tags" else SURE)
    opens = rest.lstrip(' \u00a0«"“')[:1]
    if sure and (opens.isupper() or opens.isdigit()) and not _CLOSED.search(rest):
        return Sight("link", SURE)
    return Sight("speech", DOUBT) if sure and not _CLOSED.search(rest) else None


def _opens_small(rest: str) -> bool:
    """« Lire aussi : c'est ce que propose… » goes on as a sentence does."""
    return rest.lstrip(_DECORATION)[:1].islower()


def _is_of_a_book(rest: str) -> bool:
    return not SITE.words("of a book").isdisjoint(re.findall(r"[^\W\d_]+\.?|€", rest.casefold()))


def _opened(text: str, bare: str) -> Sight | None:
    """A line that begins as the site speaks, unless somebody says it in the article."""
    if is_said(bare):
        return None
    calls = _TELEPHONE.search(text) and not is_of_the_site(text)
    short = len(bare) <= _LONGEST_LABEL and not _CLOSED.search(text) and not calls
    if start(bare, "opening") or (short and start(bare, "short opening")):
        return Sight("button", SURE)
    if any(pattern.match(bare) for pattern in patterns().get(first_word(bare), ())):
        return Sight("button", SURE)
    if short and _acts(bare):
        return Sight("act", LIKELY)
    return Sight("speech", DOUBT) if start(bare, "maybe opening") else None


def _acts(bare: str) -> bool:
    """Whether a few words say what a button does: « Ajouter à mon carnet »."""
    few = len(bare.split()) <= _WORDS_OF_BUTTON and bare.count("0") < 2
    return few and _SAID.isdisjoint(bare) and start(bare, "act") != ""


def _spoken(text: str, plain: str, bare: str) -> Sight:
    """A line that speaks to the reader about the site, or is a row of hashtags."""
    words = words_of(bare)
    if text.startswith("#") and all(_HASHTAG.match(word) for word in plain.split()):
        return Sight("button", SURE)
    if len(bare) <= _LONGEST_LABEL and bare.endswith(tuple(SITE.words("label end"))):
        return Sight("label", SURE)
    if is_said(bare):
        return _NOTHING
    if len(text) <= _LONGEST_OPENING and any(phrase in plain for phrase in SITE.words("inside")):
        return Sight("button", SURE)
    if SITE.words("site").isdisjoint(words) or not is_to_the_reader(words):
        return _NOTHING
    if any(pattern.search(plain) for pattern in patterns().get("*", ())):
        return Sight("button", SURE)
    return _NOTHING if re.search('[«“"]', text) else Sight("speech", DOUBT)
