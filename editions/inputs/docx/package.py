"""The package of a Word document: which part is the text, what it is related to.

``Package(path).tree("word/document.xml")`` parses one part; ``data`` gives the bytes of a picture.
"""

import posixpath
from pathlib import Path

from editions.errors import ArticleError
from editions.inputs.docx.elements import name, value
from editions.manuscript.zipped import Zipped


class Package(Zipped):
    """An open document; ArticleError says what is wrong with it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._related: dict[str, list[tuple[str, str, str]]] = {}

    def older(self) -> ArticleError:
        """What an OLE file may be."""
        message = "document protégé par un mot de passe, ou ancien format .doc"
        return ArticleError(message, "Enregistrez-le en .docx sans mot de passe.", self.name)

    def main(self) -> str:
        """Name of the part that holds the text."""
        for _, kind, target in self._relations("", "_rels/.rels"):
            if kind == "officeDocument" and target in self.names:
                return target
        if "word/document.xml" not in self.names:
            message = "ce n'est pas un document Word"
            raise ArticleError(message, "Enregistrez l'article en .docx depuis votre traitement de texte.", self.name)
        return "word/document.xml"

    def related(self, part: str) -> dict[str, str]:
        """Targets by relation id: addresses of links, names of parts."""
        return {identifier: target for identifier, _, target in self._of(part)}

    def part(self, part: str, kind: str) -> str:
        """The part of a kind (« styles », « footnotes »…) of another one; without a relation, its usual name."""
        found = (target for _, related, target in self._of(part) if related == kind and target in self.names)
        return next(found, posixpath.join(posixpath.dirname(part), f"{kind}.xml"))

    def _of(self, part: str) -> list[tuple[str, str, str]]:
        if part not in self._related:
            folder, file = posixpath.split(part)
            self._related[part] = self._relations(folder, posixpath.join(folder, "_rels", f"{file}.rels"))
        return self._related[part]

    def _relations(self, folder: str, listed: str) -> list[tuple[str, str, str]]:
        """Id, kind and target of each relation that has them; the target of an inner one is the name of its part."""
        root = self.tree(listed)
        found = []
        for one in root if root is not None else ():
            identifier, kind, target = value(one, "Id"), value(one, "Type"), value(one, "Target")
            if name(one) == "Relationship" and identifier and kind and target:
                inner = value(one, "TargetMode") != "External" and ":" not in target and not target.startswith("#")
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") if inner else target
                found.append((identifier, kind.rpartition("/")[2], target))
        return found
