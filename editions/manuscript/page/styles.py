"""What the style sheets of a page say that changes its words: hidden parts, capitals, struck words, numbers of lists.

    sheet = Sheet([".x { DISPLAY: none }"])
    sheet.told(page, element)      # {"display": "none"}

The few properties that matter are looked at, in rules without pseudo-classes; among several the cascade decides.
Source: CSS 2.2, 6.4 (cascade). A screen of 1280 pixels is taken for granted.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from editions.manuscript.page import selectors
from editions.manuscript.page.elements import Element, Outline
from editions.manuscript.page.selectors import Compound

_PROPERTIES = ("display", "visibility", "text-transform", "list-style", "list-style-type", "text-decoration",
               "text-decoration-line", "clip", "clip-path", "position", "left", "text-indent", "width", "height",
               "max-height", "overflow", "mso-hide")  # fmt: skip
_WORTH = ("none", "hidden", "visible", "block", "flex", "grid", "inline", "uppercase", "list-style", "line-through",
          "rect(", "inset(", ":-", ": -")  # fmt: skip
"""What a rule says that is worth a look."""
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_BORDER = re.compile(r"[{}]")
_AT = re.compile(r"@(media|supports|layer|container|scope)\b(.*)", re.I | re.S)
_WIDE = 1280
_SHORT = 300_000
"""Characters of a sheet that is kept at hand."""
_MOST = 4000
"""Rules that are worth a look; more of them are not read."""
_MOST_OF_A_NAME = 100
"""The same of one class, identifier or element: the last ones win."""
Told = dict[str, str]
"""Property → value, in small letters."""


@dataclass(frozen=True, slots=True)
class _Rule:
    chain: tuple[Compound, ...]
    """The element itself, then what it stands in."""
    joined: tuple[str, ...]
    """Between them: a blank, or ``>``."""
    weight: tuple[int, int, int]
    told: Told
    urgent: frozenset[str]

    def fits(self, page: Outline, number: int) -> bool:
        if not self.chain[0].fits(page.elements[number]):
            return False
        around = iter(page.around(number))
        for compound, joint in zip(self.chain[1:], self.joined, strict=True):
            for above in around:
                if compound.fits(page.elements[above]):
                    break
                if joint == ">":
                    return False
            else:
                return False
        return True


class Sheet:
    """The rules of a page, found by the name that each ends in."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._rules: dict[str, list[tuple[int, _Rule]]] = {}
        self._found: dict[tuple[str, tuple[str, ...], str | None], list[tuple[int, _Rule]]] = {}
        """The rules that may hold for elements of a name, classes and identifier."""
        for number, (key, rule) in enumerate(_rules(sources)):
            if number < _MOST:
                self._rules.setdefault(key, []).append((number, rule))

    def told(self, page: Outline, number: int) -> Told:
        """What holds for an element by the sheets and by its own ``style``; nothing is inherited."""
        element = page.elements[number]
        if not self._rules and "style" not in element.given:
            return {}
        rules = self._of(element)
        if not rules and "style" not in element.given:
            return {}
        found: dict[str, tuple[tuple[int, tuple[int, int, int], int], str]] = {}
        for order, rule in rules:
            if rule.fits(page, number):
                for name, value in rule.told.items():
                    rank = int(name in rule.urgent), rule.weight, order
                    if name not in found or found[name][0] < rank:
                        found[name] = rank, value
        told = {name: value for name, (_, value) in found.items()}
        if "style" in element.given:
            own, _ = _declared(element.given["style"])
            told |= {name: value for name, value in own.items() if name not in found or not found[name][0][0]}
        return told

    def _of(self, element: Element) -> list[tuple[int, _Rule]]:
        called = element.name, element.classes, element.given.get("id")
        if (found := self._found.get(called)) is None:
            keys = {f".{name}" for name in element.classes} | {f"#{called[2]}", element.name, "*"}
            found = [rule for key in keys & self._rules.keys() for rule in self._rules[key][-_MOST_OF_A_NAME:]]
            self._found[called] = found
        return found


def _rules(sources: Iterable[str]) -> Iterator[tuple[str, _Rule]]:
    for source in sources:
        yield from _again(source) if len(source) <= _SHORT else _rules_of(source)


@lru_cache(maxsize=4)
def _again(source: str) -> tuple[tuple[str, _Rule], ...]:
    """The rules of a sheet that the other pages of its site have as well."""
    return tuple(_rules_of(source))


def _rules_of(source: str) -> Iterator[tuple[str, _Rule]]:
    for heads, body in _blocks(_COMMENT.sub(" ", source)):
        told, urgent = _declared(body)
        for selector in heads.split(",") if told else ():
            if parsed := selectors.parsed(selector):
                chain, joined, weight = parsed
                yield selectors.key(chain[0]), _Rule(chain, joined, weight, told, urgent)


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that hold on a screen and say something that is worth a look."""
    away = _away(css)
    for start in sorted(_starts(css)):
        end = css.find("}", start)
        head = max(css.rfind(sign, 0, start) for sign in "{};") + 1
        if end > 0 and not any(first < start < last for first, last in away):
            yield css[head:start].strip(), css[start + 1 : end]


def _starts(css: str) -> set[int]:
    """Where the rules begin that may be worth a look."""
    folded = css.lower() if css.isascii() else css
    found: set[int] = set()
    for word in _WORTH:
        place = folded.find(word)
        while place >= 0 and len(found) < _MOST:
            start = css.rfind("{", 0, place)
            end = css.find("}", place)
            found |= {start} if start >= 0 and css.find("}", start, place) < 0 else set()
            place = folded.find(word, end) if end > 0 else -1
    return found


def _away(css: str) -> list[tuple[int, int]]:
    """The stretches that do not concern a screen: other media, key frames, fonts."""
    if "@" not in css:
        return []
    found: list[tuple[int, int]] = []
    opened: list[tuple[int, bool]] = []
    place = 0
    for match in _BORDER.finditer(css):
        if match[0] == "{":
            head = css[place : match.start()].rpartition(";")[2].strip()
            opened.append((match.start() - len(head) - 1, _holds(head)))
        elif opened:
            start, holds = opened.pop()
            found += [] if holds else [(start, match.start())]
        place = match.end()
    return found + [(start, len(css)) for start, holds in opened if not holds]


def _holds(head: str) -> bool:
    """Whether what stands between the braces behind a selector or an ``@`` rule concerns a screen."""
    at = _AT.match(head)
    if at is None:
        return not head.startswith("@")
    return at[1].lower() != "media" or _on_screen(at[2])


def _on_screen(condition: str) -> bool:
    """Whether a media query holds on a wide screen."""
    for query in condition.lower().split(","):
        least, most = (re.findall(rf"{name}-width\s*:\s*(\d+)", query) for name in ("min", "max"))
        kinds = re.findall(r"\b(print|speech|not|dark|reduce|portrait|hover|pointer)\b", query)
        if not kinds and all(int(width) <= _WIDE for width in least) and all(int(width) >= _WIDE for width in most):
            return True
    return False


def _declared(body: str) -> tuple[Told, frozenset[str]]:
    told: Told = {}
    urgent = set()
    for declaration in body.split(";"):
        name, colon, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip().lower()
        if colon and name in _PROPERTIES:
            bare = re.sub(r"\s*!\s*important$", "", value)
            told[name] = bare
            urgent |= {name} if bare != value else set()
    return told, frozenset(urgent)
