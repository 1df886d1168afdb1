"""What a build is asked for, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from pathlib import Path
from typing import Any

from editions.errors import EditionError
from editions.executors import Crew
from editions.model import Finding


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is asked for. ``to`` is empty for all outputs that exist; ``jobs`` 0 means the cores."""

    paths: tuple[Path, ...]
    output: Path = Path("output")
    to: tuple[str, ...] = ()
    voice: str = ""
    jobs: int = 0
    strict: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    """Settings that win over ``edition.toml``, as ``settings.with_options`` takes them: ``print.size``."""
    crew: Crew | None = None
    """Who narrates articles, instead of this process."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of it."""

    folder: Path
    files: tuple[Path, ...]
    """Those made by this build."""
    failures: tuple[EditionError, ...]
    """Articles left out, or without sound."""
    findings: tuple[Finding, ...]
    voice: str = ""
    """One line: which voice spoke and why; empty without sound."""
    title: str = ""
    date: Date | None = None
    articles: int = 0
    """Those in the edition."""
    seconds: float = 0
    """Of sound that was made, or kept and is of today's text."""
    pages: int = 0
    """Of the large print that was made."""
    doubtful: int = 0
    """Readings that an editor should look at."""
    clips_new: int = 0
    clips_cached: int = 0
    left_out: int = 0
    """Lines of the articles' files that are neither printed nor said."""
    outdated: tuple[str, ...] = ()
    """Outputs that were kept, and are of an older text or other settings."""
