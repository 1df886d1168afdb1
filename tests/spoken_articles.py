"""Small articles for the tests of sound, with readings that leave the text as it is."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from editions import voices
from editions.audio.settings import AudioSettings
from editions.cache import Cache
from editions.model import Article, Block, Edition, Role, Sentence
from editions.publication import Publication
from editions.settings import Settings
from editions.speech import PLAIN, Narrator, Reading, Recording, Spoken
from editions.studio import Narration, Studio

Spoke = tuple[Article, tuple[Spoken, ...]]
TONE = Narrator("tone", "", "1")


def article(slug: str, *paragraphs: str, title: str = "") -> Spoke:
    """A title and paragraphs; sentences end with a full stop."""
    kinds: list[tuple[Role, str]] = [("title", title or f"Titre {slug}")]
    kinds += [("paragraph", paragraph) for paragraph in paragraphs]
    blocks = tuple(_block(f"{slug}-b{number}", kind, text) for number, (kind, text) in enumerate(kinds))
    found = Article(slug, kinds[0][1], blocks, Path(f"{slug}.txt"))
    return found, tuple(spoken(sentence) for block in blocks for sentence in block.sentences)


def _block(name: str, kind: Role, text: str) -> Block:
    return Block(name, kind, text, tuple(match.end() for match in re.finditer(r"[^.]+(?:\.\s*|$)", text)))


def spoken(sentence: Sentence) -> Spoken:
    """A sentence said as it is written."""
    return Spoken(sentence.id, (Reading(sentence.span, sentence.text, PLAIN),))


def studio(
    cache: Path, workshop: Path, voice: str = "tone", jobs: int = 2, audio: AudioSettings | None = None
) -> Studio:
    """A studio with its own cache and folder."""
    workshop.mkdir(parents=True, exist_ok=True)
    settings = Settings(sections=(audio or AudioSettings(),))
    choice = voices.choose(voice, settings, workshop)
    return Studio(choice, settings.of(AudioSettings), workshop, Cache(cache), workshop, jobs)


def narrated(room: Studio, articles: list[Spoke]) -> dict[str, Narration]:
    """All narrations by slug; the first failure is raised."""
    made = {}
    for found, result in room.narrate(articles):
        if not isinstance(result, Narration):
            raise result
        made[found.slug] = result
    return made


def publication(articles: list[Spoke], recordings: Mapping[str, Recording], narrator: Narrator = TONE) -> Publication:
    """An edition of the articles."""
    edition = Edition(
        "essai", "Édition d’essai", "Le Journal", date(2025, 3, 14), "fr-FR", tuple(a for a, _ in articles)
    )
    return Publication(edition, {a.slug: words for a, words in articles}, recordings, narrator)
