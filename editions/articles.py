"""One article made of one file: its pieces become blocks with ids and sentences, and the blocks a tree.

    article(Path("articles/bocage/crue.md"))      # ArticleError when it cannot be read

Typography is made French here, once: spaces, raised letters. ``Block.text`` is what every output shows.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from editions import cache, french, illustrations, registry
from editions.errors import ArticleError
from editions.french.raising import raised
from editions.french.typography import Typeset
from editions.manuscript import asides, heights, marks, notes
from editions.manuscript.pieces import Piece
from editions.model import Article, Block, Finding, shown, tree, without
from editions.model.runs import Author, Dated, Label, Pause, Raised, Run, Span
from editions.model.tree import Leaf
from editions.model.without import uncalled

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$")
"""Names that no file may have on some systems."""
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
_SLUG_LENGTH = 60
_DOCUMENTS = (".docx", ".odt")
_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[A-Ha-h])[.)]+\s*")
LONGEST_ARTICLE = 250_000
"""Characters; the longest reports of the press have a tenth of that."""


def article(path: Path, taken: Iterable[str] = (), keep: bool = False) -> Article:
    """One article; its slug differs from those that are ``taken``. ArticleError when it cannot be read.

    ``keep``: the furniture that came with the article is printed and said as the rest; a page's menus never are.
    """
    reader = readers().get(path.suffix.lower())
    absent = not path.exists() and not path.is_symlink()
    if reader is None or absent:
        raise _missing(path) if absent else _unknown(path)
    findings: list[Finding] = []
    read = registry.load("inputs", reader).read
    found = [piece for piece in read(path, findings.append) if piece.text.strip() or piece.kind == "figure"]
    if keep:
        found = [replace(piece, aside=piece.aside if piece.aside == asides.AROUND else "") for piece in found]
    own = [piece for piece in found if not piece.aside]
    pieces = heights.silenced(notes.linked(heights.meant(own), shown(path.name), findings.append))
    _refuse_mute(pieces, path)
    _refuse_endless(pieces, path)
    _name_misspelled_marks(pieces, path, findings.append)
    findings += asides.doubts(pieces, shown(path.name))
    titles = (uncalled(piece.text, piece.runs) for piece in pieces if piece.kind == "title")
    title = _line(next(titles, "")) or _opening(pieces)
    slug = _unique(slugged(title) or slugged(path.stem) or "article", set(taken))
    made = (_leaf(piece, f"{slug}-b{number}", path, findings.append) for number, piece in enumerate(pieces, 1))
    leaves = [leaf for leaf in made if leaf.block.text or leaf.picture]
    blocks = [leaf.block for leaf in leaves]
    left_out = tuple(asides.left_out(found))
    return Article(slug, _titled(blocks, title), tree.grown(leaves), path, *_facts(blocks), tuple(findings), left_out)


def _refuse_mute(pieces: Sequence[Piece], path: Path) -> None:
    """ArticleError when nothing can be said, or nothing but the title of a text that is all signs."""
    said = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    name, hint = shown(path.name), "Collez-y un article."
    if not said:
        raise ArticleError("le fichier ne contient aucun texte", hint, name)
    heads = ("outlet", "section", "title")
    if all(piece.kind in heads for piece in said) and any(piece.kind not in heads for piece in pieces):
        raise ArticleError("rien à prononcer sous le titre : ni lettre ni chiffre", hint, name)


def _name_misspelled_marks(pieces: Sequence[Piece], path: Path, note: Callable[[Finding], None]) -> None:
    """A finding for what was meant as a pause mark, and will be read aloud."""
    for piece in pieces:
        for mark in marks.misspelled(piece.text) if piece.kind != "code" else ():
            message = f"marque de pause non comprise : « {mark} »"
            hint = f"Écrivez [pause 2s] ou [pause 1,5s], {marks.LONGEST} secondes au plus."
            note(Finding("pause-mark", f"{shown(path.name)}:{piece.line}", message, hint))


def _refuse_endless(pieces: Sequence[Piece], path: Path) -> None:
    """ArticleError beyond the stated limit: three hours of sound, two hundred pages of large print."""
    length = sum(len(piece.text) for piece in pieces)
    if length > LONGEST_ARTICLE:
        message = f"article démesuré : {length:_} signes, au plus {LONGEST_ARTICLE:_}".replace("_", " ")
        raise ArticleError(message, "Coupez-le en plusieurs articles.", shown(path.name))


def slugged(text: str) -> str:
    """Small ASCII letters, figures and hyphens, at most 60, a letter first: a file name and an XML id everywhere."""
    folded = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", " ", folded))
    slug = ""
    for word in words:
        if len(slug) + 1 + len(word) > _SLUG_LENGTH:
            slug = slug or word[:_SLUG_LENGTH]
            break
        slug = f"{slug}-{word}" if slug else word
    if slug[:1].isdigit() or RESERVED.match(slug):
        slug = f"article-{slug}"[:_SLUG_LENGTH].rstrip("-")
    return slug


def readers() -> dict[str, str]:
    """Name of the input module for each suffix."""
    return {suffix: name for name in registry.names("inputs") for suffix in registry.load("inputs", name).SUFFIXES}


def _missing(path: Path) -> ArticleError:
    return ArticleError("fichier introuvable", "Vérifiez son nom.", shown(path.name))


def _unknown(path: Path) -> ArticleError:
    return ArticleError(f"format inconnu « {path.suffix or shown(path.name)} »", formats(), shown(path.name))


def formats() -> str:
    """The suffixes that are read, for messages."""
    return f"Formats lus : {', '.join(sorted(readers()))}."


def _unique(slug: str, taken: set[str]) -> str:
    number, candidate = 2, slug
    while candidate in taken:
        end = f"-{number}"
        candidate = slug[: _SLUG_LENGTH - len(end)].rstrip("-") + end
        number += 1
    return candidate


def _leaf(piece: Piece, block_id: str, path: Path, note: Callable[[Finding], None]) -> Leaf:
    """The block of a piece: French typography, then sentences; code keeps the blanks it was typed with."""
    text, runs, cells = piece.text, piece.runs, piece.cells
    if piece.kind != "code":
        made = Typeset(text)
        text = made.text
        runs = tuple(replace(run, span=_placed(run, made)) for run in runs)
        cells = tuple(replace(cell, span=_moved(cell.span, made)) for cell in cells)
        if not any(isinstance(run, Raised) for run in runs):
            runs = (*runs, *map(Raised, raised(text)))
    label = next((run.span.end for run in runs if isinstance(run, Label) and run.span.start == 0), 0)
    block = Block(block_id, piece.kind, text, _ends(text, runs, label), runs, piece.line)
    return Leaf(block, piece.level, piece.within, cells, illustrations.picture(piece, path, cache.kept, note))


def _placed(run: Run, made: Typeset) -> Span:
    """Where a run is in the typeset text; a pause stays between two characters."""
    if isinstance(run, Pause):
        place = made.end(run.span.end)
        return Span(place, place)
    return _moved(run.span, made)


def _moved(span: Span, made: Typeset) -> Span:
    return Span(made.start(span.start), made.end(span.end))


def _ends(text: str, runs: Sequence[Run], label: int) -> tuple[int, ...]:
    """Where sentences end; the call of a note belongs to what it follows, whatever sign stands between."""
    if not (found := without.calls(text, runs)):
        return sentence_ends(text, label)
    short = without.Without(text, found)
    ends = sentence_ends(short.text, short.rest(label))
    return (*map(short.ends, ends[:-1]), len(text)) if ends else ((len(text),) if text.strip() else ())


def sentence_ends(text: str, label: int = 0) -> tuple[int, ...]:
    """Where the sentences of a block end, the last one with it.

    A line end and a cell's end close one; blanks belong to the one before.

    The first ``label`` characters, the number of an item, belong to its first sentence.
    """
    spans: list[Span] = []
    for start, end in _stretches(text, label):
        found = [Span(start + s.start, start + s.end) for s in french.segment(text[start:end]) if s.start < s.end]
        if len(found) > 1 and _NUMBER.fullmatch(text, found[0].start, found[0].end):
            found[:2] = [Span(found[0].start, found[1].end)]  # « 1. Le pont » in a cell
        spans += found
    filled = [span for span in spans if not text[span.start : span.end].isspace()]
    if not filled:
        return (len(text),) if text[:label].strip() else ()
    return (*(span.start for span in filled[1:]), len(text))


def _stretches(text: str, start: int) -> Iterator[tuple[int, int]]:
    for match in re.compile("[\t\n\u2028]").finditer(text, start):
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _titled(blocks: Sequence[Block], title: str) -> str:
    return next((_line(uncalled(block.text, block.runs)) for block in blocks if block.kind == "title"), title)


def _opening(pieces: Sequence[Piece]) -> str:
    """What stands for the title of an article without one, in lists: its first words, at most 80 characters."""
    text = _line(next(uncalled(piece.text, piece.runs) for piece in pieces if piece.text))
    return text if len(text) <= 80 else f"{text[:80].rpartition(' ')[0] or text[:79]}…"


def _facts(blocks: Sequence[Block]) -> tuple[str, str, str, str]:
    """Outlet, section, byline and date, as their blocks say them; empty when there is none."""
    first: dict[str, str] = {}
    for block in blocks:
        first.setdefault(block.kind, _line(uncalled(block.text, block.runs)))
        for run in block.runs:
            if isinstance(run, Author):
                first.setdefault("author", _line(run.name))
            elif isinstance(run, Dated):
                first.setdefault("date", _line(run.written))
    return first.get("outlet", ""), first.get("section", ""), first.get("author", ""), first.get("date", "")


def _line(text: str) -> str:
    """One line: the text of a block has no control character but tabs and line ends."""
    return " ".join(re.split(r"[ \t\n]+", text)).strip()
