"""An article as XHTML 1.0, which is what DAISY 2.02 takes: elements that are younger become older ones.

The words, their order and the ids are those of ``hypertext``.
"""

from collections.abc import Mapping

from lxml import etree

from editions import hypertext
from editions.outputs.daisy.navigation import Levels
from editions.outputs.daisy.pieces import Piece

_OLDER = {
    "section": ("div", ""), "figure": ("div", "figure"), "figcaption": ("p", "caption"), "aside": ("div", "notebody")
}  # fmt: skip
"""Name and class of what stands for an element that XHTML 1.0 does not have; notebody, noteref: DAISY 2.02, 2.3."""
_YOUNGER = ("role", "aria-labelledby")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def body(piece: Piece, levels: Levels, pictures: Mapping[str, str], articles: Mapping[str, str]) -> str:
    """The article; ``pictures``: file names by ``Picture.name``; ``articles``: by slug, where a link to one leads."""
    made = hypertext.rendered(piece.article, piece.stretches, pictures, articles)
    for element in list(made.iter()):
        _aged(element)
        if element.get("id") in levels.above:
            element.tag = "h1"
        elif level := _HEADINGS.get(str(element.tag)):
            element.tag = f"h{levels.of(level)}"
    return etree.tostring(made, encoding="unicode")


def _aged(element: "etree._Element") -> None:
    tag, kind = _OLDER.get(str(element.tag), (element.tag, ""))
    element.tag = tag
    if kind:
        element.set("class", kind)
    if element.get("class") == "call":
        element.set("class", "noteref")
    for name in _YOUNGER:
        element.attrib.pop(name, None)
    around = element.getparent()
    if tag == "tr" and not len(element) and around is not None:
        around.remove(element)  # all its cells belong to rows above
    if tag == "table" and element.find("tbody") is None:
        for group in element.iterfind("thead"):
            group.tag = "tbody"
