"""What was understood once is not worked out again: articles and their readings, kept in the cache.

A corrected word then costs its own paragraph. An entry holds as long as the program, the article's file and the lexicon
are what they were; articles with pictures are always read anew, as they depend on other files too.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import editions
from editions import cache as caching
from editions import document, french
from editions.cache import Cache
from editions.french.lexicon import Lexicon
from editions.model import Article, Block, Edition, Finding, Mark, Span
from editions.speech import Reading, Spoken

AT_HAND = 48
"""Articles whose readings, or jobs of the voice, are held in memory: those of a large day; hundreds would fill it."""
_LARGEST = 4_000_000
"""Bytes of an article's file; what is larger is not kept, nor even read here."""


class Memory:
    """Articles and readings of earlier builds; without a cache it makes them each time."""

    def __init__(self, cache: Cache | None) -> None:
        """``cache``: where they are kept, if anywhere."""
        self._cache = cache

    @property
    def remembers(self) -> bool:
        """Whether what is asked twice is not made twice."""
        return self._cache is not None

    def article(self, path: Path, taken: Iterable[str] = ()) -> Article:
        """As ``document.article``, with the same errors."""
        name = self._article_name(path)
        made = self._recalled_article(name, path)
        if made is None:
            made = document.article(path)
            if name and not _has_pictures(made):
                self._keep(name, _article_values(made))
        return document.article(path, taken) if made.slug in taken else made

    def readings(self, article: Article, lexicon: Lexicon, language: str) -> tuple[Spoken, ...]:
        """The readings of each sentence of an article."""
        found = {"program": program(), "language": language, "words": _words(lexicon)}
        name = caching.key(kind="readings", **found, text=_text(article))
        content = self._cache.get(name) if self._cache else None
        if content is not None:
            return tuple(_spoken(values) for values in json.loads(content))
        last = caching.key(kind="last readings", **found, source=str(article.source.absolute()))
        known = self._last(last)
        made = {block.id: _read(block, known.get(_digest(block)), lexicon, language) for block in article.blocks}
        spoken = tuple(line for lines in made.values() for line in lines)
        self._keep(name, [_spoken_values(line) for line in spoken])
        self._keep(last, [(_digest(block), list(map(_spoken_values, made[block.id]))) for block in article.blocks])
        return spoken

    def _last(self, name: str) -> dict[str, list[Any]]:
        """What the blocks of an article were read as when it was last read, by their digest."""
        content = self._cache.get(name) if self._cache else None
        return dict(json.loads(content)) if content is not None else {}

    def _keep(self, name: str, values: Any) -> None:
        if self._cache is None:
            return
        try:
            self._cache.put(name, json.dumps(values).encode())
        except OSError:  # this build remembers nothing more; what it must write itself tells of the full disk
            self._cache = None

    def _article_name(self, path: Path) -> str:
        """Name of an article's entry; empty for what is not kept."""
        if self._cache is None or not path.is_file() or path.stat().st_size > _LARGEST:
            return ""
        try:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        except PermissionError:  # told by whoever makes the article
            return ""
        return caching.key(kind="article", program=program(), name=path.name, content=content)

    def _recalled_article(self, name: str, path: Path) -> Article | None:
        content = self._cache.get(name) if self._cache and name else None
        return None if content is None else _article(json.loads(content), path)


class Readings(Mapping[str, tuple[Spoken, ...]]):
    """The readings of an edition by slug, held in memory; of hundreds of articles only those of the last one asked for.

    Each output goes through all of them in order: whatever part was held would be gone when the next output begins.
    """

    def __init__(self, memory: Memory, edition: Edition, lexicon: Lexicon) -> None:
        """Nothing is read before it is asked for."""
        self._memory = memory
        self._articles = {article.slug: article for article in edition.articles}
        self._manner = lexicon, edition.language
        self._at_hand: dict[str, tuple[Spoken, ...]] = {}
        self._most = AT_HAND if len(self._articles) <= AT_HAND else 1

    def __getitem__(self, slug: str) -> tuple[Spoken, ...]:
        """Of one article."""
        found = self._at_hand.get(slug)
        if found is None:
            found = self._at_hand[slug] = self._memory.readings(self._articles[slug], *self._manner)
            if len(self._at_hand) > self._most and self._memory.remembers:
                del self._at_hand[next(iter(self._at_hand))]
        return found

    def __iter__(self) -> Iterator[str]:
        """The slugs."""
        return iter(self._articles)

    def __len__(self) -> int:
        """How many articles."""
        return len(self._articles)


