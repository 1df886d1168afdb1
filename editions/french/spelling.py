"""Numbers into words: cardinals with gender, ordinals, decimals; the words come from ``grammar/numbers.tsv``.

``cardinal("21", feminine=True)`` → ``vingt et une``. Numbers are strings of digits, so that a number of ten thousand
digits is read like any other. Agreement after Grevisse & Goosse, *Le bon usage*: *vingt* and *cent* take an s when
multiplied and last, also before *million*; *mille* never; only *un* knows gender, and not before *mille*.
"""

from functools import cache, lru_cache

from editions.french.grammar import NUMBERS


@cache
def _below_hundred() -> tuple[tuple[str, ...], ...]:
    """By value: masculine, feminine, before another numeral, ordinal."""
    return tuple(row[1:] for row in NUMBERS.rows("number"))


@cache
def _magnitudes() -> tuple[tuple[str, ...], ...]:
    """By rank from 1: singular, plural, ordinal."""
    return tuple(row[1:] for row in NUMBERS.rows("magnitude"))


@cache
def plurals() -> frozenset[str]:
    """Last words of the numbers in words that are followed by a plural."""
    names = {form.split()[-1].rpartition("-")[2] for row in _below_hundred()[2:] for form in row[:2]}
    return frozenset(names - set(_below_hundred()[1]) | {word("hundred"), word("hundreds"), magnitude(1)})


def magnitude(rank: int, plural: bool = False) -> str:
    """Name of a power of a thousand."""
    return _magnitudes()[rank - 1][1 if plural else 0]


def word(name: str) -> str:
    """A word that joins numbers: ``word("comma")`` → ``virgule``."""
    return NUMBERS.mapping("word")[name]


def cardinal(digits: str, feminine: bool = False) -> str:
    """``"1200"`` → ``mille deux cents``; beyond the named magnitudes, groups of three digits one after the other."""
    digits = digits.lstrip("0") or "0"
    if len(digits) > 3 * (len(_magnitudes()) + 1):
        return _in_groups(digits)
    return _cardinal(digits, feminine)


@lru_cache(maxsize=512)
def _cardinal(digits: str, feminine: bool) -> str:
    groups = _groups(digits)
    said = [_multiple(value, len(groups) - 1 - index) for index, value in enumerate(groups[:-1]) if value]
    if groups[-1] or not said:
        said.append(_below_thousand(groups[-1], 1 if feminine else 0))
    return " ".join(said)


def label(digits: str) -> str:
    """A number that names, not counts, takes no plural mark: *années quatre-vingt*, *page deux cent*."""
    value = digits.lstrip("0") or "0"
    return _below_thousand(int(value), 2) if len(value) <= 3 else cardinal(value)


def one_by_one(digits: str) -> str:
    """``"105"`` → ``un zéro cinq``."""
    names = _below_hundred()
    return " ".join(names[int(digit)][0] for digit in digits)


def with_zeros(digits: str, feminine: bool = False) -> str:
    """A number whose leading zeros are said: ``"05"`` → ``zéro cinq``; ``"00"`` → ``zéro zéro``."""
    rest = digits.lstrip("0")
    zeros = [_below_hundred()[0][0]] * (len(digits) - len(rest))
    return " ".join(zeros + ([cardinal(rest, feminine)] if rest else []))


def fraction(digits: str) -> str:
    """What follows the comma: up to three digits as a number, four as two pairs, more one by one."""
    if len(digits) <= 3:
        return with_zeros(digits)
    if len(digits) == 4 and digits[0] != "0" and digits[2] != "0":
        return f"{cardinal(digits[:2])} {cardinal(digits[2:])}"
    return one_by_one(digits)


def decimal(integer: str, digits: str, feminine: bool = False, mark: str = "comma") -> str:
    """``("2", "05")`` → ``deux virgule zéro cinq``; ``mark``: ``comma`` or ``point``."""
    return f"{cardinal(integer, feminine)} {word(mark)} {fraction(digits)}"


def ordinal(digits: str, plural: bool = False) -> str:
    """``"80"`` → ``quatre-vingtième``. For 1, whose gender shows, ``first`` says *premier* and *première*."""
    digits = digits.lstrip("0") or "0"
    if len(digits) > 3 * (len(_magnitudes()) + 1):
        return _in_groups(digits)
    groups = _groups(digits)
    rank = max((len(groups) - 1 - i for i, value in enumerate(groups) if value), default=0)
    last = min((len(groups) - 1 - i for i, value in enumerate(groups) if value), default=0)
    said = [_multiple(groups[len(groups) - 1 - r], r) for r in range(rank, last, -1) if groups[len(groups) - 1 - r]]
    said.append(_ordinal_group(groups[len(groups) - 1 - last], last))
    return " ".join(said) + ("s" if plural else "")


def first(feminine: bool = False, plural: bool = False) -> str:
    """*premier*, *première*, and their plurals."""
    return NUMBERS.mapping("ordinal")["1" + ("re" if feminine else "er") + ("s" if plural else "")]


def ends_in_one(digits: str) -> bool:
    """Whether the name ends in *un*, which alone agrees in gender: 1, 21, 81, 101, not 11, 71, 91."""
    return digits[-2:] in _in_one()


@cache
def _in_one() -> frozenset[str]:
    """Last digits of the numbers that agree."""
    agreeing = [value for value, forms in enumerate(_below_hundred()) if forms[0] != forms[1]]
    return frozenset(f"{value:02}" for value in agreeing).union(map(str, agreeing))


def _groups(digits: str) -> list[int]:
    """``"1234567"`` → ``[1, 234, 567]``."""
    head = len(digits) % 3
    cut = [digits[:head]] if head else []
    return [int(group) for group in cut + [digits[i : i + 3] for i in range(head, len(digits), 3)]]


def _below_thousand(value: int, form: int) -> str:
    """``form``: 0 masculine, 1 feminine, 2 before another numeral (no plural mark)."""
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _below_hundred()[rest][form]
    many = "hundreds" if hundreds > 1 and not rest and form != 2 else "hundred"
    said = [_below_hundred()[hundreds][2]] if hundreds > 1 else []
    said.append(word(many))
    if rest:
        said.append(_below_hundred()[rest][form])
    return " ".join(said)


def _multiple(value: int, rank: int) -> str:
    """``(80, 1)`` → ``quatre-vingt mille``; ``(80, 2)`` → ``quatre-vingts millions``."""
    singular, plural = _magnitudes()[rank - 1][:2]
    if rank == 1:
        return singular if value == 1 else f"{_below_thousand(value, 2)} {plural}"
    return f"{_below_thousand(value, 0)} {singular if value == 1 else plural}"


def _ordinal_group(value: int, rank: int) -> str:
    if rank:
        name = _magnitudes()[rank - 1][2]
        return name if value == 1 else f"{_below_thousand(value, 2)} {name}"
    hundreds, rest = divmod(value, 100)
    if rest:
        head = [_below_thousand(hundreds * 100, 2)] if hundreds else []
        return " ".join([*head, _below_hundred()[rest][3]])
    if not hundreds:
        return _below_hundred()[0][3]
    return " ".join(([_below_hundred()[hundreds][2]] if hundreds > 1 else []) + [word("hundredth")])


def _in_groups(digits: str) -> str:
    head = len(digits) % 3
    cut = ([digits[:head]] if head else []) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return " ".join(with_zeros(group) for group in cut)
