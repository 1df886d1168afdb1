"""The zip package of a Word document, opened with suspicion: size and ratio before inflating, no entities.

``Package(path).events("word/document.xml")`` reads one part as a stream of XML events; nothing is ever built whole.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from editions.errors import ArticleError
from editions.manuscript.octets import bytes_of
from editions.model import shown

LARGEST = 20_000_000
"""Bytes of one part, inflated: a long article with all the markup of Word has four millions."""
_CONTENTS = 2_000_000
"""Bytes of the list of parts: a million tiny parts would fill the memory before one is read."""
_RATIO = 150
"""How many times smaller than its text a part may be; XML shrinks about tenfold."""
_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0"

Event = tuple[str, str, dict[str, str]]
"""``("start", "w:p", attributes)``, ``("end", "w:p", {})`` or ``("text", words, {})``."""

_PREFIXES = {"wordprocessingml": "w", "officeDocument/2006/math": "m", "officeDocument/math": "m"}


class Package:
    """An open document; ArticleError says what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._name = shown(path.name)
        data = bytes_of(path)
        if data[:4] == _OLE:
            message = "document protégé par un mot de passe, ou ancien format .doc"
            raise ArticleError(message, "Enregistrez-le en .docx sans mot de passe.", self._name)
        end = data.rfind(b"PK\x05\x06")
        if end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > _CONTENTS:
            raise self._bomb()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise self._damaged() from error
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    def events(self, part: str) -> Iterator[Event]:
        """The XML of a part, which exists; ArticleError when it is damaged, too large or declares entities."""
        events: list[Event] = []
        parser = expat.ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, given: events.append(("start", _short(name), _shorts(given)))
        parser.EndElementHandler = lambda name: events.append(("end", _short(name), {}))
        parser.CharacterDataHandler = lambda data: events.append(("text", data, {}))
        parser.StartDoctypeDeclHandler = self._refuse_entities
        try:
            for chunk in self._chunks(part):
                parser.Parse(chunk)
                yield from events
                events.clear()
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self._damaged() from error
        yield from events

    def _chunks(self, part: str) -> Iterator[bytes]:
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise ArticleError("document protégé par un mot de passe", "Enregistrez-le sans mot de passe.", self._name)
        if info.file_size > LARGEST or (info.file_size > 1_000_000 and info.file_size > _RATIO * info.compress_size):
            raise self._bomb()
        read = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    read += len(chunk)
                    if read > LARGEST:
                        raise self._bomb()
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise self._damaged() from error

    def main(self) -> str:
        """Name of the part that holds the text."""
        for relation in self.relations("_rels/.rels"):
            if relation["Type"].endswith("/officeDocument") and relation["Target"].lstrip("/") in self.names:
                return relation["Target"].lstrip("/")
        if "word/document.xml" not in self.names:
            message = "ce n'est pas un document Word"
            raise ArticleError(message, "Enregistrez l'article en .docx depuis votre traitement de texte.", self._name)
        return "word/document.xml"

    def related(self, part: str) -> dict[str, str]:
        """Targets by relation id: what links and images of a part point to."""
        folder, name = posixpath.split(part)
        found = self.relations(f"{folder}/_rels/{name}.rels")
        return {relation["Id"]: relation["Target"] for relation in found}

    def relations(self, part: str) -> list[dict[str, str]]:
        """Relations that a ``.rels`` part lists, those with an id, a type and a target."""
        if part not in self.names:
            return []
        found = [given for kind, name, given in self.events(part) if kind == "start" and name == "Relationship"]
        return [relation for relation in found if {"Id", "Type", "Target"} <= relation.keys()]

    def _refuse_entities(self, *declaration: object) -> None:
        message = "document refusé : il déclare des entités XML"
        raise ArticleError(message, "Ouvrez-le et enregistrez-le de nouveau en .docx.", self._name)

    def _damaged(self) -> ArticleError:
        return ArticleError("document endommagé ou incomplet", "Copiez-le de nouveau.", self._name)

    def _bomb(self) -> ArticleError:
        return ArticleError("document refusé : démesuré une fois décompressé", "Au plus 20 Mo.", self._name)


def _short(name: str) -> str:
    """``w:p`` for the namespaces of the words and of mathematics, the bare name for the others."""
    space, _, local = name.rpartition("\n")
    prefix = next((prefix for part, prefix in _PREFIXES.items() if part in space), "")
    return f"{prefix}:{local}" if prefix else local


def _shorts(given: dict[str, str]) -> dict[str, str]:
    return {name.rpartition("\n")[2]: value for name, value in given.items()}
