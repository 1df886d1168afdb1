"""Kokoro itself: reproducible, unbreakable, its words on time. Needs the ``kokoro`` extra."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from editions.speech import Clip
from editions.voices import kokoro
from tests.conftest import missing

SLOWNESS = "1"
VARIANT = f"siwis,{SLOWNESS},1"
TEXT = "Le maire d'Alençon, ému, a salué les élèves."
pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def extra() -> Iterator[None]:
    if reason := kokoro.missing():
        missing(reason)
    yield
    kokoro._speakers.close()


def seconds(clip: Clip) -> float:
    return len(clip.pcm) / 2 / clip.rate


def test_the_same_bytes_in_any_process_and_order() -> None:
    texts = ["Oui.", TEXT, "Sports"]
    alone = [kokoro.synthesize(text, VARIANT) for text in texts]
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(lambda text: kokoro.synthesize(text, VARIANT), texts[::-1])) == alone[::-1]
    assert 1 < seconds(alone[1]) < 6


def test_words_are_heard_when_they_are_told() -> None:
    clip = kokoro.synthesize(TEXT, VARIANT)
    told = [TEXT[at:].split()[0] for at, _ in clip.words]
    assert told == TEXT.split()
    loud = np.abs(np.frombuffer(clip.pcm, "<i2")) > 600
    onset = int(np.flatnonzero(loud)[0])
    assert abs(clip.words[0][1] - onset) < 0.06 * clip.rate


def test_no_first_sound_is_swallowed_and_no_last_one() -> None:
    """With less time before its first sound, the model said « terme de deux jours » for « Au terme de deux jours »."""
    text = "Au terme de deux jours, il a."
    clip = kokoro.synthesize(text, VARIANT)
    samples = np.abs(np.frombuffer(clip.pcm, "<i2").astype(int))
    step = clip.rate // 40
    loud = [int(samples[at : at + step].max()) for at in range(0, len(samples) - step, step)]
    place = clip.words[0][1] // step
    assert max(loud[: max(0, place - 3)], default=0) < 300
    assert max(loud[place : place + 6]) > 3000
    ends = max(at for at, value in enumerate(loud) if value > 1000)
    assert clip.words[-1][1] // step < ends < len(loud) - 2


def test_a_slower_voice_takes_longer() -> None:
    usual, slow = (seconds(kokoro.synthesize(TEXT, variant)) for variant in (VARIANT, "siwis,1.25,1"))
    assert slow > 1.1 * usual


def height(clip: Clip) -> float:
    """Vibrations a second of its voiced stretches, the median: the best step of the autocorrelation, 70 to 400 Hz."""
    samples = np.frombuffer(clip.pcm, "<i2").astype(np.float64)
    size, found = clip.rate // 20, []
    for at in range(0, len(samples) - 2 * size, size):
        here = samples[at : at + 2 * size]
        near = np.correlate(here, here, "full")[2 * size - 1 :]
        steps = near[clip.rate // 400 : clip.rate // 70]
        if steps.max() > 0.5 * near[0] > 0:
            found.append(clip.rate / (clip.rate // 400 + int(steps.argmax())))
    return float(np.median(found))


def test_its_variants_and_manners_are_as_high_as_told_and_as_long() -> None:
    usual = kokoro.synthesize(TEXT, VARIANT)
    lower = kokoro.mannered(VARIANT, "aside")
    assert kokoro.mannered(VARIANT, "title") == VARIANT
    for variant, pitch in (("siwis+grave,1,0.84", 0.84), ("siwis+aigu,1,1.16", 1.16), (lower, kokoro.LOWER)):
        clip = kokoro.synthesize(TEXT, variant)
        assert height(clip) / height(usual) == pytest.approx(pitch, rel=0.04)
        assert [at for at, _ in clip.words] == [at for at, _ in usual.words]
        told, others = (np.array([sample for _, sample in one.words]) for one in (clip, usual))
        assert np.abs(told - others).max() < 0.03 * clip.rate  # a pause is heard to end a little earlier or later


def test_what_is_silent_before_the_first_sound_is_not_made() -> None:
    assert kokoro.synthesize(TEXT, VARIANT).words[0][1] <= 0.1 * 24_000


def test_a_very_long_sentence_is_said_whole() -> None:
    text = "Le conseil a voté, après un long débat, la construction de la nouvelle école, " * 5
    clip = kokoro.synthesize(text, VARIANT)
    assert 10 < len(text) / seconds(clip) < 22
    samples = [sample for _, sample in clip.words]
    assert len(samples) > 60
    assert samples == sorted(samples)


def test_a_process_that_was_killed_is_replaced() -> None:
    before = kokoro.synthesize("Oui.", VARIANT)
    process = kokoro._speakers.of(SLOWNESS, kokoro._command).process
    assert process is not None
    process.kill()
    process.wait()
    assert kokoro.synthesize("Oui.", VARIANT) == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs Linux's list of processes")
def test_nothing_is_left_when_the_command_is_killed_in_the_middle_of_a_sentence() -> None:
    code = (
        "from threading import Thread; from editions.voices import kokoro as k\n"
        f"s = k._speakers.of({SLOWNESS!r}, k._command); s.say('1\\nOui.'); print(s.process.pid, flush=True)\n"
        "s.say('1\\nLe conseil a voté la construction de la nouvelle école. ' * 12)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as command:
        assert command.stdout is not None
        speaker = Path(f"/proc/{int(command.stdout.readline())}")
        below = [Path(f"/proc/{pid}") for pid in (speaker / "task" / speaker.name / "children").read_text().split()]
        assert below
        time.sleep(0.5)
        command.kill()
    end = time.monotonic() + 2
    while any((one / "cmdline").exists() and (one / "cmdline").read_bytes() for one in (speaker, *below)):
        assert time.monotonic() < end, "a speaking process outlives the command"
        time.sleep(0.02)
