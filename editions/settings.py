"""Settings of one build: ``edition.toml``, then the options of the command line; checked once, then frozen."""

import tomllib
from dataclasses import dataclass, field, fields, replace
from datetime import date as Date
from pathlib import Path
from typing import Any

from editions.errors import UsageError

LANGUAGES = ("fr-FR", "fr-BE", "fr-CH")


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """``[print]``: the large-print page. Lengths in points unless the name says millimetres."""

    size: float = 20.0
    leading: float = 1.4
    """Line height as a multiple of the size."""
    font: str = ""
    """Path of a TTF to use instead of Atkinson Hyperlegible Next."""
    article_start: str = "page"
    """``page``: each article on a new page; ``flow``: one after the other."""


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """``[audio]``: pauses in seconds after each kind of block, bit rate in kb/s."""

    pause_sentence: float = 0.30
    pause_paragraph: float = 0.65
    pause_heading: float = 0.9
    pause_title: float = 1.2
    pause_article: float = 2.0
    bitrate: int = 64
    speed: int = 165
    """Words a minute of eSpeak NG, 80 to 450."""
    pitch: int = 45
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
    """WAV or MP3 played before each article, relative to the edition's folder."""
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
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"réglages illisibles ({error})", "Corrigez edition.toml.", str(path)) from error
    return _checked(_build(Settings, values, path), path)


def with_options(settings: Settings, **options: Any) -> Settings:
    """The same with the options that were given (those that are None change nothing); ``size`` goes to print."""
    size = options.pop("size", None)
    given = {name: value for name, value in options.items() if value is not None}
    if size is not None:
        given["print"] = replace(settings.print, size=size)
    return replace(settings, **given)


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
    raise UsageError(f"« {prefix}{name} » n'a pas la bonne forme ({value!r})", "", str(path))


def _checked(settings: Settings, path: Path) -> Settings:
    if settings.language not in LANGUAGES:
        raise UsageError(f"langue inconnue « {settings.language} »", f"Au choix : {', '.join(LANGUAGES)}.", str(path))
    if not 8 <= settings.print.size <= 72:
        raise UsageError("« print.size » doit être entre 8 et 72 points", "", str(path))
    if settings.print.article_start not in ("page", "flow"):
        raise UsageError("« print.article_start » vaut « page » ou « flow »", "", str(path))
    return settings
