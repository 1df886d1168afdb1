"""What is heard before the first article and after the last: an opening with the contents, and an ending.

    opening, ending = around(edition, audio, {"crue": 61.2, "marche": 74.0})      # Articles like any other, or None

They are articles, so that they are read, spoken, recorded, captioned and shown as all others are. Their words are
templates of lines, the newsroom's own or those of ``grammar/announcements.tsv``; a line with a place that has nothing
to stand there (an edition without date) is left out. An edition of one article has neither.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from editions import tables
from editions.articles import sentence_ends
from editions.audio.settings import AudioSettings
from editions.errors import UsageError
from editions.french.calendar import long_date
from editions.french.typography import Typeset
from editions.model import Article, Block, Edition, Role
from editions.model.runs import ArticleLink, Span
from editions.model.tree import Container, Leaf, grown
from editions.places import ENDING, OPENING
from editions.speech import rounded

_WORDS = tables.Table("grammar/announcements")
_PLACE = re.compile(r"\{([^{}]*)\}")
_MOST_TITLES = 24
"""Titles that are told one by one: two minutes. Beyond, sections and how many articles they have."""


def check(audio: AudioSettings, where: str) -> None:
    """UsageError when a text of the newsroom names a place that there is not."""
    known = [name for name, _ in _WORDS.rows("place")]
    for setting, text in (("opening-text", audio.opening_text), ("ending-text", audio.ending_text)):
        for name in _PLACE.findall(text):
            if name not in known:
                hint = f"Au choix : {', '.join(f'{{{each}}}' for each in known)}."
                raise UsageError(f"« audio.{setting} » : « {{{name}}} » n'est rien que l'on sache remplir", hint, where)


def around(
    edition: Edition, audio: AudioSettings, seconds: Mapping[str, float]
) -> tuple[Article | None, Article | None]:
    """Opening and ending; ``seconds``: how long each article that is heard lasts, by slug, and they, once known."""
    heard = [article for article in edition.articles if article.slug in seconds]
    if len(edition.articles) < 2 or not heard:
        return None, None
    values = _values(edition, heard, sum(seconds.values()))
    return (
        _opening(edition, heard, audio, values) if audio.opening else None,
        _article(ENDING, _lines("ending", audio.ending_text, values), edition) if audio.ending else None,
    )


def _opening(
    edition: Edition, heard: Sequence[Article], audio: AudioSettings, values: Mapping[str, str]
) -> Article | None:
    contents = list(_contents(heard, audio.contents))
    heading = [_leaf("heading", _WORDS.mapping("name")[OPENING], level=2)] if contents else []
    return _article(OPENING, [*_lines("opening", audio.opening_text, values), *heading, *contents], edition)


def _article(slug: str, leaves: Sequence[Leaf], edition: Edition) -> Article | None:
    """The leaves with ids of their own, as a tree."""
    title = _WORDS.mapping("name")[slug]
    if not any(character.isalnum() for leaf in leaves for character in leaf.block.text):
        return None
    named = (replace(leaf, block=replace(leaf.block, id=f"{slug}-b{number}")) for number, leaf in enumerate(leaves, 1))
    return Article(slug, title, grown(named), edition.folder / title)


def _leaf(kind: Role, text: str, *within: Container, level: int = 0, leads: str = "") -> Leaf:
    """``leads``: the slug of the article that it leads to."""
    made = Typeset(text).text
    runs = (ArticleLink(Span(0, len(made)), leads),) if leads else ()
    return Leaf(Block("", kind, made, sentence_ends(made), runs), level, within)


def _values(edition: Edition, heard: Sequence[Article], seconds: float) -> dict[str, str]:
    """What the places of both texts stand for."""
    return {
        "titre": edition.title,
        "média": edition.publisher,
        "date": long_date(edition.date) if edition.date else "",
        "articles": _counted(len(heard), "article"),
        "durée": _lasting(seconds),
    }


def _lines(kind: str, own: str, values: Mapping[str, str]) -> list[Leaf]:
    """The title, then a paragraph for each line; ours do not say once more a date that the title has."""
    given = own.splitlines()
    if not own.strip():
        given = [line for (line,) in _WORDS.rows(kind)]
        values = {**values, "date": "" if values["date"].casefold() in values["titre"].casefold() else values["date"]}
    lines = [line for line in given if all(values.get(name) for name in _PLACE.findall(line)) and line.strip()]
    filled = [_PLACE.sub(lambda place: values[place[1]], line.strip()) for line in lines]
    return [_leaf("paragraph" if at else "title", text[:1].upper() + text[1:]) for at, text in enumerate(filled)]


def _contents(articles: Sequence[Article], told: str) -> Iterator[Leaf]:
    """An item for each title, inside an item for each section; of many articles the sections and their number."""
    sections = any(article.section for article in articles)
    if told == "auto":
        told = "titles" if len(articles) <= _MOST_TITLES else "sections"
    if told == "none" or (told == "sections" and not sections):
        return
    whole = Container("list", "0")
    for number, (section, group) in enumerate(groupby(articles, key=lambda article: article.section)):
        inside = list(group)
        if told == "sections" and section:
            words = f"{section}, {_counted(len(inside), 'article')}"
            yield _leaf("item", words, whole, Container("item", f"s{number}"), leads=inside[0].slug)
            continue
        around = (whole, Container("item", f"s{number}"), Container("list", f"l{number}")) if section else (whole,)
        if section:
            yield _leaf("item", section, *around[:2])
        for at, article in enumerate(inside):
            yield _leaf("item", article.title, *around, Container("item", f"{number}.{at}"), leads=article.slug)


def _counted(number: int, what: str) -> str:
    one, many = _WORDS.mapping("one")[what], _WORDS.mapping("many")[what]
    return f"{number} {many if number > 1 else one}"


def _lasting(seconds: float) -> str:
    """« 22 minutes », « 1 heure 5 minutes », « 45 secondes »."""
    parts = zip(rounded(seconds), ("heure", "minute", "seconde"), strict=True)
    return " ".join(_counted(number, what) for number, what in parts if number)
