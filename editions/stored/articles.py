"""Articles of earlier builds, and their trees as values that JSON can write.

Articles(store).article(path)                 # read anew only when its file or the program has changed
tree_of(values_of(article.body), folder) == article.body
"""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from editions import articles, stored
from editions import cache as caching
from editions.model import (
    Article,
    Block,
    Cell,
    Figure,
    Finding,
    Item,
    LeftOut,
    List,
    Node,
    Note,
    Picture,
    Quotation,
    Section,
    Span,
    Table,
    runs,
)  # fmt: skip
from editions.model.runs import Run
from editions.stored import Store

_LARGEST = 4_000_000
"""Bytes of an article's file; what is larger is not kept, nor even read here."""
_RUNS = {kind.__name__: kind for kind in (runs.Strong, runs.Raised, runs.Lowered, runs.Link, runs.Language, runs.Credit,
                                          runs.Label, runs.Author, runs.Dated, runs.NoteCall,
                                          runs.Pause)}  # fmt: skip
_DETAILS = {"Link": "address", "Language": "tag", "Author": "name", "Dated": "written", "NoteCall": "note",
            "Pause": "seconds"}  # fmt: skip
"""What a run has besides its place."""
_Values = Sequence[Any]


class Articles:
    """Articles as they were understood by earlier builds; without a cache they are read each time.

    Those with pictures are always read anew, as they depend on other files too.
    """

    def __init__(self, store: Store, keep: bool = False) -> None:
        """``store``: what keeps them; ``keep``: as of ``articles.article``."""
        self._store = store
        self._keep = keep

    def article(self, path: Path, taken: Iterable[str] = ()) -> Article:
        """As ``articles.article``, with the same errors."""
        name = self._name(path)
        values = self._store.get(name)
        if values is not None:
            made = _article(values, path)
        else:
            made = articles.article(path, keep=self._keep)
            if name and not _has_pictures(made):
                self._store.put(name, _article_values(made))
        return articles.article(path, taken, self._keep) if made.slug in taken else made

    def _name(self, path: Path) -> str:
        """Name of an article's entry; empty for what is not kept."""
        try:
            if not self._store.remembers or not path.is_file() or path.stat().st_size > _LARGEST:
                return ""
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:  # told by whoever makes the article
            return ""
        keep = str(self._keep)
        return caching.key(kind="article", program=stored.program(), name=path.name, content=content, keep=keep)


def _has_pictures(article: Article) -> bool:
    return any(block.kind == "figure" for block in article.blocks) or any(
        found.code.startswith("image-") for found in article.findings
    )


def _article_values(article: Article) -> dict[str, Any]:
    """What ``json`` can write, without what the file's path tells."""
    return {
        "facts": (article.outlet, article.section, article.byline, article.date),
        "slug": article.slug,
        "title": article.title,
        "body": values_of(article.body),
        "findings": [(f.code, f.place, f.message, f.hint, f.advice) for f in article.findings],
        "left_out": [(left.text, left.why, left.line, left.before) for left in article.left_out],
    }


def _article(values: dict[str, Any], path: Path) -> Article:
    findings = tuple(Finding(*found) for found in values["findings"])
    outlet, section, byline, date = values["facts"]
    left_out = tuple(LeftOut(*left) for left in values["left_out"])
    body = tree_of(values["body"], path.parent.resolve())
    return Article(values["slug"], values["title"], body, path, outlet, section, byline, date, findings, left_out)


def values_of(nodes: Iterable[Node]) -> list[_Values]:
    """A tree as lists: the type of each node, then what it is made of."""
    return [_values(node) for node in nodes]


def tree_of(values: Iterable[_Values], folder: Path) -> tuple[Node, ...]:
    """The tree again; ``folder``: where the pictures are."""
    return tuple(_node(value, folder) for value in values)


def _values(node: Node) -> _Values:
    match node:
        case Block():
            found = [(type(r).__name__, r.span.start, r.span.end, *_detail(r)) for r in node.runs]
            return "Block", node.id, node.kind, node.text, node.ends, found, node.line
        case Section():
            return "Section", _values(node.heading), node.level, values_of(node.body)
        case List():
            return "List", node.ordered, [(item.label, values_of(item.body)) for item in node.items]
        case Quotation():
            return "Quotation", values_of(node.body)
        case Note():
            return "Note", node.key, node.label, values_of(node.body)
        case Figure():
            shown = node.picture
            picture = shown and (shown.name, shown.media_type, shown.width, shown.height)
            return "Figure", picture, *map(_values, node.parts)
        case Table():
            cells = [[(c.span.start, c.span.end, c.row, c.column, c.header, c.rows, c.columns) for c in row]
                     for row in node.rows]  # fmt: skip
            return "Table", cells, *map(_values, reversed(node.parts))


def _detail(run: Run) -> tuple[str | float, ...]:
    name = _DETAILS.get(type(run).__name__)
    return (getattr(run, name),) if name else ()


def _node(values: _Values, folder: Path) -> Node:
    match values:
        case "Block", _, _, _, _, _, _:
            return _block(values)
        case "Section", heading, level, body:
            return Section(_block(heading), level, tree_of(body, folder))
        case "List", ordered, items:
            return List(ordered, tuple(Item(label, tree_of(body, folder)) for label, body in items))
        case "Quotation", body:
            return Quotation(tree_of(body, folder))
        case "Note", key, label, body:
            return Note(key, label, tree_of(body, folder))
        case "Figure", shown, alternative, *caption:
            picture = Picture(folder / shown[0], *shown) if shown else None
            return Figure(picture, _block(alternative), _block(caption[0]) if caption else None)
        case "Table", cells, text, *caption:
            rows = tuple(tuple(Cell(Span(start, end), *place) for start, end, *place in row) for row in cells)
            return Table(_block(text), rows, _block(caption[0]) if caption else None)
    raise AssertionError(f"no node: {values[:1]}")


def _block(values: _Values) -> Block:
    _, block_id, kind, text, ends, found, line = values
    made = tuple(_RUNS[name](Span(start, end), *detail) for name, start, end, *detail in found)
    return Block(block_id, kind, text, tuple(ends), made, line)
