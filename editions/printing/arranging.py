"""An article in the order of the page: who signs it, and when, stand in one place, below the lede.

Only what an article begins or ends with is moved: a name between two paragraphs belongs to what it stands by, and the
last of several letters is signed where it ends, as the others are. A paper below the title is part of who signs.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress, takewhile

from editions.model import Block, Figure, Node, Section
from editions.model.nodes import leaves
from editions.model.runs import Author, Dated

_HEADS = ("outlet", "section", "title", "lede", "byline", "caption", "figure")


def arranged(body: Sequence[Node]) -> tuple[Node, ...]:
    """The body with the bylines of its head and of its end below its lede, or its title; as it is without a title."""
    heads = tuple(takewhile(_is_head, body))
    title = _title(heads)
    if title == len(heads):
        return tuple(body)
    rest, ending = _ended(tuple(body[len(heads) :]))
    signed = [_is(node, "byline") or (place > title and _is(node, "outlet")) for place, node in enumerate(heads)]
    signs = (*compress(heads, signed), *ending)
    heads = tuple(compress(heads, (not told for told in signed)))
    place = max(place for place, node in enumerate(heads, 1) if _is(node, "title") or _is(node, "lede"))
    return (*heads[:place], *signs, *heads[place:], *rest)


def signs(body: Sequence[Node]) -> tuple[Block, ...]:
    """The bylines, and the paper, that an arranged body has below its lede."""
    heads = tuple(takewhile(_is_head, body))
    below = heads[_title(heads) :]
    return tuple(node for node in below if isinstance(node, Block) and node.kind in ("byline", "outlet"))


def _title(heads: Sequence[Node]) -> int:
    """Which of the nodes of a head is the title; their number when none is."""
    return next((place for place, node in enumerate(heads) if _is(node, "title")), len(heads))


def _ended(body: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """What ``_parted`` gives, or the whole body when others sign inside it: each of them where their part ends."""
    rest, signs = _parted(body)
    return (body, ()) if any(block.kind == "byline" for block in leaves(rest)) else (rest, signs)


def dated_only(block: Block) -> bool:
    """Whether a byline tells when, and not who."""
    kinds = {type(run) for run in block.runs}
    return Dated in kinds and Author not in kinds


def _is(node: Node, kind: str) -> bool:
    return isinstance(node, Block) and node.kind == kind


def _is_head(node: Node) -> bool:
    return isinstance(node, Figure) or (isinstance(node, Block) and node.kind in _HEADS)


def _parted(body: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """A body without the bylines that it ends with, and those."""
    signs = tuple(takewhile(lambda node: _is(node, "byline"), reversed(body)))[::-1]
    rest = body[: len(body) - len(signs)]
    if signs or not rest or not isinstance(rest[-1], Section):
        return rest, signs
    inner, signs = _parted(rest[-1].body)
    return (*rest[:-1], replace(rest[-1], body=inner)), signs
