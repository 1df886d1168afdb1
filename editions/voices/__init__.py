"""Voices: text → ``Clip``. One file or folder each; its name is what ``--voice`` takes, before the colon.

A voice's quirks live in its file: ``prepare`` turns readings into what this voice says best. ``script`` does the part
that all share. ``choose`` applies ``--voice auto``; ``speak`` is all that a worker needs, on this machine or another.
"""

import os
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from editions import registry
from editions.audio.settings import AudioSettings
from editions.errors import MissingTool, UsageError, VoiceError
from editions.pronunciation import pronounced
from editions.settings import Settings
from editions.speech import Clip, Narrator, Script, Spoken
from editions.voices._scripts import LONGEST_PIECE, SAYABLE, pieces, script

__all__ = ["LONGEST_PIECE", "SAYABLE", "Voice", "choose", "knows_phonemes", "load", "mannered", "phonemes", "pieces",
           "prepared", "script", "speak", "without_network"]  # fmt: skip


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
        return _with_hint(_narrator(module, asked, settings, folder, f"Voix demandée, {_LEAVES}"), _AT_HOME)
    return _narrator(module, asked, settings, folder, "Voix demandée")


def without_network(settings: Settings, folder: Path, reason: str) -> Narrator:
    """eSpeak NG for the whole edition, after the network voice gave up for ``reason``."""
    return _instead(settings, folder, reason)


def _automatic(settings: Settings, folder: Path) -> Narrator:
    if settings.of(AudioSettings).model:
        missing = load("piper").missing()
        if not missing:
            return _narrator("piper", "", settings, folder, "edition.toml nomme un modèle")
        return _instead(settings, folder, f"Piper ne peut pas parler ici ({missing})")
    if not load("kokoro").missing():
        return _narrator("kokoro", "", settings, folder, "Kokoro est installée, rien ne quitte cet ordinateur")
    if forbidden := _forbidden(settings):
        return _narrator("espeak", "", settings, folder, f"Le réseau est interdit ({forbidden})")
    missing = load("google").missing()
    if missing:
        return _instead(settings, folder, f"Google ne répond pas ({missing})")
    return _with_hint(_narrator("google", "", settings, folder, f"Google répond, {_LEAVES}"), _AT_HOME)


def _instead(settings: Settings, folder: Path, reason: str) -> Narrator:
    """eSpeak NG for another voice that cannot speak: why, and how to have neither."""
    return _with_hint(_narrator("espeak", "", settings, folder, f"{reason}, {_READS}"), _CHOICE)


def _with_hint(narrator: Narrator, hint: str) -> Narrator:
    """The line that says which voice it is also says how to have another."""
    return replace(narrator, why=f"{narrator.why} {hint}")


_LEAVES = "le texte des articles quitte cet ordinateur"
_READS = "une voix de cet ordinateur lit l'édition"
_CHOICE = "Pour en choisir une autre : --voice, ou voice dans edition.toml ; « editions voices » les nomme."
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
