"""From files to an ``Edition``: which files are articles, in which order.

``edition([Path("articles/bocage")], settings)`` gives the edition and the errors of the articles that cannot be
read, so that the others are made.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from editions import identity
from editions.articles import RESERVED, article, formats, readers
from editions.errors import ArticleError, EditionError, reason
from editions.model import Article, Edition
from editions.settings import Settings

_NOT_ARTICLES = ("readme", "lisezmoi", "lisez-moi", "license", "licence", "notice", "changelog", "copying")
_OTHER_FORMATS = (".doc", ".rtf", ".pdf", ".pages", ".epub", ".docm", ".wpd")
"""Documents that someone may take for articles: refused by name, never skipped in silence."""


Reader = Callable[[Path, Iterable[str]], Article]
"""``articles.article``, or what remembers its results."""


def edition(
    paths: Sequence[Path], settings: Settings, read: Reader | None = None
) -> tuple[Edition, tuple[EditionError, ...]]:
    """The edition made of folders and article files, and one error for each article that cannot be read."""
    articles: list[Article] = []
    errors: list[EditionError] = []
    slugs: set[str] = set()
    for path in _sources(paths, settings.articles, errors):
        try:
            made = (read or article)(path, slugs)
        except ArticleError as error:
            errors.append(error)
        else:
            slugs.add(made.slug)
            articles.append(made)
    called = name(paths)
    title = settings.title or (articles[0].title if len(articles) == 1 else called)
    publisher = settings.publisher or (articles[0].outlet if len(articles) == 1 else "")
    made_of = Edition(
        name=called,
        title=title,
        publisher=publisher,
        date=settings.date,
        language=settings.language,
        articles=tuple(articles),
        folder=folder(paths),
        identifier=identity.identifier(called, title, publisher, settings.date),
        modified=identity.moment(settings.date),
        cover=folder(paths) / settings.cover if settings.cover else None,
        whole=any(path.is_dir() for path in paths),
    )
    return made_of, tuple(errors)


def folder(paths: Sequence[Path]) -> Path:
    """The edition's folder, where ``edition.toml`` and the lexicon are: the first folder, else the first file's."""
    return next((path for path in paths if path.is_dir()), paths[0].parent)


def _sources(paths: Sequence[Path], order: Sequence[str], errors: list[EditionError]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir() and path.suffix.lower() not in readers():
            listed = [path / name for name in order] if order else _articles_in(path)
            if not listed:
                errors.append(ArticleError("ce dossier ne contient aucun article", formats(), str(path)))
            yield from _inside(path, listed, errors)
        else:
            yield path


def _articles_in(folder: Path) -> list[Path]:
    """Files that are articles, or that someone may take for some, by name."""
    suffixes = (*readers(), *_OTHER_FORMATS)
    try:
        entries = list(folder.iterdir())
    except OSError as error:
        raise ArticleError(f"dossier illisible ({reason(error)})", "Vérifiez ses droits.", str(folder)) from error
    return sorted(
        (
            path
            for path in entries
            if path.suffix.lower() in suffixes
            and path.stem.lower() not in _NOT_ARTICLES
            and not path.name.startswith((".", "~$"))
        ),
        key=lambda path: path.name,
    )


def _inside(folder: Path, listed: Iterable[Path], errors: list[EditionError]) -> Iterator[Path]:
    """The listed files, but those that ``articles`` in ``edition.toml`` would fetch from another folder."""
    for path in listed:
        if ".." in path.relative_to(folder).parts if path.is_relative_to(folder) else True:
            errors.append(
                ArticleError("cet article est hors du dossier de l'édition", "Corrigez edition.toml.", str(path))
            )
        else:
            yield path


def name(paths: Sequence[Path]) -> str:
    """Folder name in ``output/``, safe on every system; the accents and capitals of its origin are kept.

    An edition is named after the first folder, else after the only file, else after the folder of the files.
    """
    folders = [path for path in paths if path.is_dir()]
    if folders:
        origin = folders[0].resolve().name
    else:
        origin = paths[0].stem if len(paths) == 1 else paths[0].absolute().parent.name
    safe = re.sub(r"[^\w.-]+", "-", origin).strip(".-")
    return f"edition-{safe}" if not safe or RESERVED.match(safe.lower()) else safe
