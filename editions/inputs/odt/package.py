"""The package of a document of Writer, made anew for odfdo out of what was looked over.

odfdo knows the names of OpenDocument and raises at others, which extensions and newer versions write: their content is
kept as if their tags were not there (OpenDocument 1.3, part 3, § 4.17), their attributes mean nothing.
"""

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from editions.errors import ArticleError
from editions.manuscript.zipped import Zipped

if TYPE_CHECKING:  # slow to load
    from odfdo import Document

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_CONTENT = f"{{{_OFFICE}}}document-content"
_TEXT = f"{{{_OFFICE}}}body/{{{_OFFICE}}}text"
_MANIFEST = "META-INF/manifest.xml"
_NO_STYLES = f'<office:document-styles xmlns:office="{_OFFICE}"/>'.encode()


class Package(Zipped):
    """An open archive; ArticleError says what is wrong with it."""

    def older(self) -> ArticleError:
        """What an OLE file is here."""
        message = "ce n'est pas un document .odt"
        return ArticleError(message, "Enregistrez-le en .odt depuis votre traitement de texte.", self.name)

    def document(self) -> "Document":
        """Its text and its styles, safe and known; ArticleError for no text, for a locked one."""
        from odfdo import Document

        content, styles = self.tree("content.xml"), self.tree("styles.xml")
        if b"encryption-data" in (self.data(_MANIFEST) if _MANIFEST in self.names else b""):
            raise ArticleError("document protégé par un mot de passe", "Enregistrez-le sans mot de passe.", self.name)
        if content is None or content.tag != _CONTENT or content.find(_TEXT) is None:
            message = "ce n'est pas un document de traitement de texte"
            raise ArticleError(message, "Enregistrez l'article en .odt depuis votre traitement de texte.", self.name)
        parts = {"content.xml": _known(content), "styles.xml": _NO_STYLES if styles is None else _known(styles)}
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            for name, data in parts.items():
                archive.writestr(name, data)
        return Document(made)


def _known(root: etree._Element) -> bytes:
    """The same without comments, and without the names that odfdo does not know."""
    from odfdo.element import ODF_NAMESPACES

    known = frozenset(ODF_NAMESPACES.values())
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction, *_strange(root, known))
    for one in root.iter():
        for name in [name for name in one.attrib if _space(name) not in known]:
            del one.attrib[name]
    return etree.tostring(root, encoding="utf-8")


def _strange(root: etree._Element, known: frozenset[str]) -> set[str]:
    return {tag for tag in (str(one.tag) for one in root.iter("*")) if _space(tag) not in known}


def _space(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""
