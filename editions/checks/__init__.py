"""Checks of what was made, one file or folder for each kind of result: files → findings. Nothing is changed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from editions.model import Finding


@dataclass(frozen=True, slots=True)
class Validation:
    """What an independent validator, found on this machine, said."""

    validator: str
    """Its name and the standards it judged by: ``veraPDF (ua1, 2a)``."""
    findings: tuple[Finding, ...]


class Check(Protocol):
    """What a module offers that checks results."""

    PLACES: tuple[str, ...]
    """Patterns of the files it looks at, inside ``output/<edition>/``; without any of them it is not called."""

    def findings(self, folder: Path) -> list[Finding]:
        """What is wrong in an edition's folder. A module may also have ``validate(folder) -> Validation | None``:
        the verdict of a validator, None when it is not on this machine.
        """
        ...
