"""Words that were cut at the end of a line and are whole again: what the editor is told of them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from editions.model import Finding


class Mended(NamedTuple):
    """A word that was cut at the end of a line."""

    line: int
    """From 1; 0 when it is unknown."""
    word: str
    """As it is now."""
    doubtful: bool


def name_mended(mended: Sequence[Mended], name: str, note: Callable[[Finding], None]) -> None:
    """A finding for the words that are whole again, one for each that may not be; ``name``: the article's file."""
    words = [word.word for word in mended if not word.doubtful]
    if words:
        several = "s" if len(words) > 1 else ""
        message = f"{len(words)} mot{several} coupé{several} en fin de ligne, recollé{several} : {', '.join(words)}"
        note(Finding("text-mended", name, message, "Relisez-les ; corrigez l'article s'il le faut.", advice=True))
    for word in mended:
        if word.doubtful:
            message = f"« {word.word} » : mot coupé en fin de ligne, ou mot composé ? Le trait d'union est gardé"
            hint = "Écrivez le mot sur une seule ligne, avec ou sans trait d'union."
            note(Finding("text-hyphen", f"{name}:{word.line}" if word.line else name, message, hint, advice=True))
