"""Kokoro without its model: a small process that speaks the protocol, and has bad days."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editions.audio.settings import AudioSettings
from editions.errors import UsageError, VoiceError
from editions.model import Span
from editions.settings import Settings
from editions.speech import PLAIN, Reading, Spoken
from editions.voices import kokoro

RATE = 24_000
PROGRAM = f"""
import os, pathlib, struct, sys
deaths = pathlib.Path(sys.argv[1])
while head := sys.stdin.buffer.read(4):
    pitch, text = sys.stdin.buffer.read(struct.unpack(">I", head)[0]).decode().split("\\n")
    if "tombe" in text and not deaths.exists():
        deaths.touch()
        os._exit(1)
    if "xx" in text:
        os._exit(1)
    count = 10 if "avale" in text and " " in text else len(text) * {RATE // 10}
    sys.stdout.buffer.write(struct.pack(">I", count) + bytes(2 * count) + struct.pack(">5I", 0, {RATE}, 1, 0, 5))
    sys.stdout.buffer.flush()
"""


@pytest.fixture(autouse=True)
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    program = tmp_path / "fake.py"
    program.write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-I", str(program), str(tmp_path / "dead")]
    monkeypatch.setattr(kokoro, "_command", lambda slowness: command)
    yield
    kokoro._speakers.close()


def test_a_process_that_dies_is_asked_again() -> None:
    clip = kokoro.synthesize("Il tombe ici.", "siwis,1,1")
    assert len(clip.pcm) == 2 * 13 * RATE // 10  # said whole, as without the fall


def test_what_is_swallowed_is_said_in_pieces() -> None:
    text = "On avale des mots, souvent."
    clip = kokoro.synthesize(text, "siwis,1,1")
    assert len(clip.pcm) > 2 * 0.018 * RATE * len(text)
    assert len(clip.words) > 1


def test_what_nothing_makes_it_say_is_a_voice_error() -> None:
    with pytest.raises(VoiceError, match="ne sait pas dire") as caught:
        kokoro.synthesize("xxxxxxxx", "siwis,1,1")
    assert "lexicon.tsv" in caught.value.hint


def test_the_variant_says_who_how_slowly_and_how_high() -> None:
    slow = Settings(sections=(AudioSettings(length_scale=1.25),))
    assert kokoro.variant("", slow, Path()) == "siwis,1.25,1"
    assert kokoro.variant("siwis+grave", slow, Path()) == f"siwis+grave,1.25,{kokoro.PITCHES['grave']:g}"
    assert all(kokoro.variant(name, slow, Path()) for name in kokoro.voices())
    with pytest.raises(UsageError, match="Pierre"):
        kokoro.variant("Pierre", Settings(), Path())


def test_letters_are_not_spelled_with_dots() -> None:
    readings = (("La ", PLAIN), ("S N C F", "acronyms"), (" et ", PLAIN), ("quatre-vingt-deux", "numbers"))
    found, start = [], 0
    for spoken, rule in readings:
        found.append(Reading(Span(start, start + len(spoken)), spoken, rule))
        start += len(spoken)
    assert kokoro.prepare(Spoken("s", tuple(found))).text == "La S N C F et quatre-vin-deux"


@pytest.mark.parametrize("cores, memory, processes", [(2, 16e9, 2), (2, 1.5e9, 1), (64, 64e9, 8), (4, 4e9, 3)])
def test_there_are_as_many_processes_as_cores_and_memory_allow(
    cores: int, memory: float, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: dict[str, int] = {"SC_PHYS_PAGES": int(memory) // 4096, "SC_PAGE_SIZE": 4096}
    sysconf: Callable[[str], int] = sizes.__getitem__
    monkeypatch.setattr(kokoro, "default_jobs", lambda: cores)
    monkeypatch.setattr("os.sysconf", sysconf, raising=False)
    assert kokoro._at_once() == processes


def test_what_is_told_to_be_heard_is_what_is_said() -> None:
    assert kokoro.phonemes("un", "siwis,1,1") == "ˈɛ\u0303"
