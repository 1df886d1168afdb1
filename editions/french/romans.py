"""Roman numerals: ``value("XIX")`` → 19; a string that is not well formed has no value."""

import re
from functools import cache

_FORM = re.compile("(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@cache
def value(written: str) -> int:
    """Value of a well-formed roman numeral in capitals; 0 for anything else."""
    if not written or _FORM.fullmatch(written) is None:
        return 0
    worth = [_WORTH[letter] for letter in written]
    pairs = zip(worth, [*worth[1:], 0], strict=True)
    return sum(-here if here < following else here for here, following in pairs)
