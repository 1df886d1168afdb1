"""Formulas on one line, so that print shows and a voice says what they mean: ``(a+b)⁄2``, ``10⁶``, ``√(x+1)``.

fraction("a+b", "2")      # "(a+b)⁄2"
raised("n+1")             # "ⁿ⁺¹"; empty when a sign has no raised form
root("8", "3")            # "∛8"
"""

import re

_RAISED = dict(zip("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_ONE = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[^\W\d_][⁰¹²³⁴-⁹ⁿ₀-₉]*|[^\W\d_]{2,}|\([^()]*\)|")
"""What needs no brackets to be one."""
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}


def one(part: str) -> str:
    """A part of a formula, in brackets when it is made of several."""
    part = part.strip()
    return part if _ONE.fullmatch(part) else f"({part})"


def fraction(above: str, below: str) -> str:
    """With the fraction slash, which nobody takes for a date, a range or « or »."""
    return f"{one(above)}\u2044{one(below)}"


def raised(exponent: str) -> str:
    """The signs of an exponent; empty when one of them has none."""
    return _each(exponent, _RAISED)


def lowered(index: str) -> str:
    """The signs of an index; empty when one of them has none."""
    return _each(index, _LOWERED)


def _each(text: str, signs: dict[str, str]) -> str:
    text = "".join(text.split())
    return "".join(signs[sign] for sign in text) if text and all(sign in signs for sign in text) else ""


def power(base: str, exponent: str) -> str:
    """``x²``, ``(a+b)ⁿ``, ``e^(2x)``."""
    return one(base) + (raised(exponent) or (f"^{one(exponent)}" if exponent.strip() else ""))


def indexed(base: str, index: str) -> str:
    """``x₁``, ``x_max``."""
    return base + (lowered(index) or (f"_{one(index)}" if index.strip() else ""))


def root(inside: str, degree: str = "") -> str:
    """``√2``, ``∛(x+1)``, ``ⁿ√x``."""
    sign = _ROOTS.get(degree.strip()) or (raised(degree) or f"({degree.strip()})") + "√"
    return sign + one(inside)
