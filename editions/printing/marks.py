"""Characters that stand for one of the article's and are drawn as another: noncharacters of Unicode, made for such use.

A mark is drawn as ``DRAWN`` says and comes out of the PDF as ``MEANT`` says: a straight quote of the article is drawn
as a guillemet with its no-break space, searched and copied as the straight quote it is.
"""

import re

GLUE = "\ufdd0"
"""A blank that no line breaks at."""
APOSTROPHE = "\ufdd1"
OPENING, CLOSING = "\ufdd2", "\ufdd3"
OPENING_APART, CLOSING_APART = "\ufdd4", "\ufdd5"
"""Guillemets that have their blank in the article."""
INNER_OPENING, INNER_CLOSING = "\ufdd6", "\ufdd7"
SINGLE_OPENING, SINGLE_CLOSING = "\ufdd8", "\ufdd9"
HYPHEN = "\ufdda"
"""Where a word is parted at a line's end: a soft hyphen in the file (ISO 32000-1, 14.8.2.2.3)."""
UNSEEN = dict(zip("-–—|•·", "\ufddb\ufddc\ufddd\ufdde\ufddf\ufde0", strict=True))
"""A sign between a caption and its credit, and its blank: not drawn where a line end parts them well enough."""
SPACED = {OPENING: "«\u00a0", CLOSING: "\u00a0»"}
"""Marks drawn as two signs."""
DRAWN = {
    APOSTROPHE: "’", OPENING_APART: "«", CLOSING_APART: "»", INNER_OPENING: "“", INNER_CLOSING: "”",
    SINGLE_OPENING: "‘", SINGLE_CLOSING: "’", HYPHEN: "-",
}  # fmt: skip
MEANT = {
    GLUE: " ", **dict.fromkeys((APOSTROPHE, SINGLE_OPENING, SINGLE_CLOSING), "'"), HYPHEN: "\u00ad",
    **{mark: f"{sign} " for sign, mark in UNSEEN.items()},
    **dict.fromkeys((OPENING, CLOSING, OPENING_APART, CLOSING_APART, INNER_OPENING, INNER_CLOSING), '"'),
}  # fmt: skip
_ANY = re.compile(f"[{''.join(MEANT)}]")


def without(text: str) -> str:
    """A text of others has no marks: Unicode keeps them out of what is exchanged."""
    return _ANY.sub("\ufffd", text)
