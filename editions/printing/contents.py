"""The contents: entries that are never split, sections as groups, as tight as it takes to stay on few pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from editions.model import Article, Edition
from editions.printing.entries import ContentsItem as ContentsItem
from editions.printing.items import TextItem
from editions.printing.lines import Run, mixed_lines
from editions.printing.pages import Item, compose
from editions.printing.setter import Setter
from editions.printing.styles import Style

HEADING = "Sommaire"
ANCHOR = "contents"
_TIGHTER = ((1.0, 1.4), (0.6, 1.3), (0.35, 1.25))
"""White after an entry, in parts of the usual, and the most that its lines are apart, in parts of the size."""


def target(number: int) -> str:
    """The name of the place where an article starts, by its number from 0."""
    return f"a{number}"


def items(setter: Setter, edition: Edition) -> list[Item]:
    """The heading and the entries, one for each article; nothing for a single one."""
    if len(edition.articles) < 2:
        return []
    found = list(_layouts(setter, edition))
    best = min(found, key=lambda made: len(compose(list[Item](made), setter.sheet.depth)))
    _tag(setter, best)
    return [*best]


def _layouts(setter: Setter, edition: Edition) -> Iterator[list[TextItem]]:
    """From the airiest to the tightest; the first of those that take the fewest pages is the one."""
    sections = [article.section for article in edition.articles]
    groups = len([section for section, _ in groupby(sections)])
    for grouped in (True, False) if all(sections) and groups < len(sections) else (False,):
        for white, leading in _TIGHTER:
            style = setter.styles.contents
            style = replace(style, after=style.after * white, leading=min(style.leading, leading * style.size))
            yield _layout(setter, edition.articles, style, grouped)


def _layout(setter: Setter, articles: Sequence[Article], style: Style, grouped: bool) -> list[TextItem]:
    heading = setter.text(HEADING, setter.styles.title, None)
    heading.fresh, heading.anchor = True, ANCHOR
    made: list[TextItem] = [heading]
    numbered = enumerate(articles)
    for section, group in groupby(numbered, lambda pair: pair[1].section if grouped else ""):
        if section:
            made.append(setter.text(section, replace(setter.styles.group, leading=style.leading), None))
        made += [entry(setter, article.title or article.slug, target(number), style) for number, article in group]
    return made


def entry(setter: Setter, title: str, place: str, style: Style) -> ContentsItem:
    """An entry without its element; the title leaves room for the number, so that the dots have a place to be.

    In giant print it takes the whole width, and the number a line of its own when it has no room on the last.
    """
    measure = setter.sheet.measure
    fount = setter.case.fount(style.size, style.bold)
    room = measure - fount.width("0000") - style.size
    lines = mixed_lines([Run(setter.composed(title), fount)], measure if setter.sheet.giant else room)
    if sum(segment.width for segment in lines[-1]) > room:
        lines.append([])
    item = ContentsItem(None, fount, style, segments=lines, target=place, words=title, measure=measure)
    item.last_width = sum(segment.width for segment in lines[-1])
    item.after = style.after
    item.whole = len(lines) * style.leading <= setter.sheet.depth
    return item


def _tag(setter: Setter, made: Sequence[TextItem]) -> None:
    """Elements in reading order: a TOC for each group, below its heading."""
    writer = setter.writer
    made[0].element = writer.element("H1")
    root = None
    for before, item in pairwise(made):
        if not isinstance(item, ContentsItem):
            item.element = writer.element("H2")
            continue
        if not isinstance(before, ContentsItem):
            root = writer.element("TOC")
        item.element = writer.element("Reference", writer.element("TOCI", root))
