"""Readings of earlier builds: a corrected word costs its own paragraph, not the article.

readings(store, article, lexicon, "fr-FR")        # of one article, a ``Spoken`` for each sentence
Readings(store, edition, lexicon)["une"]          # of an edition, by slug, each made when it is asked for
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from editions import cache as caching
from editions import stored
from editions.french import blocks as french
from editions.french.domains import About, spoken_of
from editions.french.lexicon import Lexicon
from editions.model import Article, Block, Edition, Span
from editions.model.runs import Label, NoteCall
from editions.speech import Reading, Spoken
from editions.stored import AT_HAND, Store


def readings(store: Store, article: Article, lexicon: Lexicon, language: str) -> tuple[Spoken, ...]:
    """The readings of each sentence of an article: those it had, or new ones."""
    manner = {"program": stored.program(), "language": language, "words": _words(lexicon)}
    blocks = article.blocks
    name = caching.key(kind="readings", **manner, text=_text(blocks))
    content = store.get(name)
    if content is not None:
        return tuple(_spoken(values) for _, lines in content for values in lines)
    about = spoken_of(block.text for block in blocks)
    last = caching.key(kind="last readings", **manner, about=repr(about), source=str(article.source.absolute()))
    known = dict(store.get(store.get(last) or "") or ())  # what the blocks were read as last time, by their digest
    made = {block.id: _read(block, known.get(_digest(block)), lexicon, language, about) for block in blocks}
    store.put(name, [(_digest(block), list(map(_spoken_values, made[block.id]))) for block in blocks])
    store.put(last, name)
    return tuple(line for lines in made.values() for line in lines)


class Readings(Mapping[str, tuple[Spoken, ...]]):
    """The readings of an edition by slug, held in memory; of hundreds of articles only those of the last one asked for.

    Each output goes through all of them in order: whatever part was held would be gone when the next output begins.
    """

    def __init__(self, store: Store, edition: Edition, lexicon: Lexicon) -> None:
        """Nothing is read before it is asked for."""
        self._store = store
        self._articles = {article.slug: article for article in edition.articles}
        self._manner = lexicon, edition.language
        self._at_hand: dict[str, tuple[Spoken, ...]] = {}
        self._most = AT_HAND if len(self._articles) <= AT_HAND else 1

    def __getitem__(self, slug: str) -> tuple[Spoken, ...]:
        """Of one article."""
        found = self._at_hand.get(slug)
        if found is None:
            found = self._at_hand[slug] = readings(self._store, self._articles[slug], *self._manner)
            if len(self._at_hand) > self._most and self._store.remembers:
                del self._at_hand[next(iter(self._at_hand))]
        return found

    def __iter__(self) -> Iterator[str]:
        """The slugs."""
        return iter(self._articles)

    def __len__(self) -> int:
        """How many articles."""
        return len(self._articles)


def _words(lexicon: Lexicon) -> str:
    return repr([(entry.written, entry.spoken, entry.sound) for entry in lexicon.entries])


def _text(blocks: Sequence[Block]) -> str:
    """Digest of all that the readings of an article depend on, and of its sentences' ids."""
    ids = "".join(f"{block.id} {_digest(block)}\n" for block in blocks)
    return hashlib.sha256(ids.encode()).hexdigest()


def _digest(block: Block) -> str:
    """Digest of what readings depend on in a block: a rule sees its text without the calls of its notes."""
    marked = [run for run in block.runs if isinstance(run, Label | NoteCall)]
    told = f"{block.ends}{block.kind == 'note'}{marked}\n{block.text}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _read(block: Block, known: list[Any] | None, lexicon: Lexicon, language: str, about: About) -> list[Spoken]:
    """The readings of a block, those it had last under the ids it has now."""
    if known is None:
        return french.read(block, lexicon, language, about)
    pairs = zip(block.sentences, known, strict=True)
    return [_spoken((sentence.id, readings)) for sentence, (_, readings) in pairs]


def _spoken_values(spoken: Spoken) -> Sequence[Any]:
    readings = [
        (r.span.start, r.span.end, r.spoken, r.rule, r.confidence, r.alternatives, r.sound) for r in spoken.readings
    ]
    return spoken.sentence_id, readings


def _spoken(values: Sequence[Any]) -> Spoken:
    sentence_id, readings = values
    return Spoken(
        sentence_id,
        tuple(
            Reading(Span(start, end), said, rule, confidence, tuple(alternatives), sound)
            for start, end, said, rule, confidence, alternatives, sound in readings
        ),
    )
