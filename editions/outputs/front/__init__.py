"""``index.html`` at the top of the edition: what was made, to hear, to read, to print, and what to look at first.

For the newsroom, the listener and the print shop alike; made with every build, of what is there then.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from markupsafe import Markup

from editions import downloads, places
from editions.french.calendar import long_date
from editions.outputs import Needs
from editions.publication import Publication
from editions.settings import Settings
from editions.templates import filled

NEEDS = Needs(
    readings=True,
    files=("booklet", "captions", "daisy", "epub", "m4b", "mp3", "pdf", "podcast", "press", "report", "web"),
    unasked=True,
)
_USES = (("hear", "Écouter"), ("read", "Lire"), ("print", "Imprimer"))


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """The page, in one file: it has no script, and its style is named by its digest."""
    edition = publication.edition
    style = resources.files("editions.assets.front").joinpath("style.css").read_text(encoding="utf-8")
    found = list(downloads.files(publication))
    text = filled(
        "front/index.html",
        title=edition.title,
        publisher=edition.publisher,
        language=edition.language,
        date=long_date(edition.date) if edition.date else "",
        style=Markup(style),
        digest=b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        web=places.WEB_PAGE if places.WEB_PAGE in publication.files.get("web", ()) else "",
        report=places.READINGS_HTML if places.READINGS_HTML in publication.files.get("report", ()) else "",
        doubts=publication.doubtful,
        remarks=sum(len(article.findings) for article in edition.articles),
        uses=[(label, [file for file in found if file.use == use]) for use, label in _USES],
        articles=list(_articles(publication)),
        silent=_silent(publication),
        machine=places.EDITION_JSON,
    )
    path = places.inside(folder, places.FRONT_PAGE)
    path.write_text(text, encoding="utf-8", newline="\n")
    return [path]


def _silent(publication: Publication) -> list[str]:
    """Titles of the articles whose voice failed."""
    if not publication.seconds:
        return []
    return [" ".join(a.title.split()) for a in publication.edition.articles if a.slug not in publication.seconds]


def _articles(publication: Publication) -> Iterator[dict[str, Any]]:
    """Each article's own files."""
    names = places.numbering(publication.edition)
    for article in publication.edition.articles:
        sound = names.audio(article.slug)
        captions = [names.captions(article.slug).with_suffix(suffix) for suffix in (".vtt", ".srt")]
        seconds = publication.seconds.get(article.slug, 0.0)
        yield {
            "title": " ".join(article.title.split()),
            "sound": sound if sound in publication.files.get("mp3", ()) else "",
            "told": downloads.told(publication.sizes.get(sound), seconds),
            "captions": [path for path in captions if path in publication.files.get("captions", ())],
        }
