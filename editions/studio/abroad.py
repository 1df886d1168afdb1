"""An article narrated anywhere: plain values in, the entries of its recording out.

    content = narrated(Task(program(), narrator.name, narrator.variant, narrator.version, lines, audio, jingle, entry))

The machine that does it needs the package and the voice, and no disk that others see. The parent puts the content into
its cache, where it is the same as if it had been made there: a voice gives the same bytes everywhere, or says that it
is another version.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from editions import leftovers, voices
from editions.audio.settings import AudioSettings
from editions.cache import Cache
from editions.errors import MissingTool
from editions.executors import get_ready_for_threads
from editions.speech import Clip
from editions.stored import program
from editions.studio.planning import Line
from editions.studio.recordings import Recordings


@dataclass(frozen=True, slots=True)
class Task:
    """What there is to narrate, and by which program and voice."""

    program: str
    """Digest of the program that planned it."""
    voice: str
    variant: str
    version: str
    """Of the voice."""
    lines: tuple[Line, ...]
    audio: AudioSettings
    jingle: tuple[str, bytes] | None
    """Name and content of the signature sound."""
    entry: str
    """Name of the recording in the cache."""


Content = Mapping[str, bytes]
"""The recording's entry under its name; its MP3 under ``sound``, its timeline under ``timeline``."""


def narrated(task: Task) -> Content:
    """Speak, join, level and encode; VoiceError when a line cannot be said, MissingTool from another program."""
    get_ready_for_threads()
    _check(task)
    shelf = _Shelf()
    with TemporaryDirectory(prefix=leftovers.prefix()) as place:
        workshop = Path(place)
        recordings = Recordings(shelf, task.audio, _jingle(task, workshop), workshop)
        recordings.make(task.entry, task.lines, _spoken(task))
    header = shelf.content[task.entry]
    told = json.loads(header)
    return {task.entry: header, **{part: shelf.content[told[part]] for part in ("sound", "timeline")}}


class _Shelf:
    """What a recording keeps while it is made, in memory: nothing is looked for there, as nothing was made before."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.content.get(name)

    def put(self, name: str, content: bytes) -> None:
        self.content[name] = content

    def hold(self, *parts: bytes) -> str:
        content = b"".join(parts)
        name = hashlib.sha256(content).hexdigest()
        self.content[name] = content
        return name

    def lend(self, name: str, path: Path) -> bool:
        return False


def kept(cache: Cache, entry: str, content: Content) -> None:
    """Put what was narrated elsewhere into the cache; OSError when the disk refuses."""
    for part in ("sound", "timeline"):
        cache.hold(content[part])
    cache.put(entry, content[entry])


def _check(task: Task) -> None:
    if task.program != program():
        raise MissingTool("une machine a une autre version du programme ou de Python", _SAME)
    _check_voice(task.voice, task.variant, task.version)


@cache
def _check_voice(voice: str, variant: str, version: str) -> None:
    """Once for each voice: some read their model for it."""
    speaker = voices.load(voice)
    missing = "" if speaker.ONLINE else speaker.missing()
    if missing:
        raise MissingTool(f"la voix « {voice} » ne peut pas parler sur une des machines : {missing}", _SAME)
    if speaker.version(variant) != version:
        raise MissingTool(f"une machine a une autre version de la voix « {voice} »", _SAME)


_SAME = "Installez les mêmes versions partout : docs/locks les fixe."


def _jingle(task: Task, workshop: Path) -> Path | None:
    if task.jingle is None:
        return None
    name, sound = task.jingle
    path = workshop / Path(name).name
    path.write_bytes(sound)
    return path


def _spoken(task: Task) -> Iterator[Clip]:
    """The clips of the lines; what is said twice is spoken once, as it is at home."""
    times = Counter(line.entry for line in task.lines)
    said: dict[str, Clip] = {}
    for line in task.lines:
        clip = said.get(line.entry) or voices.speak(task.voice, line.variant, line.script.text)
        if times[line.entry] > 1:
            said[line.entry] = clip
        yield clip
