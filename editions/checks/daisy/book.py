"""A DAISY 2.02 book, read for the checks: its contents, its SMILs in order, their clips, its texts and sounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from editions import places
from editions.model import Finding

NCC, MASTER = "ncc.html", "master.smil"
XHTML = "{http://www.w3.org/1999/xhtml}"
_CLOCK = re.compile(r"(?:npt=)?(?:(\d+):([0-5]\d):)?(\d+(?:\.\d+)?)s?")


class Unreadable(Exception):
    """A file of the book, by name, that is not there or not what it should be."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A ``par``: what is lit, and the sound."""

    text: str
    """The id of its ``text``."""
    target: str
    """``002.html#une-b1s1``."""
    sound: str
    """``002.mp3``."""
    start: float
    end: float
    """In seconds."""


class Smil:
    """A SMIL of the book."""

    def __init__(self, name: str, root: "etree._Element") -> None:
        self.name, self.root = name, root

    @cached_property
    def clips(self) -> list[Clip]:
        """In order; a ``par`` without text or without sound is in none."""
        return list(self._clips())

    def _clips(self) -> Iterator[Clip]:
        for par in self.root.iter("par"):
            text, sound = next(par.iter("text"), None), next(par.iter("audio"), None)
            if text is not None and sound is not None:
                start, end = (seconds(str(sound.get(name)), self.name) for name in ("clip-begin", "clip-end"))
                yield Clip(str(text.get("id")), str(text.get("src")), str(sound.get("src")), start, end)

    @property
    def duration(self) -> float:
        """Where its last clip ends."""
        return max((clip.end for clip in self.clips), default=0)

    def told(self, name: str) -> str:
        """A ``meta`` of its head; empty when it has none."""
        return told(self.root, name)


class Book:
    """The folder ``daisy/`` of an edition."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / places.DAISY
        self.names = sorted(path.name for path in self.folder.glob("*"))
        self.ncc = self.tree(NCC)

    @property
    def entries(self) -> "list[etree._Element]":
        """What the contents list: headings and groups."""
        return [entry for body in self.ncc.iter(f"{XHTML}body") for entry in body]

    @cached_property
    def smils(self) -> list[Smil]:
        """Those of ``master.smil``, in its order."""
        names = (str(ref.get("src")).partition("#")[0] for ref in self.tree(MASTER).iter("ref"))
        return [Smil(name, self.tree(name)) for name in names]

    def tree(self, name: str) -> "etree._Element":
        """A file, parsed."""
        try:
            return etree.fromstring((self.folder / name).read_bytes())
        except (OSError, etree.XMLSyntaxError) as error:
            raise Unreadable(name) from error

    def finding(self, code: str, message: str, place: str = NCC) -> Finding:
        """What is wrong in a file of the book."""
        return Finding(code, (places.DAISY / place).as_posix(), message, "Refaites l'édition.")


def told(root: "etree._Element", name: str) -> str:
    """The ``content`` of the ``meta`` of a name; empty when there is none."""
    return next((str(meta.get("content")) for meta in root.iter("{*}meta") if meta.get("name") == name), "")


def seconds(clock: str, place: str) -> float:
    """Of ``npt=12.345s``, ``12.345s`` or ``01:02:03``; Unreadable for anything else, with the file that has it."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise Unreadable(place)
    return sum(float(part or 0) * unit for part, unit in zip(found.groups(), (3600, 60, 1), strict=True))


def words(element: "etree._Element") -> str:
    """Its text, on one line."""
    return " ".join("".join(str(text) for text in element.itertext()).split())
