"""Speaking is a plain function of plain values: any executor does, and the bytes are the same."""

import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from editions import voices
from editions.audio.settings import AudioSettings
from editions.cache import Cache
from editions.errors import VoiceError
from editions.settings import Settings
from editions.speech import Narrator
from editions.studio import Studio
from tests.spoken_articles import article, narrated, studio

SPOKEN = [article("a0", "Le conseil a voté.", "Voilà."), article("a1", "La crue recule.", "Voilà.")]


class Pool(ProcessPoolExecutor):
    """Two processes that are begun afresh, as on another machine."""

    width = 2

    def __init__(self) -> None:
        super().__init__(2, multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("voice", ["tone", "espeak"])
def test_processes_that_are_spawned_speak_the_same_bytes(voice: str, tmp_path: Path) -> None:
    here = narrated(studio(tmp_path / "c1", tmp_path / "1", voice), SPOKEN)
    narrator = voices.choose(voice, Settings(), tmp_path)
    (tmp_path / "2").mkdir()
    with Pool() as pool:
        room = Studio(narrator, AudioSettings(), tmp_path, Cache(tmp_path / "c2"), tmp_path / "2", 2, pool)
        there = narrated(room, SPOKEN)
    for slug, made in here.items():
        assert there[slug].recording.path.read_bytes() == made.recording.path.read_bytes()
        assert there[slug].recording.timeline == made.recording.timeline
        assert replace(there[slug].figures, new_clips=0, cached_clips=0) == replace(
            made.figures, new_clips=0, cached_clips=0
        )


def test_a_narrator_pickles_and_so_does_the_work() -> None:
    narrator = voices.choose("tone:grave", Settings(), Path())
    assert pickle.loads(pickle.dumps(narrator)) == narrator == Narrator("tone", "grave", "1", narrator.why)
    speak = pickle.loads(pickle.dumps(voices.speak))
    assert speak("tone", "grave", "Bonjour.") == voices.speak("tone", "grave", "Bonjour.")


def test_a_line_that_two_articles_share_is_spoken_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    speak = voices.speak

    def listen(voice: str, variant: str, text: str) -> object:
        asked.append(text)
        return speak(voice, variant, text)

    monkeypatch.setattr(voices, "speak", listen)
    made = narrated(studio(tmp_path / "c", tmp_path / "w"), SPOKEN)
    assert asked.count("Voilà.") == 1
    assert sum(narration.figures.new_clips for narration in made.values()) == len(asked)


def test_an_error_comes_back_whole_from_another_process(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool, pytest.raises(VoiceError) as caught:
        pool.submit(voices.speak, "google", "fr", "Bonjour.").result()
    assert "interdit" in caught.value.message
    assert caught.value.exit_code == 5
