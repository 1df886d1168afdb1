"""Outputs made in a folder, one after the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from editions import registry
from editions.model import Finding
from editions.settings import Settings
from editions.speech import Publication


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of some outputs."""

    files: tuple[str, ...]
    """Names in the folder."""
    findings: tuple[Finding, ...]
    """What they could not show as the article has it, each once."""


def needs_audio(name: str) -> bool:
    """Whether an output is made of sound."""
    needed: bool = registry.load("outputs", name).NEEDS_AUDIO
    return needed


def render(
    names: Iterable[str], publication: Publication, folder: Path, settings: Settings, step: Callable[[], None]
) -> Rendered:
    """Make these outputs; ``step`` is called after each."""
    made: list[Path] = []
    findings: dict[Finding, None] = {}
    for name in names:
        output = registry.load("outputs", name)
        made += output.render(publication, folder, settings)
        if hasattr(output, "findings"):
            findings |= dict.fromkeys(output.findings(publication, settings))
        step()
    return Rendered(tuple(path.relative_to(folder).as_posix() for path in made), tuple(findings))
