"""Settings of one build: ``edition.toml``, then the options of the command line; checked once, then frozen."""

import re
from dataclasses import dataclass, field, fields, replace
from datetime import date as Date
from pathlib import Path
from typing import Any

from editions.errors import UsageError

LANGUAGES = ("fr-FR", "fr-BE", "fr-CH")


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """``[print]``: the large-print page, the press file, the booklet."""

    size: float = 20.0
    """Points, of Atkinson Hyperlegible Next: another font is set so that its small x is as high."""
    leading: float = 1.4
    """Line height as a multiple of the size."""
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    """More white between letters, between words, in parts of the size (WCAG 1.4.12: 0.12 and 0.16)."""
    measure: int = 65
    """Characters a line holds at most, on average."""
    font: str = ""
    """Path of a TTF to use instead of Atkinson Hyperlegible Next."""
    article_start: str = "page"
    """``page``: each article on a new page; ``flow``: one after the other."""
    standard: str = "PDF/X-4"
    """Of the press file: ``PDF/X-4`` or ``PDF/X-1a:2003``."""
    icc: str = ""
    """Path of the printer's ICC profile; a profile of black ink is made without one."""
    condition: str = ""
    """The printing condition's name in the ICC registry: ``FOGRA39``."""
    booklet: str = "A3"
    """Paper of the booklet, folded once: ``A3`` for pages of A4, ``A4`` for pages of A5."""
    volume_pages: int = 80
    """Pages of a volume of the booklet, at most."""
    paper_thickness: float = 0.12
    """Millimetres: how far the pages creep with each sheet of a booklet."""


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """``[audio]``: pauses in seconds after each kind of block, bit rate in kb/s."""

    pause_sentence: float = 0.30
    pause_paragraph: float = 0.65
    pause_heading: float = 0.9
    pause_title: float = 1.2
    pause_article: float = 2.0
    bitrate: int = 64
    speed: int = 160
    """Words a minute of eSpeak NG, 80 to 450."""
    pitch: int = 50
    """Of eSpeak NG, 0 to 99."""
    timbre: str = ""
    """Of eSpeak NG: ``f3``, ``m5``… one of its variants."""
    model: str = ""
    """Piper's ``MODEL.onnx``, relative to the edition's folder."""
    speaker: int = 0
    """Which speaker of a Piper model with several."""
    length_scale: float = 1.0
    """Piper's slowness: 1.2 is a fifth slower."""
    jingle: str = ""
    """Played before each article: a WAV or MP3 beside the articles, or the name of one of ``assets/sounds``."""
    cover: str = ""
    """PNG or JPEG for the players, relative to the edition's folder; drawn from the title when empty."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a build may depend on besides the articles."""

    title: str = ""
    publisher: str = ""
    date: Date | None = None
    language: str = "fr-FR"
    voice: str = "auto"
    articles: tuple[str, ...] = ()
    """File names in reading order; empty: all the folder's articles by name."""
    lexicon: str = ""
    """Path of the house's lexicon, relative to the edition's folder."""
    print: PrintSettings = field(default_factory=PrintSettings)
    audio: AudioSettings = field(default_factory=AudioSettings)


def load(folder: Path) -> Settings:
    """Settings of ``folder/edition.toml``, or the defaults without one; UsageError names the faulty key."""
    path = folder / "edition.toml"
    if not path.is_file():
        return Settings()
    import tomllib  # here: an edition made of loose files has no settings to read

    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError("les réglages ne sont pas en UTF-8", "Enregistrez le fichier en UTF-8.", str(path)) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))  # else the mistake is at the end of the file
        where = f"{path}:{line[1]}" if line else str(path)
        hint = 'Une ligne s\'écrit nom = "texte", nom = 20 ou nom = 2025-03-14.'
        raise UsageError("réglage illisible", hint, where) from error
    return _checked(_located(_build(Settings, values, path), folder), path)


def with_options(settings: Settings, **options: Any) -> Settings:
    """The same with the options that were given (None changes nothing); ``size``, ``font``, ``icc`` go to print."""
    given = {name: value for name, value in options.items() if value is not None}
    printed = {name: given.pop(name) for name in ("size", "font", "icc") if name in given}
    return replace(settings, **given, print=replace(settings.print, **printed))


