"""Voices: text → ``Clip``. One file each; its name is what ``--voice`` takes.

A voice's quirks live in its file: ``prepare`` turns readings into what this voice says best.
"""

from typing import Literal, Protocol

from editions.speech import Clip, Script, Spoken


class Voice(Protocol):
    """What a voice module offers."""

    VERSION: str
    """Part of the cache key: changes when the same text gives other sound."""
    ONLINE: bool
    """Whether it needs the network."""
    WORKERS: Literal["processes", "threads"]
    """How it likes to be run in parallel."""

    def voices(self) -> tuple[str, ...]:
        """Variants it can speak with here, the default first."""
        ...

    def missing(self) -> str:
        """In French, what stands in the way of using it here; empty when it can be used."""
        ...

    def prepare(self, spoken: Spoken) -> Script:
        """What to send for a sentence; its text is empty when there is nothing to say."""
        ...

    def synthesize(self, text: str, voice: str) -> Clip:
        """Sound of one script's text; VoiceError when it cannot be had. ``voice`` is a variant or ``""``."""
        ...
