"""Which elements of a page are the site's furniture: menus, share buttons, forms, cards of other articles."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from editions.manuscript.page.elements import HEADINGS, Outline
from editions.manuscript.page.names import says
from editions.manuscript.page.weights import Weights

_SIDES = {"nav": 0.9, "footer": 0.9, "form": 0.5, "dialog": 0.5, "aside": 0.5, "search": 0.5}
"""Elements that are furniture outside the article, unless they hold more than this share of the page's words."""
_NAMED = 0.5
"""The same for what is furniture by its name."""
_FIELDS = ("email", "search", "password", "text", "tel", "url")
_SHORT = 60
"""Words of a teaser, at most."""
_WHOLES = ("html", "body", "main")
_MORE = 25
"""Words of a teaser beside its headline."""
_NEAR = 20
"""Events around a button in which the sentence that it stands in may go on."""
_INLINE_PARENTS = ("p", "li", "td", "th", "dt", "dd", "summary", *HEADINGS)


class Furniture:
    """Judges elements by their names, their words and their links."""

    def __init__(self, page: Outline, weights: Weights, titles: Sequence[int]) -> None:
        self._page, self._weights, self._titles = page, weights, titles

    def is_side(self, number: int) -> bool:
        """Furniture as far as its name says, wherever the article is."""
        element = self._page.elements[number]
        if not self._weights.seen[number] or element.name in ("html", "body", "main", "article", *HEADINGS):
            return element.name in ("select", "textarea")
        share = self._weights.words[number] / max(1, self._weights.total)
        if element.name in _SIDES:
            return share <= _SIDES[element.name] and element.closed
        if element.name in ("select", "textarea", "button"):
            return element.closed and not (element.name == "button" and self._is_of_a_line(number))
        named = says(element, "apart") and share <= _NAMED and element.closed
        return named and not any(self._page.holds(number, title) for title in self._titles)

    def _is_of_a_line(self, button: int) -> bool:
        parent = self._page.elements[button].parent
        if parent < 0 or self._page.elements[parent].name not in _INLINE_PARENTS:
            return False
        return self._page.elements[parent].name in (*HEADINGS, "dt", "summary") or self._goes_on(button, parent)

    def _goes_on(self, button: int, parent: int) -> bool:
        """Whether words stand before a button and behind it, in one sentence."""
        (start, end), (first, last) = self._page.extent(parent), self._page.extent(button)
        before = self._page.events[max(start, first - _NEAR) : first]
        after = self._page.events[last : min(end, last + _NEAR)]
        return any(e.kind == "text" and e.text.strip() for e in before) and any(
            e.kind == "text" and e.text.strip() for e in after
        )

    def is_apart(self, number: int, root: int) -> bool:
        """Furniture inside the article."""
        element, weights = self._page.elements[number], self._weights
        share = weights.words[number] / max(1, weights.words[root])
        if not element.closed:
            return False
        if says(element, "apart"):
            return share <= _NAMED
        if element.name in ("select", "textarea"):
            return True
        if element.name == "button":
            return not self._is_of_a_line(number)
        if element.name == "nav":
            return weights.prose(number) < 8 or weights.led(number) > 0.5
        if element.name in ("form", "search"):
            return share <= _NAMED and self._asks(number)
        return element.name in ("aside", "footer") and weights.led(number) >= 0.6

    def _asks(self, form: int) -> bool:
        """Whether a form waits for something to be typed, or has next to no words of its own."""
        inside = [self._page.elements[n] for n in islice(self._page.inside(form), 500)]
        typed = any(e.name == "input" and e.given.get("type", "text").lower() in _FIELDS for e in inside)
        return typed or any(e.name == "textarea" for e in inside) or self._weights.prose(form) < 12

    def teasers(self, root: int) -> Iterator[int]:
        """Cards inside the article: a headline that is a link, with a few words more."""
        for number in self._page.inside(root) if root >= 0 else range(len(self._page.elements)):
            element = self._page.elements[number]
            heads = element.name in HEADINGS[1:] and self._weights.led(number) == 1
            if heads and self._leads_away(number) and (card := self._card(number, root)) >= 0:
                yield card

    def _leads_away(self, heading: int) -> bool:
        near = [*islice(self._page.inside(heading), 20), *self._page.around(heading, 3)]
        links = [self._page.elements[n].given.get("href", "") for n in near if self._page.elements[n].name == "a"]
        return any(link and not link.startswith("#") for link in links)

    def _card(self, heading: int, root: int) -> int:
        card = -1
        for inner, outer in pairwise([heading, *self._page.around(heading)]):
            if outer == root or self._page.elements[outer].name in _WHOLES or self._weights.words[outer] > _SHORT:
                break
            if self._weights.words[outer] - self._weights.words[inner] > _MORE:
                break
            card = outer
        return card

    def is_teaser(self, number: int) -> bool:
        """Whether an article is a few words that lead to another one."""
        return self._weights.words[number] <= _SHORT and self._weights.linked[number] > 0
