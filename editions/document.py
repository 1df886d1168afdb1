"""From files to an ``Edition``: which files are articles, their blocks, ids and sentences.

``edition([Path("articles/bocage")], settings)`` gives the edition and the errors of the articles that cannot be
read, so that the others are made. Spacing is made French here, once: ``Block.text`` is what every output shows.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from editions import french, identity, registry
from editions.errors import ArticleError, EditionError, reason
from editions.french.typography import Typeset
from editions.model import Article, Block, Edition, Finding, Mark, Piece, Span, shown
from editions.settings import Settings

_NOT_ARTICLES = ("readme", "lisezmoi", "lisez-moi", "license", "licence", "notice", "changelog", "copying")
_OTHER_FORMATS = (".odt", ".doc", ".rtf", ".pdf", ".pages", ".epub", ".docm", ".wpd")
"""Documents that someone may take for articles: refused by name, never skipped in silence."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
_SLUG_LENGTH = 60
LONGEST_ARTICLE = 250_000
"""Characters; the longest reports of the press have a tenth of that."""


Reader = Callable[[Path, Iterable[str]], Article]
"""``article``, or what remembers its results."""


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


def article(path: Path, taken: Iterable[str] = ()) -> Article:
    """One article; its slug differs from those that are ``taken``. ArticleError when it cannot be read."""
    reader = _readers().get(path.suffix.lower())
    if reader is None:
        raise _unknown(path)
    findings: list[Finding] = []
    read = registry.load("inputs", reader).read
    pieces = [piece for piece in read(path, findings.append) if piece.text.strip() or piece.kind == "figure"]
    _refuse_mute(pieces, path)
    _refuse_endless(pieces, path)
    title = _line(next((piece.text for piece in pieces if piece.kind == "title"), "")) or _opening(pieces)
    slug = _unique(slugged(title) or slugged(path.stem) or "article", set(taken))
    made = (_block(piece, f"{slug}-b{number}", path, findings) for number, piece in enumerate(pieces, 1))
    blocks = tuple(block for block in made if block.text or any(mark.value for mark in block.marks))
    return Article(slug, _titled(blocks, title), blocks, path, *_facts(blocks), tuple(findings))


def _refuse_mute(pieces: Sequence[Piece], path: Path) -> None:
    """ArticleError when nothing can be said, or nothing but the title of a text that is all signs."""
    said = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    name, hint = shown(path.name), "Collez-y un article."
    if not said:
        raise ArticleError("le fichier ne contient aucun texte", hint, name)
    heads = ("outlet", "section", "title")
    if all(piece.kind in heads for piece in said) and any(piece.kind not in heads for piece in pieces):
        raise ArticleError("rien à prononcer sous le titre : ni lettre ni chiffre", hint, name)


def _refuse_endless(pieces: Sequence[Piece], path: Path) -> None:
    """ArticleError beyond the stated limit: three hours of sound, two hundred pages of large print."""
    length = sum(len(piece.text) for piece in pieces)
    if length > LONGEST_ARTICLE:
        message = f"article démesuré : {length:_} signes, au plus {LONGEST_ARTICLE:_}".replace("_", " ")
        raise ArticleError(message, "Coupez-le en plusieurs articles.", shown(path.name))


def slugged(text: str) -> str:
    """Small ASCII letters, figures and hyphens, at most 60, a letter first: a file name and an XML id everywhere."""
    folded = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", " ", folded))
    slug = ""
    for word in words:
        if len(slug) + 1 + len(word) > _SLUG_LENGTH:
            slug = slug or word[:_SLUG_LENGTH]
            break
        slug = f"{slug}-{word}" if slug else word
    if slug[:1].isdigit() or _RESERVED.match(slug):
        slug = f"article-{slug}"[:_SLUG_LENGTH].rstrip("-")
    return slug


def _readers() -> dict[str, str]:
    """Name of the input module for each suffix."""
    return {suffix: name for name in registry.names("inputs") for suffix in registry.load("inputs", name).SUFFIXES}


