"""The catalog of a PDF: what a reader is told of the whole file."""

import zlib

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFObject

from editions.printing.metadata import Metadata, Standard, xmp
from editions.printing.objects import Raw, Sink, literal, stream


class Catalog(PDFCatalog):
    """ReportLab's, with the entry it lacks."""

    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012
    __Refs__ = PDFCatalog.__NoDefault__
    Lang: str
    Pages: PDFObject
    Outlines: PDFObject
    PageLabels: PDFObject
    ViewerPreferences: PDFObject
    Metadata: PDFObject
    StructTreeRoot: PDFObject
    MarkInfo: PDFObject
    OutputIntents: str

    def tag(self, tree: PDFObject) -> None:
        """Tell that the file has a structure tree."""
        self.StructTreeRoot = tree
        self.MarkInfo = Raw("<< /Marked true >>")


def made(sink: Sink, metadata: Metadata, standard: Standard, first_folio: int) -> Catalog:
    """The catalog of a file; ``first_folio``: the number of its first page."""
    catalog = Catalog()
    catalog.Lang = f"({metadata.language})"
    catalog.PageLabels = Raw(f"<< /Nums [0 << /S /D /St {first_folio} >>] >>")
    catalog.ViewerPreferences = Raw(f"<< /DisplayDocTitle true {standard.viewer} >>")
    catalog.Metadata = xmp(metadata, standard)
    if standard.profile or standard.press:
        catalog.OutputIntents = _output_intents(sink, standard)
    return catalog


def _output_intents(sink: Sink, standard: Standard) -> str:
    """One intent for each promise, with the same profile (ISO 15930-7, 6.2.2; ISO 19005-2, 6.2.3)."""
    condition = literal(standard.condition)
    entries = f"/Type /OutputIntent /OutputConditionIdentifier {condition} /Info {condition}"
    if standard.condition != "Custom":
        entries += " /RegistryName (http://www.color.org)"
    if standard.profile:
        components = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}[standard.profile[16:20]]
        data = zlib.compress(standard.profile)
        entries += f" /DestOutputProfile {sink.add(stream(data, f'/N {components} /Filter /FlateDecode'))} 0 R"
    kinds = ["GTS_PDFX"] * bool(standard.press) + ["GTS_PDFA1"] * standard.archive
    return f"[{' '.join(f'<< /S /{kind} {entries} >>' for kind in kinds)}]"
