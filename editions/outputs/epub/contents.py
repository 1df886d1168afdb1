"""The contents of the navigation document: what the opening says, its list of titles as links (EPUB 3.3, 5.4).

The list that is heard is the one that is shown; crossheads stand below its titles, without a voice. Where the opening
does not tell each title, or there is none, a list that is not heard has them all.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from editions import hypertext
from editions.model import Article
from editions.synchrony import Stretch

_TYPE = "{http://www.idpf.org/2007/ops}type"
_NAV = {_TYPE: "toc", "role": "doc-toc"}
_LABEL = "Sommaire"
Entries = Sequence[Mapping[str, Any]]
"""Of the articles: ``slug``, ``href``, ``title`` and ``parts``, the crossheads, which have ``parts`` too."""


def heard(opening: Article, stretches: Sequence[Stretch], entries: Entries) -> str:
    """The opening as XHTML, and the contents in it or below it."""
    made = hypertext.rendered(opening, stretches, articles={entry["slug"]: entry["href"] for entry in entries})
    told = made.find("section")
    named = [link.get("href") for link in made.iter("a")]
    if told is not None and named == [entry["href"] for entry in entries]:
        _as_contents(told, {entry["href"]: entry["parts"] for entry in entries})
        return etree.tostring(made, encoding="unicode")
    etree.strip_tags(made, "a")
    made.append(_unheard(entries, "h2"))
    return etree.tostring(made, encoding="unicode")


def silent(entries: Entries) -> str:
    """The contents without a voice."""
    return etree.tostring(_unheard(entries, "h1"), encoding="unicode")


def _as_contents(section: "etree._Element", parts: Mapping[str, Entries]) -> None:
    """Lists of titles as the contents must have them: an ordered list whose items begin with a link, or a name."""
    section.tag = "nav"
    section.attrib.update(_NAV)
    section.set("aria-labelledby", str(section[0].get("id")))
    for made in section.iter("ul"):
        made.tag = "ol"
    for words in section.xpath("descendant::li/p"):
        link = next(words.iter("a"), None)
        words.tag = "span" if link is None else "a"
        if link is not None:
            words.set("href", str(link.get("href")))
            etree.strip_tags(words, "a")
            if below := parts[words.get("href")]:
                words.addnext(_list(below))


def _unheard(entries: Entries, heading: str) -> "etree._Element":
    made = etree.Element("nav", _NAV)
    made.set("aria-labelledby", "toc")
    etree.SubElement(made, heading, {"id": "toc"}).text = _LABEL
    made.append(_list(entries))
    return made


def _list(entries: Entries) -> "etree._Element":
    made = etree.Element("ol")
    for entry in entries:
        item = etree.SubElement(made, "li")
        etree.SubElement(item, "a", {"href": entry["href"]}).text = entry["title"]
        if entry["parts"]:
            item.append(_list(entry["parts"]))
    return made
