"""Text against sound: each passage is heard once and in order, clips touch, and end with their sound."""

from collections.abc import Iterator
from itertools import pairwise

from editions.checks.daisy.book import XHTML, Book, Smil, Unreadable, words
from editions.model import Finding

_MAY_BE_UNSAID = ("outlet", "section", "caption")
"""Paper and section are not said again before each article, nor a credit, should the newsroom wish so."""
_LATE = 0.1
"""Seconds at either end of a sound that no clip needs to have."""


def findings(book: Book) -> Iterator[Finding]:
    """Each SMIL with its text and its sound."""
    for smil in book.smils:
        yield from _clips(book, smil)
        if smil.clips:
            yield from _heard(book, smil)
            yield from _ends(book, smil)


def _clips(book: Book, smil: Smil) -> Iterator[Finding]:
    """A ``par`` has text and sound, and the next one begins where it ends: players would jump."""
    pars = sum(1 for _ in smil.root.iter("par"))
    if not smil.clips or pars != len(smil.clips):
        yield book.finding("daisy-clip", f"passages sans texte ou sans son : {pars - len(smil.clips)}", smil.name)
    for one, other in pairwise(smil.clips):
        if one.end != other.start:
            yield book.finding("daisy-gap", f"de {one.end:.3f} s à {other.start:.3f} s, rien n'est suivi", smil.name)
    for clip in smil.clips:
        if clip.start >= clip.end:
            yield book.finding("daisy-clip", f"passage sans durée à {clip.start:.3f} s", smil.name)
    if len({clip.sound for clip in smil.clips}) > 1:
        yield book.finding("daisy-clip", "ses passages viennent de plusieurs sons", smil.name)


def _heard(book: Book, smil: Smil) -> Iterator[Finding]:
    """Passages in the order of the text, but for notes, which may be told at the end."""
    document = smil.clips[0].target.partition("#")[0]
    if document not in book.names:
        return  # told as a link that leads nowhere
    order: dict[str, int] = {}
    tree = book.tree(document)
    for element in tree.iter():
        if name := element.get("id"):
            order[name] = len(order)
    noted = {str(name) for name in tree.xpath("//*[@class='notebody']//@id")}
    seen: set[str] = set()
    last = -1
    for clip in smil.clips:
        name = clip.target.partition("#")[2]
        if name in seen:
            yield book.finding("daisy-twice", f"le passage « {name} » est lu deux fois", smil.name)
        if name not in noted and order.get(name, last) < last:
            yield book.finding("daisy-order", f"le passage « {name} » est lu après ceux qui le suivent", smil.name)
        last = max(last, -1 if name in noted else order.get(name, last))
        seen.add(name)
    yield from _unheard(book, document, seen)


def _unheard(book: Book, document: str, heard: set[str]) -> Iterator[Finding]:
    """Sentences that are shown, and not lit by themselves or with what is around them."""
    for element in book.tree(document).xpath("//*[@id][not(descendant::*[@id])]"):
        around = [element, *element.iterancestors()]
        if any(each.get("class") in _MAY_BE_UNSAID or each.tag == f"{XHTML}th" for each in around):
            continue
        shown = words(element)
        if not heard & {str(each.get("id")) for each in around} and any(map(str.isalnum, shown)):
            yield book.finding("daisy-unheard", f"« {shown[:60]} » n'est pas lu", document)


def _ends(book: Book, smil: Smil) -> Iterator[Finding]:
    """The clips against the sound, decoded: what a tag library says counts the encoder's padding too."""
    import miniaudio

    first, last = smil.clips[0], smil.clips[-1]
    if last.sound not in book.names:
        return  # told as a link that leads nowhere
    if first.start > _LATE:
        yield book.finding("daisy-gap", "le début du son n'est pas suivi", smil.name)
    try:
        decoded = miniaudio.decode((book.folder / last.sound).read_bytes(), nchannels=1)
    except miniaudio.DecodeError as error:
        raise Unreadable(last.sound) from error
    seconds = decoded.num_frames / decoded.sample_rate
    if last.end > seconds or seconds - last.end > _LATE:
        yield book.finding("daisy-end", f"finit à {last.end:.3f} s, le son à {seconds:.3f} s", smil.name)