@cache
def program() -> str:
    """Digest of all that the program is made of: its modules, its tables, Python's version."""
    digest = hashlib.sha256(sys.version.encode())
    folder = Path(editions.__file__).parent
    for path in sorted(path for path in folder.rglob("*.*") if path.suffix in (".py", ".tsv")):
        digest.update(f"\n{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _words(lexicon: Lexicon) -> str:
    return repr([(entry.written, entry.spoken) for entry in lexicon.entries])


def _text(article: Article) -> str:
    """Digest of all that the readings of an article depend on, and of its sentences' ids."""
    ids = "".join(f"{block.id} {_digest(block)}\n" for block in article.blocks)
    return hashlib.sha256(ids.encode()).hexdigest()


def _digest(block: Block) -> str:
    """Digest of all that readings depend on: a rule sees the text of one block."""
    return hashlib.sha256(f"{block.ends}\n{block.text}".encode("utf-8", "surrogatepass")).hexdigest()


def _read(block: Block, known: list[Any] | None, lexicon: Lexicon, language: str) -> list[Spoken]:
    """The readings of a block, those it had last under the ids it has now."""
    if known is None:
        return [french.read(sentence, lexicon, language) for sentence in block.sentences]
    pairs = zip(block.sentences, known, strict=True)
    return [_spoken((sentence.id, readings)) for sentence, (_, readings) in pairs]


def _has_pictures(article: Article) -> bool:
    return any(mark.kind == "image" for block in article.blocks for mark in block.marks)


def _article_values(article: Article) -> dict[str, Any]:
    """What ``json`` can write, without what the file's path tells."""
    return {
        "facts": (article.outlet, article.section, article.byline, article.date),
        "slug": article.slug,
        "title": article.title,
        "blocks": [_block_values(block) for block in article.blocks],
        "findings": [(found.code, found.place, found.message, found.hint) for found in article.findings],
    }


def _article(values: dict[str, Any], path: Path) -> Article:
    blocks = tuple(_block(block) for block in values["blocks"])
    findings = tuple(Finding(*found) for found in values["findings"])
    outlet, section, byline, date = values["facts"]
    return Article(values["slug"], values["title"], blocks, path, outlet, section, byline, date, findings)


def _block_values(block: Block) -> Sequence[Any]:
    marks = [(mark.kind, mark.span.start, mark.span.end, mark.value) for mark in block.marks]
    return block.id, block.kind, block.text, block.ends, block.level, marks, block.line


def _block(values: Sequence[Any]) -> Block:
    block_id, kind, text, ends, level, marks, line = values
    return Block(
        block_id,
        kind,
        text,
        tuple(ends),
        level,
        tuple(Mark(mark, Span(start, end), value) for mark, start, end, value in marks),
        line,
    )


def _spoken_values(spoken: Spoken) -> Sequence[Any]:
    readings = [
        (reading.span.start, reading.span.end, reading.spoken, reading.rule, reading.confidence, reading.alternatives)
        for reading in spoken.readings
    ]
    return spoken.sentence_id, readings


def _spoken(values: Sequence[Any]) -> Spoken:
    sentence_id, readings = values
    return Spoken(
        sentence_id,
        tuple(
            Reading(Span(start, end), said, rule, confidence, tuple(alternatives))
            for start, end, said, rule, confidence, alternatives in readings
        ),
    )
