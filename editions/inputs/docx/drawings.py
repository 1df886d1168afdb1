"""What is drawn: pictures, new and old, text boxes, WordArt, SmartArt, charts. In the order of the document.

parts(w:drawing or w:pict) → Shown("picture", …), Shown("box", …), Shown("words", …), …
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from editions.inputs.docx.elements import Element, child, inside, name, value
from editions.tables import alternatives, table

_WANTED = ("blip", "txbxContent", "w:txbxContent", "relIds", "c:chart", "imagedata", "textpath", "OLEObject")


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing of a drawing."""

    kind: Literal["picture", "box", "words", "diagram", "chart", "object", "shape"]
    element: Element
    words: str = ""
    """The alternative text of a picture, the words of WordArt, the program of an object."""
    relation: str = ""
    """Id of the part that it is in; an address when it is outside the document."""


def parts(drawing: Element) -> Iterator[Shown]:
    """All that a drawing shows; nothing for one that only decorates."""
    if any(name(one) == "decorative" and value(one) in ("1", "true") for one in drawing.iter()):
        return
    found = [made for one in _wanted(drawing) if (made := _shown(one, drawing))]
    described = any(one.words for one in found if one.kind == "picture")
    alternative = _words(next(inside(drawing, "docPr"), None))
    pictures = [one for one in found if one.kind == "picture"]
    for one in found:
        if one.kind == "picture" and not described and one is pictures[0]:
            yield Shown("picture", one.element, alternative, one.relation)
        elif one.kind == "chart":
            yield Shown("chart", one.element, alternative, one.relation)
        else:
            yield one
    if not found and alternative:
        yield Shown("shape", drawing, alternative)


def _wanted(drawing: Element) -> Iterator[Element]:
    """Elements of interest, in order; what stands in a text box is its own affair."""
    waiting = [*drawing][::-1]
    while waiting:
        one = waiting.pop()
        called = name(one)
        if called == "AlternateContent":
            waiting += [*chosen(one)][::-1]
            continue
        if called in _WANTED:
            yield one
        if called not in ("w:txbxContent", "txbxContent", "blip"):
            waiting += [*one][::-1]


def _shown(one: Element, drawing: Element) -> Shown | None:
    called = name(one)
    if called == "blip":
        relation = value(one, "embed") or value(one, "link")
        return Shown("picture", one, _of_picture(one), relation) if relation else None
    if called == "imagedata":
        relation = value(one, "id") or value(one, "relid") or value(one, "href") or value(one, "pict")
        shape = one.getparent()
        return Shown("picture", one, _words(shape) or value(one, "title"), relation) if relation else None
    if called == "textpath":
        return Shown("words", one, value(one, "string")) if value(one, "string").strip() else None
    if called == "OLEObject":
        return Shown("object", one, value(one, "ProgID")) if value(one, "Type") != "Link" else None
    if called == "relIds":
        return Shown("diagram", one, "", value(one, "dm"))
    if called == "c:chart":
        return Shown("chart", one, "", value(one, "id"))
    return Shown("box", one)


def _of_picture(blip: Element) -> str:
    """The alternative text of one picture of a group."""
    around = blip.getparent()
    while around is not None and name(around) != "pic":
        around = around.getparent()
    return _words(child(around, "nvPicPr", "cNvPr"))


def _words(properties: Element | None) -> str:
    """What stands for a picture: its description, else its title."""
    given = (value(properties, key) for key in ("descr", "alt", "title"))
    return " ".join(next((text for text in given if text.strip()), "").split())


@cache
def _made() -> re.Pattern[str]:
    phrases = alternatives(phrase for (phrase,) in table("dictionaries/made_descriptions"))
    return re.compile(rf"\s*(?:{phrases})\s*".replace(r"\*", r"\w+").replace("'", "['’]"))


def written(alternative: str) -> tuple[str, bool]:
    """An alternative text without what Word adds to those that it makes itself, and whether it made it."""
    bare = _made().sub(" ", alternative).strip()
    return bare, bare != alternative.strip()


_KNOWN = frozenset(("wps", "wpg", "wpc", "wp14", "w14", "w15", "w16se", "w16", "a14", "v2", "adec", "asvg", "am3d"))


def chosen(alternative: Element) -> Element:
    """What is taken of several ways to show the same: the first that is understood, else the last resort."""
    fallback = child(alternative, "Fallback")
    for one in alternative:
        if name(one) == "Choice" and (fallback is None or set(value(one, "Requires").split()) <= _KNOWN):
            return one
    return fallback if fallback is not None else alternative


def cropped(blip: Element) -> tuple[float, float, float, float]:
    """How much of a picture is cut off, left, top, right, bottom, in parts of its sides; 0 for nothing."""
    around = blip.getparent()
    edges = child(around, "srcRect")
    if edges is not None:
        return tuple(_share(value(edges, side), 100_000) for side in "ltrb")  # type: ignore[return-value]
    if name(blip) == "imagedata":
        sides = ("cropleft", "croptop", "cropright", "cropbottom")
        return tuple(_share(value(blip, s).removesuffix("f"), 65_536 if value(blip, s).endswith("f") else 1)
                     for s in sides)  # type: ignore[return-value]  # fmt: skip
    return 0.0, 0.0, 0.0, 0.0


def _share(written: str, whole: int) -> float:
    if not re.fullmatch(r"\d{1,6}(?:\.\d+)?%?", written):
        return 0.0
    share = float(written.rstrip("%")) / (100 if written.endswith("%") else whole)
    return share if share < 1 else 0.0
