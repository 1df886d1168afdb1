"""The pictures of an article: files beside it, or what came inside its own; what is wrong with one is a finding."""

from collections.abc import Callable
from pathlib import Path

from editions.manuscript import pictures, unreadable
from editions.manuscript.pieces import Piece
from editions.model import Finding, Picture, shown
from editions.terminal import squeezed

_DOCUMENTS = (".docx", ".odt")


def picture(piece: Piece, path: Path, keep: Callable[[bytes], Path], note: Callable[[Finding], None]) -> Picture | None:
    """The picture of a figure, a file inside the article's folder; None without one, a finding where it is named.

    ``keep`` makes a file of what came inside the article's own.
    """
    if not piece.picture:
        return None
    place = f"{shown(path.name)}:{piece.line}"
    if piece.content:
        _ask_for_words(piece, path, place, note)
        return _inner_picture(piece, place, keep, note)
    if "://" in piece.picture or piece.picture.startswith(("data:", "//")):
        message = f"image distante non reprise : {squeezed(piece.picture)[:120]}"
        note(Finding("image-remote", place, message, "Copiez l'image à côté de l'article."))
        return None
    folder = path.parent.resolve()
    found = pictures.found(piece.picture, folder)
    if found is None:
        message = f"image introuvable : {squeezed(piece.picture)[:120]}"
        note(Finding("image-missing", place, message, "Placez-la dans le dossier de l'article."))
        return None
    _ask_for_words(piece, path, place, note)
    made = pictures.picture(found, found.relative_to(folder).as_posix())
    if not made.width:
        what, advice = unreadable.why(found)
        message = f"image illisible : {_told(made.name, what)}"
        note(Finding("image-unreadable", place, message, f"{advice} En attendant, sa description la remplace."))
    return made


def _ask_for_words(piece: Piece, path: Path, place: str, note: Callable[[Finding], None]) -> None:
    """A finding for a figure that says nothing to who does not see it."""
    if piece.text.strip():
        return
    message = "image sans texte alternatif, ou qui ne fait que répéter sa légende"
    how = '![description](image.jpg) ou alt="description"'
    if path.suffix.lower() in _DOCUMENTS:
        how = "dans le document, clic droit sur l'image, « Texte alternatif »"
    note(Finding("image-no-alt", place, message, f"Dites en une phrase ce qu'on y voit : {how}."))


def _inner_picture(piece: Piece, place: str, keep: Callable[[bytes], Path], note: Callable[[Finding], None]) -> Picture:
    """A picture that came inside the article's file."""
    kept = keep(piece.content)
    made = pictures.picture(kept, piece.picture)
    if not made.width:
        what, advice = unreadable.why(kept)
        message = f"image illisible dans le document : {_told(piece.picture, what)}"
        note(Finding("image-embedded", place, message, advice if what else "Remplacez-la par une image PNG ou JPEG."))
    return made


def _told(name: str, what: str) -> str:
    """A picture that cannot be opened: its name, and what it is when that is known."""
    return ", ".join(filter(None, (squeezed(name)[:120], what)))
