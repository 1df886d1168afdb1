"""The words of a chart of Writer: its title, and its figures as a table."""

from lxml import etree

from editions.manuscript.inline import table
from editions.manuscript.pieces import Piece
from editions.model import Cell
from editions.model.runs import Span

_MOST = 60
"""Rows of a chart's table; a curve of a thousand points is no table."""


def is_chart(root: "etree._Element") -> bool:
    """Whether an inner document is a chart."""
    return next(root.iter("{*}plot-area"), None) is not None


def title(root: "etree._Element") -> str:
    """Its title, subtitle and those of its axes, on one line."""
    found = [_words(one) for one in root.iter("{*}title", "{*}subtitle")]
    return ". ".join(words for words in found if words)


def figures(root: "etree._Element", line: int) -> Piece | None:
    """The table that the chart is drawn from; None when it has none."""
    inner = next(root.iter("{*}table"), None)
    rows = list(inner.iter("{*}table-row"))[: _MOST + 1] if inner is not None else []
    cells = [
        (Piece("paragraph", _words(cell)), Cell(Span(0, 0), at, column, "" if at else "column"))
        for at, row in enumerate(rows)
        for column, cell in enumerate(row.iter("{*}table-cell"))
    ]
    return table(cells, line) if any(words.text for words, _ in cells) else None


def _words(element: "etree._Element") -> str:
    return " ".join(" ".join("".join(map(str, one.itertext())) for one in element.iter("{*}p")).split())
