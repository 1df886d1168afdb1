"""Overlays against documents and sounds: each sentence heard once, clips that touch and stay inside their sound.

EPUB 3.3, 9.2 and 9.3; what reading systems need beyond it stands with each check.
"""

import posixpath
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from editions.model import Finding

_NS = {
    "o": "http://www.idpf.org/2007/opf",
    "s": "http://www.w3.org/ns/SMIL",
    "x": "http://www.w3.org/1999/xhtml",
}
_MAY_BE_UNSAID = ("outlet", "section")
"""The paper's name and the section are not said again before each article."""
_SHOWN = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "pre", "tr")
_UNTOLD = "ancestor::x:nav or ancestor::x:thead"
"""The contents may be silent, and the heads of columns are told with the cells."""
_REFINES = "o:metadata/o:meta[@property='media:duration']"


class _Book:
    """A book that is open."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self.names = set(archive.namelist())
        container = etree.fromstring(archive.read("META-INF/container.xml"))
        self.root = str(next(iter(container.iter("{*}rootfile"))).get("full-path"))
        self.package = etree.fromstring(archive.read(self.root))

    def finding(self, code: str, message: str) -> Finding:
        return Finding(code, self._name, message, "Refaites l'édition.")

    def tree(self, place: str) -> "etree._Element":
        return etree.fromstring(self._archive.read(place))

    def text(self, place: str) -> str:
        return self._archive.read(place).decode("utf-8")

    def place(self, href: str, beside: str = "") -> str:
        """Where an address leads, seen from a file."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(beside or self.root), href.partition("#")[0]))

    def seconds(self, place: str) -> float:
        """Of a sound, decoded: what a tag library says counts LAME's delay and padding too."""
        import miniaudio

        info = miniaudio.decode(self._archive.read(place), nchannels=1)
        return float(info.num_frames / info.sample_rate)


def findings(path: Path, place: str) -> list[Finding]:
    """What is wrong in a book; ``place``: its name for messages."""
    with ZipFile(path) as archive:
        return list(_all(_Book(archive, place)))


def _all(book: _Book) -> Iterator[Finding]:
    total = 0.0
    for item in book.package.iterfind("o:manifest/o:item[@media-overlay]", _NS):
        overlay = book.package.find(f"o:manifest/o:item[@id='{item.get('media-overlay')}']", _NS)
        if overlay is None:
            yield book.finding("epub-overlay", f"{item.get('href')} : sa synchronisation manque")
            continue
        smil = book.place(str(overlay.get("href")))
        clips = list(_clips(book, smil))
        yield from _heard(book, book.place(str(item.get("href"))), clips)
        yield from _sound(book, smil, clips)
        told = next(
            (m.text for m in book.package.iterfind(_REFINES, _NS) if m.get("refines") == f"#{overlay.get('id')}"), ""
        )
        if clips and _seconds(told) != clips[-1][3]:
            yield book.finding(
                "epub-duration", f"{smil} : durée annoncée {told}, dernier passage à {clips[-1][3]:.3f} s"
            )
        total += _seconds(told)
    whole = next((m.text for m in book.package.iterfind(_REFINES, _NS) if not m.get("refines")), "0s")
    if round(total - _seconds(whole), 3):
        yield book.finding("epub-duration", f"durée totale annoncée {whole}, somme {total:.3f} s")
    yield from _lit(book, total)
    yield from _links(book)


_Clip = tuple[str, str, float, float]
"""Address in the text, place of the sound, start and end in seconds."""


def _clips(book: _Book, smil: str) -> Iterator[_Clip]:
    for par in book.tree(smil).iter("{http://www.w3.org/ns/SMIL}par"):
        text, sound = par.find("s:text", _NS), par.find("s:audio", _NS)
        if text is not None and sound is not None:
            start, end = (_seconds(sound.get(key)) for key in ("clipBegin", "clipEnd"))
            yield str(text.get("src")), book.place(str(sound.get("src")), smil), start, end


def _heard(book: _Book, document: str, clips: list[_Clip]) -> Iterator[Finding]:
    """Each passage is heard once, and nothing is heard that is not in the document."""
    here = {str(name) for name in book.tree(document).xpath("//@id")}
    seen: set[str] = set()
    for address, *_ in clips:
        name = address.partition("#")[2]
        if name not in here:
            yield book.finding("epub-target", f"{document} : le passage « {name} » n'y est pas")
        if name in seen:
            yield book.finding("epub-twice", f"{document} : le passage « {name} » est lu deux fois")
        seen.add(name)
    for element in book.tree(document).iter(*(f"{{{_NS['x']}}}{name}" for name in _SHOWN)):
        if element.get("class") in _MAY_BE_UNSAID or element.xpath(_UNTOLD, namespaces=_NS):
            continue
        names = {str(name) for name in element.xpath("descendant-or-self::*/@id | ancestor::*/@id")}
        if not names & seen and any(map(str.isalnum, "".join(element.itertext()))) and clips:
            yield book.finding(
                "epub-unheard", f"{document} : « {' '.join(''.join(element.itertext()).split())[:60]} » n'est pas lu"
            )


def _sound(book: _Book, smil: str, clips: list[_Clip]) -> Iterator[Finding]:
    """Clips follow one another without a gap, where readers would jump, up to the end of their sound and no further."""
    if not clips:
        yield book.finding("epub-overlay", f"{smil} : aucun passage")
        return
    for one, other in pairwise(clips):
        if one[1] == other[1] and one[3] != other[2]:
            yield book.finding("epub-gap", f"{smil} : de {one[3]:.3f} s à {other[2]:.3f} s, rien n'est suivi")
    if clips[0][2] != 0:
        yield book.finding("epub-gap", f"{smil} : le début du son n'est pas suivi")
    for sound in dict.fromkeys(clip[1] for clip in clips):
        last, seconds = max(clip[3] for clip in clips if clip[1] == sound), book.seconds(sound)
        if last > seconds or seconds - last > 0.1:  # readers wait for an end that never comes, and stop there
            yield book.finding("epub-end", f"{smil} : finit à {last:.3f} s, le son à {seconds:.3f} s")


def _lit(book: _Book, total: float) -> Iterator[Finding]:
    """The class of what is heard is in a style sheet: else nothing is seen, and EPUBCheck is content."""
    path = "o:metadata/o:meta[@property='media:active-class']"
    name = next((str(meta.text) for meta in book.package.iterfind(path, _NS)), "")
    sheets = [item.get("href") for item in book.package.iterfind("o:manifest/o:item[@media-type='text/css']", _NS)]
    if total and not (name and any(f".{name} " in book.text(book.place(str(sheet))) for sheet in sheets)):
        yield book.finding(
            "epub-active-class", f"la classe « {name} » de ce qui est lu n'est dans aucune feuille de style"
        )


def _links(book: _Book) -> Iterator[Finding]:
    """Addresses inside the book lead somewhere."""
    for item in book.package.iterfind("o:manifest/o:item[@media-type='application/xhtml+xml']", _NS):
        document = book.place(str(item.get("href")))
        for address in book.tree(document).xpath("//@href | //@src"):
            where, _, name = str(address).partition("#")
            if ":" in where:
                continue
            place = book.place(where, document) if where else document
            if place not in book.names or (name and name not in book.tree(place).xpath("//@id")):
                yield book.finding("epub-link", f"{document} : « {address} » ne mène nulle part")


def _seconds(clock: str | None) -> float:
    """Of a clock value in plain seconds."""
    return float(str(clock or "0s").removesuffix("s"))
