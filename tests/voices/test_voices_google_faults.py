"""A network of bad days: the edition completes or stops with the list, never a sentence missing."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import gtts.tts
import pytest

from editions.cache import Cache, key
from editions.errors import VoiceError
from editions.studio import Narration
from editions.voices import google
from editions.voices.google import wire
from tests.spoken_articles import Spoke, article, studio
from tests.voices.google_stand_in import StandIn, random_faults

HASTY = wire.Patience(connect=1, silence=0.15, answer=0.5, total=0.6, first_delay=0.01, interval=0)
ARTICLES = 3


def edition() -> list[Spoke]:
    texts = [
        f"Première phrase du sujet {n}. La suite est plus longue, et pleine de détails. Fin {n}."
        for n in range(ARTICLES)
    ]
    return [article(f"a{n}", text) for n, text in enumerate(texts)]


def run(folder: Path) -> list[Narration | VoiceError]:
    return [result for _, result in studio(folder / "c", folder / "w", "google").narrate(edition())]


def kept_in(folder: Path) -> set[str]:
    """Texts whose sound is in the cache."""
    texts = {one.text.strip() for _, words in edition() for one in words}
    names = {text: key(voice="google:fr", version=google.version("fr"), rate="", text=text) for text in texts}
    store = Cache(folder / "c")
    return {text for text, name in names.items() if store.has(name)}


def assert_complete(results: list[Narration | VoiceError]) -> None:
    """Every sentence has a cue, and its sound is the one of its text: the stand-in's last as long as theirs."""
    for (found, words), result in zip(edition(), results, strict=True):
        assert isinstance(result, Narration)
        cues = result.recording.timeline.cues
        assert [cue.sentence_id for cue in cues] == [one.sentence_id for one in words], found.slug
        for cue, one in zip(cues, words, strict=True):
            assert (cue.end - cue.start) / 24_000 == pytest.approx(0.3 + 0.06 * len(one.text.strip()), abs=0.15)


@pytest.fixture
def network(loopback: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    server = StandIn()
    monkeypatch.setattr(gtts.tts, "_translate_url", lambda tld="com", path="": server.address + path)
    monkeypatch.delenv("EDITIONS_OFFLINE")
    monkeypatch.setattr(google, "PATIENCE", HASTY)
    yield server
    server.close()


def assert_survived(network: StandIn, folder: Path, seed: int) -> bool:
    """Run an edition through the faults of a seed; whether it completed at once. A later run always completes it."""
    network.fault = random_faults(seed, 0.3)
    network.asked.clear()
    results = run(folder)
    failures = [result for result in results if isinstance(result, VoiceError)]
    if not failures:
        assert_complete(results)
        return True
    assert all("phrases sans son : a" in error.message for error in failures)
    assert all("--voice espeak" in error.hint for error in failures)
    network.fault = lambda n: ""
    kept = kept_in(folder)
    network.asked.clear()
    assert_complete(run(folder))
    assert not kept & set(network.asked), "what was spoken is not asked for again"
    return False


@pytest.mark.parametrize("seed", range(4))
def test_thirty_percent_of_faults(network: StandIn, tmp_path: Path, seed: int) -> None:
    assert_survived(network, tmp_path, seed)


@pytest.mark.slow
def test_thirty_percent_of_faults_a_hundred_times(network: StandIn, tmp_path: Path) -> None:
    completed = [assert_survived(network, tmp_path / str(seed), seed) for seed in range(100)]
    assert 20 < sum(completed) < 100, "both ends of the story must have been seen"


def test_nothing_but_faults_stops_soon_and_keeps_what_was_spoken(
    network: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(google, "PATIENCE", replace(HASTY, total=0.5))
    network.fault = lambda n: "" if n <= 3 else "503"
    start = time.monotonic()
    results = run(tmp_path)
    assert time.monotonic() - start < 3
    assert any(isinstance(result, VoiceError) for result in results)
    kept = kept_in(tmp_path)
    assert len(kept) == 3
    network.fault = lambda n: ""
    network.asked.clear()
    assert_complete(run(tmp_path))
    assert not kept & set(network.asked)
