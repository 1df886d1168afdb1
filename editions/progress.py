"""Progress of long work: silent in the library, drawn by the command line."""

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """``stage("Voix", 120)`` begins a stage of 120 steps and returns the function that counts one."""

    def stage(self, name: str, total: int) -> Callable[[], None]:
        """Begin a stage; call the result once per step."""
        ...

    def tell(self, line: str) -> None:
        """What whoever waits should know now, in French, as which voice speaks."""
        ...


class Silent:
    """Says nothing."""

    def stage(self, name: str, total: int) -> Callable[[], None]:
        """A step that does nothing."""
        return lambda: None

    def tell(self, line: str) -> None:
        """Tell nobody."""
