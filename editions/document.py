"""From files to an ``Edition``: which files are articles, in which order.

``edition([Path("articles/bocage")], settings)`` gives the edition and the errors of the articles that cannot be
read, so that the others are made.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from editions import folders, identity, names
from editions.articles import RESERVED, article, formats, readers
from editions.errors import ArticleError, EditionError
from editions.folders import Content
from editions.model import Article, Edition, Finding, shown
from editions.settings import Settings

TEMPLATE = """\
Titre de l'article

Chapeau : collez ici un article copié depuis votre site, puis relancez « editions build ».

Le texte de l'article.

Prénom Nom
"""
"""What ``editions new`` puts into the first article."""
_TOLD = "collez ici un article copié depuis votre site"
"""The words of the template that nobody keeps on purpose."""
_NAMED = 12
"""Files that one finding names."""

Reader = Callable[[Path, Iterable[str]], Article]
"""``articles.article``, or what remembers its results."""


def edition(
    paths: Sequence[Path], settings: Settings, read: Reader | None = None
) -> tuple[Edition, tuple[EditionError, ...]]:
    """The edition made of folders and article files, and one error for each article that cannot be read."""
    paths = [names.found(path) for path in paths]
    articles: list[Article] = []
    findings: list[Finding] = []
    errors: list[EditionError] = []
    slugs: set[str] = set()
    for path in _sources(paths, settings, errors, findings.append):
        try:
            made = (read or article)(path, slugs)
        except ArticleError as error:
            errors.append(error)
        else:
            slugs.add(made.slug)
            articles.append(made)
    findings += (found for article in articles if (found := _untouched(article)))
    called = name(paths)
    title = settings.title or (articles[0].title if len(articles) == 1 else _words(paths))
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
        findings=tuple(findings),
    )
    return made_of, tuple(errors)


def folder(paths: Sequence[Path]) -> Path:
    """The edition's folder, where ``edition.toml`` and the lexicon are: the first folder, else the first file's."""
    return next((path for path in paths if path.is_dir()), paths[0].parent)


def _sources(
    paths: Sequence[Path], settings: Settings, errors: list[EditionError], note: Callable[[Finding], None]
) -> Iterator[Path]:
    order = settings.articles
    for path in paths:
        if path.is_dir() and path.suffix.lower() not in readers():
            content = folders.content(path, readers())
            listed = [names.found(path / name) for name in order] if order else list(content.articles)
            if order:
                _name_unlisted(path, listed, content, order, note)
            else:
                errors += map(_refused, content.refused)
            if not listed and not content.refused:
                errors.append(ArticleError("ce dossier ne contient aucun article", formats(), str(path)))
            _name_skipped(listed, content, settings, note)
            yield from _inside(path, listed, errors)
        else:
            yield path


def _refused(path: Path) -> ArticleError:
    hint = folders.advice(path) or formats()
    return ArticleError(f"format inconnu « {path.suffix or 'sans extension'} »", hint, shown(path.name))


def _name_unlisted(
    folder: Path, listed: Sequence[Path], content: Content, order: Sequence[str], note: Callable[[Finding], None]
) -> None:
    """One finding for the articles that ``articles`` leaves out, with the line that takes them in."""
    left = [path for path in content.articles if path not in listed]
    if left:
        told = _several([path.name for path in left])
        line = ", ".join(f'"{name}"' for name in (*order, *(path.name for path in left)))
        hint = f"S'ils en sont, dans edition.toml : articles = [{line}] ; sinon, sortez-les du dossier."
        note(Finding("article-unlisted", "edition.toml", f"hors de « articles », donc laissé de côté : {told}", hint))


def _name_skipped(
    listed: Sequence[Path], content: Content, settings: Settings, note: Callable[[Finding], None]
) -> None:
    """One finding for files of no known kind, one for each folder whose articles are not read."""
    skipped = [path for path in content.skipped if str(path.absolute()) != settings.lexicon]
    if skipped:
        told = _several([path.name for path in skipped])
        hint = f"Si l'un d'eux est un article : {formats()[0].lower()}{formats()[1:]}"
        note(Finding("file-skipped", shown(skipped[0].name), f"laissé de côté : {told}", hint))
    for folder in content.folders:
        if not any(path.is_relative_to(folder) for path in listed):
            count = folders.articles_in(folder, readers())
            articles = f"{count} article{'s' if count > 1 else ''}"
            hint = 'Remontez-les d\'un dossier, ou nommez-les : articles = ["dossier/nom.txt"] dans edition.toml.'
            note(Finding("folder-skipped", shown(folder.name), f"sous-dossier laissé de côté : {articles}", hint))


def _several(names: Sequence[str]) -> str:
    told = ", ".join(map(shown, names[:_NAMED]))
    return told if len(names) <= _NAMED else f"{told} et {len(names) - _NAMED} autres"


def _untouched(article: Article) -> Finding | None:
    """A finding for the article that ``editions new`` made and nobody wrote."""
    if not any(_TOLD in block.text for block in article.blocks):
        return None
    hint = "Collez-y votre article, ou supprimez ce fichier."
    return Finding("article-template", article.name, "c'est encore le modèle d'« editions new »", hint)


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
    safe = re.sub(r"[^\w.-]+", "-", _origin(paths)).strip(".-")
    return f"edition-{safe}" if not safe or RESERVED.match(safe.lower()) else safe


def _words(paths: Sequence[Path]) -> str:
    """The title of an edition that has none: the words of its folder's name."""
    return " ".join(shown(_origin(paths)).replace("_", " ").split()) or name(paths)


def _origin(paths: Sequence[Path]) -> str:
    inside = [path for path in paths if path.is_dir()]
    if inside:
        return names.composed(inside[0].resolve().name)
    return names.composed(paths[0].stem if len(paths) == 1 else paths[0].absolute().parent.name)
