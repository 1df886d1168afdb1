"""What the head of a page says of its article: the title without the name of the site.

title(page)      # « Le lac rouvre samedi », True; of « Le lac rouvre samedi - Le Courrier du Lac | Actualités »
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from editions.manuscript.page.elements import Outline

_PARTED = re.compile(r"\s+[|•·–—»:-]\s+|\s*\|\s*|\s+::\s+")
_MOST = 100_000
"""Characters of a script that is read."""


def title(page: Outline) -> tuple[str, bool]:
    """The title of the article as the page's head has it, empty when it has none; whether it is the article's alone."""
    shown = _shown(page)
    told = _told(page)
    headline = next((told[name] for name in ("og:title", "headline", "twitter:title") if told.get(name)), "")
    return _without_site(headline or shown, told, shown), bool(headline)


def parts_of(words: str) -> list[str]:
    """A title whole, then each of its parts: the site may stand first."""
    return [words, *_PARTED.split(words)]


def sites(page: Outline) -> frozenset[str]:
    """What a first heading may say that names the site, in small letters.

    The page tells its site, or its title has two parts and another heading is the other one.
    """
    told = _told(page)
    found = {told[name].casefold() for name in ("og:site_name", "publisher", "application-name") if told.get(name)}
    parts = {part.casefold() for part in _PARTED.split(_shown(page)) if part}
    headings = [page.words(n).casefold() for n, e in enumerate(page.elements) if e.name in ("h1", "h2")]
    named = [heading for heading in headings if heading in parts]
    if len(set(named)) > 1:
        article = told.get("og:title", told.get("headline", "")).casefold()
        found |= set(named) - {article if article in named else named[-1]}  # the site stands above the article
    return frozenset(found)


def _shown(page: Outline) -> str:
    """What the window's title says."""
    titles = (n for n, e in enumerate(page.elements) if e.name == "title" and not _is_drawn(page, n))
    return next((page.words(n) for n in titles), "")


def _is_drawn(page: Outline, number: int) -> bool:
    return any(page.elements[n].name == "svg" for n in page.around(number))


def _told(page: Outline) -> dict[str, str]:
    """Names and contents of ``meta``, and what JSON-LD says of an article."""
    told: dict[str, str] = {}
    for number, element in enumerate(page.elements):
        given = element.given
        if element.name == "meta":
            name = (given.get("property") or given.get("name") or "").strip().lower()
            told.setdefault(name, " ".join(given.get("content", "").split()))
        elif element.name == "script" and given.get("type", "").strip().lower() == "application/ld+json":
            for name, value in _linked_data(page.words(number)):
                told.setdefault(name, value)
    return told


def _linked_data(text: str) -> Iterator[tuple[str, str]]:
    try:
        data = json.loads(text) if len(text) <= _MOST else None
    except (ValueError, RecursionError):
        return  # a script that no browser minds
    for entry in _entries(data):
        if "Article" in str(entry.get("@type")) and isinstance(entry.get("headline"), str):
            yield "headline", " ".join(entry["headline"].split())
        publisher = entry.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            yield "publisher", publisher["name"]


def _entries(data: Any) -> Iterator[dict[str, Any]]:
    listed = data if isinstance(data, list) else [data]
    for entry in listed:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _without_site(words: str, told: dict[str, str], shown: str) -> str:
    """A title without the parts at its end that name the site or its sections."""
    sites = {told[name].casefold() for name in ("og:site_name", "publisher", "application-name") if told.get(name)}
    kept = words
    while cut := _last_part(kept):
        start, end = cut
        if kept[end:].casefold() in sites or (words == shown and _is_suffix(kept[:start], kept[end:])):
            kept = kept[:start]
        else:
            break
    return kept.strip()


def _last_part(words: str) -> tuple[int, int] | None:
    found = list(_PARTED.finditer(words))
    return found[-1].span() if found and found[-1].start() else None


def _is_suffix(before: str, last: str) -> bool:
    """Whether the end of a title is what sites put there: a few words in capitals, shorter than what is before them."""
    short = len(last.split()) <= 5 and len(before.split()) >= 3 and len(last) < len(before)
    return short and last[:1].isupper() and not re.search(r"[.!?…»]$", last)
