"""What of a document is not in the article, told word for word: struck out, made by Word, around the text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from editions.model import Finding
from editions.terminal import squeezed

Reason = Literal["struck", "contents", "prompt", "around", "object", "alternative"]


@dataclass
class LeftOut:
    """Words by the reason why they are left out."""

    words: dict[Reason, list[str]] = field(default_factory=dict)

    def add(self, reason: Reason, text: str) -> None:
        """More words; they belong to those before, unless ``begin`` came between."""
        parts = self.words.setdefault(reason, [""])
        parts[-1] += text

    def begin(self) -> None:
        """What comes now stands in another place."""
        for parts in self.words.values():
            if parts[-1].strip():
                parts.append("")

    def report(self, name: str, note: Callable[[Finding], None]) -> None:
        """One finding for each reason, with all its words."""
        for reason, parts in self.words.items():
            found = dict.fromkeys(squeezed(text) for text in parts if text.strip())
            if found:
                note(_finding(reason, name, ", ".join(f"«\u00a0{text}\u00a0»" for text in found)))


def _finding(reason: Reason, name: str, quoted: str) -> Finding:
    match reason:
        case "struck":
            hint = "Ôtez-le de l'article, ou ôtez le trait."
            return Finding("struck-left-out", name, f"texte barré non repris\u00a0: {quoted}", hint)
        case "contents":
            hint = "Rien à faire\u00a0: ses numéros sont ceux des pages du document."
            return Finding("document-contents", name, f"table des matières non reprise\u00a0: {quoted}", hint)
        case "prompt":
            hint = "Remplissez ce champ du document, ou retirez-le."
            return Finding("document-prompt", name, f"invite non reprise\u00a0: {quoted}", hint)
        case "around":
            message = f"non repris (en-tête, pied de page, commentaires)\u00a0: {quoted}"
            return Finding("document-left-out", name, message, "Vérifiez qu'il n'y manque rien.")
        case "object":
            hint = "Remplacez-le par une image décrite, ou par du texte."
            return Finding("document-object", name, f"objet non repris\u00a0: {quoted}", hint)
        case "alternative":
            hint = "Décrivez l'image en une phrase dans le document."
            return Finding(
                "document-alternative", name, f"texte alternatif écrit par le logiciel, à relire\u00a0: {quoted}", hint
            )
