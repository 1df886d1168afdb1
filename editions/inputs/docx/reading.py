"""Articles written in Word (``.docx``): what Word shows is kept, in its order, with its numbers; what it hides is not.

Words that are struck out, made by Word (tables of contents, prompts) or around the text are left out and named.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from editions.errors import ArticleError
from editions.inputs.docx.document import Document, opened
from editions.inputs.docx.elements import child
from editions.inputs.docx.notes import bodies
from editions.inputs.docx.package import Package
from editions.inputs.docx.story import Story, words
from editions.manuscript import characters, rich
from editions.manuscript.around import captioned
from editions.manuscript.pieces import Piece
from editions.manuscript.rejoined import rejoined
from editions.model import Finding, shown


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a Word document; ArticleError when it is damaged, protected, or no Word document."""
    name = shown(path.name)
    with Package(path) as package:
        document = opened(package)
        root = package.tree(document.main)
        body = child(root, "w:body") if root is not None else None
        if root is None or body is None:
            raise package.damaged()
        document.notes.learn(package.tree(package.part(document.main, "settings")))
        document.notes.learn(body)
        story = Story(document, document.main)
        story.body(body)
        raw = story.runs.raw
        found = [*story.pieces, *_notes(document, raw)]
        _around(package, document)
    if not found:
        raise ArticleError("le document ne contient aucun texte", "Vérifiez son contenu.", name)
    characters.report("".join(raw), name, note)
    document.left.report(name, note)
    yield from rich.settled(rejoined(captioned(found), name, note), {})


def _notes(document: Document, raw: list[str]) -> list[Piece]:
    """The notes in the order in which they are called, those that notes call too."""
    parts = {kind: document.package.part(document.main, f"{kind}s") for kind in ("footnote", "endnote")}
    written = {kind: bodies(document.package.tree(part)) for kind, part in parts.items()}
    stories = {kind: Story(document, part) for kind, part in parts.items()}
    found: list[Piece] = []
    done: set[str] = set()
    for call in document.notes.called:  # it grows while notes call notes
        body = written[call.kind].get(call.identifier)
        if body is None or call.key in done:
            continue
        done.add(call.key)
        story = stories[call.kind]
        story.pieces = []
        story.note(body, call.key, call.label)
        found += story.pieces
    raw += [text for story in stories.values() for text in story.runs.raw]
    return found


def _around(package: Package, document: Document) -> None:
    """Words that stand around the text, not in it."""
    folder = document.main.rpartition("/")[0]
    around = re.compile(rf"{re.escape(folder)}/(?:header|footer|comments)\d*\.xml")
    for part in sorted(filter(around.fullmatch, package.names)):
        for text in words(package.tree(part)):
            document.left.begin()
            document.left.add("around", text)
