"""The zip package of a Word document, opened with suspicion: size and ratio before inflating, no entities.

``Package(path).tree("word/document.xml")`` parses one part; ``data`` gives the bytes of a picture.
"""

import io
import posixpath
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from editions.errors import ArticleError
from editions.inputs.docx.elements import Element, name, value
from editions.manuscript.octets import bytes_of
from editions.model import shown

LARGEST = 20_000_000
"""Bytes of one part, inflated: a long article with all the markup of Word has four millions."""
_CONTENTS = 2_000_000
"""Bytes of the list of parts: a million tiny parts would fill the memory before one is read."""
_RATIO = 150
"""How many times smaller than its text a part may be; XML shrinks about tenfold."""
_CHUNK = 1 << 16
_HEAD = 512
"""Bytes at a time of what stands before the first element."""
_OLE = b"\xd0\xcf\x11\xe0"


class Package:
    """An open document; ArticleError says what is wrong with it."""

    def __init__(self, path: Path, called: str = "") -> None:
        """``called``: the name of the article, when the file is a part of it."""
        self.name = called or shown(path.name)
        data = bytes_of(path)
        if data[:4] == _OLE:
            message = "document protégé par un mot de passe, ou ancien format .doc"
            raise ArticleError(message, "Enregistrez-le en .docx sans mot de passe.", self.name)
        end = data.rfind(b"PK\x05\x06")
        if end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > _CONTENTS:
            raise self._bomb()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise self.damaged() from error
        self.names = frozenset(self._zip.namelist())
        self._related: dict[str, list[tuple[str, str, str]]] = {}

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    def tree(self, part: str) -> Element | None:
        """The XML of a part, None when there is no such part; ArticleError when it is damaged or declares entities."""
        if part not in self.names:
            return None
        data = self.data(part)
        self._refuse_entities(data)
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise self.damaged() from error

    def data(self, part: str) -> bytes:
        """The bytes of a part, which exists."""
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise ArticleError("document protégé par un mot de passe", "Enregistrez-le sans mot de passe.", self.name)
        if info.file_size > LARGEST or (info.file_size > 1_000_000 and info.file_size > _RATIO * info.compress_size):
            raise self._bomb()
        chunks: list[bytes] = []
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
                    if len(chunks) * _CHUNK > LARGEST + _CHUNK:
                        raise self._bomb()
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise self.damaged() from error
        return b"".join(chunks)

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

    def _refuse_entities(self, data: bytes) -> None:
        """ArticleError for a document type, which stands before the first element; no part of a document has one."""
        parser = expat.ParserCreate()
        begun: list[str] = []
        parser.StartElementHandler = lambda tag, given: begun.append(tag)
        parser.StartDoctypeDeclHandler = self._refused
        try:
            for place in range(0, len(data), _HEAD):
                parser.Parse(data[place : place + _HEAD])
                if begun:
                    return
        except expat.ExpatError as error:
            raise self.damaged() from error

    def _refused(self, *declaration: object) -> None:
        message = "document refusé : il déclare des entités XML"
        raise ArticleError(message, "Ouvrez-le et enregistrez-le de nouveau.", self.name)

    def damaged(self) -> ArticleError:
        """What to raise for a part that cannot be read."""
        return ArticleError("document endommagé ou incomplet", "Copiez-le de nouveau.", self.name)

    def _bomb(self) -> ArticleError:
        return ArticleError("document refusé : démesuré une fois décompressé", "Au plus 20 Mo.", self.name)
