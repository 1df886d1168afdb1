"""Voices: text → ``Clip``. One file or folder each; its name is what ``--voice`` takes, before the colon.

A voice's quirks live in its file: ``prepare`` turns readings into what this voice says best. ``script`` does the part
that all share. ``choose`` applies ``--voice auto``; ``speak`` is all that a worker needs, on this machine or another.
"""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from editions import registry
from editions.audio.settings import AudioSettings
from editions.errors import MissingTool, UsageError, VoiceError
from editions.model import Span
from editions.pronunciation import pronounced
from editions.settings import Settings
from editions.speech import PLAIN, Clip, Narrator, Reading, Script, Spoken


class Voice(Protocol):
    """What a voice module offers."""

    ONLINE: bool
    """Whether it needs the network."""
    AT_ONCE: int
    """How many sentences it may speak at the same time; 0: as many as there are jobs."""

    PRONUNCIATION: str
    """Table of ``editions/pronunciation/`` with the words that it says wrong; empty: it is told the newsroom's only."""

    def voices(self) -> tuple[str, ...]:
        """Variants it can speak with here, the default first."""
        ...

    def missing(self) -> str:
        """In French, what stands in the way of using it here; empty when it can be used."""
        ...

    def variant(self, asked: str, settings: Settings, folder: Path) -> str:
        """The full variant: what was asked for (or ``""``), completed by the settings; UsageError if unknown.

        ``folder`` is the edition's, for the files that the settings name.
        """
        ...

    def version(self, variant: str) -> str:
        """Part of the cache key: changes when the same text gives other sound."""
        ...

    def prepare(self, spoken: Spoken) -> Script:
        """What to send for a sentence; its text is empty when there is nothing to say."""
        ...

    def synthesize(self, text: str, variant: str) -> Clip:
        """Sound of one script's text; VoiceError when it cannot be had. May be called from several threads."""
        ...


def load(name: str) -> Voice:
    """The voice of that name; UsageError names those that exist."""
    return cast(Voice, registry.load("voices", name))


def speak(voice: str, variant: str, text: str) -> Clip:
    """The sound of one script's text: a plain function of plain values, which any executor can be handed.

    ``voice`` and ``variant`` are those of a ``Narrator``. VoiceError when the sound cannot be had.
    """
    return load(voice).synthesize(text, variant)


def prepared(voice: str, spoken: Spoken) -> Script:
    """What to send to a voice for a sentence: pronounced as it must be told, then in its own manner."""
    speaker = load(voice)
    return speaker.prepare(pronounced(spoken, speaker.PRONUNCIATION))


def mannered(narrator: Narrator, manner: str) -> Narrator:
    """The voice as it says things in a manner; its second voice, if there is one; itself where it knows none.

    A voice that can has a function ``mannered(variant, manner)`` → variant beside those of ``Voice``.
    """
    if manner and narrator.second:
        return narrator.second
    change = getattr(load(narrator.name), "mannered", None)
    return replace(narrator, variant=change(narrator.variant, manner)) if manner and change else narrator


def phonemes(narrator: Narrator, spoken: Spoken) -> str:
    """What will be heard of a sentence, in IPA, ``(en)`` before English sounds; UsageError if the voice cannot tell.

    A voice that can has a function ``phonemes(text, variant)`` beside those of ``Voice``.
    """
    heard = getattr(load(narrator.name), "phonemes", None)
    if heard is None:
        able = ", ".join(filter(knows_phonemes, registry.names("voices")))
        raise UsageError(f"la voix « {narrator.name} » ne dit pas ses phonèmes", f"Au choix : {able}.")
    scripts = pieces(prepared(narrator.name, spoken))
    return " ".join(heard(script.text, narrator.variant) for script in scripts)


def knows_phonemes(voice: str) -> bool:
    """Whether a voice can tell what will be heard."""
    return hasattr(load(voice), "phonemes")


def choose(name: str, settings: Settings, folder: Path) -> Narrator:
    """The voice for ``--voice NAME[:VARIANT]``; MissingTool when it cannot speak here.

    ``auto``: Piper when ``[audio] model`` names a model, else Kokoro when it is installed, else Google when it
    answers and may be asked, else eSpeak NG. ``EDITIONS_VOICE`` names another choice for this machine.
    """
    if name == "auto":
        name = os.environ.get("EDITIONS_VOICE") or name
    if name == "auto":
        return _automatic(settings, folder)
    module, _, asked = name.partition(":")
    voice = load(module)
    if voice.ONLINE and not settings.online:
        raise VoiceError("le réseau est interdit : online = false dans edition.toml", "Essayez --voice espeak.")
    missing = "" if voice.ONLINE else voice.missing()  # the network is tried by speaking
    if missing:
        raise MissingTool(f"la voix « {module} » ne peut pas parler ici : {missing}", "Essayez --voice espeak.")
    if voice.ONLINE:
        return _leaving(_narrator(module, asked, settings, folder, f"Voix demandée, {_LEAVES}"))
    return _narrator(module, asked, settings, folder, "Voix demandée")


def without_network(settings: Settings, folder: Path, reason: str) -> Narrator:
    """eSpeak NG for the whole edition, after the network voice gave up for ``reason``."""
    return _narrator("espeak", "", settings, folder, reason)


