"""Our own checks of the printed results, for what a validator does not see.

structure   tags ↔ content, reading order, headings, tables, figures, links
fonts       embedded, no empty box, text that can be read back
largeprint  sizes, measure, leading, contrast, margins
press       PDF/X: boxes, black only, output intent
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from editions import places
from editions.checks import Validation
from editions.checks.pdf import fonts, largeprint, press, structure, verapdf
from editions.checks.pdf.reading import PdfFile
from editions.model import Finding

PLACES = ("print/*.pdf",)
Check = Callable[[PdfFile], Iterator[Finding]]
LABELS: dict[Check, str] = {
    structure.findings: "balises et contenu concordent, dans l'ordre de lecture",
    fonts.findings: "polices incorporées, texte extractible, aucune case vide",
    largeprint.findings: "corps, lignes, interligne, contraste et marges des gros caractères",
    press.findings: "PDF/X : cadres, noir seul, condition d'impression, pas de lien",
}
LARGE_PRINT: tuple[Check, ...] = (structure.findings, fonts.findings, largeprint.findings)
PRESS: tuple[Check, ...] = (structure.findings, fonts.findings, largeprint.findings, press.findings)
BOOKLET: tuple[Check, ...] = (fonts.findings,)


def findings(folder: Path) -> list[Finding]:
    """All that is wrong with the printed files of an edition's folder."""
    found: list[Finding] = []
    for path in sorted((folder / places.LARGE_PRINT).parent.glob("*.pdf")):
        found += of_file(path, path.relative_to(folder).as_posix())
    return found


def validate(folder: Path) -> Validation | None:
    """veraPDF's verdict on the files that claim a standard; None when it is not on this machine."""
    return verapdf.validate(folder, sorted((folder / places.LARGE_PRINT).parent.glob("*.pdf")))


def of_file(path: Path, place: str) -> list[Finding]:
    """All that is wrong with one file; its name says which checks it must pass."""
    return [finding for found in verdicts(path, place).values() for finding in found]


def verdicts(path: Path, place: str) -> dict[str, list[Finding]]:
    """What each check says of a file, by the check's description."""
    import pikepdf

    checks = {places.LARGE_PRINT.name: LARGE_PRINT, places.PRESS.name: PRESS}.get(path.name, BOOKLET)
    try:
        file = PdfFile(path, place)
        return {LABELS[check]: list(check(file)) for check in checks}
    except pikepdf.PdfError as error:
        unreadable = Finding("pdf-unreadable", place, f"le fichier est illisible ({error})", "Refaites l'édition.")
        return {"fichier lisible": [unreadable]}
