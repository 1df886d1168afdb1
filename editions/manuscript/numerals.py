"""Numbers as Word and Writer write them: ``written(3, "lowerRoman") == "iii"``, ``written(2, "ordinal") == "2e"``."""

from editions.tables import Table

_WORDS = Table("grammar/numerals")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MARKS = "*†‡§"


def written(number: int, kind: str) -> str:
    """A number from 0 on in one of Word's kinds; those that are not known are written in figures."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return roman(number) if kind == "lowerRoman" else roman(number).upper()
    if kind in ("ordinal", "ordinalText", "cardinalText"):
        return _in_words(number, kind)
    if kind == "chicago" and number > 0:
        return _MARKS[(number - 1) % 4] * ((number - 1) // 4 + 1)
    if kind.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    if kind == "numberInDash":
        return f"- {number} -"
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def roman(number: int) -> str:
    """In small letters, from 1 to 3999."""
    found, rest = "", number
    for worth, sign in _ROMAN:
        found += sign * (rest // worth)
        rest %= worth
    return found


def _in_words(number: int, kind: str) -> str:
    """« 1er », « premier », « un », as far as the table goes; beyond it figures with the ending of an ordinal."""
    if kind == "ordinal":
        return f"{number}{_WORDS.mapping('ending').get(str(number), _WORDS.mapping('ending')['other'])}"
    known = _WORDS.mapping(kind).get(str(number))
    return known or (str(number) if kind == "cardinalText" else _in_words(number, "ordinal"))
