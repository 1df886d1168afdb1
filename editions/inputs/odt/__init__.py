"""Articles written in LibreOffice Writer (``.odt``): what Writer shows is kept, in its order, with its numbers.

The library odfdo opens the document and knows its styles; the archive is looked over before it does.
"""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editions.errors import ArticleError
from editions.manuscript import characters, rich
from editions.manuscript.around import captioned
from editions.manuscript.left_out import LeftOut
from editions.manuscript.pieces import Piece
from editions.manuscript.zipped import Zipped
from editions.model import Finding, shown

if TYPE_CHECKING:  # slow to load
    from odfdo import Document

SUFFIXES = (".odt",)


class _Archive(Zipped):
    def older(self) -> ArticleError:
        message = "ce n'est pas un document .odt"
        return ArticleError(message, "Enregistrez-le en .odt depuis votre traitement de texte.", self.name)


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a document of Writer; ArticleError when it is damaged, protected, or no such document."""
    from editions.inputs.odt.lists import Lists
    from editions.inputs.odt.story import Story
    from editions.inputs.odt.styles import Styles

    name, left = shown(path.name), LeftOut()
    with _Archive(path) as archive:
        document = _document(archive)
        styles = Styles(document)
        outline = document.styles.get_element("//text:outline-style")
        story = Story(styles, Lists(styles, outline), archive, left)
        story.body(document.body)
        story.notes()
        _around(document, left)
    if not story.pieces:
        raise ArticleError("le document ne contient aucun texte", "Vérifiez son contenu.", name)
    characters.report("".join(story.words.raw), name, note)
    left.report(name, note)
    yield from rich.settled(captioned(story.pieces), {})


def _document(archive: Zipped) -> "Document":
    """The document, once its XML is known to be safe."""
    from odfdo import Document

    roots = {entry: archive.tree(entry) for entry in ("content.xml", "styles.xml")}
    manifest = archive.data("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.names else b""
    if b"encryption-data" in manifest:
        raise ArticleError("document protégé par un mot de passe", "Enregistrez-le sans mot de passe.", archive.name)
    content = roots["content.xml"]
    if content is None or next(content.iter("{*}text"), None) is None:
        message = "ce n'est pas un document de traitement de texte"
        raise ArticleError(message, "Enregistrez l'article en .odt depuis votre traitement de texte.", archive.name)
    return Document(io.BytesIO(archive.bytes))


def _around(document: "Document", left: LeftOut) -> None:
    """Words that stand around the text, not in it: at the head and the foot of pages."""
    from editions.inputs.odt.words import words

    for page in document.styles.get_elements("//style:header|//style:footer"):
        for text in words(page):
            left.begin()
            left.add("around", text)
