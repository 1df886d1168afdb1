"""Every address leads somewhere; the contents are headings without jumps that lead to what is heard."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import crc32

from lxml import etree

from editions import places
from editions.checks.daisy.book import XHTML, Book, Clip, words
from editions.model import Finding

_ADDRESSES = "//@href | //@src"
_LEVELS = {f"h{level}" for level in range(1, 7)}


def findings(book: Book) -> Iterator[Finding]:
    """Of all files, then of the contents."""
    yield from _broken(book)
    yield from _headings(book)
    yield from _led(book)


def _broken(book: Book) -> Iterator[Finding]:
    ids = cache(lambda name: frozenset(map(str, book.tree(name).xpath("//@id"))))
    for name in (each for each in book.names if each.endswith((".html", ".smil"))):
        for address in map(str, book.tree(name).xpath(_ADDRESSES)):
            place, _, part = address.partition("#")
            if ":" in place:
                continue
            place = place or name
            if place not in book.names or (part and part not in ids(place)):
                yield book.finding("daisy-link", f"« {address} » ne mène nulle part", name)


def _headings(book: Book) -> Iterator[Finding]:
    """The first entry is the title of the book; no level is skipped, in the contents as in the texts."""
    first = book.entries[0] if book.entries else None
    if first is None or first.tag != f"{XHTML}h1" or first.get("class") != "title":
        yield book.finding("daisy-heading", "la première entrée n'est pas le titre de l'édition")
    last = 0
    for entry in book.entries:
        tag = str(entry.tag).rpartition("}")[2]
        if tag[0] == "h" and int(tag[1]) > last + 1:
            yield book.finding("daisy-heading", f"« {words(entry)[:60]} » saute un niveau de titre")
        last = int(tag[1]) if tag[0] == "h" else last


def _led(book: Book) -> Iterator[Finding]:
    """An entry leads to the ``text`` of a clip, in order; before its first heading, players skip what a SMIL has."""
    clips = {f"{smil.name}#{clip.text}": clip for smil in book.smils for clip in smil.clips}
    starts = {f"{smil.name}#{smil.clips[0].text}" for smil in book.smils if smil.clips}
    order = {address: number for number, address in enumerate(clips)}
    last, led = -1, set()
    for entry in book.entries:
        address, named = _address(entry), f"« {words(entry)[:60]} »"
        if address not in order:
            yield book.finding("daisy-heading", f"{named} ne mène pas à un passage lu")
            continue
        if order[address] < last:
            yield book.finding("daisy-heading", f"{named} n'est pas à sa place")
        last = max(last, order[address])
        if entry.tag != f"{XHTML}div":
            led.add(address)
            if address not in starts and not _is_heading(book, clips[address]):
                yield book.finding("daisy-heading", f"{named} ne mène pas à un titre du texte")
    for address in sorted(starts - led):
        yield book.finding("daisy-heading", "aucun titre du sommaire ne mène à son début", address.partition("#")[0])


def _address(entry: "etree._Element") -> str:
    return next((str(link.get("href")) for link in entry.iter(f"{XHTML}a")), "")


def _is_heading(book: Book, clip: Clip) -> bool:
    """Whether a clip is a heading of its text, or part of one."""
    document, _, name = clip.target.partition("#")
    found = book.tree(document).xpath("//*[@id=$name]/ancestor-or-self::*", name=name)
    return any(str(element.tag).rpartition("}")[2] in _LEVELS for element in found)


def packed(book: Book) -> Iterator[Finding]:
    """The ZIP has the files of the folder at its top, and no other."""
    for path in sorted(book.folder.parent.glob("*-daisy.zip")):
        if _packed(path) != {name: crc32((book.folder / name).read_bytes()) for name in book.names}:
            message = f"n'a pas les fichiers de {places.DAISY}/, tels quels"
            yield Finding("daisy-zip", path.name, message, "Refaites l'édition.")


def _packed(path: Path) -> dict[str, int]:
    """The digest of each file; of a ZIP that is broken, none."""
    try:
        with ZipFile(path) as archive:
            return {} if archive.testzip() else {entry.filename: entry.CRC for entry in archive.infolist()}
    except (BadZipFile, OSError):
        return {}