def _sources(paths: Sequence[Path], order: Sequence[str], errors: list[EditionError]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir() and path.suffix.lower() not in _readers():
            listed = [path / name for name in order] if order else _articles_in(path)
            if not listed:
                errors.append(ArticleError("ce dossier ne contient aucun article", _formats(), str(path)))
            yield from _inside(path, listed, errors)
        else:
            yield path


def _articles_in(folder: Path) -> list[Path]:
    """Files that are articles, or that someone may take for some, by name."""
    suffixes = (*_readers(), *_OTHER_FORMATS)
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
    return f"edition-{safe}" if not safe or _RESERVED.match(safe.lower()) else safe


def _unknown(path: Path) -> ArticleError:
    if not path.exists() and not path.is_symlink():
        return ArticleError("fichier introuvable", "Vérifiez son nom.", shown(path.name))
    return ArticleError(f"format inconnu « {path.suffix or shown(path.name)} »", _formats(), shown(path.name))


def _formats() -> str:
    return f"Formats lus : {', '.join(sorted(_readers()))}."


def _unique(slug: str, taken: set[str]) -> str:
    number, candidate = 2, slug
    while candidate in taken:
        end = f"-{number}"
        candidate = slug[: _SLUG_LENGTH - len(end)].rstrip("-") + end
        number += 1
    return candidate


def _block(piece: Piece, block_id: str, path: Path, findings: list[Finding]) -> Block:
    """The block of a piece: French spacing, then sentences; code keeps the blanks it was typed with."""
    if piece.kind == "code":
        text, marks = piece.text, piece.marks
    else:
        made = Typeset(piece.text)
        text = made.text
        marks = tuple(Mark(m.kind, Span(made.start(m.span.start), made.end(m.span.end)), m.value) for m in piece.marks)
    marks = tuple(_pictured(mark, piece, path, findings) for mark in marks)
    label = next((mark.span.end for mark in marks if mark.kind == "label" and mark.span.start == 0), 0)
    return Block(block_id, piece.kind, text, sentence_ends(text, label), piece.level, marks, piece.line)


def sentence_ends(text: str, label: int = 0) -> tuple[int, ...]:
    """Where the sentences of a block end, the last one with it.

    A line end and a cell's end close one; blanks belong to the one before.

    The first ``label`` characters, the number of an item, belong to its first sentence.
    """
    spans: list[Span] = []
    for start, end in _stretches(text, label):
        spans += [Span(start + s.start, start + s.end) for s in french.segment(text[start:end]) if s.start < s.end]
    filled = [span for span in spans if not text[span.start : span.end].isspace()]
    if not filled:
        return (len(text),) if text[:label].strip() else ()
    return (*(span.start for span in filled[1:]), len(text))


def _stretches(text: str, start: int) -> Iterator[tuple[int, int]]:
    for match in re.compile("[\t\n]").finditer(text, start):
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _pictured(mark: Mark, piece: Piece, path: Path, findings: list[Finding]) -> Mark:
    """An image mark whose value is a file inside the article's folder, or none with a finding."""
    if mark.kind != "image" or not mark.value:
        return mark
    folder = path.parent.resolve()
    place = f"{shown(path.name)}:{piece.line}"
    if "://" in mark.value or mark.value.startswith(("data:", "//")):
        findings.append(Finding("image-remote", place, f"image distante non reprise : {_line(mark.value)[:120]}",
                                "Copiez l'image à côté de l'article."))  # fmt: skip
        return Mark("image", mark.span)
    target = next(filter(None, (_file(folder, name) for name in _spellings(mark.value))), None)
    if target is None:
        findings.append(Finding("image-missing", place, f"image introuvable : {_line(mark.value)[:120]}",
                                "Placez-la dans le dossier de l'article."))  # fmt: skip
        return Mark("image", mark.span)
    return Mark("image", mark.span, target.relative_to(folder).as_posix())


def _spellings(value: str) -> Iterator[str]:
    """What a reference to a picture may name: as written, then without the escapes and queries of the web."""
    yield value
    yield unquote(value)
    yield unquote(re.split(r"[?#]", value)[0])


def _file(folder: Path, name: str) -> Path | None:
    """The file of that name, if it is inside the folder."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # a name that no file system accepts, or a loop of links
        return None


def _titled(blocks: Sequence[Block], title: str) -> str:
    return next((_line(block.text) for block in blocks if block.kind == "title"), title)


def _opening(pieces: Sequence[Piece]) -> str:
    """What stands for the title of an article without one, in lists: its first words, at most 80 characters."""
    text = _line(next(piece.text for piece in pieces if piece.text))
    return text if len(text) <= 80 else f"{text[:80].rpartition(' ')[0] or text[:79]}…"


def _facts(blocks: Sequence[Block]) -> tuple[str, str, str, str]:
    """Outlet, section, byline and date, as their blocks say them; empty when there is none."""
    first: dict[str, str] = {}
    for block in blocks:
        first.setdefault(block.kind, _line(block.text))
        for mark in block.marks:
            if mark.kind in ("author", "date"):
                first.setdefault(mark.kind, _line(mark.value))
    return first.get("outlet", ""), first.get("section", ""), first.get("author", ""), first.get("date", "")


def _line(text: str) -> str:
    """One line: the text of a block has no control character but tabs and line ends."""
    return " ".join(re.split(r"[ \t\n]+", text)).strip()
