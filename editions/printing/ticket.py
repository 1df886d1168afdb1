"""The job ticket: one page of plain text that tells the print shop what it has and what would serve these readers."""

from collections.abc import Mapping, Sequence

from editions.model import Finding
from editions.printing import press
from editions.printing.book import Book
from editions.printing.sheets import MM

_STAPLED = 80
"""Pages that two staples hold; more need a glued or a wire binding."""


def facts(book: Book) -> dict[str, str]:
    """What there is to tell of a press file, by name."""
    sheet, standard = book.sheet, book.writer.standard
    pages = len(press.folios(book))
    blank = pages - len(book.pages)
    return {
        "Titre": book.title,
        "Fichier": f"press.pdf, {standard.press}",
        "Format rogné": f"{sheet.width / MM:.0f} × {sheet.height / MM:.0f} mm, à la française",
        "Fond perdu": f"{press.BLEED / MM:.0f} mm, traits de coupe",
        "Pages": f"{pages} (multiple de {press.FOLD})" + (f", dont {blank} blanches avant le dos" if blank else ""),
        "Couleurs": "noir seul, recto verso (1/1)",
        "Profil": standard.condition if standard.condition != "Custom" else "noir, engraissement de 15 % (incorporé)",
        "Marges": f"{sheet.inner / MM:.0f} mm du côté de la reliure, {sheet.outer / MM:.0f} mm de l'autre",
        "Papier": "mat et opaque, ivoire ou crème, 90 à 115 g/m² ; pas de papier brillant (reflets)",
        "Reliure": _binding(pages),
        "Polices": ", ".join(sorted(book.writer.font_names())) + " (incorporées)",
        "Corps": f"{book.setter.styles.size:.4g} points, interligne {book.setter.styles.line:.4g} points",
        "Ne pas": "réduire : ce corps est ce qui rend la page lisible",
    }


def text(facts: Mapping[str, str], verdicts: Mapping[str, Sequence[Finding]]) -> str:
    """The ticket; ``verdicts``: what each check found, by its description."""
    width = max(map(len, facts))
    body = [f"{name:<{width}} : {value}" for name, value in facts.items()]
    passed = [f"- {name}" for name, found in verdicts.items() if not found]
    failed = [f"- {finding.place} : {finding.message}" for found in verdicts.values() for finding in found]
    parts = ["FICHE DE FABRICATION", "", *body, "", "Contrôles réussis :", *passed]
    if failed:
        parts += ["", "À savoir :", *failed]
    return "\n".join([*parts, ""])


def _binding(pages: int) -> str:
    if pages <= _STAPLED:
        return "deux piqûres à cheval : s'ouvre à plat"
    return "spirale ou dos carré collé souple : doit s'ouvrir à plat"
