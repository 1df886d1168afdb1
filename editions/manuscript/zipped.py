"""Documents that are zip archives of XML (.docx, .odt), opened with suspicion: sizes before inflating, no entities.

with Zipped(path) as archive:
    archive.tree("content.xml")               # an element of lxml, None when there is no such entry
    archive.data("Pictures/1.png")            # the bytes of one that there is
"""

import io
import lzma
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Self
from xml.parsers import expat

from lxml import etree

from editions.errors import ArticleError
from editions.manuscript.octets import bytes_of
from editions.model import shown

LARGEST = 20_000_000
"""Bytes of one entry, inflated: a long article with all the markup of Word has four millions."""
_CONTENTS = 2_000_000
"""Bytes of the list of entries: a million tiny ones would fill the memory before one is read."""
_RATIO = 150
"""How many times smaller than its text an entry may be; XML shrinks about tenfold."""
_CHUNK = 1 << 16
_HEAD = 512
"""Bytes at a time of what stands before the first element."""
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, expat.ExpatError, struct.error, EOFError, NotImplementedError,
    OSError, ValueError, LookupError,
)  # fmt: skip
"""What the libraries say of an archive or of XML that is not what it should be: sizes, places, names of encodings."""
_OLE = b"\xd0\xcf\x11\xe0"


class Zipped:
    """An open archive; ArticleError says what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.name = shown(path.name)
        self.bytes = bytes_of(path)
        if self.bytes[:4] == _OLE:
            raise self.older()
        end = self.bytes.rfind(b"PK\x05\x06")
        if end >= 0 and int.from_bytes(self.bytes[end + 12 : end + 16], "little") > _CONTENTS:
            raise self._bomb()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self.bytes))
        except _DAMAGE as error:
            raise self.damaged() from error
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    def tree(self, entry: str) -> "etree._Element | None":
        """The XML of an entry, None when there is none; ArticleError when it is damaged or declares entities."""
        if entry not in self.names:
            return None
        data = self.data(entry)
        self._refuse_entities(data)
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise self.damaged() from error

    def data(self, entry: str) -> bytes:
        """The bytes of an entry, which exists."""
        info = self._zip.getinfo(entry)
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
        except _DAMAGE as error:
            raise self.damaged() from error
        return b"".join(chunks)

    def _refuse_entities(self, data: bytes) -> None:
        """ArticleError for a document type, which stands before the first element; no entry of a document has one."""
        parser = expat.ParserCreate()
        begun: list[str] = []
        parser.StartElementHandler = lambda tag, given: begun.append(tag)
        parser.StartDoctypeDeclHandler = self._refused
        try:
            for place in range(0, len(data), _HEAD):
                parser.Parse(data[place : place + _HEAD])
                if begun:
                    return
        except _DAMAGE as error:
            raise self.damaged() from error

    def _refused(self, *declaration: object) -> None:
        message = "document refusé : il déclare des entités XML"
        raise ArticleError(message, "Ouvrez-le et enregistrez-le de nouveau.", self.name)

    def older(self) -> ArticleError:
        """What to raise for a file of another age, which is also what a locked one looks like."""
        return self.damaged()

    def damaged(self) -> ArticleError:
        """What to raise for an entry that cannot be read."""
        return ArticleError("document endommagé ou incomplet", "Copiez-le de nouveau.", self.name)

    def _bomb(self) -> ArticleError:
        return ArticleError("document refusé : démesuré une fois décompressé", "Au plus 20 Mo.", self.name)
