"""How many words each element of a page holds, and how many of them are links."""

from editions.manuscript.page.elements import Outline

_LINKED = frozenset({"a", "button", "select", "option", "textarea"})


class Weights:
    """Words of each element, with all that it holds; those of links apart."""

    def __init__(self, page: Outline, seen: list[bool]) -> None:
        size = len(page.elements)
        self.seen = seen
        self.words, self.linked, self.links = [0] * size, [0] * size, [0] * size
        in_link = [False] * size
        for number, element in enumerate(page.elements):
            in_link[number] = element.name in _LINKED or (element.parent >= 0 and in_link[element.parent])
            self.links[number] = int(element.name == "a" and seen[number])
        self.loose = 0
        """Words outside all elements."""
        for event in page.events:
            if event.kind == "text":
                count = len(event.text.split())
                if event.element < 0:
                    self.loose += count
                elif seen[event.element]:
                    self.words[event.element] += count
                    self.linked[event.element] += count * in_link[event.element]
        for number in range(size - 1, -1, -1):
            if (parent := page.elements[number].parent) >= 0:
                self.words[parent] += self.words[number]
                self.linked[parent] += self.linked[number]
                self.links[parent] += self.links[number]
        self.total = self.loose + sum(self.words[n] for n, e in enumerate(page.elements) if e.parent < 0)

    def prose(self, number: int) -> int:
        """Words that lead nowhere."""
        return self.words[number] - self.linked[number]

    def led(self, number: int) -> float:
        """Share of the words of an element that are links."""
        return self.linked[number] / self.words[number] if self.words[number] else 0.0
