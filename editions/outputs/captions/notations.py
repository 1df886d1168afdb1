"""Captions as WebVTT (W3C) and as SubRip.

Plain numbers name the cues and nothing follows ``WEBVTT``: other names are shown by some players, and a header is
refused by others.
"""

import re
from collections.abc import Callable, Sequence

from editions.outputs.captions.pacing import Caption

_TAG = re.compile(r"<(?=[/!?]?[^\W\d_])")
_BRACES = re.compile(r"\{([^{}]*)\}")


def vtt(captions: Sequence[Caption]) -> str:
    """The file's text."""
    cues = (_cue(number, caption, ".", _escaped) for number, caption in enumerate(captions, 1))
    return "\n".join(["WEBVTT\n", *cues])


def srt(captions: Sequence[Caption]) -> str:
    """The file's text."""
    return "\n".join(_cue(number, caption, ",", _plain) for number, caption in enumerate(captions, 1))


def _cue(number: int, caption: Caption, point: str, shown: Callable[[str], str]) -> str:
    times = f"{time(caption.start, point)} --> {time(caption.end, point)}"
    return "\n".join([str(number), times, *map(shown, caption.lines), ""])


def _escaped(line: str) -> str:
    """Without what WebVTT reads as markup or as a separator."""
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(line: str) -> str:
    """Without what players of SubRip, which has no escapes, take for a tag, a position or a separator, and hide."""
    line = _BRACES.sub(r"(\1)", line.replace("-->", "→"))
    return _TAG.sub("‹", line)


def time(milliseconds: int, point: str) -> str:
    """``01:02:05.500``."""
    seconds, milliseconds = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{point}{milliseconds:03d}"
