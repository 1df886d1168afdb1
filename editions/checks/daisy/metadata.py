"""What the contents and the SMILs tell of the book: all that must be told is, and what can be counted is counted.

The published schemas hold these rules as Schematron, which the usual validator skips. (DAISY 2.02, appendix 2.)
"""

from collections.abc import Iterator
from itertools import accumulate

from editions.checks.daisy.book import MASTER, NCC, Book, Smil, seconds, told
from editions.model import Finding

TOLD = (
    "dc:title", "dc:creator", "dc:date", "dc:format", "dc:identifier", "dc:language", "dc:publisher", "ncc:charset",
    "ncc:generator", "ncc:narrator", "ncc:multimediaType", "ncc:depth", "ncc:pageFront", "ncc:pageNormal",
    "ncc:pageSpecial", "ncc:tocItems", "ncc:totalTime", "ncc:files", "ncc:kByteSize",
)  # fmt: skip
"""In ``ncc.html``: mandatory, or shown by players."""
TOLD_IN_SMIL = ("dc:format", "dc:title", "dc:identifier", "title", "ncc:timeInThisSmil", "ncc:totalElapsedTime")
TOLD_IN_MASTER = ("dc:format", "dc:title", "dc:identifier", "ncc:timeInThisSmil")
_FORMAT = "Daisy 2.02"
_HALF = 0.5
"""Times are told in whole seconds, the nearest."""
_KILOBYTE = 1024


def findings(book: Book) -> Iterator[Finding]:
    """What is lacking or wrong."""
    yield from _present(book)
    yield from _counted(book)
    yield from _times(book)


def _present(book: Book) -> Iterator[Finding]:
    heads = [(NCC, book.ncc, TOLD), (MASTER, book.tree(MASTER), TOLD_IN_MASTER)]
    for name, root, names in [*heads, *((smil.name, smil.root, TOLD_IN_SMIL) for smil in book.smils)]:
        for lacking in (each for each in names if not told(root, each).strip()):
            yield book.finding("daisy-metadata", f"« {lacking} » manque", name)
        if told(root, "dc:format") not in ("", _FORMAT):
            yield book.finding("daisy-metadata", f"« dc:format » n'est pas « {_FORMAT} »", name)


def _counted(book: Book) -> Iterator[Finding]:
    """What is told against what is there; what is not told has its finding already."""
    tags = [str(entry.tag).rpartition("}")[2] for entry in book.entries]
    size = sum((book.folder / name).stat().st_size for name in book.names)
    counts = {
        "ncc:charset": "utf-8",
        "ncc:multimediaType": "audioFullText",
        "ncc:tocItems": len(tags),
        "ncc:depth": max((int(tag[1]) for tag in tags if tag[0] == "h"), default=0),
        "ncc:files": len(book.names),
        "ncc:kByteSize": -(-size // _KILOBYTE),
        **{f"ncc:page{kind}": _pages(book, kind) for kind in ("Front", "Normal", "Special")},
    }
    for name, right in counts.items():
        said = told(book.ncc, name)
        if said and said != str(right):
            yield book.finding("daisy-count", f"« {name} » annonce {said}, il y a {right}")


def _pages(book: Book, kind: str) -> int:
    return sum(entry.get("class") == f"page-{kind.lower()}" for entry in book.entries)


def _times(book: Book) -> Iterator[Finding]:
    """Of each SMIL, of those before it, of all."""
    *elapsed, total = accumulate((smil.duration for smil in book.smils), initial=0.0)
    for smil, before in zip(book.smils, elapsed, strict=True):
        yield from _time(book, smil.name, "ncc:timeInThisSmil", smil.told("ncc:timeInThisSmil"), smil.duration)
        yield from _time(book, smil.name, "ncc:totalElapsedTime", smil.told("ncc:totalElapsedTime"), before)
        dur = next((seq.get("dur") for seq in smil.root.iter("seq")), None)
        if seconds(dur or "0s", smil.name) != smil.duration:
            message = f"dure {dur or 'un temps inconnu'}, dernier passage à {smil.duration:.3f} s"
            yield book.finding("daisy-time", message, smil.name)
    yield from _time(book, NCC, "ncc:totalTime", told(book.ncc, "ncc:totalTime"), total)
    master = Smil(MASTER, book.tree(MASTER))
    yield from _time(book, MASTER, "ncc:timeInThisSmil", master.told("ncc:timeInThisSmil"), total)


def _time(book: Book, place: str, name: str, said: str, right: float) -> Iterator[Finding]:
    if said and abs(seconds(said, place) - right) > _HALF + 1e-6:
        yield book.finding("daisy-time", f"« {name} » annonce {said}, il y a {right:.3f} s", place)
