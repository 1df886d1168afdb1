"""Where the article is in a page, and what in it and around it is the site's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from editions.manuscript.page import facts
from editions.manuscript.page.elements import HEADINGS, Outline
from editions.manuscript.page.furniture import Furniture
from editions.manuscript.page.names import says
from editions.manuscript.page.weights import Weights

_LEAST = 50
"""Words of an article that is one whatever stands around it."""
_ALIKE = 0.4
"""An article beside another that has this share of its words is one more part of the page, no teaser."""
_NEARLY_ALL = 0.7
_MOST_TITLES = 20
"""First headings that are looked at."""


@dataclass
class Found:
    """The article of a page."""

    spans: list[tuple[int, int]]
    title: int = -1
    apart: set[int] = field(default_factory=set)
    """Elements that are none of it; what they hold is not either."""


def found(page: Outline, weights: Weights) -> Found:
    """Where the article is; all the page when it does not tell."""
    return _Search(page, weights).found()


class _Search:
    def __init__(self, page: Outline, weights: Weights) -> None:
        self._page = page
        self._weights = weights
        sites = facts.sites(page)
        titles = (n for n, e in enumerate(page.elements) if e.name == "h1" and self._is_title(n, sites))
        self._titles = list(islice(titles, _MOST_TITLES))
        self._furniture = Furniture(page, weights, self._titles)

    def found(self) -> Found:
        sides = {n for n in range(len(self._page.elements)) if self._furniture.is_side(n)}
        self._aside = self._inherited(sides)
        if self._weights.total <= sum(self._weights.words[n] for n in self._topmost(sides)):
            sides, self._aside = (
                set(),
                [False] * len(self._aside),
            )  # all the words stand in menus: better those than none
        root = self._root()
        everything = (0, len(self._page.events))
        title = next((n for n in self._titles if not self._aside[n]), -1)
        if root < 0:
            return Found([everything], title, {n for n in self._cards(sides) if not self._keeps_title(n, title)})
        spans = [self._page.extent(root)]
        inner = [n for n in self._titles if self._page.holds(root, n)]
        apart = {n for n in self._page.inside(root) if self._furniture.is_apart(n, root)} | set(
            self._furniture.teasers(root)
        )
        if inner:
            title = inner[0]
        elif title >= 0 and title < root and not self._page.holds(title, root):
            spans, apart = self._headed(spans, title, root, apart | {n for n in sides if n < root})
        else:
            title = -1
        return Found(spans + list(self._signed(root)), title, {n for n in apart if not self._keeps_title(n, title)})

    def _cards(self, sides: set[int]) -> set[int]:
        """The furniture of a page all of which is article, with the cards of others."""
        return sides | set(self._furniture.teasers(-1))

    def _keeps_title(self, number: int, title: int) -> bool:
        return title >= 0 and self._page.holds(number, title)

    def _is_title(self, number: int, sites: frozenset[str]) -> bool:
        """A first heading with words, that is not the name of the site."""
        elements = self._page.elements
        if not self._weights.seen[number] or not self._weights.words[number]:
            return False
        if self._page.words(number).casefold() in sites:
            return False
        near = [number, *self._page.around(number, 2)]
        near += [n for n in range(number + 1, min(number + 3, len(elements))) if self._page.holds(number, n)]
        home = any(elements[n].name == "a" and elements[n].given.get("href", "").strip() == "/" for n in near)
        return not home and not any(says(elements[n], "logo") for n in near if elements[n].name not in ("body", "html"))

    def _inherited(self, marked: set[int]) -> list[bool]:
        held: list[bool] = []
        for number, element in enumerate(self._page.elements):
            held.append(number in marked or (element.parent >= 0 and held[element.parent]))
        return held

    def _topmost(self, marked: set[int]) -> Iterator[int]:
        for number in marked:
            parent = self._page.elements[number].parent
            if parent < 0 or not self._aside[parent]:
                yield number

    def _candidates(self, *tags: str, role: str = "") -> list[int]:
        return [
            n
            for n, e in enumerate(self._page.elements)
            if (e.name in tags or (role and e.given.get("role") == role)) and self._is_content(n)
        ]

    def _is_content(self, number: int) -> bool:
        return not self._aside[number] and self._weights.seen[number] and self._weights.words[number] > 0

    def _root(self) -> int:
        """The element that is the article; -1 when the page does not tell."""
        articles = self._outermost(self._candidates("article", role="article"))
        mains = self._candidates("main", role="main")
        rest = self._weights.total - sum(self._weights.words[n] for n in self._topmost_aside())
        if articles:
            best = self._best(articles)
            beside = rest - sum(self._weights.words[n] for n in articles)
            if self._is_enough(best, beside):
                return best
        for main in sorted(mains, key=self._weights.prose, reverse=True)[:1]:
            if self._is_enough(main, rest - self._weights.words[main]):
                return main
        return self._by_name(rest) if not articles and not mains else -1

    def _topmost_aside(self) -> Iterator[int]:
        for number, held in enumerate(self._aside):
            parent = self._page.elements[number].parent
            if held and (parent < 0 or not self._aside[parent]):
                yield number

    def _is_enough(self, root: int, beside: int) -> bool:
        return 2 * self._weights.words[root] >= min(2 * _LEAST, beside)

    def _outermost(self, numbers: list[int]) -> list[int]:
        kept: list[int] = []
        for number in numbers:
            if not kept or not self._page.holds(kept[-1], number):
                kept.append(number)
        return kept

    def _best(self, articles: list[int]) -> int:
        """The article with the title, else the longest one; what holds several when none stands out."""
        titled = [n for n in articles if any(self._page.holds(n, title) for title in self._titles)]
        best = max(titled or articles, key=self._weights.prose)
        least = _ALIKE * self._weights.prose(best)
        alike = [n for n in articles if self._weights.prose(n) >= least and not self._furniture.is_teaser(n)]
        if titled or len(alike) < 2:
            return best
        return self._common(alike)

    def _common(self, numbers: list[int]) -> int:
        shared = [numbers[0], *self._page.around(numbers[0])]
        return next((n for n in shared if all(self._page.holds(n, other) for other in numbers)), numbers[0])

    def _by_name(self, rest: int) -> int:
        """The innermost element that is called the article, or that holds the title and nearly all words."""
        enough = [n for n in range(len(self._page.elements)) if self._is_content(n) and self._is_most(n, rest)]
        named = [n for n in enough if says(self._page.elements[n], "article")]
        if named:
            return named[-1]
        titles = [n for n in self._titles if not self._aside[n]]
        holding = [n for n in enough if titles and self._page.holds(n, titles[0]) and n != titles[0]]
        least = _NEARLY_ALL * rest
        holding = [n for n in holding if self._weights.words[n] >= least]
        root = holding[-1] if holding else -1
        return root if root >= 0 and self._page.elements[root].name not in ("html", "body") else -1

    def _is_most(self, number: int, rest: int) -> bool:
        return 2 * self._weights.words[number] > rest and self._page.elements[number].name not in HEADINGS

    def _headed(
        self, spans: list[tuple[int, int]], title: int, root: int, apart: set[int]
    ) -> tuple[list[tuple[int, int]], set[int]]:
        """A title above the article, with what stands between them: lede, signature, date, picture."""
        start = self._page.elements[title].first
        around = next(
            (n for n in self._page.around(title, 3) if self._page.elements[n].name in ("header", "hgroup")), -1
        )
        if around >= 0 and not self._page.holds(around, root):
            for number in self._page.inside(around):
                if number < title and says(self._page.elements[number], "section"):
                    start = min(start, self._page.elements[number].first)
        end = self._page.elements[root].first
        between = {n for n in range(title + 1, root) if self._is_list_of_links(n)}
        return [(start, end), *spans], apart | between

    def _is_list_of_links(self, number: int) -> bool:
        element = self._page.elements[number]
        return (
            element.name in ("ul", "ol", "div") and self._weights.links[number] > 2 and self._weights.led(number) > 0.8
        )

    def _signed(self, root: int) -> Iterator[tuple[int, int]]:
        """What stands behind the article beside it and is called a signature."""
        parent = self._page.elements[root].parent
        for number in range(root + 1, len(self._page.elements)):
            element = self._page.elements[number]
            beside = element.parent == parent and not self._page.holds(root, number)
            if beside and says(element, "byline") and self._weights.words[number] <= 20 and not self._aside[number]:
                yield self._page.extent(number)
