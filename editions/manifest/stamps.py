"""Of which text and with which settings each output was made: what tells whether it would come out the same."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from editions import settings
from editions.model import Article, Block, Branch, Figure, List, Picture, Section, Table
from editions.model.tree import walk
from editions.pronunciation import doubtful
from editions.publication import Needs, Publication
from editions.settings import Settings
from editions.speech import Spoken

_SHORT = 16
"""Hexadecimal digits of a stamp: enough to tell apart what one newsroom makes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What ``edition.json`` says of one output."""

    files: tuple[str, ...]
    text: str
    """Digest of the text that it was made of."""
    settings: str
    """Digest of the settings that it was made with."""
    voice: str = ""
    """Who speaks in it; empty without sound."""
    named: str = ""
    """Digest of the files of other outputs that it names; empty when it names none."""
    current: bool = True
    """Whether it is of the text and the settings of the last build."""
    told: Mapping[str, Any] = field(default_factory=dict)
    """What it has to say to the same output of later editions."""

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        told = {"voice": self.voice, "named": self.named, "told": dict(self.told)}
        values = {"files": list(self.files), "text": self.text, "settings": self.settings}
        return {**values, **{key: value for key, value in told.items() if value}, "current": self.current}


class Stamps:
    """Digests of today's text and settings, each worked out once."""

    def __init__(self, publication: Publication, chosen: Settings) -> None:
        """``chosen``: the settings of the build."""
        self._publication = publication
        self._chosen = chosen
        self._voice = str(publication.narrator or "")

    def entry(
        self,
        needs: Needs,
        files: Iterable[PurePosixPath],
        named: Iterable[PurePosixPath],
        told: Mapping[str, Any] | None = None,
    ) -> Entry:
        """Of an output that is made now."""
        others = _digest(*map(str, named))[:_SHORT] if needs.files else ""
        voice = self._voice if needs.sound else ""
        return Entry(tuple(map(str, files)), self._text(needs), self._settings(needs), voice, others, told=told or {})

    def holds(self, needs: Needs, entry: Entry) -> bool:
        """Whether an output that was made before would come out the same; without sound now, the voice is not asked."""
        same = entry.text == self._text(needs) and entry.settings == self._settings(needs)
        return same and (not needs.sound or not self._voice or entry.voice == self._voice)

    def _text(self, needs: Needs) -> str:
        return (self._said if needs.readings or needs.sound else self._written)[:_SHORT]

    def _settings(self, needs: Needs) -> str:
        return _digest(*(settings.digest(self._chosen.of(kind)) for kind in needs.settings))[:_SHORT]

    @cached_property
    def articles(self) -> tuple["Digested", ...]:
        """In one pass over the readings: those of a large edition are not all in memory."""
        edition, readings = self._publication.edition, self._publication.readings
        return tuple(_digested(article, readings[article.slug]) for article in edition.articles)

    @property
    def doubtful(self) -> int:
        """How many readings of the edition an editor should look at."""
        return sum(article.doubtful for article in self.articles)

    @cached_property
    def _written(self) -> str:
        edition = self._publication.edition
        facts = (edition.name, edition.title, edition.publisher, str(edition.date), edition.language)
        cover = hashlib.sha256(edition.cover.read_bytes()).hexdigest() if edition.cover else ""
        return _digest(*facts, cover, *(article.written for article in self.articles))

    @cached_property
    def _said(self) -> str:
        return _digest(self._written, *(article.said for article in self.articles))


@dataclass(frozen=True, slots=True)
class Digested:
    """What tells an article from what it was before."""

    written: str
    """Digest of its slug, and of kinds and texts of its blocks."""
    said: str
    """Digest of what is said."""
    doubtful: int
    """How many of its readings are."""

    @property
    def whole(self) -> str:
        """Digest of both."""
        return _digest(self.written, self.said)


def _digested(article: Article, spoken: tuple[Spoken, ...]) -> Digested:
    """The article's tree with the words of its blocks, and what is said."""
    shape = "".join(f"{step.event}\t{_own(step.node)}\n" for step in walk(article.body))
    said = "".join(f"{line.text}\n" for line in spoken)
    return Digested(_digest(article.slug, shape), _digest(said), doubtful(spoken))


def _digest(*parts: str) -> str:
    told = hashlib.sha256()
    for part in parts:
        told.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def _own(node: Block | Branch) -> str:
    """What a node has of its own, besides its parts."""
    match node:
        case Block():
            return f"{node.kind}\t{node.text}\t{node.runs}"
        case Section():
            return f"Section {node.level}"
        case List():
            return f"List {node.ordered}"
        case Table():
            return f"Table {node.rows}"
        case Figure(picture=Picture() as shown):
            return f"Figure {shown.name} {shown.media_type} {shown.width} {shown.height}"
    return type(node).__name__
