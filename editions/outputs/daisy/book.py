"""The files of a book: contents, a text, a SMIL and a sound for each article, the list of SMILs, all counted."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from editions import __version__, hypertext
from editions.archive import Content
from editions.french import calendar
from editions.markup import known
from editions.model import Edition
from editions.outputs.daisy import Parts, content, navigation
from editions.outputs.daisy.navigation import Entry
from editions.outputs.daisy.pictures import Shown, shown
from editions.outputs.daisy.pieces import Piece, pieces
from editions.publication import Publication
from editions.templates import filled

NCC, MASTER = PurePosixPath("ncc.html"), PurePosixPath("master.smil")
_UNKNOWN = "Non indiqué"
_KILOBYTE = 1024


def parts(publication: Publication) -> Parts:
    """All files by name, ``ncc.html`` first; none when nothing is heard."""
    heard = pieces(publication)
    if not heard:
        return {}
    values = _values(publication, heard)
    placed = navigation.levels(heard)
    pictures = shown(heard)
    found: Parts = {MASTER: _master(heard, values), PurePosixPath("style.css"): filled("daisy/style.css")}
    for piece, levels in zip(heard, placed, strict=True):
        found |= _parts(piece, levels, pictures, heard, values)
    found |= {PurePosixPath(picture.name): picture.content for picture in pictures.values()}
    entries = navigation.entries(heard, placed, values["edition"])
    return {NCC: _ncc(publication, heard, entries, found, values), **found}


def _values(publication: Publication, heard: Sequence[Piece]) -> dict[str, Any]:
    """What several files tell."""
    edition = publication.edition
    return {
        "identifier": edition.identifier,
        "edition": known(edition.title),
        "language": edition.language,
        "generator": f"editions {__version__}",
        "total": _time(heard[-1].elapsed + heard[-1].milliseconds),
    }


def _parts(
    piece: Piece,
    levels: navigation.Levels,
    pictures: Mapping[Path, Shown],
    heard: Sequence[Piece],
    values: Mapping[str, Any],
) -> Parts:
    """The text, the SMIL and the sound of an article."""
    addresses = {p.name: pictures[p.path].name for p in hypertext.pictures(piece.article) if p.path in pictures}
    articles = {other.article.slug: f"{other.stem}.html" for other in heard}
    title = known(" ".join(piece.article.title.split()))
    body = Markup(content.body(piece, levels, addresses, articles))
    return {
        PurePosixPath(f"{piece.stem}.smil"): _smil(piece, title, values),
        PurePosixPath(f"{piece.stem}.html"): filled(
            "daisy/content.html", title=title, language=values["language"], body=body
        ),
        PurePosixPath(f"{piece.stem}.mp3"): piece.recording.path,
    }


def _smil(piece: Piece, title: str, values: Mapping[str, Any]) -> str:
    clips = [
        {"name": clip.name, "target": clip.target, "start": _seconds(clip.start), "end": _seconds(clip.end)}
        for clip in piece.clips
    ]
    return filled(
        "daisy/article.smil",
        **values,
        title=title,
        elapsed=_time(piece.elapsed),
        time=_time(piece.milliseconds),
        duration=_seconds(piece.milliseconds),
        text=f"{piece.stem}.html",
        sound=f"{piece.stem}.mp3",
        clips=clips,
    )


def _master(heard: Sequence[Piece], values: Mapping[str, Any]) -> str:
    articles = [
        {"title": known(" ".join(piece.article.title.split())), "href": f"{piece.stem}.smil"} for piece in heard
    ]
    return filled("daisy/master.smil", **values, time=values["total"], articles=articles)


def _ncc(
    publication: Publication, heard: Sequence[Piece], entries: Sequence[Entry], others: Parts, values: Mapping[str, Any]
) -> str:
    """The contents, which tell how large the book is, themselves included."""
    size, told = sum(map(_size, others.values())), 0
    while True:
        counted = (_meta("ncc:files", str(len(others) + 1)), _meta("ncc:kByteSize", str(told)))
        metadata = [*_metadata(publication, heard, entries, values), *counted]
        made = filled(
            "daisy/ncc.html", title=values["edition"], language=values["language"], metadata=metadata, entries=entries
        )
        kilobytes = -(-(size + _size(made)) // _KILOBYTE)
        if kilobytes <= told:
            return made
        told = kilobytes


def _size(content: Content) -> int:
    if isinstance(content, Path):
        return content.stat().st_size
    return len(content if isinstance(content, bytes) else content.encode())


def _metadata(
    publication: Publication, heard: Sequence[Piece], entries: Sequence[Entry], values: Mapping[str, Any]
) -> list[dict[str, str]]:
    """Appendix 2 of the specification: what must be told, and what players show."""
    edition = publication.edition
    papers = list(dict.fromkeys(article.outlet for article in edition.articles if article.outlet))
    publisher = edition.publisher or next(iter(papers), _UNKNOWN)
    headings = [int(entry.tag[1]) for entry in entries if entry.tag != "div"]
    narrator = publication.narrator.label if publication.narrator else _UNKNOWN
    return [
        _meta("dc:title", values["edition"]),
        *(_meta("dc:creator", paper) for paper in papers or [publisher]),
        _meta("dc:date", _date(edition), "yyyy-mm-dd"),
        _meta("dc:format", "Daisy 2.02"),
        _meta("dc:identifier", edition.identifier),
        _meta("dc:language", edition.language),
        _meta("dc:publisher", publisher),
        _meta("ncc:charset", "utf-8"),
        _meta("ncc:generator", values["generator"]),
        _meta("ncc:narrator", f"Voix de synthèse : {narrator}"),
        _meta("ncc:multimediaType", "audioFullText"),
        _meta("ncc:setInfo", "1 of 1"),
        _meta("ncc:depth", str(max(headings))),
        *(_meta(f"ncc:{name}", "0") for name in ("pageFront", "pageNormal", "pageSpecial", "maxPageNormal")),
        _meta("ncc:tocItems", str(len(entries))),
        _meta("ncc:totalTime", values["total"], "hh:mm:ss"),
    ]


def _meta(name: str, content: str, scheme: str = "") -> dict[str, str]:
    return {"name": name, "content": known(" ".join(content.split())), "scheme": scheme}


def _date(edition: Edition) -> str:
    """The edition's day, else its latest article's, else that of its files, as a day must be told."""
    days = [found for article in edition.articles if (found := calendar.day(article.date))]
    return (edition.date or max(days, default=edition.modified.date())).isoformat()


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds // 1000}.{milliseconds % 1000:03d}"


def _time(milliseconds: int) -> str:
    """Hours, minutes and whole seconds, the nearest: what the specification advises, and old players read."""
    seconds = (milliseconds + 500) // 1000
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
