"""What stands on every page besides the text: running head and folio, at body size; artifacts for a screen reader."""

from editions.printing.lines import cut
from editions.printing.marks import GLUE
from editions.printing.objects import numbers
from editions.printing.setter import Setter


def running_head(setter: Setter, title: str, left: float, top: float) -> None:
    """The edition's title over a rule; ``top``: the upper edge of the paper."""
    writer, size, sheet = setter.writer, setter.styles.size, setter.sheet
    fount = setter.case.fount(size, False)
    y = top - sheet.edge - size * 0.3
    writer.begin_artifact("/Type /Pagination /Subtype /Header")
    writer.code.append(f"BT {fount.select} 1 0 0 1 {numbers(left, y)} Tm [{_shortened(setter, title)}]TJ ET")
    rule = y - size * 0.45
    writer.code.append(f"0.5 w {numbers(left, rule)} m {numbers(left + sheet.measure, rule)} l S")
    writer.end()


def folio(setter: Setter, number: int, left: float, bottom: float, outside_left: bool) -> None:
    """The page's number, in bold, at the foot of the outer edge; ``bottom``: the lower edge of the paper."""
    writer, sheet = setter.writer, setter.sheet
    fount = setter.case.fount(setter.styles.size, True)
    width, code = fount.word(str(number))
    x = left if outside_left else left + sheet.measure - width
    writer.begin_artifact("/Type /Pagination /Subtype /Footer")
    writer.code.append(f"BT {fount.select} 1 0 0 1 {numbers(x, bottom + sheet.edge)} Tm [{code}]TJ ET")
    writer.end()


def _shortened(setter: Setter, title: str) -> str:
    """Code of as many words of the title as one line holds."""
    title = setter.composed(title).replace(GLUE, " ")
    fount, words = setter.case.fount(setter.styles.size, False), title.split(" ")
    if fount.line_width(title) > setter.sheet.measure:
        while len(words) > 1 and fount.line_width(" ".join(words) + "\u00a0…") > setter.sheet.measure:
            words.pop()
        if len(words) == 1:
            words = [cut(fount, words[0], setter.sheet.measure - 2 * setter.styles.size)[0]]
        words[-1] += "\u00a0…"
    return fount.space[1].join(fount.word(word)[1] for word in words)
