"""What is in the folder of an edition: its articles, what someone may take for one, what is left out without a word.

content(Path("articles/lundi"), (".txt", ".md"))
→ Content(articles=(…/une.txt,), refused=(…/une.odt,), skipped=(…/une.zip,), folders=(…/sport,))
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from editions.errors import ArticleError, reason
from editions.names import composed

_NOT_ARTICLES = ("readme", "lisezmoi", "lisez-moi", "license", "licence", "notice", "changelog", "copying")
_TAKEN_FOR_ARTICLES = (
    ".odt .fodt .sxw .doc .dot .dotx .docm .rtf .pdf .pages .epub .mobi .wpd .wps .abw .indd .idml .xps .djvu "
    ".eml .msg .mbox .mht .mhtml .webarchive .maff .xml .tex .rst .adoc .asciidoc .org .textile .wiki .rtfd "
    ".gdoc .url .webloc .lnk .desktop .textclipping .enex .one .ppt .pptx .odp .key"
)
_DOCUMENTS = frozenset(_TAKEN_FOR_ARTICLES.split())
"""Documents that someone may take for articles: refused by name, never skipped in silence."""
_BACKUPS = ("~", ".bak", ".old", ".orig", ".tmp", ".part", ".crdownload", ".save", ".copie")
_BESIDE_ARTICLES = (
    ".png .jpg .jpeg .jpe .jfif .gif .webp .avif .tif .tiff .bmp .svg .heic .heif .jp2 .ico "
    ".ttf .otf .ttc .woff .woff2 .icc .icm .mp3 .wav .ogg .oga .flac .m4a .aac .onnx .json"
)
_OURS = frozenset(_BESIDE_ARTICLES.split())
"""Pictures, fonts, sounds, voices."""
_SETTINGS = ("edition.toml", "lexicon.tsv")
_SYSTEM = ("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r")
_OF_A_PAGE = ("_files", "_fichiers", ".fld", "-dateien")
"""How folders end that a browser saves beside a page."""
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Content:
    """The files and folders of an edition's folder, each kind in the order of names."""

    articles: tuple[Path, ...] = ()
    refused: tuple[Path, ...] = ()
    """Documents of other formats, texts without suffix, backups of articles."""
    skipped: tuple[Path, ...] = ()
    """Of a kind that nobody knows here."""
    folders: tuple[Path, ...] = ()
    """Folders with articles in them."""


def content(folder: Path, suffixes: Collection[str]) -> Content:
    """What is in a folder; ``suffixes``: of articles. ArticleError when it cannot be read."""
    kinds: dict[str, list[Path]] = {"articles": [], "refused": [], "skipped": [], "folders": []}
    for path in _entries(folder):
        if kind := _kind(path, suffixes):
            kinds[kind].append(path)
    return Content(**{kind: tuple(paths) for kind, paths in kinds.items()})


def advice(path: Path) -> str:
    """What to do with a file that is refused; empty when the formats that are read say it."""
    if path.stem.lower() in _SETTINGS:
        return f"Ce sont des réglages : renommez-le « {path.stem} », sans « {path.suffix} » à la fin."
    if not path.suffix:
        return f"Si c'est un article, ajoutez « .txt » à la fin de son nom : {path.name}.txt"
    if path.name.lower().endswith(_BACKUPS):
        return "Si c'est un article, rendez-lui son nom ; sinon, sortez-le du dossier."
    return _ADVICE.get(path.suffix.lower(), "")


_PAGE = "Enregistrez la page en « HTML seul » ou « page complète », ou copiez-en le texte dans un .txt."
_MAIL = "Copiez le texte du message dans un .txt."
_SHORTCUT = "C'est un raccourci, pas l'article : copiez le texte de la page dans un .txt."
_ADVICE = {
    **dict.fromkeys((".mht", ".mhtml", ".webarchive", ".maff"), _PAGE),
    **dict.fromkeys((".eml", ".msg", ".mbox"), _MAIL),
    **dict.fromkeys((".url", ".webloc", ".lnk", ".desktop", ".gdoc"), _SHORTCUT),
}


def articles_in(folder: Path, suffixes: Collection[str]) -> int:
    """How many articles are right inside a folder."""
    return sum(_kind(path, suffixes) == "articles" for path in _entries(folder))


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda path: composed(path.name))
    except OSError as error:
        raise ArticleError(f"dossier illisible ({reason(error)})", "Vérifiez ses droits.", str(folder)) from error


def _kind(path: Path, suffixes: Collection[str]) -> str:
    """Which part of the content a file belongs to; empty for what needs no word."""
    name, suffix = path.name.lower(), path.suffix.lower()
    if name.startswith((".", "~$")) or name in _SYSTEM or path.stem.lower() in _NOT_ARTICLES:
        return ""
    if name in _SETTINGS:
        return ""
    if suffix in suffixes:
        return "articles" if name.removesuffix(suffix) not in _SETTINGS else "refused"
    if suffix in _DOCUMENTS:
        return "refused"
    if path.is_dir():
        return "folders" if not name.endswith(_OF_A_PAGE) and _has_articles(path, suffixes) else ""
    if name.endswith(_BACKUPS):
        return "refused"
    if suffix in _OURS:
        return ""
    return "refused" if not suffix and _is_text(path) else "skipped"


def _has_articles(folder: Path, suffixes: Collection[str]) -> bool:
    try:
        return any(
            path.suffix.lower() in suffixes and not path.name.startswith((".", "~$")) and path.is_file()
            for path in folder.iterdir()
        )
    except OSError:  # nobody asked for it
        return False


def _is_text(path: Path) -> bool:
    """Whether a file may be an article that lost its suffix: words, not bytes."""
    try:
        with path.open("rb") as file:
            first = file.read(_LOOKED_AT)
    except OSError:
        return False
    return b"\0" not in first and sum(chr(byte).isalpha() for byte in first) > len(first) // 2
