"""Tables: rows of cells when they fit, else a list of records, one line per value (« Year : 2024 »)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editions.model import Block, Mark, Span
from editions.printing.items import TextItem
from editions.printing.objects import numbers
from editions.printing.pages import Item
from editions.printing.setter import Setter
from editions.printing.tags import Element
from editions.printing.writer import Writer

_GUTTER = 0.8
"""White between columns, in parts of the size."""
_TALLEST = 2.6
"""Lines in a cell, on average, beyond which records are easier to follow."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell's text is; ``header``: it names its column (first row) or its row."""

    row: int
    column: int
    span: Span
    header: bool


def cells(block: Block) -> list[list[Cell]]:
    """The rows of a table block, by its marks, or by its tabs and newlines when it has none."""
    found = [
        Cell(int(mark.value.partition(",")[0]), int(mark.value.partition(",")[2]), mark.span, mark.kind == "header")
        for mark in block.marks
        if mark.kind in ("cell", "header")
    ]
    rows: dict[int, list[Cell]] = {}
    for cell in found or _split(block.text):
        rows.setdefault(cell.row, []).append(cell)
    return [sorted(rows[number], key=lambda cell: cell.column) for number in sorted(rows)]


def _split(text: str) -> list[Cell]:
    found, start = [], 0
    for row, line in enumerate(text.split("\n")):
        for column, value in enumerate(line.split("\t")):
            found.append(Cell(row, column, Span(start, start + len(value)), False))
            start += len(value) + 1
    return found


@dataclass(slots=True)
class RowItem:
    """One row of a table; it is never split."""

    items: list[tuple[float, TextItem]]
    """Left edge and text of each cell."""
    height: float
    width: float
    heading: bool = False
    before: float = 0
    after: float = 0
    keep: bool = False
    leans: bool = False
    fresh: bool = False
    anchor: str = ""
    padding: float = 0
    head: "RowItem | None" = None
    """The row of column heads, drawn again at the top of a page."""

    @property
    def count(self) -> int:
        """One."""
        return 1

    @property
    def leading(self) -> float:
        """The row's height in points."""
        return self.height

    @property
    def reminder(self) -> "Again | None":
        """The column heads."""
        return Again(self.head) if self.head is not None else None

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw the cells and the rule below them."""
        for left, item in self.items:
            item.draw(writer, x + left, y - self.padding, 0, item.count)
        bottom = y - self.height
        writer.begin_artifact("/Type /Layout")
        weight = 1.5 if self.heading else 0.6
        writer.code.append(f"{weight} w {numbers(x, bottom)} m {numbers(x + self.width, bottom)} l S")
        writer.end()


class Again:
    """A row drawn once more, for the eye: a screen reader has heard it."""

    count, before, after, keep, leans, fresh, anchor = 1, 0.0, 0.0, True, False, False, ""

    def __init__(self, row: RowItem) -> None:
        self.row = row
        self.leading = row.height

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw the row as an artifact."""
        writer.begin_artifact("/Type /Pagination")
        with writer.inside_artifact():
            self.row.draw(writer, x, y, 0, 1)
        writer.end()


def items(block: Block, setter: Setter, parent: Element | None) -> list[Item]:
    """A table's items, as rows or as records."""
    rows = cells(block)
    columns = 1 + max((cell.column for row in rows for cell in row), default=0)
    widths = _widths(block, rows, columns, setter)
    if widths is None:
        return _records(block, rows, setter, parent)
    return _rows(block, rows, widths, setter, parent)


def _widths(block: Block, rows: list[list[Cell]], columns: int, setter: Setter) -> list[float] | None:
    """Column widths, when every word fits and no cell grows tall; None otherwise."""
    least, natural = [0.0] * columns, [0.0] * columns
    for row in rows:
        for cell in row:
            fount = setter.case.fount(setter.styles.table.size, cell.header)
            text = block.text[cell.span.start : cell.span.end]
            lines = text.split("\n")
            least[cell.column] = max(
                [least[cell.column], *(fount.width(word) for line in lines for word in line.split(" "))]
            )
            natural[cell.column] = max([natural[cell.column], *(fount.line_width(line) for line in lines)])
    room = setter.sheet.measure - (columns - 1) * _GUTTER * setter.styles.size
    spare = (room - sum(natural)) / columns
    if spare >= 0:
        return [width + min(spare, 2 * setter.styles.size) for width in natural]
    slack = room - sum(least)
    if slack < 0:
        return None
    wish = sum(natural) - sum(least)
    widths = [w + (n - w) * slack / wish for n, w in zip(natural, least, strict=True)]
    return None if any(n > _TALLEST * w for n, w in zip(natural, widths, strict=True)) else widths


