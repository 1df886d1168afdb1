"""Web and e-mail addresses that a text spells out: in the file for screens they lead where they say."""

import re
from collections.abc import Iterator

from editions.model.runs import Link, Span

_HINT = re.compile(r"://|www\.|@|[a-z0-9]\.[a-z]{2}")
_NAME = r"[^\W_][\w-]{0,62}+"
_PATH = r"(?:/[\w./~%#?=&+:@-]{0,500}[\w/]|/)?"
_ENDS = "be|ch|com|eu|fr|net|org"
"""Ends of a site's name that is written alone; others may be the first word of a sentence whose blank was forgotten."""
_ADDRESS = re.compile(
    rf"""(?<![\w@./])
    (?: (?P<url> https?://[^\s«»<>"()]{{0,500}}[\w/] )
      | (?P<mail> [\w.+-]{{1,64}}+@(?:{_NAME}\.)+[A-Za-z]{{2,}} )
      | (?P<site> (?:www\.(?:{_NAME}\.)+[a-z]{{2,}} | (?:[a-z0-9][a-z0-9-]{{0,62}}+\.)+(?:{_ENDS}))
            (?![\w-]|\.\w) {_PATH} )
    )""",
    re.VERBOSE,
)


def found(text: str) -> Iterator[Link]:
    """The links that a text asks for, in order."""
    if not _HINT.search(text):
        return
    for match in _ADDRESS.finditer(text):
        leads = match["url"] or (f"mailto:{match['mail']}" if match["mail"] else f"https://{match['site']}")
        yield Link(Span(*match.span()), leads)
