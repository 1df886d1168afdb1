"""The parts of a book: package, contents, cover, a document and an overlay for each article, what was checked.

The contents are the opening that is heard, when there is one: its title, its lines, its list of titles.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree
from markupsafe import Markup

from editions import hypertext, places
from editions.model import Article, Figure, Node, Section
from editions.model.tree import walk
from editions.outputs.epub import Copy, Parts, contents
from editions.publication import Publication
from editions.speech import Recording
from editions.synchrony import Stretch, stretches
from editions.templates import filled

_MILLISECONDS = 1000
_OPS = "http://www.idpf.org/2007/ops"
_TYPES = {"doc-noteref": "noteref", "doc-footnote": "footnote", "doc-backlink": "backlink"}
_NAV, _CONTENTS = "nav", "nav.xhtml"
_AROUND = {places.OPENING: _NAV, places.ENDING: "ending"}


@dataclass(frozen=True, slots=True)
class _Chapter:
    """An article in the book."""

    article: Article
    stem: str
    recording: Recording | None
    stretches: tuple[Stretch, ...]

    def clock(self, samples: int) -> str:
        """A clock value: plain seconds, which all reading systems take; never beyond the sound."""
        assert self.recording is not None
        return _clock(samples * _MILLISECONDS // self.recording.rate)

    @property
    def text(self) -> str:
        """Name of its document."""
        return _CONTENTS if self.article.slug == places.OPENING else f"{self.stem}.xhtml"

    @property
    def milliseconds(self) -> int:
        """Of its sound."""
        return self.recording.duration * _MILLISECONDS // self.recording.rate if self.recording else 0


def parts(publication: Publication, cover: bytes, copies: Mapping[Path, Copy], fonts: Sequence[str] = ()) -> Parts:
    """All that is in the book, by place; ``fonts``: file names of the regular face and the bold one, or none."""
    chapters = list(_chapters(publication))
    kind = ("image/png", ".png") if cover.startswith(b"\x89PNG") else ("image/jpeg", ".jpg")
    cover_href = f"images/cover{kind[1]}"
    values = _values(publication, chapters, copies) | {
        "cover": {"href": cover_href, "media_type": kind[0]},
        "fonts": [f"fonts/{name}" for name in fonts],
    }
    edition, language = publication.edition, publication.edition.language
    found: Parts = {
        PurePosixPath("package.opf"): filled("epub/package.opf", **values),
        PurePosixPath("style.css"): filled("epub/style.css", fonts=values["fonts"]),
        PurePosixPath("cover.xhtml"): filled(
            "epub/cover.xhtml", title="Couverture", language=language, picture=cover_href, words=edition.title
        ),
        PurePosixPath("about.xhtml"): _about(publication, values),
        PurePosixPath(cover_href): cover,
    }
    for chapter in chapters:
        found |= _parts(chapter, values, copies)
    if PurePosixPath(_CONTENTS) not in found:
        found[PurePosixPath(_CONTENTS)] = _document("nav", "Sommaire", contents.silent(values["articles"]), values)
    faces = resources.files("editions.assets.fonts")
    found |= {PurePosixPath(f"fonts/{name}"): Path(str(faces.joinpath(name))) for name in fonts}
    return found | {PurePosixPath(copy.href): copy.content for copy in copies.values()}


def _chapters(publication: Publication) -> Iterator[_Chapter]:
    """Opening, articles, ending; of the first and the last only what is heard."""
    stems = places.numbering(publication.edition).stems
    for article in (publication.opening, *publication.edition.articles, publication.ending):
        recording = publication.recordings.get(article.slug) if article else None
        if article and (recording or article.slug not in _AROUND):
            heard = stretches(article, recording.timeline, recording.duration) if recording else ()
            yield _Chapter(article, stems[article.slug], recording if heard else None, heard)


def _parts(chapter: _Chapter, values: Mapping[str, Any], copies: Mapping[Path, Copy]) -> Parts:
    """The document, the overlay and the sound of an article."""
    if chapter.article.slug == places.OPENING:
        body = contents.heard(chapter.article, chapter.stretches, values["articles"])
        found: Parts = {PurePosixPath(_CONTENTS): _document("nav", chapter.article.title, body, values)}
    else:
        addresses = {p.name: copies[p.path].href for p in hypertext.pictures(chapter.article) if p.path in copies}
        made = hypertext.rendered(chapter.article, chapter.stretches, addresses)
        body = etree.tostring(_typed(made), encoding="unicode")
        found = {PurePosixPath(chapter.text): _document("article", chapter.article.title, body, values)}
    if chapter.recording:
        sound = f"audio/{chapter.stem}.mp3"
        clips = [
            {"target": each.target, "start": chapter.clock(each.start), "end": chapter.clock(each.end)}
            for each in chapter.stretches
        ]
        overlay = filled("epub/overlay.smil", text=chapter.text, sound=sound, clips=clips)
        found[PurePosixPath(f"{chapter.stem}.smil")] = overlay
        found[PurePosixPath(sound)] = chapter.recording.path
    return found


def _typed(made: "etree._Element") -> "etree._Element":
    """Notes and their calls under the names that reading systems look for (EPUB 3 Structural Semantics, Notes)."""
    root = etree.Element(made.tag, dict(made.attrib), nsmap={"epub": _OPS})
    root.extend(list(made))
    for element in root.iter("a", "aside"):
        if kind := _TYPES.get(element.get("role", "")):
            element.set(f"{{{_OPS}}}type", kind)
    return root


def _document(kind: str, title: str, body: str, values: Mapping[str, Any]) -> str:
    return filled(f"epub/{kind}.xhtml", **{**values, "title": title, "body": Markup(body)})


def _values(publication: Publication, chapters: Sequence[_Chapter], copies: Mapping[Path, Copy]) -> dict[str, Any]:
    """What package and contents tell."""
    edition = publication.edition
    heard = [chapter for chapter in chapters if chapter.recording]
    mute = _mute(publication, copies)
    documents = [_entry(chapter) for chapter in chapters]
    if not any(each["id"] == _NAV for each in documents):
        documents.insert(0, {"id": _NAV, "href": _CONTENTS, "duration": ""})
    articles = [each for each in documents if each["id"].startswith("article")]
    return {
        "identifier": edition.identifier,
        "title": edition.title,
        "language": edition.language,
        "publisher": edition.publisher,
        "date": edition.date.isoformat() if edition.date else "",
        "modified": f"{edition.modified:%Y-%m-%dT%H:%M:%SZ}",
        "narrator": publication.narrator.label if publication.narrator and heard else "",
        "clips": bool(heard),
        "duration": _clock(sum(chapter.milliseconds for chapter in chapters)),
        "accessibility": list(_accessibility(bool(heard), bool(copies), mute)),
        "mute": mute,
        "pictures": list(copies.values()),
        "articles": articles,
        "documents": documents,
        "spoken": any(each["id"] == _NAV and each["duration"] for each in documents),
    }


def _entry(chapter: _Chapter) -> dict[str, Any]:
    return {
        "id": _AROUND.get(chapter.article.slug, f"article{chapter.stem.partition('-')[0]}"),
        "slug": chapter.article.slug,
        "href": chapter.text,
        "overlay": f"{chapter.stem}.smil",
        "sound": f"audio/{chapter.stem}.mp3",
        "duration": _clock(chapter.milliseconds) if chapter.recording else "",
        "title": " ".join(chapter.article.title.split()),
        "parts": list(_headings(chapter.article.body, chapter.text)),
    }


def _headings(nodes: Sequence[Node], text: str) -> Iterator[dict[str, Any]]:
    """The crossheads of an article, each with those below it; questions of an interview are no contents."""
    for node in nodes:
        if not isinstance(node, Section):
            continue
        heading, inside = node.heading, list(_headings(node.body, text))
        if heading.kind == "heading" and heading.text.strip():
            title = " ".join(heading.text.split())
            yield {"href": f"{text}#{heading.id}", "title": title, "parts": inside}
        else:
            yield from inside


def _mute(publication: Publication, copies: Mapping[Path, Copy]) -> int:
    """How many of the pictures that are shown have neither a description nor a caption."""
    figures = (step.node for a in publication.edition.articles for step in walk(a.body) if step.event == "enter")
    found = [node for node in figures if isinstance(node, Figure) and node.picture and node.picture.path in copies]
    return sum(not any(block.text.strip() for block in node.parts) for node in found)


def _accessibility(sound: bool, pictures: bool, mute: int) -> Iterator[tuple[str, str]]:
    """Of the vocabulary of Schema.org that EPUB Accessibility 1.1 (2.2) takes: what is true of this book.

    ``mute``: how many pictures nothing describes.
    """
    described = pictures and not mute
    modes = ["textual", *(["auditory"] if sound else []), *(["visual"] if pictures else [])]
    yield from (("accessMode", mode) for mode in modes)
    yield "accessModeSufficient", "textual,visual" if mute else "textual"
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    features += ["synchronizedAudioText"] if sound else []
    features += ["alternativeText"] if described else []
    yield from (("accessibilityFeature", feature) for feature in features)
    yield "accessibilityHazard", "none"
    heard = ", lu phrase par phrase par une voix de synthèse" if sound else ""
    told = " Les images ont une description ou une légende." if described else ""
    told = f" Images sans description : {mute}." if mute else told
    yield "accessibilitySummary", f"Texte intégral{heard}. Titres, listes et tableaux sont structurés.{told}"


def _about(publication: Publication, values: Mapping[str, Any]) -> str:
    """What was established of the book."""
    articles = publication.edition.articles
    silent = sum(article.slug not in publication.recordings for article in articles)
    facts = [
        f"Articles : {len(articles)}, avec sommaire, titres et intertitres pour s’y déplacer.",
        "Tailles, couleurs, police et marges sont celles que vous choisissez dans votre lecteur.",
        "Les tableaux ont des en-têtes ; les listes, les citations et les notes sont marquées comme telles.",
    ]
    if values["mute"]:
        facts.append(f"Images sans description ni légende : {values['mute']}.")
    elif values["pictures"]:
        facts.append("Chaque image a une description ou une légende.")
    facts += [f"Articles sans voix, à lire seulement : {silent}."] if silent and values["clips"] else []
    given = {"title": "À propos de ce livre", "language": publication.edition.language, "facts": facts}
    return filled("epub/about.xhtml", **given, edition=publication.edition.title, narrator=values["narrator"])


def _clock(milliseconds: int) -> str:
    return f"{milliseconds // _MILLISECONDS}.{milliseconds % _MILLISECONDS:03d}s"
