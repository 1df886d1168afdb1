"""The words of charts and of SmartArt: a table of the figures, a list of the steps."""

from collections.abc import Iterator

from editions.inputs.docx.elements import Element, child, inside, name, outermost, value
from editions.manuscript.inline import table
from editions.manuscript.pieces import Piece
from editions.model import Cell
from editions.model.runs import Span

_MOST = 60
"""Rows of a chart's table; a curve of a thousand points is no table."""


def steps(root: Element) -> Iterator[str]:
    """The words of SmartArt in the order in which they were typed; those that only invite to type are none."""
    for point in inside(root, "pt"):
        prompted = child(point, "prSet")
        if value(point, "type") in ("", "node", "asst") and value(prompted, "phldr") not in ("1", "true"):
            words = " ".join(_words(paragraph) for paragraph in inside(point, "p"))
            if words.strip():
                yield " ".join(words.split())


def _words(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter() if name(one) in ("t", "c:v") and one.text)


def title(root: Element) -> str:
    """The title of a chart and those of its axes, on one line."""
    found = [" ".join(_words(paragraph) for paragraph in inside(one, "p", "c:v")) for one in outermost(root, "c:title")]
    return ". ".join(" ".join(words.split()) for words in found if words.strip())


def figures(root: Element, line: int) -> Piece | None:
    """The figures of a chart as a table: a row for each category, a column for each series."""
    series = list(inside(root, "c:ser"))
    names = [_words(one) if (one := child(ser, "c:tx")) is not None else "" for ser in series]
    columns = [
        _points(child(ser, "c:val") if child(ser, "c:val") is not None else child(ser, "c:yVal")) for ser in series
    ]
    first = next((ser for ser in series if child(ser, "c:cat") is not None or child(ser, "c:xVal") is not None), None)
    heads = _points(child(first, "c:cat") if child(first, "c:cat") is not None else child(first, "c:xVal"))
    places = sorted({*heads, *(place for column in columns for place in column)})[:_MOST]
    if not places or not any(columns):
        return None
    rows = [["", *names]] if any(names) else []
    rows += [[heads.get(place, ""), *(column.get(place, "") for column in columns)] for place in places]
    cells = [
        (Piece("paragraph", words), Cell(Span(0, 0), row, column, "column" if any(names) and not row else ""))
        for row, line_of in enumerate(rows)
        for column, words in enumerate(line_of)
    ]
    return table(cells, line)


def _points(values: Element | None) -> dict[int, str]:
    """What a series holds, by the number of the point; figures with a comma."""
    found: dict[int, str] = {}
    if values is None:
        return found
    counted = next(inside(values, "c:numCache", "c:numLit"), None) is not None
    for point in inside(values, "c:pt"):
        written, place = _words(point).strip(), value(point, "idx")
        if place.isdecimal() and len(place) < 5:
            found[int(place)] = _figure(written) if counted else written
    return found


def _figure(written: str) -> str:
    """« 12,5 » for « 12.500000000000002 »; words stay as they are."""
    try:
        return f"{float(written):.4f}".rstrip("0").rstrip(".").replace(".", ",")
    except ValueError:
        return written
