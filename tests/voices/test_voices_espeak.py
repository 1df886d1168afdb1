"""eSpeak NG in its processes: reproducible, unbreakable, never in this process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editions.audio.settings import AudioSettings
from editions.errors import UsageError, VoiceError
from editions.model import Span
from editions.settings import Settings
from editions.speech import PLAIN, Clip, Reading, Spoken
from editions.voices import _processes as processes
from editions.voices import espeak

VARIANT = "fr,170,45"
SENTENCES = ["Le conseil municipal a voté.", "À Alençon, l'été fut long.", "Combien ? Trois cents euros !", "Fin."]


@pytest.fixture(autouse=True)
def no_process_left() -> Iterator[None]:
    yield
    espeak._speakers.close()


def seconds(clip: Clip) -> float:
    return len(clip.pcm) / 2 / clip.rate


def read(*readings: tuple[str, str]) -> Spoken:
    """A sentence of (spoken, rule)."""
    found = []
    start = 0
    for spoken, rule in readings:
        found.append(Reading(Span(start, start + len(spoken)), spoken, rule))
        start += len(spoken)
    return Spoken("s", tuple(found))


def test_the_wheel_speaks_with_the_three_accents_and_their_timbres() -> None:
    assert espeak.missing() == ""
    assert espeak.voices()[:3] == ("fr", "fr-be", "fr-ch")
    assert "fr+f3" in espeak.voices()


def test_the_accent_follows_the_language_and_the_settings() -> None:
    swiss = Settings(language="fr-CH", sections=(AudioSettings(speed=150, pitch=60, timbre="f3"),))
    assert espeak.variant("", swiss, Path()) == "fr-ch+f3,150,60"
    assert espeak.variant("fr-be", swiss, Path()) == "fr-be,150,60"
    with pytest.raises(UsageError, match="klingon"):
        espeak.variant("klingon", swiss, Path())


def test_a_breathy_timbre_gives_the_same_bytes_at_another_time_of_the_day() -> None:
    first = espeak.synthesize(SENTENCES[0], "fr+f3,160,50")
    espeak._speakers.close()
    time.sleep(1.1)  # the library would seed its noise with the seconds of the clock
    assert espeak.synthesize(SENTENCES[0], "fr+f3,160,50") == first


def test_the_same_text_gives_the_same_bytes_in_any_order_and_thread() -> None:
    alone = [espeak.synthesize(text, VARIANT) for text in SENTENCES]
    with ThreadPoolExecutor(3) as threads:
        shuffled = list(threads.map(lambda text: espeak.synthesize(text, VARIANT), SENTENCES[::-1] * 3))
    assert shuffled == alone[::-1] * 3


def test_speed_pitch_and_accent_change_the_sound() -> None:
    text = "72 personnes attendent."
    sounds = {espeak.synthesize(text, variant).pcm for variant in (VARIANT, "fr,150,45", "fr,170,60", "fr-ch,170,45")}
    assert len(sounds) == 4


def test_words_come_with_their_times() -> None:
    text = "Le maire d'Alençon, ému, a salué les élèves."
    clip = espeak.synthesize(text, VARIANT)
    offsets = [offset for offset, _ in clip.words]
    samples = [sample for _, sample in clip.words]
    assert [text[offset:].split()[0] for offset in offsets[:3]] == ["Le", "maire", "d'Alençon,"]
    assert offsets == sorted(offsets)
    assert samples == sorted(samples)
    assert 0 <= samples[0] < samples[-1] < len(clip.pcm) // 2


@pytest.mark.parametrize("text", ["s'" * 100, "S.N.C.F." * 48, "lorsqu'" * 60, "M." * 300, "7" * 300, "ha" * 500])
def test_texts_that_kill_the_library_are_spoken_in_pieces(text: str) -> None:
    clip = espeak.synthesize(text, VARIANT)
    assert seconds(clip) > 0.018 * sum(c.isalnum() for c in text)
    assert espeak.synthesize(SENTENCES[0], VARIANT) == espeak.synthesize(SENTENCES[0], VARIANT)


def test_what_the_library_swallows_is_spoken_in_pieces() -> None:
    swallowed = espeak._speaker(VARIANT).say("a-" * 200)
    assert swallowed is not None
    assert seconds(swallowed) < 1
    assert seconds(espeak.synthesize("a-" * 200, VARIANT)) > 3.6


def test_markup_and_phonemes_are_read_not_obeyed() -> None:
    assert seconds(espeak.synthesize("<break time='9s'/>", VARIANT)) < 5
    plain, brackets = (espeak.synthesize(text, VARIANT) for text in ("bonjour", "[[bonjour]]"))
    assert seconds(brackets) > 0.8 * seconds(plain)


def test_a_text_that_nothing_makes_speak_is_a_voice_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.Speaker, "say", lambda self, text: None)
    with pytest.raises(VoiceError, match="ne sait pas dire") as caught:
        espeak.synthesize("Bonjour à tous.", VARIANT)
    assert "lexicon.tsv" in caught.value.hint


def test_a_process_that_was_killed_is_replaced() -> None:
    before = espeak.synthesize(SENTENCES[0], VARIANT)
    process = espeak._speaker(VARIANT).process
    assert process is not None
    process.kill()
    process.wait()
    assert espeak.synthesize(SENTENCES[0], VARIANT) == before


def test_without_fork_each_text_has_a_fresh_process(monkeypatch: pytest.MonkeyPatch) -> None:
    before = espeak.synthesize(SENTENCES[0], VARIANT)
    monkeypatch.delattr(os, "fork")
    assert espeak.synthesize(SENTENCES[0], VARIANT) == before
    assert espeak._speaker(VARIANT).process is None


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs Linux's list of loaded libraries")
def test_the_library_is_never_in_this_process() -> None:
    espeak.synthesize("Bonjour.", VARIANT)
    assert "espeak" not in "".join(
        line for line in Path("/proc/self/maps").read_text().splitlines() if line.rstrip().endswith(".so")
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_nothing_is_left_when_the_command_is_killed() -> None:
    code = (
        "from editions.voices import espeak; espeak.synthesize('Bonjour.', 'fr,170,45');"
        "print(espeak._speaker('fr,170,45').process.pid, flush=True); import time; time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as command:
        assert command.stdout is not None
        speaker = int(command.stdout.readline())
        command.send_signal(signal.SIGKILL)
    end = time.monotonic() + 5
    while Path(f"/proc/{speaker}/cmdline").exists() and Path(f"/proc/{speaker}/cmdline").read_bytes():
        assert time.monotonic() < end, "the speaking process outlives the command"
        time.sleep(0.02)


@pytest.mark.parametrize(
    "spoken, said",
    [
        ((("La ", PLAIN), ("S N C F", "acronyms"), (" paie.", PLAIN)), "La S.N.C.F. paie."),
        ((("l’", PLAIN), ("A R S", "acronyms")), "l'A.R.S."),
        ((("quatre-vingt-deux", "numbers"), (" ans", PLAIN)), "quatre-vin-deux ans"),
        ((("quatre-vingts", "numbers"), (" ans", PLAIN)), "quatre-vingts ans"),
        ((("L’", PLAIN), ("A R S", "acronyms"), (" promet", PLAIN)), "l'A.R.S. promet"),
        ((("cent", "numbers"), (" ans", PLAIN)), "100 ans"),
        ((("À 12\u202fh\n", PLAIN),), "À 12 h"),
        (((" — ", PLAIN),), ""),
    ],
)
def test_what_is_sent_is_what_it_says_best(spoken: tuple[tuple[str, str], ...], said: str) -> None:
    assert espeak.prepare(read(*spoken)).text == said
