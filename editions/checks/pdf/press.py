"""Press: the rules of PDF/X that a file of black text must keep (ISO 15930-7 for X-4, ISO 15930-4 for X-1a:2003)."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from editions.checks.pdf.content import PageContent
from editions.checks.pdf.reading import PdfFile
from editions.model import Finding

_FOLD = 4
_DATES = ("/CreationDate", "/ModDate")
_XMP = ("pdfxid:GTS_PDFXVersion", "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "pdf:Trapped")


def findings(file: PdfFile) -> Iterator[Finding]:
    """What a print shop would refuse."""
    former = str(file.pdf.docinfo.get("/GTS_PDFXVersion", "")).startswith("PDF/X-1a")
    yield from _document(file, former)
    yield from _intent(file, former)
    for page in file.pages:
        yield from _boxes(file, page)
        yield from _colours(file, page)
        if len(page.obj.get("/Annots", [])):
            yield file.finding("press-annotation", "la page a des liens ou des notes", page.number)
        if "/Group" in page.obj or _transparent(page.obj):
            yield file.finding("press-transparency", "la page a de la transparence", page.number)
    if len(file.pages) % _FOLD:
        yield file.finding("press-pages", f"{len(file.pages)} pages : ce n'est pas un multiple de {_FOLD}")


def _document(file: PdfFile, former: bool) -> Iterator[Finding]:
    trailer, info = file.pdf.trailer, file.pdf.docinfo
    if file.pdf.pdf_version > ("1.4" if former else "1.6"):
        yield file.finding("press-version", f"version {file.pdf.pdf_version} du format, trop récente")
    if "/ID" not in trailer:
        yield file.finding("press-id", "le fichier n'a pas d'identifiant")
    if "/Encrypt" in trailer:
        yield file.finding("press-encrypted", "le fichier est chiffré")
    if info.get("/Trapped") not in ("/False", "/True") or any(date not in info for date in _DATES):
        yield file.finding("press-info", "le recouvrement (Trapped) ou les dates manquent")
    if not former and any(field not in file.metadata for field in _XMP):
        yield file.finding("press-metadata", "les métadonnées n'annoncent pas PDF/X-4")
    if any(key in file.root for key in ("/OpenAction", "/AA", "/AcroForm")) or "/JavaScript" in file.root.get(
        "/Names", {}
    ):
        yield file.finding("press-action", "le fichier contient des actions")


def _intent(file: PdfFile, former: bool) -> Iterator[Finding]:
    intents = [intent for intent in file.root.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1 or not str(intents[0].get("/OutputConditionIdentifier", "")):
        yield file.finding("press-intent", "la condition d'impression n'est pas dite, ou l'est deux fois")
        return
    profile = intents[0].get("/DestOutputProfile")
    if profile is None:
        if not former or "/RegistryName" not in intents[0]:
            yield file.finding("press-intent", "la condition d'impression n'a ni profil ni registre")
    elif profile.read_bytes()[12:16] != b"prtr":
        yield file.finding("press-profile", "le profil n'est pas celui d'une imprimante")


def _boxes(file: PdfFile, page: PageContent) -> Iterator[Finding]:
    media, trim, bleed = (_box(page.obj, name) for name in ("/MediaBox", "/TrimBox", "/BleedBox"))
    if not trim or not bleed or not media:
        yield file.finding("press-box", "le format rogné ou le fond perdu n'est pas dit", page.number)
    elif not _nested(trim, bleed) or not _nested(bleed, media):
        yield file.finding("press-box", "les cadres de la page ne sont pas l'un dans l'autre", page.number)


def _colours(file: PdfFile, page: PageContent) -> Iterator[Finding]:
    if page.operators - {"g", "G"}:
        names = ", ".join(sorted(page.operators - {"g", "G"}))
        yield file.finding("press-colour", f"la page a d'autres encres que le noir ({names})", page.number)
    for image in page.obj.get("/Resources", {}).get("/XObject", {}).values():
        if image.get("/Subtype") == "/Image" and image.get("/ColorSpace") != "/DeviceGray":
            yield file.finding("press-image-colour", "une image n'est pas en gris", page.number)


def _transparent(page: Any) -> bool:
    resources = page.get("/Resources", {})
    states = resources.get("/ExtGState", {}).values()
    masks = any("/SMask" in image for image in resources.get("/XObject", {}).values())
    return masks or any("/SMask" in s or float(s.get("/ca", 1)) < 1 or float(s.get("/CA", 1)) < 1 for s in states)


def _box(page: Any, name: str) -> list[float]:
    box = page.get(name)
    return [float(value) for value in box] if isinstance(box, pikepdf.Array) else []


def _nested(inner: list[float], outer: list[float]) -> bool:
    near = 0.01
    return all(inner[i] >= outer[i] - near for i in (0, 1)) and all(inner[i] <= outer[i] + near for i in (2, 3))
