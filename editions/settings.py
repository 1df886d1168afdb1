"""Settings of one build: ``edition.toml``, then the options of the command line; checked once, then frozen.

What concerns the whole edition stands here. A section is declared where it is used, as a frozen dataclass whose
``SECTION`` is its name in ``edition.toml`` and whose fields are made by ``setting``:

    @dataclass(frozen=True, slots=True)
    class WebSettings:
        SECTION: ClassVar = "web"
        speed: float = setting(1.0, least=0.5, most=3.0)

An output names the sections that it reads in its ``NEEDS``; ``settings.of(WebSettings)`` gives its values.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from datetime import date as Date
from pathlib import Path
from typing import Any, TypeVar, cast

from editions import names
from editions.errors import UsageError, reason

LANGUAGES = ("fr-FR", "fr-BE", "fr-CH")
_NOT_WRITTEN = ("sections", "asked")
_FORMS: dict[Any, str] = {
    str: "un texte entre guillemets",
    int: "un nombre entier",
    float: "un nombre",
    bool: "true ou false, sans guillemets",
    Date | None: "une date, sans guillemets : 2025-03-14",
    tuple[str, ...]: 'une liste de textes : ["une.txt", "deux.txt"]',
}
_OPTIONAL: dict[Any, type] = {float | None: float, int | None: int}
"""Numbers that have no default of their own."""
S = TypeVar("S")


def setting(
    default: Any,
    *,
    least: float | None = None,
    most: float | None = None,
    choices: tuple[Any, ...] = (),
    unit: str = "",
    file: bool = False,
) -> Any:
    """A field of a section: its bounds, included, or its choices; ``file``: a name beside ``edition.toml``."""
    about = {"least": least, "most": most, "choices": choices, "unit": unit, "file": file}
    return field(default=default, metadata=about)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a build may depend on besides the articles."""

    title: str = ""
    publisher: str = ""
    date: Date | None = None
    language: str = setting("fr-FR", choices=LANGUAGES)
    voice: str = "auto"
    online: bool = True
    """Whether the text may leave this machine."""
    articles: tuple[str, ...] = ()
    """File names in reading order; empty: all the folder's articles by name."""
    lexicon: str = setting("", file=True)
    """The house's lexicon."""
    cover: str = setting("", file=True)
    """The picture of the edition, a PNG or a JPEG."""
    furniture: str = setting("leave-out", choices=("leave-out", "keep"))
    """What becomes of the lines of a site that were pasted with an article."""
    sections: tuple[object, ...] = ()
    """Those that ``edition.toml`` or an option gives; ``of`` knows the defaults of the others."""

    asked: tuple[str, ...] = ()
    """The outputs that were asked for by name, with ``--to``."""

    def has(self, kind: type) -> bool:
        """Whether ``edition.toml`` or an option gives a section."""
        return any(isinstance(section, kind) for section in self.sections)

    def of(self, kind: type[S]) -> S:
        """The values of one section."""
        return next((section for section in self.sections if isinstance(section, kind)), None) or kind()


def load(folder: Path, kinds: Iterable[type] = ()) -> Settings:
    """Settings of ``folder/edition.toml``, or the defaults without one; UsageError names the faulty key.

    ``kinds``: the sections that there may be. Names of files become paths, as they are written from the folder.
    """
    path = names.found(folder / "edition.toml")
    if not path.is_file():
        return Settings()
    values = _parsed(path)
    known = {_section(kind): kind for kind in kinds}
    sections = tuple(
        _built(kind, _table(name, values.pop(name), path), path, f"{name}.")
        for name, kind in known.items()
        if name in values
    )
    made: Settings = _built(Settings, values, path, others=tuple(known))
    return replace(made, sections=sections)


def with_options(settings: Settings, kinds: Iterable[type] = (), **options: Any) -> Settings:
    """The same with the options that were given (None changes nothing): ``voice=…``, ``**{"print.size": …}``.

    They were checked where they were read; files are whole paths.
    """
    given = {name: value for name, value in options.items() if value is not None}
    for kind in kinds:
        prefix = f"{_section(kind)}."
        own = {name.removeprefix(prefix): given.pop(name) for name in list(given) if name.startswith(prefix)}
        if own:
            others = tuple(section for section in settings.sections if not isinstance(section, kind))
            changed = replace(cast(Any, settings.of(kind)), **own)
            settings = replace(settings, sections=(*others, changed))
    return replace(settings, **given)


def digest(section: object) -> str:
    """What tells two sections apart: their values, and of a file that a value names its content, not its place."""
    told = hashlib.sha256()
    for known in fields(cast(Any, section)):
        value = getattr(section, known.name)
        told.update(f"{known.name}={value!r}\n".encode() if not _is_file(known, value) else known.name.encode())
        if _is_file(known, value):
            told.update(hashlib.sha256(Path(value).read_bytes()).digest())
    return told.hexdigest()


