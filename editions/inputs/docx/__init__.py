"""Articles written in Word (``.docx``): headings, lists with their numbers, tables, links, notes, alternative texts.

What Word shows is kept; what it hides (deleted or hidden words, field codes) is not. Pictures stay inside the
document, so a figure has its alternative text and a finding asks for the file.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from editions.errors import ArticleError
from editions.inputs.docx.around import Around, tables_captioned
from editions.inputs.docx.package import Event, Package
from editions.inputs.docx.styles import Numbering, Styles, numbering, styles
from editions.manuscript import characters, rich
from editions.manuscript.grid import Grid
from editions.manuscript.inline import Line, RunType
from editions.manuscript.pieces import Piece, labelled
from editions.model import Finding, Role, shown
from editions.model.runs import Link, Lowered, NoteCall, Raised, Strong
from editions.terminal import squeezed

SUFFIXES = (".docx",)

_HIDDEN = frozenset({"w:del", "w:moveFrom", "w:instrText", "w:delText", "Fallback", "w:pPrChange", "w:rPrChange"})
"""Elements whose content is not shown, or is shown once already."""
_RUNS: tuple[RunType, ...] = (Strong, Raised, Lowered)
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a Word document; ArticleError when it is damaged, protected, or no Word document."""
    name = shown(path.name)
    with Package(path) as package:
        main = package.main()
        folder = main.rpartition("/")[0]
        lists = numbering(package, f"{folder}/numbering.xml")
        walk = _Walk(styles(package, f"{folder}/styles.xml"), lists, package.related(main))
        found = list(walk.pieces(package.events(main)))
        for part in ("footnotes", "endnotes"):
            if f"{folder}/{part}.xml" in package.names:
                found += walk.pieces(package.events(f"{folder}/{part}.xml"))
        left_out = _words(package, folder)
    if not found:
        raise ArticleError("le document ne contient aucun texte", "Vérifiez son contenu.", name)
    characters.report("".join(walk.raw), name, note)
    if left_out:
        message = f"{len(left_out)} mot(s) non repris (en-tête, pied de page, commentaires) : {' '.join(left_out[:8])}…"
        note(Finding("docx-left-out", name, squeezed(message), "Vérifiez qu'il n'y manque rien."))
    figures = sum(piece.kind == "figure" for piece in found)
    if figures:
        message = f"{figures} image(s) restée(s) dans le document Word : leur texte alternatif est seul repris"
        note(Finding("image-embedded", name, message, "Pour les imprimer, passez l'article en .md ou .html."))
    yield from rich.settled(tables_captioned(found), {})


def _words(package: Package, folder: str) -> list[str]:
    """Words that stand around the text, not in it."""
    around = re.compile(rf"{re.escape(folder)}/(?:header|footer|comments)\d*\.xml")
    words: list[str] = []
    for part in sorted(filter(around.fullmatch, package.names)):
        words += " ".join(text for kind, text, _ in package.events(part) if kind == "text").split()
    return words


@dataclass
class _Paragraph:
    """What is known of an open paragraph."""

    line: Line = field(default_factory=Line)
    style: str = ""
    list_id: str | None = None
    level: int = 0
    outline: int = 9
    figures: list[Piece] = field(default_factory=list)
    label: str = ""
    """Of the first paragraph of a note."""


