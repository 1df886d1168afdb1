"""The entries of ``ncc.html``: title, sections, articles and crossheads as headings, all else that is heard as groups.

Players jump from entry to entry, some of them by headings alone, and play on from there: so each SMIL begins with a
heading, no level is skipped, and each entry leads to the ``text`` of a clip. (DAISY 2.02, 2.1.4.)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editions import places
from editions.markup import known
from editions.model import Block, Section
from editions.model.tree import walk
from editions.outputs.daisy.pieces import Piece

_LOWEST = 6
_WORDS = 60
"""Characters of a paragraph that an entry shows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents; its fields are those of the template."""

    tag: str
    """``h1`` to ``h6``, or ``div``."""
    kind: str
    """``title`` of the first entry, ``group`` of what is no heading."""
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Levels:
    """Where the headings of an article stand among those of the edition."""

    title: int
    above: frozenset[str] = frozenset()
    """Ids of blocks before the title that are headings here: paper and section, of level 1."""

    def of(self, level: int) -> int:
        """Of a heading that has this level in its article, 1 its title."""
        return min(_LOWEST, level + self.title - 1)


def levels(pieces: Sequence[Piece]) -> list[Levels]:
    """Articles stand below their section where it is said; paper and section are said when they change."""
    found: list[Levels] = []
    section = ""
    for piece in pieces:
        kinds = {block.id: block.kind for block in piece.article.blocks}
        above = frozenset(name for name in _before_title(piece, kinds) if kinds[name] in ("outlet", "section"))
        if any(kinds[name] == "section" for name in above):
            section = piece.article.section
        elif piece.article.section != section:
            section = ""
        found.append(Levels(2 if section else 1, above))
    return found


def _before_title(piece: Piece, kinds: Mapping[str, str]) -> Iterator[str]:
    """The blocks that are heard before the title; none where it is not heard."""
    heard = list(dict.fromkeys(clip.block for clip in piece.clips))
    titles = [number for number, name in enumerate(heard) if kinds[name] == "title"]
    yield from heard[: titles[0]] if titles else []


def entries(pieces: Sequence[Piece], placed: Sequence[Levels], title: str) -> list[Entry]:
    """All of them; the first one has the edition's title. ``placed``: as ``levels`` has found."""
    found: list[Entry] = []
    for piece, level in zip(pieces, placed, strict=True):
        found += _entries(piece, level)
    first = found[0]
    if pieces[0].article.slug == places.OPENING or first.words == title:
        return [replace(first, kind="title"), *_without_jumps(found)[1:]]
    return [Entry("h1", "title", first.href, title), *_without_jumps(found)]


def _entries(piece: Piece, levels: Levels) -> Iterator[Entry]:
    """One for each block that is heard, where it is first heard."""
    headings, blocks = dict(_headings(piece, levels)), {block.id: block for block in piece.article.blocks}
    seen: set[str] = set()
    for clip in piece.clips:
        if clip.block in seen:
            continue
        level, words = headings.get(clip.block, 0), _line(blocks[clip.block].text)
        if not seen and not level:  # what begins a file is a heading
            level, words = levels.title, _line(piece.article.title)
            headings = {name: level for name, level in headings.items() if blocks[name].kind != "title"}
        seen.add(clip.block)
        href = f"{piece.stem}.smil#{clip.text}"
        yield Entry(f"h{level}", "", href, words) if level else Entry("div", "group", href, _beginning(words))


def _headings(piece: Piece, levels: Levels) -> Iterator[tuple[str, int]]:
    """Blocks that are headings, with their level; questions of an interview are paragraphs here."""
    for step in walk(piece.article.body):
        if not isinstance(step.node, Block):
            continue
        block, around = step.node, step.parents[-1] if step.parents else None
        if block.id in levels.above:
            yield block.id, 1
        elif block.kind == "title":
            yield block.id, levels.title
        elif isinstance(around, Section) and around.heading is block and block.kind == "heading":
            yield block.id, levels.of(around.level)


def _without_jumps(found: Sequence[Entry]) -> list[Entry]:
    """No heading more than one level below the one before it: what stands between may not have been said."""
    made: list[Entry] = []
    last = 1
    for entry in found:
        if entry.kind != "group":
            last = min(int(entry.tag[1]), last + 1)
            entry = replace(entry, tag=f"h{last}")
        made.append(entry)
    return made


def _line(text: str) -> str:
    return known(" ".join(text.split()))


def _beginning(words: str) -> str:
    if len(words) <= _WORDS:
        return words
    return f"{words[:_WORDS].rpartition(' ')[0] or words[: _WORDS - 1]}…"