def _is_file(known: "Field[Any]", value: object) -> bool:
    if not known.metadata.get("file") or not value:
        return False
    path = Path(str(value))
    return path.is_absolute() and path.is_file()


def _section(kind: type) -> str:
    return str(vars(kind)["SECTION"])


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib  # here: an edition made of loose files has no settings to read

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"réglages illisibles ({reason(error)})", "Vérifiez ses droits.", str(path)) from error
    except UnicodeDecodeError as error:
        raise UsageError("les réglages ne sont pas en UTF-8", "Enregistrez le fichier en UTF-8.", str(path)) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))  # else the mistake is at the end of the file
        where = f"{path}:{line[1]}" if line else str(path)
        raise _unreadable(path, int(line[1]) if line else 0, where) from error


def _unreadable(path: Path, number: int, where: str) -> UsageError:
    """What is wrong with a line that is no TOML, and how it is written; 0: the last one."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    written = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    if comma := _COMMA.match(written):
        hint = f"Écrivez : {comma[1]} = {comma[2].replace(',', '.')}"
        return UsageError(f"un nombre s'écrit avec un point, pas une virgule : « {comma[2]} »", hint, where)
    if bare := _BARE.match(written):
        hint = f'Écrivez : {bare[1]} = "{bare[3][:60]}"'
        return UsageError(f"un texte s'écrit entre guillemets droits : {bare[2][:60]}", hint, where)
    return UsageError("réglage illisible", 'Une ligne s\'écrit nom = "texte", nom = 20 ou nom = 2025-03-14.', where)


_COMMA = re.compile(r"([\w-]+)\s*=\s*([+-]?\d+,\d+)\s*(?:#.*)?$")
_BARE = re.compile(r"([\w-]+)\s*=\s*([«“”„‘’]?\s*([^\W\d][^\"=\[\]{}]*?)\s*[»“”‘’]?)\s*$")
"""A text without quotes, or with those of prose."""


def _table(name: str, value: Any, path: Path) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"« {name} » doit être une section [{name}]", "", str(path))
    return value


def _built(cls: Any, values: Mapping[str, Any], path: Path, prefix: str = "", others: tuple[str, ...] = ()) -> Any:
    known = {found.name: found for found in fields(cls) if found.name not in _NOT_WRITTEN}
    given: dict[str, Any] = {}
    for key, value in values.items():
        name = key.replace("-", "_")
        if name not in known:
            choice = ", ".join((*map(_written, known), *(f"[{other}]" for other in others)))
            raise UsageError(f"réglage inconnu « {prefix}{key} »", f"Au choix : {choice}.", str(path))
        given[name] = _checked(_value(value, known[name], path, prefix), known[name], path, prefix)
    return cls(**given)


def _value(value: Any, known: "Field[Any]", path: Path, prefix: str) -> Any:
    """The value in the form that the field has; a whole number will do for a float."""
    kind: Any = _OPTIONAL.get(known.type, known.type)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind == tuple[str, ...] and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if kind is str and isinstance(value, str) and known.metadata.get("file") and value:
        return _located(value, path.parent)
    if kind in (str, int, float, bool) and type(value) is kind:
        return value
    if kind == Date | None and type(value) is Date:
        return value
    hint = f"Il faut {_FORMS.get(kind, 'un autre genre de valeur')}."
    if kind in (int, float) and isinstance(value, str) and re.fullmatch(r"[+-]?\d+(?:[.,]\d+)?", value.strip()):
        hint = f"Écrivez : {_written(known.name)} = {value.strip().replace(',', '.')}, sans guillemets."
    raise UsageError(f"« {prefix}{_written(known.name)} » n'a pas la bonne forme ({value!r})", hint, str(path))


def _located(name: str, folder: Path) -> str:
    """A file's path from the edition's folder; what is no file there is left as it is written, for who knows it."""
    path = names.found(folder / names.expanded(name)).absolute()
    return str(path) if path.is_file() else name


def _checked(value: Any, known: "Field[Any]", path: Path, prefix: str) -> Any:
    about, name = known.metadata, f"{prefix}{_written(known.name)}"
    choices, least, most = about.get("choices", ()), about.get("least"), about.get("most")
    if choices and value not in choices:
        hint = f"Au choix : {', '.join(map(str, choices))}."
        raise UsageError(f"« {name} » n'a pas cette valeur : « {value} »", hint, str(path))
    if least is not None and most is not None and not least <= value <= most:
        unit = f" {about['unit']}" if about["unit"] else ""
        usual = "" if known.default in (MISSING, None) else f"D'ordinaire : {_number(known.default)}{unit}."
        message = f"« {name} » doit être entre {_number(least)} et {_number(most)}{unit}"
        raise UsageError(message, usual, str(path))
    return value


def _written(name: str) -> str:
    """The name of a field as `edition.toml` has it."""
    return name.replace("_", "-")


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