def _automatic(settings: Settings, folder: Path) -> Narrator:
    if settings.of(AudioSettings).model:
        missing = load("piper").missing()
        if not missing:
            return _narrator("piper", "", settings, folder, "edition.toml nomme un modèle")
        return _narrator("espeak", "", settings, folder, f"Piper ne peut pas parler ici ({missing})")
    if not load("kokoro").missing():
        return _narrator("kokoro", "", settings, folder, "Kokoro est installée, rien ne quitte cet ordinateur")
    if forbidden := _forbidden(settings):
        return _narrator("espeak", "", settings, folder, f"Le réseau est interdit ({forbidden})")
    missing = load("google").missing()
    if missing:
        return _narrator("espeak", "", settings, folder, f"Google ne répond pas ({missing})")
    return _leaving(_narrator("google", "", settings, folder, f"Google répond, {_LEAVES}"))


def _leaving(narrator: Narrator) -> Narrator:
    """A voice of the network: the line that says so tells how to do without."""
    return replace(narrator, why=f"{narrator.why} {_AT_HOME}")


_LEAVES = "le texte des articles quitte cet ordinateur"
_AT_HOME = "Pour l'y garder : pip install 'editions[kokoro]', ou online = false dans edition.toml."


def _forbidden(settings: Settings) -> str:
    """What forbids the network, as it is written; empty when nothing does."""
    if os.environ.get("EDITIONS_OFFLINE") == "1":
        return "EDITIONS_OFFLINE=1"
    return "" if settings.online else "online = false dans edition.toml"


def _narrator(module: str, asked: str, settings: Settings, folder: Path, reason: str) -> Narrator:
    voice = load(module)
    variant = voice.variant(asked, settings, folder)
    narrator = Narrator(module, variant, voice.version(variant))
    second = _second(module, settings, folder)
    also = f", titres et légendes : {second.label}" if second else ""
    return replace(narrator, why=f"{reason} : {narrator.label}{also}.", second=second)


def _second(module: str, settings: Settings, folder: Path) -> Narrator | None:
    """The voice for titles and captions, when the one that speaks is that of which the edition names a second."""
    name, _, asked = settings.of(AudioSettings).second_voice.partition(":")
    voice = load(name or module)  # says which there are, if it is none
    if name != module:
        return None
    variant = voice.variant(asked, settings, folder)
    return Narrator(module, variant, voice.version(variant))


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
SAYABLE = re.compile(r"[^\W_]|[%€$£°²³§&+=@<>×÷½¼¾]")
"""What makes a line worth saying: a letter, a digit, or a sign that has a name."""


def script(spoken: Spoken, say: Callable[[Reading], str]) -> Script:
    """The readings as one line for a voice, ``say`` giving the words of each.

    A stretch that stands for itself must keep its length, so that each of its words keeps its own place; of any
    other reading the words stand for the whole stretch. Control characters become blanks; a line without a letter,
    a digit or a sign that has a name is empty. Of an empty stretch the words are said and stand for nothing.
    """
    parts: list[str] = []
    anchors: list[tuple[int, Span]] = []
    length = 0
    for reading in spoken.readings:
        words = _printable(say(reading))
        if reading.rule == PLAIN and len(words) == len(reading.spoken):
            start = reading.span.start
            anchors += [(length + m.start(), Span(start + m.start(), start + m.end())) for m in _WORD.finditer(words)]
        elif words.strip() and reading.span.start < reading.span.end:
            anchors.append((length + len(words) - len(words.lstrip()), reading.span))
        parts.append(words)
        length += len(words)
    return _stripped("".join(parts), anchors)


def _stripped(text: str, anchors: list[tuple[int, Span]]) -> Script:
    if not SAYABLE.search(text):
        return Script("")
    lead = len(text) - len(text.lstrip())
    line = text.strip()
    return Script(line, tuple((offset - lead, span) for offset, span in anchors if 0 <= offset - lead < len(line)))


def _printable(words: str) -> str:
    """Controls and line ends as blanks, one for one."""
    return _CONTROLS.sub(" ", words)


LONGEST_PIECE = 800
"""Characters spoken at once: about a minute. A longer sentence is spoken in pieces: no clip may fill the memory."""
_PLACES = tuple(map(re.compile, (r"[,;:.!?…»)\u2014] +(?=\S)", r"\s+(?=\S)")))


def pieces(script: Script) -> tuple[Script, ...]:
    """A script cut where it is too long to be one clip: behind a clause, else between words, else anywhere.

    Empty for a script without anything to say.
    """
    found = []
    start = 0
    while len(script.text) - start > LONGEST_PIECE:
        end = _cut(script.text, start)
        found.append(_part(script, start, end))
        start = end
    found.append(_part(script, start, len(script.text)))
    return tuple(part for part in found if SAYABLE.search(part.text))


def _cut(text: str, start: int) -> int:
    for pattern in _PLACES:
        ends = [match.end() for match in pattern.finditer(text, start, start + LONGEST_PIECE)]
        if ends and ends[-1] > start + LONGEST_PIECE // 2:
            return ends[-1]
    return start + LONGEST_PIECE


def _part(script: Script, start: int, end: int) -> Script:
    """A piece; a reading that began before it goes on at its first character."""
    begun = [span for offset, span in script.anchors if offset < start][-1:]
    anchors = [(offset - start, span) for offset, span in script.anchors if start <= offset < end]
    if begun and not (anchors and anchors[0][0] == 0):
        anchors.insert(0, (0, begun[0]))
    return Script(script.text[start:end], tuple(anchors))
