"""Footnotes and endnotes with the numbers that the reader sees: those are counted, they are written nowhere."""

from dataclasses import dataclass, field

from editions.inputs.docx.elements import Element, child, inside, name, number, value
from editions.manuscript.numerals import written

_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}
"""Kinds of numbers where the document says nothing (ECMA-376, 17.11)."""


@dataclass
class _Kind:
    numbers: str
    first: int = 1
    restart: str = "continuous"
    count: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A note that is called in the text."""

    kind: str
    """``footnote`` or ``endnote``."""
    identifier: str
    label: str
    """« [1] »; empty when the text has a mark of its own."""

    @property
    def key(self) -> str:
        """Of the note, in the article."""
        return f"{self.kind}-{self.identifier}"


@dataclass
class Notes:
    """The notes of a document."""

    called: list[Call] = field(default_factory=list)
    _kinds: dict[str, _Kind] = field(default_factory=lambda: {key: _Kind(usual) for key, usual in _USUAL.items()})

    def learn(self, root: Element | None) -> None:
        """What the settings, or the properties of a section, say of numbers."""
        for kind, mine in self._kinds.items():
            for properties in inside(root, f"w:{kind}Pr") if root is not None else ():
                mine.numbers = value(child(properties, "w:numFmt")) or mine.numbers
                mine.first = number(child(properties, "w:numStart"), default=mine.first)
                mine.restart = value(child(properties, "w:numRestart")) or mine.restart

    def call(self, reference: Element) -> Call:
        """A call in the text, numbered."""
        kind = name(reference)[2:].removesuffix("Reference")
        mine, label = self._kinds[kind], ""
        if value(reference, "customMarkFollows") not in ("1", "true", "on"):
            label = f"[{written(mine.first + mine.count, mine.numbers)}]"
            mine.count += 1
        made = Call(kind, value(reference, "id"), label)
        self.called.append(made)
        return made

    def pass_end(self, of: str) -> None:
        """A section or a page ends: ``eachSect``, ``eachPage``."""
        for mine in self._kinds.values():
            if mine.restart == of:
                mine.count = 0


def bodies(root: Element | None) -> dict[str, Element]:
    """The notes of a part by id, but not the lines that part them from the text."""
    found = {}
    for one in root if root is not None else ():
        if name(one) in ("w:footnote", "w:endnote") and value(one, "type") in ("", "normal"):
            found[value(one, "id")] = one
    return found
