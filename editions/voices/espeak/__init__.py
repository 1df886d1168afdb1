"""The embedded voice: eSpeak NG, from the ``espeakng-loader`` wheel. Needs no network, no account, no system package.

The library lives in processes of its own (``process.py``), one for each thread that speaks: a text that
kills it costs one sentence's retry, never the command, and the same text gives the same bytes whatever was said before.

    --voice espeak          the pleasant default of the edition's language
    --voice espeak:fr+f3    a variant of the wheel's data
"""

import re
import sys
from functools import cache
from importlib import metadata, util
from pathlib import Path

from editions.audio.settings import AudioSettings
from editions.errors import UsageError, VoiceError
from editions.phonemes import data, phonemizer
from editions.settings import Settings
from editions.speech import PLAIN, Clip, Reading, Script, Spoken
from editions.voices import _cutting, _espeak_words, script
from editions.voices._processes import Need, Speaker, Speakers

ONLINE = False
AT_ONCE = 0
PRONUNCIATION = "espeak"
LOWER = 14
"""How much lower its pitch is aside, of 99."""
_QUIRKS = 4
"""Raised when ``prepare``, the cutting or the process changes what is heard for the same readings."""
_ACCENTS = {"fr-FR": "fr", "fr-BE": "fr-be", "fr-CH": "fr-ch"}


def missing() -> str:
    """What is missing here: only the wheel can be."""
    return "" if util.find_spec("espeakng_loader") else "le paquet espeakng-loader n'est pas installé"


@cache
def voices() -> tuple[str, ...]:
    """French accents, then each with the timbres of the wheel's data."""
    accents = tuple(_ACCENTS.values())
    timbres = sorted(path.name for path in (_data() / "voices" / "!v").iterdir())
    return accents + tuple(f"{accent}+{timbre}" for accent in accents for timbre in timbres)


def variant(asked: str, settings: Settings, folder: Path) -> str:
    """``fr+f3,165,45``: accent and timbre, words a minute, pitch from 0 to 99."""
    audio = settings.of(AudioSettings)
    name = asked or _ACCENTS.get(settings.language, "fr") + (f"+{audio.timbre}" * bool(audio.timbre))
    if name not in voices():
        raise UsageError(f"voix eSpeak NG inconnue « {name} »", f"Par exemple : {', '.join(voices()[:5])}.")
    return f"{name},{audio.words_a_minute},{audio.pitch}"


def mannered(variant: str, manner: str) -> str:
    """A lower pitch for what is said aside."""
    name, speed, pitch = variant.rsplit(",", 2)
    return f"{name},{speed},{max(0, int(pitch) - LOWER * (manner == 'aside'))}"


@cache
def version(variant: str) -> str:
    """The wheel's version and the number of our own quirks."""
    return f"espeakng-loader {metadata.version('espeakng-loader')}, {_QUIRKS}"


_SPELLED = re.compile(r"(?<!\w)[A-ZÀ-Ý](?: [A-ZÀ-Ý])+(?!\w)")


def prepare(spoken: Spoken) -> Script:
    """The line for eSpeak NG; found by comparing the phonemes it prints.

    It spells « S.N.C.F. » in one breath but pauses after each letter of « S N C F ».
    """
    return script(spoken, _say)


def _say(reading: Reading) -> str:
    words = _espeak_words.plain(reading.spoken)
    if reading.rule == PLAIN:
        return words
    return _SPELLED.sub(lambda letters: letters[0].replace(" ", ".") + ".", _espeak_words.number(words))


def phonemes(text: str, variant: str) -> str:
    """What is heard of a text, in IPA."""
    return phonemizer(variant.rsplit(",", 2)[0]).ipa(text)


def synthesize(text: str, variant: str) -> Clip:
    """Sound of a text, cut into smaller pieces where the library fails or swallows; VoiceError when nothing helps."""
    clips = [(start, _whole(piece, variant)) for start, piece in _cutting.capped(text)]
    return _cutting.joined(clips)


def _whole(text: str, variant: str) -> Clip:
    clip = _cutting.whole(text, lambda part: _speaker(variant).say(part))
    if clip is None:
        raise VoiceError(f"eSpeak NG ne sait pas dire « {text} »", "Donnez-lui une lecture dans lexicon.tsv.")
    return clip


_speakers = Speakers(Need(seconds=30, a_character=0.02, megabytes=500))


def _speaker(variant: str) -> Speaker:
    """This thread's process for a variant."""
    return _speakers.of(variant, _command)


def _command(variant: str) -> list[str]:
    import espeakng_loader

    program = str(Path(__file__).with_name("process.py"))
    library = str(espeakng_loader.get_library_path())
    return [sys.executable, "-I", "-S", program, library, str(data.folder()), *variant.rsplit(",", 2)]


def _data() -> Path:
    import espeakng_loader

    return Path(espeakng_loader.get_data_path())
