"""What the names of paragraph styles stand for: ``role("intertitre") == ("heading", 2)``."""

import re

from editions.model import Role
from editions.tables import Table

_NAMES = Table("grammar/style_names")
_ROLES: dict[str, Role] = {"quote": "quote", "lede": "lede", "caption": "caption", "heading": "heading",
                           "byline": "byline"}  # fmt: skip


def role(name: str) -> tuple[Role, int] | None:
    """Kind and heading level of paragraphs in a style of this name, in small letters; None when it says nothing."""
    if match := re.fullmatch(r"heading (\d)", name):
        return "heading", int(match[1])
    row = next((row for row in _NAMES.rows("style") if row[0] == name), None)
    return (_ROLES[row[1]], int(row[2]) if len(row) > 2 else 0) if row else None
