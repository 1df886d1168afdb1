"""``index.html`` and ``web/``: links lead somewhere, what is heard is lit, nothing is asked of anyone else."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html

from editions.model import Finding

PLACES = ("web/index.html", "index.html")
_AGAIN = "Refaites l'édition."
_FETCHED = ("src", "srcset", "poster", "data")
"""Attributes whose address a browser fetches by itself; so does ``href`` of a ``link``."""


def findings(folder: Path) -> list[Finding]:
    """What is wrong with the pages of an edition."""
    found: list[Finding] = []
    for place in PLACES:
        path = folder / place
        try:
            page = _Page(folder, place) if path.is_file() else None
            found += [*_links(page), *_outside(page), *_policy(page), *_heard(page)] if page else []
        except (ValueError, KeyError, TypeError, etree.ParserError):
            found.append(Finding("web-unreadable", place, "page illisible ou incomplète", _AGAIN))
    return found


class _Page:
    """A page that is open."""

    def __init__(self, folder: Path, place: str) -> None:
        self.folder, self.place = folder, place
        self.root = html.document_fromstring((folder / place).read_text(encoding="utf-8"))
        self.names = {str(name) for name in self.root.xpath("//@id")}

    def finding(self, code: str, message: str) -> Finding:
        return Finding(code, self.place, message, _AGAIN)

    def is_there(self, address: str) -> bool:
        """Whether an address of the edition leads to a file, and to a place in this page."""
        where, _, name = address.partition("#")
        if where and not (self.folder / self.place).parent.joinpath(unquote(where)).is_file():
            return False
        return bool(where) or not name or name in self.names


def _links(page: _Page) -> Iterator[Finding]:
    for element in page.root.iter(etree.Element):
        for key in ("href", "src"):
            address = element.get(key)
            if address is not None and not _leads_out(address) and not page.is_there(address):
                yield page.finding("web-link", f"« {address} » ne mène nulle part")


def _outside(page: _Page) -> Iterator[Finding]:
    """Nothing but a link that someone follows leads out of the edition."""
    for element in page.root.iter(etree.Element):
        keys = (*_FETCHED, "href") if element.tag == "link" else _FETCHED
        for key in keys:
            address = element.get(key, "")
            if _leads_out(address) and not address.startswith("data:"):
                yield page.finding("web-outside", f"la page va chercher « {address[:80]} » ailleurs")


def _leads_out(address: str) -> bool:
    return ":" in address.partition("/")[0] or address.startswith("//")


def _policy(page: _Page) -> Iterator[Finding]:
    told = page.root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    if not told or not str(told[0]).startswith("default-src 'none'"):
        yield page.finding("web-policy", "rien n'interdit à la page d'aller chercher ailleurs")


def _heard(page: _Page) -> Iterator[Finding]:
    """Each stretch of sound lights something, once, in the order of the page; its sound is there."""
    for data in page.root.xpath("//script[@id='tracks']/text()"):
        for track in json.loads(str(data))["tracks"]:
            if not page.is_there(track["src"]):
                yield page.finding("web-sound", f"« {track['src']} » : le son n'est pas là")
            names = [name for name, _ in track["cues"]]
            for name in names:
                if name not in page.names or names.count(name) > 1:
                    yield page.finding("web-cue", f"« {track['title']} » : le passage « {name} » n'est pas éclairé")
            starts = [start for _, start in track["cues"]]
            late = starts[-1:] > [track["ms"]]
            if starts[:1] != [0] or late or any(one >= other for one, other in pairwise(starts)):
                yield page.finding("web-time", f"« {track['title']} » : les passages ne se suivent pas")
