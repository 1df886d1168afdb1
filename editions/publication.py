"""What outputs are made of: an edition that was understood, read aloud and recorded; and what each of them needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from editions.model import Article, Edition
from editions.speech import Narrator, Recording, Spoken


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another edition in the same output folder."""

    folder: Path
    told: Mapping[str, Any]
    """What the output that asks for it had to tell of that edition."""


@dataclass(frozen=True, slots=True)
class Publication:
    """All that an output may know; what it has not asked for in its ``NEEDS`` may be empty."""

    edition: Edition
    readings: Mapping[str, tuple[Spoken, ...]] = field(default_factory=dict)
    """By article slug, in reading order: of each sentence, how it is said."""
    recordings: Mapping[str, Recording] = field(default_factory=dict)
    """By article slug; an article whose voice failed has none."""
    narrator: Narrator | None = None
    """None without sound."""
    files: Mapping[str, tuple[PurePosixPath, ...]] = field(default_factory=dict)
    """What the outputs made before this one, and those kept that are still of this text, have in the folder."""
    earlier: tuple[Earlier, ...] = ()
    """The other editions of which this output has told something."""
    sizes: Mapping[PurePosixPath, int] = field(default_factory=dict)
    """Bytes of each of these files."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """By slug, how long what is heard lasts, also of sound that was made before and is kept."""
    doubtful: int = 0
    """How many readings an editor should look at."""
    opening: Article | None = None
    """Heard before the first article (``announcements``)."""
    ending: Article | None = None
    """Heard after the last one."""

    @property
    def heard(self) -> tuple[tuple[Article, Recording], ...]:
        """Opening, articles and ending, those that have sound, in order."""
        whole = (self.opening, *self.edition.articles, self.ending)
        found = ((article, self.recordings.get(article.slug)) for article in whole if article)
        return tuple((article, recording) for article, recording in found if recording)


@dataclass(frozen=True, slots=True)
class Needs:
    """What an output is made of, besides the edition itself; what it does not ask for may be missing."""

    readings: bool = False
    """How each sentence is said."""
    sound: bool = False
    """The recordings and the narrator. Without, an output is made while the voices speak."""
    files: tuple[str, ...] = ()
    """Outputs whose files it names or links to, where there are any: it is made after them."""
    brings: tuple[str, ...] = ()
    """Outputs that are made whenever it is, because it measures their files."""
    earlier: bool = False
    """Whether it tells ``edition.json`` something (``told``) that it is given again with each later edition."""
    settings: tuple[type, ...] = ()
    """Sections of ``edition.toml`` that it reads, those that it declares itself included."""
    by_name: bool = False
    """Whether it is made only when ``--to`` names it. It may have ``missing() -> (what, how to install it)``."""
    unasked: bool = False
    """Whether it is made with every build, and ``--to`` does not take its name."""
