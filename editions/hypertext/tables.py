"""Tables: rows with their ids, heads with their scope (HTML Living Standard, 4.9)."""

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree

from editions.hypertext.inline import Words
from editions.model import Cell, Table
from editions.synchrony import row as row_id

if TYPE_CHECKING:
    from lxml.etree import _Element


def rendered(table: Table, parent: "_Element", words: Words) -> "_Element":
    """The table, in a box that a narrow screen scrolls."""
    made: _Element = etree.SubElement(parent, "table", {"id": table.text.id})
    if table.caption is not None and table.caption.text.strip():
        words.fill(etree.SubElement(made, "caption", {"id": table.caption.id}), table.caption)
    heads = len(list(takewhile(lambda row: bool(row) and all(cell.header for cell in row), table.rows)))
    for kind, rows in (("thead", range(heads)), ("tbody", range(heads, len(table.rows)))):
        if rows:
            group = etree.SubElement(made, kind)
            for number in rows:
                _row(table, number, table.rows[number], group, words)
    return made


def _row(table: Table, number: int, cells: Sequence[Cell], group: "_Element", words: Words) -> None:
    line = etree.SubElement(group, "tr", {"id": row_id(table.text.id, number)})
    for cell in sorted(cells, key=lambda cell: cell.column):
        made = etree.SubElement(line, "th" if cell.header else "td")
        if cell.header:
            made.set("scope", {"column": "col", "row": "row"}[cell.header])
        if cell.rows > 1:
            made.set("rowspan", str(cell.rows))
        if cell.columns > 1:
            made.set("colspan", str(cell.columns))
        if cell.span.start < cell.span.end:
            words.fill(made, table.text, cell.span)
