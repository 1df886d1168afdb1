"""Articles in Markdown, with optional front matter.

CommonMark with tables and HTML. Every visible word is kept; an image becomes a figure with its alternative text, and
its title the caption; ``[^1]`` calls a note. Comments and struck words are left out and named.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from editions.inputs.markdown import front_matter, source
from editions.inputs.markdown.notes import understand_notes
from editions.inputs.markdown.walk import Walk
from editions.inputs.markdown.words import LeftOut
from editions.manuscript import octets, rich
from editions.manuscript.pieces import Piece
from editions.model import Finding, shown
from editions.terminal import squeezed

SUFFIXES = (".md", ".markdown")


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a Markdown article; ``note`` hears of what is not read."""
    text = octets.text_of(path, note)
    name = shown(path.name)
    facts, body, skipped = front_matter.split(text, name, note)
    found, left_out = understood(body, skipped)
    _name_what_is_left_out(left_out, name, note)
    yield from rich.settled(found, facts)


def understood(text: str, skipped: int = 0) -> tuple[list[Piece], LeftOut]:
    """Pieces of a Markdown text without front matter, headings with the level they have; what it does not show."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 200}).enable(["table", "strikethrough"])
    parser.use(understand_notes)
    walk = Walk(parser.parse(source.tamed(text)), skipped)
    return list(walk.pieces()), walk.left_out


def _name_what_is_left_out(left_out: LeftOut, name: str, note: Callable[[Finding], None]) -> None:
    if comments := _listed(left_out.comments):
        message = f"commentaire non repris : {comments}"
        note(Finding("comment-left-out", name, message, "Sortez-en ce qui doit être lu."))
    if struck := _listed(left_out.struck):
        message = f"texte barré non repris : {struck}"
        note(Finding("struck-left-out", name, message, "Ôtez-le de l'article, ou ôtez le trait."))
    if hidden := _listed(left_out.hidden):
        message = f"texte caché non repris : {hidden}"
        note(Finding("html-hidden", name, message, "Vérifiez qu'il ne manque pas."))


def _listed(words: list[str]) -> str:
    return squeezed(" · ".join(filter(None, words)))
