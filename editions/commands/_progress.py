"""Progress of long work on stderr: lines that are told at once; on a terminal a bar, with the time that is left."""

import sys
import time
from collections.abc import Callable

import click

from editions.terminal import squeezed

_WIDTH = 30
_REDRAW = 0.1
"""Seconds between two drawings."""
_FIRST_GUESS = 2.0
"""Seconds of work before the rest of it is guessed."""
_MINUTE, _HOUR = 60, 3600


class Lines:
    """What is told, a line each; nothing of the stages: for a log, where a bar would fill pages."""

    def stage(self, name: str, total: int) -> Callable[[], None]:
        """A step that does nothing."""
        return lambda: None

    def tell(self, line: str) -> None:
        """Print the line."""
        click.echo(squeezed(line), err=True)


class Bar(Lines):
    """One line on a terminal, redrawn at most ten times a second."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._next = 0.0

    def tell(self, line: str) -> None:
        """Print the line in place of the bar, which comes back below."""
        _write("")
        super().tell(line)

    def stage(self, name: str, total: int) -> Callable[[], None]:
        """Begin a stage; each call of the result counts a step."""
        done, began = 0, time.monotonic()

        def step() -> None:
            nonlocal done
            done += 1
            now = time.monotonic()
            if done >= total:
                _write("")
            elif now >= self._next:
                self._next = now + _REDRAW
                _write(_drawn(name, done, total, now - began))

        return step


def _write(line: str) -> None:
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()


def _drawn(name: str, done: int, total: int, seconds: float) -> str:
    filled = _WIDTH * done // total
    left = f", encore {in_words(seconds * (total - done) / done)}" if seconds >= _FIRST_GUESS else ""
    return f"{name:<12} {'█' * filled}{'░' * (_WIDTH - filled)} {done}/{total}{left}"


def in_words(seconds: float) -> str:
    """A length of time as it is guessed, never too exactly: « 40 s », « 3 min », « 2 h 05 ».

    Seconds by tens, minutes rounded up.
    """
    if seconds < _MINUTE - 10:
        return f"{10 * (int(seconds) // 10 + 1)} s"
    minutes = -int(-seconds // _MINUTE)
    if minutes < _MINUTE:
        return f"{minutes} min"
    return f"{minutes // _MINUTE} h {minutes % _MINUTE:02}"