def _located(settings: Settings, folder: Path) -> Settings:
    """File names of ``[print]`` as paths: they are written from the edition's folder."""
    font, icc = (str(folder / name) if name else "" for name in (settings.print.font, settings.print.icc))
    return replace(settings, print=replace(settings.print, font=font, icc=icc))


def _build(cls: type[Any], values: dict[str, Any], path: Path, prefix: str = "") -> Any:
    known = {f.name: f for f in fields(cls)}
    given: dict[str, Any] = {}
    for key, value in values.items():
        name = key.replace("-", "_")
        if name not in known:
            raise UsageError(f"réglage inconnu « {prefix}{key} »", f"Au choix : {', '.join(known)}.", str(path))
        given[name] = _value(name, value, known[name].type, path, prefix)
    return cls(**given)


def _value(name: str, value: Any, kind: Any, path: Path, prefix: str) -> Any:
    if name in ("print", "audio") and not prefix:
        cls = PrintSettings if name == "print" else AudioSettings
        if not isinstance(value, dict):
            raise UsageError(f"« {name} » doit être une section [{name}]", "", str(path))
        return _build(cls, value, path, f"{name}.")
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind == tuple[str, ...] and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if kind in (str, int, float) and type(value) is kind:
        return value
    if kind == Date | None and type(value) is Date:
        return value
    hint = f"Il faut {_FORMS.get(kind, 'un autre genre de valeur')}."
    raise UsageError(f"« {prefix}{name} » n'a pas la bonne forme ({value!r})", hint, str(path))


_FORMS: dict[Any, str] = {
    str: "un texte entre guillemets",
    int: "un nombre entier",
    float: "un nombre",
    Date | None: "une date, sans guillemets : 2025-03-14",
    tuple[str, ...]: 'une liste de textes : ["une.txt", "deux.txt"]',
}
_CHOICES = {
    "article_start": ("page", "flow"),
    "standard": ("PDF/X-4", "PDF/X-1a:2003"),
    "booklet": ("A3", "A4"),
}
_RANGES = {
    "leading": (1.0, 3.0),
    "letter_spacing": (0.0, 0.5),
    "word_spacing": (0.0, 1.0),
    "measure": (20, 80),
    "volume_pages": (8, 400),
    "paper_thickness": (0.0, 1.0),
}


_AUDIO_RANGES = {
    "pause_sentence": (0, 5),
    "pause_paragraph": (0, 5),
    "pause_heading": (0, 5),
    "pause_title": (0, 5),
    "pause_article": (0.5, 10),
    "speed": (80, 450),
    "pitch": (0, 99),
    "speaker": (0, 10_000),
    "length_scale": (0.25, 4),
}
_BITRATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160)
"""kb/s that MP3 has at every sample rate of our voices."""


def _checked(settings: Settings, path: Path) -> Settings:
    if settings.language not in LANGUAGES:
        raise UsageError(f"langue inconnue « {settings.language} »", f"Au choix : {', '.join(LANGUAGES)}.", str(path))
    if not 8 <= settings.print.size <= 72:
        raise UsageError("« print.size » doit être entre 8 et 72 points", "", str(path))
    for name, choices in _CHOICES.items():
        if getattr(settings.print, name) not in choices:
            raise UsageError(f"« print.{name} » vaut {' ou '.join(f'« {c} »' for c in choices)}", "", str(path))
    for name, (least, most) in _RANGES.items():
        if not least <= getattr(settings.print, name) <= most:
            raise UsageError(f"« print.{name} » doit être entre {least} et {most}", "", str(path))
    for name, (least, most) in _AUDIO_RANGES.items():
        if not least <= getattr(settings.audio, name) <= most:
            raise UsageError(f"« audio.{name} » doit être entre {least:g} et {most:g}", "", str(path))
    if settings.audio.bitrate not in _BITRATES:
        raise UsageError("« audio.bitrate » inconnu", f"Au choix : {', '.join(map(str, _BITRATES))}.", str(path))
    return settings
