"""Why a picture cannot be opened, by its first bytes: a photo of a telephone, a drawing, a page saved in its place.

why(Path("lac.heic"))    ("une photo HEIC", "Enregistrez-la en JPEG…")
"""

from pathlib import Path

_FIRST = 2048
_USUAL = "Refaites-la en JPEG ou en PNG."
_HEIC = "Enregistrez-la en JPEG : sur l'iPhone, Réglages, Appareil photo, Formats, « Le plus compatible »."
_VECTORS = "Exportez-le en PNG, assez grand : 2000 pixels de large."
_WINDOWS = "Dans Word : clic droit sur le dessin, « Enregistrer en tant qu'image », PNG ; puis remettez-le à sa place."
_PAGE = "Ouvrez la page, puis enregistrez l'image elle-même."
_KINDS: tuple[tuple[bytes, int, str, str], ...] = (
    (b"ftyphei", 4, "une photo HEIC", _HEIC),
    (b"ftyphev", 4, "une photo HEIC", _HEIC),
    (b"ftypmif1", 4, "une photo HEIC", _HEIC),
    (b"ftypmsf1", 4, "une photo HEIC", _HEIC),
    (b"ftypavif", 4, "une image AVIF", _USUAL),
    (b"ftypcrx ", 4, "le fichier brut d'un appareil photo", "Développez-le en JPEG."),
    (b"%PDF", 0, "un PDF", "Exportez-en la page en PNG."),
    (b"8BPS", 0, "un document de Photoshop", "Exportez-le en JPEG ou en PNG."),
    (b"%!PS", 0, "un dessin EPS", _VECTORS),
    (b"\xc5\xd0\xd3\xc6", 0, "un dessin EPS", _VECTORS),
    (b" EMF", 40, "un dessin EMF de Windows", _WINDOWS),
    (b"\xd7\xcd\xc6\x9a", 0, "un dessin WMF de Windows", _WINDOWS),
    (b"\x01\x00\x09\x00\x00\x03", 0, "un dessin WMF de Windows", _WINDOWS),
    (b"PK\x03\x04", 0, "une archive ZIP ou un document", "Sortez-en l'image, en JPEG ou en PNG."),
    (b"\x1f\x8b", 0, "un fichier compressé", "Décompressez-le, puis exportez-le en PNG."),
)
"""Bytes, where they stand, what the file is, what to do."""
_TEXTS = (
    (b"<svg", "un dessin SVG", _VECTORS),
    (b"<!doctype html", "une page web, pas une image", _PAGE),
    (b"<html", "une page web, pas une image", _PAGE),
    (b"version https://git-lfs", "un renvoi de Git LFS, pas l'image", "Prenez le fichier lui-même : git lfs pull."),
)


def why(path: Path) -> tuple[str, str]:
    """What a file is that Pillow does not open, and what to do; the first is empty when it is not known."""
    try:
        with path.open("rb") as file:
            first = file.read(_FIRST)
    except OSError:
        return "", "Vérifiez ses droits."
    if not first.strip(b"\0 \r\n\t"):
        return "un fichier vide", "Copiez l'image de nouveau."
    for sign, place, what, advice in _KINDS:
        if first.startswith(sign, place):
            return what, advice
    small = first.lower()
    found = next(((what, advice) for sign, what, advice in _TEXTS if sign in small), None)
    return found or ("", _USUAL)
