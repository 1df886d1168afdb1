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
from editions.phonemes import LONGEST_RUN, phonemizer
from editions.processes import Speaker, Speakers
from editions.settings import Settings
from editions.speech import PLAIN, Clip, Reading, Script, Spoken
from editions.voices import script

ONLINE = False
AT_ONCE = 0
PRONUNCIATION = "espeak"
SHORTEST_PIECE = 4
"""Characters below which a text is not cut any further."""
SECONDS_A_CHARACTER = 0.018
"""Letters and digits said faster than this were swallowed: the fastest real speech takes twice as long."""
_QUIRKS = 3
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
    return f"{name},{audio.speed},{audio.pitch}"


@cache
def version(variant: str) -> str:
    """The wheel's version and the number of our own quirks."""
    return f"espeakng-loader {metadata.version('espeakng-loader')}, {_QUIRKS}"


_SPELLED = re.compile(r"(?<!\w)[A-ZÀ-Ý](?: [A-ZÀ-Ý])+(?!\w)")
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "\u00ad": " "})


def prepare(spoken: Spoken) -> Script:
    """The line for eSpeak NG; found by comparing the phonemes it prints.

    It spells « S.N.C.F. » in one breath but pauses after each letter of « S N C F »; sounds a t in
    « quatre-vingt-deux »; makes the liaison of « cent ans » only after the digits.
    """
    return script(spoken, _say)


def _say(reading: Reading) -> str:
    words = reading.spoken.translate(_BLANKS)
    if reading.rule == PLAIN:
        return words
    if words == "cent":
        return "100"
    words = words.replace("quatre-vingt-", "quatre-vin-")
    return _SPELLED.sub(lambda letters: letters[0].replace(" ", ".") + ".", words)


def phonemes(text: str, variant: str) -> str:
    """What is heard of a text, in IPA."""
    return phonemizer(variant.rsplit(",", 2)[0]).ipa(text)


def synthesize(text: str, variant: str) -> Clip:
    """Sound of a text, cut into smaller pieces where the library fails or swallows; VoiceError when nothing helps."""
    clips = [(start, _whole(piece, variant)) for start, piece in _capped(text)]
    return _joined(clips)


def _whole(text: str, variant: str) -> Clip:
    answer = _speaker(variant).say(text)
    if answer is not None and _long_enough(text, answer):
        return answer
    cut = _middle(text)
    if cut is None:
        raise VoiceError(f"eSpeak NG ne sait pas dire « {text} »", "Donnez-lui une lecture dans lexicon.tsv.")
    return _joined([(0, _whole(text[:cut], variant)), (cut, _whole(text[cut:], variant))])


def _long_enough(text: str, clip: Clip) -> bool:
    letters = sum(map(str.isalnum, text))
    return len(clip.pcm) // 2 >= letters * SECONDS_A_CHARACTER * clip.rate


def _capped(text: str) -> list[tuple[int, str]]:
    """``(offset, piece)``; cut only inside runs without a blank that are too long for the library."""
    cuts = [0]
    for run in re.finditer(rf"\S{{{LONGEST_RUN + 1},}}", text):
        cuts += range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)
    return [(a, text[a:b]) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _middle(text: str) -> int | None:
    """Where to cut a text in two: at the end of a clause, else at a blank, else in the middle; None if too short."""
    if len(text) < 2 * SHORTEST_PIECE:
        return None
    middle = len(text) / 2
    for pattern in (r"(?<=[,;:.!?])\s+(?=\S)", r"\s+(?=\S)", r"(?<=[-'/.])(?=\w)"):
        inside = range(SHORTEST_PIECE, len(text) - SHORTEST_PIECE + 1)
        places = [m.end() for m in re.finditer(pattern, text) if m.end() in inside]
        if places:
            return min(places, key=lambda place: abs(place - middle))
    return int(middle)


def _joined(clips: list[tuple[int, Clip]]) -> Clip:
    """One clip of several, the words' offsets and samples moved along."""
    words: list[tuple[int, int]] = []
    sample = 0
    for offset, clip in clips:
        words += [(offset + place, sample + first) for place, first in clip.words]
        sample += len(clip.pcm) // 2
    return Clip(clips[0][1].rate, b"".join(clip.pcm for _, clip in clips), tuple(words))


_speakers = Speakers()


def _speaker(variant: str) -> Speaker:
    """This thread's process for a variant."""
    return _speakers.of(variant, _command)


def _command(variant: str) -> list[str]:
    import espeakng_loader

    program = str(Path(__file__).with_name("process.py"))
    library, data = str(espeakng_loader.get_library_path()), str(_data().parent)
    return [sys.executable, "-I", "-S", program, library, data, *variant.rsplit(",", 2)]


def _data() -> Path:
    import espeakng_loader

    return Path(espeakng_loader.get_data_path())