def _rows(
    block: Block, rows: list[list[Cell]], widths: list[float], setter: Setter, parent: Element | None
) -> list[Item]:
    writer, style = setter.writer, setter.styles.table
    table = writer.element("Table", parent)
    gutter = _GUTTER * setter.styles.size
    lefts = [sum(widths[:i]) + i * gutter for i in range(len(widths))]
    padding = style.leading * 0.2
    inline = _inline(block)
    result: list[RowItem] = []
    for number, row in enumerate(rows):
        line = writer.element("TR", table)
        heading = all(cell.header for cell in row)
        by_column = {cell.column: cell for cell in row}
        texts: list[tuple[float, TextItem]] = []
        for column in range(len(widths)):
            cell = by_column.get(column)
            header = cell is not None and cell.header
            scope = "Column" if number == 0 else "Row"
            attributes = f"<< /O /Table /Scope /{scope} >>" if header else ""
            element = writer.element("TH" if header else "TD", line, attributes=attributes)
            if cell is not None and cell.span.end > cell.span.start:
                item = TextItem(element, setter.case.fount(style.size, header), style)
                part = _line(block, inline, None, cell)
                setter.fill(item, part, Span(0, len(part.text)), widths[column] + 0.01)
                texts.append((lefts[column], item))
        height = max((item.count for _, item in texts), default=1) * style.leading + 2 * padding
        result.append(
            RowItem(texts, height, setter.sheet.measure, heading, padding=padding, keep=number < len(rows) - 1)
        )
    if result and result[0].heading:
        for made in result[1:]:
            made.head = result[0]
    _around(result, style.before, style.after)
    return list(result)


def _records(block: Block, rows: list[list[Cell]], setter: Setter, parent: Element | None) -> list[Item]:
    """Each row below the other, « column : value » line by line; the first line, which names the record, is bold."""
    names, body = (rows[0], rows[1:]) if len(rows) > 1 and all(cell.header for cell in rows[0]) else ([], rows)
    titles = {cell.column: cell for cell in names}
    writer, styles = setter.writer, setter.styles
    whole = writer.element("L", parent, attributes="<< /O /List /ListNumbering /None >>")
    inline = _inline(block)
    result: list[Item] = []
    for row in body:
        values = {cell.column: cell for cell in row}
        lines = [_line(block, inline, titles.get(column), values.get(column)) for column in sorted({*titles, *values})]
        lines = [line for line in lines if line.text.strip()]
        entry = writer.element("LBody", writer.element("LI", whole)) if lines else None
        for place, line in enumerate(lines):
            style = replace(styles.body, bold=place == 0, after=0, keep=place + 1 < len(lines))
            result.append(setter.item(line, style, writer.element("P", entry)))
        _around(result[-1:], 0, styles.body.after)
    _around(result, styles.table.before, styles.table.after)
    return result


def _inline(block: Block) -> list[Mark]:
    """The marks inside the cells."""
    return [mark for mark in block.marks if mark.kind not in ("cell", "header")]


def _line(block: Block, inline: list[Mark], title: Cell | None, value: Cell | None) -> Block:
    """« Title : value » as a paragraph, with the marks of both cells moved to where they are now."""
    text, marks = "", list[Mark]()
    for cell in (title, value):
        if cell is None or cell.span.start == cell.span.end:
            continue
        text += "\u00a0: " if text else ""
        shift = len(text) - cell.span.start
        text += block.text[cell.span.start : cell.span.end]
        for mark in inline:
            if mark.span.overlaps(cell.span):
                start, end = max(mark.span.start, cell.span.start), min(mark.span.end, cell.span.end)
                marks.append(replace(mark, span=Span(start + shift, end + shift)))
    return Block(block.id, "paragraph", text, (), 0, tuple(marks), block.line)


def _around(result: Sequence[Item], before: float, after: float) -> None:
    if result:
        result[0].before = max(result[0].before, before)
        result[-1].after = max(result[-1].after, after)
