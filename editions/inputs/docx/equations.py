"""Equations of Word on one line: ``text(oMath) == "(a+b)⁄2"``; also its old ``EQ`` fields, ``\\f(1;2)``."""

import re
import unicodedata
from collections.abc import Callable

from editions.inputs.docx.elements import Element, child, is_on, name, value
from editions.manuscript import formulas
from editions.tables import Table

_WORDS = Table("grammar/numerals")
_SMALL = ("m:ctrlPr", "m:rPr", "w:rPr")
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff\u2102-\u2149]")
"""Letters of mathematics, which Word writes for italics and the like."""


def text(element: Element) -> str:
    """All that stands in an element, on one line."""
    return "".join(_text(one) for one in element)


def _text(one: Element) -> str:
    called = name(one)
    if called in ("m:t", "w:t"):
        return _MATHEMATICAL.sub(lambda match: unicodedata.normalize("NFKC", match[0]), one.text or "")
    if called.endswith("Pr") or called in _SMALL:
        return ""
    made = _MADE.get(called)
    return made(one) if made else text(one)


def _part(one: Element, called: str) -> str:
    found = child(one, f"m:{called}")
    return text(found).strip() if found is not None else ""


def _property(one: Element, properties: str, called: str, usual: str) -> str:
    """A sign that may be left out, in which case it is the usual one; an empty one is none."""
    found = child(one, f"m:{properties}", f"m:{called}")
    return usual if found is None else value(found)


def _word(called: str) -> str:
    return _WORDS.mapping("formula")[called]


def _fraction(one: Element) -> str:
    above, below = _part(one, "num"), _part(one, "den")
    if _property(one, "fPr", "type", "") == "noBar":
        return f"{below} {_word('choose')} {above}"
    return formulas.fraction(above, below)


def _root(one: Element) -> str:
    hidden = is_on(child(one, "m:radPr", "m:degHide"))
    return formulas.root(_part(one, "e"), "" if hidden else _part(one, "deg"))


def _brackets(one: Element) -> str:
    left, right = _property(one, "dPr", "begChr", "("), _property(one, "dPr", "endChr", ")")
    parts = [text(part).strip() for part in one if name(part) == "m:e"]
    return f"{left}{_property(one, 'dPr', 'sepChr', '|').join(parts)}{right}"


def _many(one: Element) -> str:
    """Sums, products, integrals: « ∑ de i=1 à n de x »."""
    sign = _property(one, "naryPr", "chr", "∫")
    low, high, inside = _part(one, "sub"), _part(one, "sup"), _part(one, "e")
    bounds = (f" {_word('from')} {low}" if low else "") + (f" {_word('to')} {high}" if high else "")
    return f"{sign}{bounds} {_word('of')} {inside}" if bounds else f"{sign} {inside}"


def _function(one: Element) -> str:
    return f"{_part(one, 'fName')} {formulas.one(_part(one, 'e'))}"


def _limit(one: Element) -> str:
    return f"{_part(one, 'e')} ({_part(one, 'lim')})"


def _accent(one: Element) -> str:
    return _part(one, "e") + _property(one, "accPr", "chr", "\u0302")


def _matrix(one: Element) -> str:
    rows = [[text(cell).strip() for cell in row if name(cell) == "m:e"] for row in one if name(row) == "m:mr"]
    return " ; ".join(", ".join(row) for row in rows)


def _lines(one: Element) -> str:
    return " ; ".join(text(part).strip() for part in one if name(part) == "m:e")


def _phantom(one: Element) -> str:
    """What only takes place is not shown."""
    shown = child(one, "m:phantPr", "m:show")
    return _part(one, "e") if shown is None or is_on(shown) else ""


_MADE: dict[str, Callable[[Element], str]] = {
    "m:f": _fraction,
    "m:rad": _root,
    "m:d": _brackets,
    "m:nary": _many,
    "m:func": _function,
    "m:limLow": _limit,
    "m:limUpp": _limit,
    "m:acc": _accent,
    "m:m": _matrix,
    "m:eqArr": _lines,
    "m:phant": _phantom,
    "m:sSup": lambda one: formulas.power(_part(one, "e"), _part(one, "sup")),
    "m:sSub": lambda one: formulas.indexed(_part(one, "e"), _part(one, "sub")),
    "m:sSubSup": lambda one: formulas.power(formulas.indexed(_part(one, "e"), _part(one, "sub")), _part(one, "sup")),
    "m:sPre": lambda one: formulas.raised(_part(one, "sup")) + formulas.lowered(_part(one, "sub")) + _part(one, "e"),
}

_SWITCH = re.compile(r"\\\s*([a-zA-Z]+)[^()\\]*")


def field(code: str) -> str:
    """What an ``EQ`` field shows: ``EQ \\f(1;2)`` is a half."""
    return _field(code.strip()[2:].strip(), 0)


def _field(code: str, depth: int) -> str:
    found, place = "", 0
    while (match := _SWITCH.search(code, place)) and depth < 20:
        end = _closing(code, match.end())
        if code[match.end() : match.end() + 1] != "(":
            found += code[place : match.start()]
            place = match.end()
            continue
        parts = [_field(part.strip(), depth + 1) for part in _parts(code[match.end() + 1 : end])]
        found += code[place : match.start()] + _switched(match[0], match[1].lower(), parts)
        place = end + 1
    return found + code[place:]


def _switched(switch: str, called: str, parts: list[str]) -> str:
    if called == "f" and len(parts) == 2:
        return formulas.fraction(*parts)
    if called == "r":
        return formulas.root(parts[-1], parts[0] if len(parts) > 1 else "")
    if called == "s" or "\\up" in switch or "\\do" in switch:
        lowered = "do" in switch.lower()
        return (formulas.lowered if lowered else formulas.raised)(parts[0]) or "".join(parts)
    if called == "b":
        return f"({''.join(parts)})"
    return "".join(parts)


def _closing(code: str, start: int) -> int:
    """Where the bracket that opens at ``start`` closes."""
    depth = 0
    for place in range(start, len(code)):
        depth += (code[place] == "(") - (code[place] == ")")
        if depth <= 0:
            return place
    return len(code)


def _parts(code: str) -> list[str]:
    """Cut at the semicolons that stand in no inner brackets, at commas where there is none."""
    sign = ";" if ";" in code else ","
    parts, depth = [""], 0
    for character in code:
        depth += (character == "(") - (character == ")")
        if character == sign and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