class _Walk:
    """One pass over the events of a part."""

    def __init__(self, known: Styles, lists: Numbering, links: dict[str, str]) -> None:
        self._styles, self._lists, self._links = known, lists, links
        self._open: list[_Paragraph] = []
        """Paragraphs from outside in: a text box opens one inside another."""
        self._hidden: list[str] = []
        self._run: set[RunType | str] = set()
        """What the open run is: ``Strong``, ``Raised``, ``Lowered``, ``"hidden"``."""
        self._texts = False
        self._grid: Grid | None = None
        self._cell = Line()
        self._header = self._titled = False
        """Whether the row that is open, or comes next, holds the headings of the columns."""
        self._around = Around()
        self._label = ""
        """What the next paragraph begins with: it is the first of a note."""
        self._count = 0
        self.raw: list[str] = []
        """What was written, with its odd characters; one line a paragraph."""

    def pieces(self, events: Iterator[Event]) -> Iterator[Piece]:
        """Pieces as their paragraphs and tables close."""
        for kind, name, given in events:
            if kind == "text":
                self._write(name)
            elif self._hidden:
                if name == self._hidden[-1]:
                    self._hidden.append(name) if kind == "start" else self._hidden.pop()
            elif kind == "start" and name in _HIDDEN:
                self._hidden.append(name)
            elif kind == "start":
                self._start(name, given)
            else:
                yield from self._end(name)

    def _line(self) -> Line:
        if self._open and not (self._grid and len(self._open) == 1):
            return self._open[-1].line
        return self._cell

    def _write(self, text: str) -> None:
        if self._texts and not self._hidden and "hidden" not in self._run:
            self.raw.append(text)
            self._line().add(characters.cleaned(text).replace("\n", " "))

    def _start(self, name: str, given: dict[str, str]) -> None:
        value = given.get("val", "")
        paragraph = self._open[-1] if self._open else _Paragraph()
        if name == "w:p":
            self._open.append(_Paragraph(label=self._label))
            self._label = ""
        elif name in ("w:tbl", "w:tblLook", "w:tr", "w:tc", "w:gridSpan", "w:tblHeader"):
            self._table(name, given)
        elif name == "w:pStyle":
            paragraph.style = value
        elif name == "w:numId":
            paragraph.list_id = value
        elif name in ("w:ilvl", "w:outlineLvl") and value.isdecimal():
            depth = min(int(value), 9)
            paragraph.level, paragraph.outline = (
                (depth, paragraph.outline) if name == "w:ilvl" else (paragraph.level, depth)
            )
        elif name == "w:r":
            self._run.clear()
        elif name in ("w:b", "w:i", "w:vanish", "w:vertAlign"):
            self._format(name, value)
        elif name in ("w:t", "m:t"):
            self._texts = True
            for run in _RUNS:
                if run in self._run:
                    self._line().open(run)
        elif name in _SIGNS:
            if name != "w:br" or given.get("type") not in ("page", "column"):
                self._line().add(_SIGNS[name] if not self._grid else " ")
        else:
            self._start_object(name, given, paragraph)

    def _start_object(self, name: str, given: dict[str, str], paragraph: _Paragraph) -> None:
        """Links, pictures, symbols, calls of notes and the notes themselves."""
        if name == "w:hyperlink":
            self._line().open(Link, self._links.get(given.get("id", ""), f"#{given.get('anchor', '')}"))
        elif name in ("w:footnoteReference", "w:endnoteReference"):
            self._line().open(NoteCall, f"{name[2:].removesuffix('Reference')}-{given.get('id', '')}")
            self._line().add(f"[{given.get('id', '')}]")
            self._line().close(NoteCall)
        elif name in ("w:footnote", "w:endnote"):
            if given.get("type", "normal") == "normal":
                self._label = f"[{given.get('id', '')}]"
                self._around.begin_note(f"{name[2:]}-{given.get('id', '')}", self._label)
        elif name == "docPr":
            self._picture(" ".join((given.get("descr") or given.get("title") or "").split()), paragraph)
        elif name == "w:sym":
            code = given.get("char", "")
            self._line().add(chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else "")

    def _format(self, name: str, value: str) -> None:
        if value in ("0", "false", "off", "none", "baseline"):
            return
        if name == "w:vertAlign":
            self._run.add(Lowered if value == "subscript" else Raised)
        else:
            self._run.add("hidden" if name == "w:vanish" else Strong)

    def _picture(self, alt: str, paragraph: _Paragraph) -> None:
        if self._grid:
            self._cell.add(f" {alt} ")
        else:
            paragraph.figures.append(Piece("figure", alt))

    def _table(self, name: str, given: dict[str, str]) -> None:
        if name == "w:tbl" and self._grid is None:
            self._around.end()
            self._grid, self._cell = Grid(self._count + 1, self._around.within), Line()
        elif self._grid is None:
            return
        elif name == "w:tblHeader":
            self._header = True
        elif name == "w:tblLook":  # the style sets the first row apart; older files say so in a bit mask
            self._titled = given.get("firstRow") == "1" or bool(_bits(given.get("val", "")) & 0x20)
        elif name == "w:gridSpan":
            self._grid.widen(given.get("val", ""))
        else:
            tag = {"w:tbl": "table", "w:tr": "tr", "w:tc": "th" if self._header else "td"}[name]
            self._grid.open(tag, {}, self._cell)
            if name == "w:tr":
                self._header, self._titled = self._titled, False

    def _end(self, name: str) -> Iterator[Piece]:
        if name in ("w:t", "m:t"):
            self._texts = False
            for run in reversed(_RUNS):
                self._line().close(run)
        elif name == "w:r":
            self._run.clear()
        elif name == "w:hyperlink":
            self._line().close(Link)
        elif name in ("w:footnote", "w:endnote"):
            self._around.end_note()
            self._label = ""
        elif name == "w:p" and self._open:
            yield from self._paragraph()
        elif self._grid and name in ("w:tr", "w:tc"):
            self._grid.close("tr" if name == "w:tr" else "td", self._cell)
            self._header = self._header and name != "w:tr"
        elif self._grid and name == "w:tbl" and self._grid.closes(self._cell):
            grid, self._grid = self._grid, None
            yield from grid.pieces()

    def _paragraph(self) -> Iterator[Piece]:
        """The innermost paragraph closes; one inside a table cell only ends a word."""
        made = self._open.pop()
        self._count += 1
        self.raw.append("\n")
        self._run.clear()
        if self._grid:
            self._cell.add(f" {made.line.raw()} ")
            return
        kind, level = self._styles.role(made.style)
        if kind == "paragraph" and made.outline < 9:
            kind, level = "heading", made.outline + 1
        list_id = self._styles.list_id(made.style) if made.list_id is None else made.list_id
        label = ""
        if kind == "paragraph" and list_id and list_id != "0":
            kind = "item"
            label = self._lists.label(list_id, made.level)
        if made.line.raw().strip() or made.figures:
            self._around.place(kind, list_id, made.level, label)
        yield from self._finished(made, kind, level, label)

    def _finished(self, made: _Paragraph, kind: Role, level: int, label: str) -> Iterator[Piece]:
        piece = replace(made.line.piece(kind, level, self._count), within=self._around.within)
        if piece.kind == "paragraph" and self._around.in_note:
            piece = replace(piece, kind="note")
        if piece.text:
            yield labelled(piece, label or made.label) if label or made.label else piece
        yield from (replace(figure, within=self._around.within) for figure in made.figures)


def _bits(value: str) -> int:
    return int(value, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", value) else 0
