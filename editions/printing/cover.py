"""The front cover: the newspaper's name, the day, three headlines and a picture, on one page whatever the size."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from editions.french.calendar import long_date
from editions.model import Article, Edition, Figure
from editions.model.tree import walk
from editions.printing import contents, pictures
from editions.printing.items import Space, TextItem
from editions.printing.pages import Item, compose
from editions.printing.setter import Setter
from editions.printing.settings import PrintSettings

KIND = "Édition en gros caractères"
_HEADLINES = 3
_LARGEST = 4.0
"""Sizes that the name may have, at most; it is as wide as the page allows."""
_LINES = ((2.0, 1), (1.5, 2), (0.0, 5))
"""Lines that a name may take from each size on, in parts of the body's: a long one grows small before it grows tall."""
_NAMEPLATE_DEPTH = 0.2
_WITHOUT = ((), ("publisher",), ("publisher", "kind"))
"""What the barest covers of giant print leave to the back one."""
_DEPTHS = (0.5, 0.45, 0.4, 0.36, 0.32, 0.28, 0.24, 0.2, 0.0)
"""Parts of the page's height that the picture may take; without it last."""


def items(setter: Setter, edition: Edition, settings: PrintSettings, tone: pictures.Tone) -> list[Item]:
    """The cover, as rich as one page holds; elements are made for the one that is taken."""
    making = _Making(setter, edition, settings, tone)
    for depth, headlines, without in _choices(edition):
        made = making.cover(depth, headlines, without)
        if len(compose(made, setter.sheet.depth)) == 1:
            break
    _tag(setter, made)
    return _to_the_foot(setter, made)


def _choices(edition: Edition) -> Iterator[tuple[float, int, tuple[str, ...]]]:
    """Height of the picture, number of headlines, what is left out: from the richest to the barest."""
    most = min(_HEADLINES, len(edition.articles)) if len(edition.articles) > 1 else 0
    for headlines in range(most, -1, -1):
        yield from ((depth, headlines, ()) for depth in _DEPTHS)
    yield from ((0.0, 0, without) for without in _WITHOUT[1:])


@dataclass(slots=True)
class _Making:
    """What the covers that are tried have in common."""

    setter: Setter
    edition: Edition
    settings: PrintSettings
    tone: pictures.Tone

    def cover(self, depth: float, headlines: int, without: tuple[str, ...]) -> list[Item]:
        """One of them."""
        setter, edition, styles = self.setter, self.edition, self.setter.styles
        made = list[Item](
            [_nameplate(setter, edition.title, self.settings.nameplate, self.tone), *self._lines(without)]
        )
        if depth and (found := _picture(edition)):
            made.append(_shown(setter, *found, depth, self.tone))
        for number, article in enumerate(edition.articles[:headlines]):
            words = article.title or article.slug
            made.append(contents.entry(setter, words, contents.target(number), styles.headline))
        if edition.publisher and "publisher" not in without:
            made.append(setter.text(edition.publisher, styles.body, None))
        return made

    def _lines(self, without: tuple[str, ...]) -> list[TextItem]:
        """The day and what the book is, over a rule."""
        styles, setter = self.setter.styles, self.setter
        day = long_date(self.edition.date) if self.edition.date else ""
        words = (day[:1].upper() + day[1:], "" if "kind" in without else KIND)
        lines = [setter.text(line, styles.kicker, None) for line in words if line]
        for line in lines[-1:]:
            line.style = replace(styles.kicker, rule_below=styles.crown / 2, rule_width=setter.sheet.measure)
            line.after, line.keep = styles.line, False
        return lines


def _nameplate(setter: Setter, title: str, picture: str, tone: pictures.Tone) -> Item:
    """The name as its picture has it, or set as wide as the page is."""
    image = (
        pictures.shown(picture, setter.sheet.measure, setter.sheet.depth * _NAMEPLATE_DEPTH, tone) if picture else None
    )
    if image is not None:
        image.alternative, image.after = title, setter.styles.body.after
        return image
    style = setter.styles.cover
    for parts in range(int(_LARGEST * 8), 8, -1):
        size = setter.styles.size * parts / 8
        style = replace(setter.styles.cover, size=size, leading=size * 1.25)
        made = setter.text(title, style, None)
        fits = setter.case.fount(size, True).longest(title.split(" ")) <= setter.sheet.measure
        most = next(lines for least, lines in _LINES if size > least * setter.styles.size)
        if fits and len(made) <= most:
            break
    made.style = replace(style, rule_below=setter.styles.crown, rule_width=setter.sheet.measure)
    made.after = setter.styles.line
    return made


def _picture(edition: Edition) -> tuple[Article, Figure] | None:
    """The first picture of the first article that has one."""
    for article in edition.articles:
        for step in walk(article.body):
            if isinstance(step.node, Figure) and step.node.picture and step.node.picture.width:
                return article, step.node
    return None


def _shown(setter: Setter, article: Article, figure: Figure, depth: float, tone: pictures.Tone) -> Item:
    path = str(figure.picture.path) if figure.picture else ""
    item = pictures.shown(path, setter.sheet.measure, setter.sheet.depth * depth, tone)
    if item is None:
        return Space(0)
    caption = figure.caption.text if figure.caption else ""
    item.alternative = figure.alternative.text.strip() or caption or article.title
    item.after, item.keep = setter.styles.line, False
    return item


def _tag(setter: Setter, made: list[Item]) -> None:
    """Elements in reading order: the name is the book's first heading, the headlines are a short contents."""
    writer, root = setter.writer, None
    heading = writer.element("H1")
    for place, item in enumerate(made):
        if isinstance(item, contents.ContentsItem):
            root = root or writer.element("TOC")
            item.element = writer.element("Reference", writer.element("TOCI", root))
        elif isinstance(item, TextItem):
            item.element = writer.element("P") if place else heading
        elif isinstance(item, pictures.PictureItem):
            parent = None if place else heading
            item.element = writer.element("Figure", parent, alternative=item.alternative)


def _to_the_foot(setter: Setter, made: list[Item]) -> list[Item]:
    """White above the publisher, which stands at the foot of the page."""
    last = made[-1]
    pages = compose(made, setter.sheet.depth)
    placed = pages[-1][-1]
    rest = setter.sheet.depth - placed.y - placed.item.leading * (placed.last - placed.first)
    if len(pages) > 1 or not isinstance(last, TextItem) or last.style is not setter.styles.body:
        return made
    last.before = 0
    return [*made[:-1], Space(max(0.0, rest)), last] if placed.item is last else made
