"""Web and e-mail addresses: those that a text spells out lead where they say; those it hides are printed on paper."""

import re
from collections.abc import Iterable, Iterator

from editions.model import Node, leaves
from editions.model.runs import Link, Span

_LEAD = re.compile(r"(?:https?://(?:www\.)?|mailto:|tel:)(?=.)", re.IGNORECASE)
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


def unseen(body: Iterable[Node]) -> dict[str, str]:
    """Of each link whose address its block does not show: the address, as it is written, and its words."""
    listed: dict[str, str] = {}
    for block in leaves(body):
        for run in block.runs:
            shown = _LEAD.sub("", run.address).rstrip("/") if isinstance(run, Link) and _LEAD.match(run.address) else ""
            words = " ".join(block.text[run.span.start : run.span.end].split())
            if shown and words and shown not in block.text:
                listed.setdefault(shown, words)
    return listed


def found(text: str) -> Iterator[Link]:
    """The links that a text asks for, in order."""
    if not _HINT.search(text):
        return
    for match in _ADDRESS.finditer(text):
        leads = match["url"] or (f"mailto:{match['mail']}" if match["mail"] else f"https://{match['site']}")
        yield Link(Span(*match.span()), leads)
