"""How eSpeak NG is best asked for French words: for each voice whose sounds it finds.

Found by comparing the phonemes that it prints.
"""

import re

_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "\u00ad": " "})


_ELIDED = re.compile(r"(?<!\w)[CDJLMNST](?=')")


def plain(text: str) -> str:
    """Blanks and apostrophes as the library knows them, one for one.

    A capital that is elided becomes small: in « L'A.R.S. » the library would say the apostrophe.
    """
    return _ELIDED.sub(lambda letter: letter[0].lower(), text.translate(_BLANKS))


def number(words: str) -> str:
    """A number in words as it says it best.

    It sounds a t in « quatre-vingt-deux », and makes the liaison of « cent ans » only after the digits.
    """
    return "100" if words == "cent" else words.replace("quatre-vingt-", "quatre-vin-")
