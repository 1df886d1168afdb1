"""What a file says of itself: title, dates, the standards it keeps (Info, XMP, output intents)."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFInfo

from editions.markup import escaped
from editions.printing.objects import Raw, stream, text_string


@dataclass(frozen=True, slots=True)
class Standard:
    """What a file promises."""

    version: tuple[int, int] = (1, 7)
    tagged: bool = True
    links: bool = True
    ua: bool = True
    """PDF/UA-1 (ISO 14289-1)."""
    archive: bool = True
    """PDF/A-2a (ISO 19005-2)."""
    press: str = ""
    """``PDF/X-4`` (ISO 15930-7), ``PDF/X-1a:2003`` (ISO 15930-4), or none."""
    profile: bytes = b""
    """ICC profile of the output intent."""
    viewer: str = ""
    """How a viewer should print it: further entries of ViewerPreferences."""
    condition: str = "Custom"
    """OutputConditionIdentifier: a name of the ICC registry, or ``Custom``."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author, language, moment."""

    title: str
    author: str
    language: str
    moment: datetime
    subject: str = ""
    program: str = "editions"
    identifier: str = ""
    """A UUID, without ``urn:uuid:``: the same file always has the same."""


class Info(PDFInfo):
    """The document information dictionary; dates equal those of the XMP (PDF/A-2, 6.6.2.3)."""

    def __init__(self, metadata: Metadata, standard: Standard) -> None:
        super().__init__()
        self.title = metadata.title
        self.metadata = metadata
        self.standard = standard

    def format(self, document: object) -> bytes:
        """The dictionary."""
        m = self.metadata
        stamp = f"(D:{m.moment:%Y%m%d%H%M%S}+00'00')"
        texts = {
            "Title": m.title,
            "Author": m.author,
            "Subject": m.subject,
            "Creator": m.program,
            "Producer": _PRODUCER,
        }
        entries = [f"/{key} {text_string(value)}" for key, value in texts.items() if value]
        if self.standard.press.startswith("PDF/X-1a"):
            entries.append(f"/GTS_PDFXVersion ({self.standard.press})")
        return f"<< {' '.join(entries)} /CreationDate {stamp} /ModDate {stamp} /Trapped /False >>".encode()


_PRODUCER = "editions, ReportLab"


def xmp(metadata: Metadata, standard: Standard) -> Raw:
    """The metadata stream, not compressed so that any program may find it."""
    body = _packet(metadata, standard).encode()
    return stream(body, "/Type /Metadata /Subtype /XML")


def _packet(m: Metadata, standard: Standard) -> str:
    iso = f"{m.moment:%Y-%m-%dT%H:%M:%S}+00:00"
    alternative = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
    fields = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{alternative.format(escaped(m.title))}</dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{m.language}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreateDate>{iso}</xmp:CreateDate><xmp:ModifyDate>{iso}</xmp:ModifyDate>",
        f"<xmp:MetadataDate>{iso}</xmp:MetadataDate><xmp:CreatorTool>{escaped(m.program)}</xmp:CreatorTool>",
        f"<pdf:Producer>{_PRODUCER}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>",
        f"<xmpMM:DocumentID>uuid:{m.identifier}</xmpMM:DocumentID>",
        "<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
    ]
    if m.author:
        fields.append(f"<dc:creator><rdf:Seq><rdf:li>{escaped(m.author)}</rdf:li></rdf:Seq></dc:creator>")
    if m.subject:
        fields.append(f"<dc:description>{alternative.format(escaped(m.subject))}</dc:description>")
    fields += _promises(standard)
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>\n{chr(10).join(fields)}\n</rdf:Description>'
        f'{_extensions(standard)}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}


def _promises(standard: Standard) -> list[str]:
    fields = []
    if standard.ua:
        fields.append("<pdfuaid:part>1</pdfuaid:part>")
    if standard.archive:
        fields.append("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")
    if standard.press == "PDF/X-4":
        fields.append("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>")
    return fields


def _extensions(standard: Standard) -> str:
    """PDF/A wants each schema described that it does not know (ISO 19005-2, 6.6.2.3.3)."""
    if not standard.archive:
        return ""
    schemas = [_schema("PDF/UA identification", "pdfuaid", "part", "Integer"), _schema("PDF", "pdf", "Trapped", "Text")]
    if standard.press == "PDF/X-4":
        schemas.append(_schema("PDF/X identification", "pdfxid", "GTS_PDFXVersion", "Text"))
    return (
        '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
        f"<pdfaExtension:schemas><rdf:Bag>{''.join(schemas)}</rdf:Bag></pdfaExtension:schemas></rdf:Description>"
    )


def _schema(name: str, prefix: str, field: str, kind: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{field}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{field}</pdfaProperty:description></rdf:li>"
        "</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
