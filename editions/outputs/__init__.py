"""Outputs: ``Publication`` → files. One file or folder each; its name is what ``--to`` takes.

A new output is one new file here: it says what it needs, and is found, given that, and made after what it needs.

    NEEDS = Needs(sound=True, files=("mp3",), settings=(WebSettings,))

    def render(publication, folder, settings):
        web = settings.of(WebSettings)
        …
"""

from pathlib import Path
from typing import Protocol

from editions.publication import Needs, Publication
from editions.settings import Settings

__all__ = ["Needs", "Output"]


class Output(Protocol):
    """What an output module offers."""

    NEEDS: Needs

    def render(self, publication: Publication, folder: Path, settings: Settings) -> list[Path]:
        """Write into ``folder`` (an empty folder that stands for ``output/<edition>/``) and list what was made.

        The caller moves the files into place when all is well: a renderer that raises leaves nothing behind.
        A module may also have ``findings(publication, settings) -> list[Finding]``: what its result could not show
        as the article has it (a picture that is missing, a character that no font draws), and ``refuse(settings)``,
        which raises a UsageError for settings with which it cannot be made, before anything is. One whose ``NEEDS`` has
        ``earlier`` has ``told(publication, folder, settings)``, a value for JSON.
        """
        ...
