"""Outputs: ``Publication`` → files. One file or folder each; its name is what ``--to`` takes."""

from pathlib import Path
from typing import Protocol

from editions.settings import Settings
from editions.speech import Publication


class Output(Protocol):
    """What an output module offers."""

    NEEDS_AUDIO: bool
    """Without, it is made of the edition alone, while the voices speak: it sees no reading and no recording."""

    def render(self, publication: Publication, folder: Path, settings: Settings) -> list[Path]:
        """Write into ``folder`` (an empty folder that stands for ``output/<edition>/``) and list what was made.

        The caller moves the files into place when all is well: a renderer that raises leaves nothing behind.
        A module may also have ``findings(publication, settings) -> list[Finding]``: what its result could not show
        as the article has it (a picture that is missing, a character that no font draws).
        """
        ...
