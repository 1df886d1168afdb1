"""Tables of Word: where each cell stands, what spans what; a box made of one cell is no table.

rows(w:tbl) → [[Placed(cell, row, column, rows, columns, header), …], …]
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from editions.inputs.docx.elements import Element, child, is_on, name, number, value
from editions.inputs.docx.styles import changes

_WIDEST = 100


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and its place."""

    element: Element | None
    """None for an empty place at the beginning of a row."""
    column: int
    columns: int = 1
    rows: int = 1
    header: bool = False


def rows(table: Element) -> list[list[Placed]]:
    """The rows and cells that are shown; those that are hidden, or whose deletion is tracked, are not."""
    shown = [row for row in _of(table, "w:tr") if _is_shown(child(row, "w:trPr"))]
    headers = _headers(table, shown)
    found: list[list[Placed]] = []
    above: dict[int, tuple[int, int]] = {}
    for number_of, row in enumerate(shown):
        made: list[Placed] = []
        column = _gap(made, number(child(row, "w:trPr", "w:gridBefore")), 0, headers[number_of])
        for cell in _of(row, "w:tc"):
            properties = child(cell, "w:tcPr")
            if "w:cellDel" in changes(properties):
                continue
            columns = min(max(number(child(properties, "w:gridSpan"), default=1), 1), _WIDEST)
            if _goes_on(properties, "w:vMerge") and column in above:
                into, at = above[column]
                found[into][at] = replace(found[into][at], rows=number_of - into + 1)
            elif _goes_on(properties, "w:hMerge") and made:
                made[-1] = replace(made[-1], columns=made[-1].columns + columns)
            else:
                if _may_go_on(properties):
                    above[column] = number_of, len(made)
                else:
                    above.pop(column, None)
                made.append(Placed(cell, column, columns, 1, headers[number_of]))
            column += columns
        _gap(made, number(child(row, "w:trPr", "w:gridAfter")), column, headers[number_of])
        found.append(made)
    return found


def _is_shown(properties: Element | None) -> bool:
    return "w:del" not in changes(properties) and not is_on(child(properties, "w:hidden"))


def is_prompt(cell: Element) -> bool:
    """Whether a content control around a cell only invites to type in it."""
    around = cell.getparent()
    control = around.getparent() if around is not None and name(around) == "w:sdtContent" else None
    return control is not None and is_on(child(control, "w:sdtPr", "w:showingPlcHdr"))


def _may_go_on(properties: Element | None) -> bool:
    """Whether a cell may go on below."""
    return child(properties, "w:vMerge") is not None


def _goes_on(properties: Element | None, called: str) -> bool:
    merged = child(properties, called)
    return merged is not None and value(merged) in ("", "continue")


def _gap(made: list[Placed], columns: int, column: int, header: bool) -> int:
    """Empty places before or behind the cells of a row."""
    columns = min(max(columns, 0), _WIDEST)
    made += [Placed(None, column + at, 1, 1, header) for at in range(columns)]
    return column + columns


def _headers(table: Element, shown: list[Element]) -> list[bool]:
    """Of each row, whether it holds the headings of the columns: it says so, or the table's style sets it apart."""
    look = child(table, "w:tblPr", "w:tblLook")
    apart = value(look, "firstRow") == "1" or bool(_bits(value(look)) & 0x20)
    said = [is_on(child(row, "w:trPr", "w:tblHeader")) for row in shown]
    return [one or (apart and at == 0) for at, one in enumerate(said)]


def _bits(written: str) -> int:
    try:
        return int(written[:4], 16) if written else 0
    except ValueError:
        return 0


def _of(parent: Element, called: str) -> Iterator[Element]:
    """Rows or cells, those in content controls and the like too."""
    waiting = [*parent][::-1]
    while waiting:
        one = waiting.pop()
        if name(one) == called:
            yield one
        elif name(one) in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"):
            waiting += [*one][::-1]
