"""The page as HTML: contents, articles, downloads, and what the player must know."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree
from markupsafe import Markup

from editions import downloads, hypertext, places
from editions.french.calendar import long_date
from editions.model import Article
from editions.outputs.web import tracks
from editions.publication import Publication
from editions.speech import Recording
from editions.synchrony import stretches
from editions.templates import filled

_LOWEST = 6


def page(publication: Publication, pictures: Mapping[Path, str]) -> str:
    """The whole page; ``pictures``: of each picture that can be shown, its address."""
    edition = publication.edition
    recordings = {article.slug: recording for article, recording in publication.heard}
    opening, whole = _front(publication, recordings)
    return filled(
        "web/index.html",
        title=edition.title,
        language=edition.language,
        publisher=edition.publisher,
        date=long_date(edition.date) if edition.date else "",
        duration=downloads.duration(sum(each.duration / each.rate for each in recordings.values())),
        heard=bool(recordings),
        contents=[] if whole else [_entry(article, recordings.get(article.slug)) for article in edition.articles],
        opening=opening,
        articles=[
            _article(publication, article, recordings.get(article.slug), pictures) for article in edition.articles
        ],
        ending=_ending(publication, recordings),
        files=[_file(file) for file in downloads.files(publication) if file.use != "print"],
        voice=publication.narrator.label if publication.narrator and recordings else "",
        data=Markup(tracks.data(publication)),
    )


def _entry(article: Article, recording: Recording | None) -> dict[str, Any]:
    seconds = recording.duration / recording.rate if recording else 0.0
    title = " ".join(article.title.split())
    return {"slug": article.slug, "title": title, "duration": downloads.duration(seconds) if seconds else ""}


def _front(publication: Publication, recordings: Mapping[str, Recording]) -> tuple[Markup, bool]:
    """The opening, its titles with a button each; and whether they are all there, so that they are the contents."""
    article = publication.opening
    if article is None or article.slug not in recordings:
        return Markup(""), False
    made = _around(
        article, recordings[article.slug], {each.slug: f"#{each.slug}" for each in publication.edition.articles}
    )
    told, links = made.find("section"), list(made.iter("a"))
    whole = told is not None and [link.get("href") for link in links] == [
        f"#{a.slug}" for a in publication.edition.articles
    ]
    if told is not None and whole:
        told.tag = "nav"
        told.attrib.update({"id": "contents", "tabindex": "-1", "aria-labelledby": str(told[0].get("id"))})
    for link in links:
        _listen(link, recordings)
    return _markup(made, 0), whole


def _listen(link: "etree._Element", recordings: Mapping[str, Recording]) -> None:
    """A button behind a title that leads to an article."""
    slug, title = str(link.get("href"))[1:], "".join(map(str, link.itertext()))
    words = next(link.iterancestors("p"))
    words[-1].tail = (words[-1].tail or "") + " "
    told = f"({downloads.duration(recordings[slug].duration / recordings[slug].rate)})"
    name = f"Écouter {told} : {title}"  # begins with what the button shows (WCAG 2.2, 2.5.3)
    button = etree.SubElement(words, "button", {"type": "button", "data-play": slug, "aria-label": name})
    button.text = "Écouter "
    etree.SubElement(button, "small").text = told


def _ending(publication: Publication, recordings: Mapping[str, Recording]) -> Markup:
    article = publication.ending
    if article is None or article.slug not in recordings:
        return Markup("")
    return _markup(_around(article, recordings[article.slug], {}), 1)


def _around(article: Article, recording: Recording, links: Mapping[str, str]) -> "etree._Element":
    """Opening or ending: its lines, as they are heard."""
    return hypertext.rendered(article, stretches(article, recording.timeline, recording.duration), articles=links)


def _article(
    publication: Publication, article: Article, recording: Recording | None, pictures: Mapping[Path, str]
) -> dict[str, Any]:
    heard = stretches(article, recording.timeline, recording.duration) if recording else ()
    shown = {one.name: pictures[one.path] for one in hypertext.pictures(article) if one.path in pictures}
    names = places.numbering(publication.edition)
    sound = names.audio(article.slug)
    size = publication.sizes.get(sound)
    captions = [names.captions(article.slug).with_suffix(suffix) for suffix in (".vtt", ".srt")]
    body = hypertext.rendered(article, heard, shown)
    body.tag = "div"  # the template has the element of the article
    return {
        **_entry(article, recording),
        "label": body.attrib.pop("aria-labelledby", ""),
        "body": _markup(body, 1),
        "sound": f"../{sound}" if recording and sound in publication.files.get("mp3", ()) else "",
        "told": downloads.told(size, recording.duration / recording.rate if recording else 0.0),
        "captions": [f"../{path}" for path in captions if path in publication.files.get("captions", ())],
    }


def _markup(made: "etree._Element", deeper: int) -> Markup:
    """As HTML, its headings so much deeper, as they stand below those of the page; tables may scroll."""
    for element in list(made.iter("h1", "h2", "h3", "h4", "h5", "h6")):
        element.tag = f"h{min(_LOWEST, int(str(element.tag)[1:]) + deeper)}"
    for table in list(made.iter("table")):
        box = etree.Element("div", {"class": "wide", "tabindex": "0", "role": "region", "aria-label": "Tableau"})
        table.addprevious(box)
        box.append(table)
    for element in made.iter():
        element.attrib.pop("{http://www.w3.org/XML/1998/namespace}lang", None)
    return Markup(etree.tostring(made, encoding="unicode", method="html"))


def _file(file: downloads.File) -> dict[str, Any]:
    return {"label": file.label, "about": file.about, "href": f"../{file.path}", "told": file.told}
