"""Fields: what they show, not how they are worked out; tables of contents and prompts are told apart.

A field is a code, then perhaps a result, between marks in the text; fields stand inside fields.
"""

import re
from dataclasses import dataclass

from editions.inputs.docx import equations
from editions.inputs.docx.elements import Element, child, is_on, name, number, value
from editions.manuscript import symbols

_CONTENTS = ("TOC", "TOA", "INDEX")
"""Tables that Word makes of other words of the document, with numbers of its pages."""
_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]*)"', re.IGNORECASE)
_PROMPT = re.compile(r"MACROBUTTON\s+\S+\s*", re.IGNORECASE)
_SIGN = re.compile(r'SYMBOL\s+(0x[0-9A-Fa-f]+|\d+)(?:.*\\f\s+"?([^"\\]+)"?)?', re.IGNORECASE)


@dataclass
class _Field:
    code: str = ""
    in_result: bool = False
    shown: str | None = None
    """What a field of a form shows, whatever its result."""
    link: bool = False

    @property
    def kind(self) -> str:
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""


class Fields:
    """The open fields, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def visible(self) -> bool:
        """Whether what comes is shown."""
        return all(one.in_result and one.shown is None for one in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether what comes stands in a table of contents."""
        return any(one.in_result and one.kind in _CONTENTS for one in self._open)

    def begin(self, mark: Element) -> None:
        """A field begins."""
        self._open.append(_Field(shown=_form(mark)))

    def code(self, text: str) -> None:
        """More of the code of the innermost field."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].code += text

    def separate(self) -> str | None:
        """The result of the innermost field begins; where it leads if it is a link."""
        if not self._open:
            return None
        field = self._open[-1]
        field.in_result = True
        found = _LINK.search(field.code) if field.kind == "HYPERLINK" else None
        if found is None:
            return None
        field.link = True
        return f"#{found[1]}" if re.search(r"HYPERLINK\s+\\l", field.code, re.IGNORECASE) else found[1]

    def end(self) -> tuple[str, str, bool]:
        """The innermost field ends: what it shows besides its result, what it asks for, whether it was a link."""
        if not self._open:
            return "", "", False
        field = self._open.pop()
        if field.shown is not None:
            return field.shown, "", False
        if field.in_result or not self.visible:
            return "", "", field.link
        prompt = _PROMPT.sub("", field.code).strip() if field.kind == "MACROBUTTON" else ""
        return _coded(field.code.strip()), prompt, False


def _coded(code: str) -> str:
    """What a field without a result shows."""
    if code.upper().startswith("EQ "):
        return equations.field(code)
    if sign := _SIGN.match(code):
        return symbols.shown((sign[2] or "").strip(), chr(min(int(sign[1], 0), 0xFFFF)))
    return ""


def _form(mark: Element) -> str | None:
    """What a drop-down list or a box of a form shows; None for what has its value in the text."""
    data = child(mark, "w:ffData")
    choices, box = child(data, "w:ddList"), child(data, "w:checkBox")
    if choices is not None:
        entries = [value(one) for one in choices if name(one) == "w:listEntry"]
        chosen = child(choices, "w:result")
        place = number(chosen if chosen is not None else child(choices, "w:default"))
        return entries[place] if 0 <= place < len(entries) else ""
    if box is not None:
        checked = child(box, "w:checked")
        return "☒" if is_on(checked if checked is not None else child(box, "w:default")) else "☐"
    return None
