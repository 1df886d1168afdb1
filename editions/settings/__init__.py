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
from collections.abc import Iterable
from dataclasses import Field, dataclass, field, fields, replace
from datetime import date as Date
from pathlib import Path
from typing import Any, TypeVar, cast

from editions import names
from editions.errors import Mistakes, UsageError
from editions.settings.checking import Checker
from editions.settings.source import Source

LANGUAGES = ("fr-FR", "fr-BE", "fr-CH")
_NOT_WRITTEN = ("sections", "asked", "mistakes")
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

    mistakes: tuple[UsageError, ...] = ()
    """Those of sections that nothing needs today."""

    def has(self, kind: type) -> bool:
        """Whether ``edition.toml`` or an option gives a section."""
        return any(isinstance(section, kind) for section in self.sections)

    def of(self, kind: type[S]) -> S:
        """The values of one section."""
        return next((section for section in self.sections if isinstance(section, kind)), None) or kind()


def load(folder: Path, kinds: Iterable[type] = (), needed: Iterable[type] | None = None) -> Settings:
    """Settings of ``folder/edition.toml``, or the defaults without one; Mistakes names every faulty line.

    ``kinds``: the sections that there may be; ``needed``: those that what is made reads, all by default. What is wrong
    in another is in ``mistakes``, and it has its defaults. Files become paths, as they are written from the folder.
    """
    path = names.found(folder / "edition.toml")
    if not path.is_file():
        return Settings()
    source = Source(path)
    known = {_section(kind): kind for kind in kinds}
    needs = {_section(kind) for kind in (known.values() if needed is None else needed)}
    wrong = list(source.mistakes)
    spared: list[UsageError] = []
    sections: list[object] = []
    for name in [name for name in known if name in source.values]:
        checker = Checker(source, name)
        made = checker.built(known[name], source.values.pop(name))
        (wrong if name in needs else spared).extend(checker.mistakes)
        sections += [made] if not checker.mistakes else []
    checker = Checker(source)
    whole: Settings = checker.built(Settings, source.values, _NOT_WRITTEN, tuple(known))
    if wrong or checker.mistakes:
        raise Mistakes(source.in_order([*checker.mistakes, *wrong]))
    return replace(whole, sections=tuple(sections), mistakes=source.in_order(spared))


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
