"""How eSpeak NG is best asked for French words: for each voice whose sounds it finds.

Found by comparing the phonemes that it prints.
"""

_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "\u00ad": " "})


def plain(text: str) -> str:
    """Blanks and apostrophes as the library knows them, one for one."""
    return text.translate(_BLANKS)


def number(words: str) -> str:
    """A number in words as it says it best.

    It sounds a t in « quatre-vingt-deux », and makes the liaison of « cent ans » only after the digits.
    """
    return "100" if words == "cent" else words.replace("quatre-vingt-", "quatre-vin-")
