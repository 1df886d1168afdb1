"""``daisy/``: what the schemas of DAISY 2.02 do not look at, and what their usual validator skips."""

from pathlib import Path

from editions import places
from editions.model import Finding

PLACES = (f"{places.DAISY}/*", "*-daisy.zip")


def findings(folder: Path) -> list[Finding]:
    """What is wrong in the book: contents and links, what is told of it, how text and sound go together, its ZIP."""
    from editions.checks.daisy import following, links, metadata, sound
    from editions.checks.daisy.book import Book, Unreadable

    found: list[Finding] = []
    looks = (links.findings, metadata.findings, following.findings, sound.findings, links.packed)
    try:
        book = Book(folder)
        for look in looks:
            found += look(book)
    except Unreadable as error:
        place = (places.DAISY / str(error)).as_posix()
        found.append(Finding("daisy-unreadable", place, "livre illisible ou incomplet", "Refaites l'édition."))
    return found
