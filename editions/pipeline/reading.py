"""From an edition to how each of its sentences is said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editions.model import Article
from editions.pipeline.understanding import Understood
from editions.speech import Spoken
from editions.stored.readings import Readings, readings


@dataclass(frozen=True, slots=True)
class Read:
    """An edition with its readings."""

    understood: Understood
    readings: Mapping[str, tuple[Spoken, ...]]
    """By slug; made when they are asked for, and then at hand."""

    def articles(self) -> Iterator[tuple[Article, tuple[Spoken, ...]]]:
        """Each article with its readings."""
        for article in self.understood.edition.articles:
            yield article, self.readings[article.slug]

    def of(self, article: Article) -> tuple[Spoken, ...]:
        """The readings of an article that the edition has not: its opening, its ending."""
        understood = self.understood
        return readings(understood.store, article, understood.lexicon, understood.edition.language)


def read(understood: Understood) -> Read:
    """The readings of all articles; each is worked out at its turn."""
    return Read(understood, Readings(understood.store, understood.edition, understood.lexicon))
