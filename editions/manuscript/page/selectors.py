"""Selectors of style sheets: which elements of a page they mean. Source: Selectors Level 3, without pseudo-classes."""

import re
from typing import NamedTuple

from editions.manuscript.page.elements import Element

_COMPOUND = re.compile(
    r"(?P<tag>\*|[a-z][\w-]*)?(?P<rest>(?:[.#][\w-]+|\[[\w-]+(?:[~|^$*]?=(?:\"[^\"]*\"|'[^']*'|[\w-]+))?\])*)", re.I
)
_PART = re.compile(r"([.#])([\w-]+)|\[([\w-]+)(?:([~|^$*]?)=(?:\"([^\"]*)\"|'([^']*)'|([\w-]+)))?\]")


class Compound(NamedTuple):
    """``p.x[hidden]``"""

    tag: str
    names: frozenset[str]
    identifier: str
    given: tuple[tuple[str, str, str], ...]

    def fits(self, element: Element) -> bool:
        """Whether it means an element, wherever that stands."""
        return (
            (not self.tag or self.tag == element.name)
            and self.names.issubset(element.classes)
            and (not self.identifier or self.identifier == element.given.get("id"))
            and all(_has(element, *wanted) for wanted in self.given)
        )


def parsed(selector: str) -> tuple[tuple[Compound, ...], tuple[str, ...], tuple[int, int, int]] | None:
    """The compounds of a selector from the last one on, what joins them, its specificity; None when it is beyond us."""
    parts = re.sub(r"\s*>\s*", " > ", selector.strip()).split()
    chain: list[Compound] = []
    joints: list[str] = []
    waiting = " "
    for part in parts:
        if part == ">":
            waiting = ">"
            continue
        compound = _compound(part)
        if compound is None:
            return None
        joints += [waiting] if chain else []
        chain.append(compound)
        waiting = " "
    if not chain:
        return None
    weight = (
        sum(bool(compound.identifier) for compound in chain),
        sum(len(compound.names) + len(compound.given) for compound in chain),
        sum(bool(compound.tag) for compound in chain),
    )
    return tuple(chain[::-1]), tuple(joints[::-1]), weight


def _compound(written: str) -> Compound | None:
    match = _COMPOUND.fullmatch(written)
    if match is None:
        return None
    classes, identifier, given = set(), "", []
    for sign, name, attribute, how, *values in _PART.findall(match["rest"]):
        if sign == ".":
            classes.add(name)
        elif sign == "#":
            identifier = name
        else:
            given.append((attribute.lower(), how, "".join(values)))
    tag = (match["tag"] or "").lower()
    return Compound("" if tag == "*" else tag, frozenset(classes), identifier, tuple(given))


def _has(element: Element, attribute: str, how: str, value: str) -> bool:
    if attribute not in element.given:
        return False
    found = element.given[attribute]
    if not value:
        return not how
    tests = {"": found == value, "~": value in found.split(), "|": found == value or found.startswith(f"{value}-"),
             "^": found.startswith(value), "$": found.endswith(value), "*": value in found}  # fmt: skip
    return tests[how]


def key(compound: Compound) -> str:
    """What the element that it means has at least: a class, an identifier, a name."""
    if compound.names:
        return f".{min(compound.names)}"
    return f"#{compound.identifier}" if compound.identifier else compound.tag or "*"
