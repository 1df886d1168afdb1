"""Articles become recordings: complete, in order, with exact times, spoken once."""

import pickle
import subprocess
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import miniaudio
import numpy as np
import pytest
from numpy.typing import NDArray

from editions.audio import encoding, frames
from editions.errors import VoiceError
from editions.speech import Clip
from editions.studio import Narration
from editions.voices import _processes as processes
from editions.voices import tone
from tests.spoken_articles import Spoke, article, narrated, studio

ONE = "Le conseil a voté. Le maire a salué un vote historique. Voilà."
TWO = "La crue recule. Les routes rouvrent."


def edition(count: int = 3) -> list[Spoke]:
    return [article(f"a{number}", ONE, f"{TWO} Numéro {number}.") for number in range(count)]


def decoded(path: Path, rate: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    return np.array(miniaudio.mp3_read_file_s16(str(path)).samples, np.int16)


def test_every_sentence_has_its_cue_in_order(tmp_path: Path) -> None:
    for (found, words), made in zip(
        edition(), narrated(studio(tmp_path / "c", tmp_path), edition()).values(), strict=True
    ):
        cues = made.recording.timeline.cues
        assert [cue.sentence_id for cue in cues] == [sentence.sentence_id for sentence in words]
        assert all(a.end < b.start for a, b in pairwise(cues)), found.slug
        assert cues[-1].end < made.recording.duration
        assert made.figures.sentences == len(words)
        assert made.figures.silent == made.figures.odd == ()


def test_each_cue_starts_within_10_ms_of_its_sound_in_the_decoded_mp3(tmp_path: Path) -> None:
    made = narrated(studio(tmp_path / "c", tmp_path), edition(1))["a0"].recording
    rate = made.timeline.rate
    # miniaudio does not obey the header: LAME's 576 samples and the decoder's 529 come first.
    sound = np.abs(decoded(made.path, rate).astype(int))
    assert len(sound) == made.duration
    for cue in made.timeline.cues:
        around = sound[cue.start - rate // 20 : cue.start + rate // 20]
        begins = cue.start - rate // 20 + int(np.flatnonzero(around > 2_000)[0])
        assert abs(begins - cue.start) <= 0.010 * rate


def test_word_cues_follow_the_voice(tmp_path: Path) -> None:
    (found, _), made = edition(1)[0], narrated(studio(tmp_path / "c", tmp_path), edition(1))["a0"]
    texts = {block.sentences[0].id: block.text for block in found.blocks}
    cue = next(cue for cue in made.recording.timeline.cues if cue.sentence_id in texts and len(cue.words) > 3)
    text = texts[cue.sentence_id]
    assert [text[word.span.start : word.span.end] for word in cue.words] == ["Le", "conseil", "a", "voté"]
    lengths = [word.end - word.start for word in cue.words]
    expected = [tone.SAMPLES_A_CHARACTER * n + tone.GAP for n in (2, 7, 1)]
    assert lengths[:3] == pytest.approx(expected, abs=120)


def test_loudness_and_peak_are_as_published(tmp_path: Path) -> None:
    figures = narrated(studio(tmp_path / "c", tmp_path, "espeak"), edition(1))["a0"].figures
    assert figures.loudness == pytest.approx(-19, abs=0.3)
    assert figures.true_peak <= -1.5
    assert 8 < figures.characters_per_second < 25
    assert figures.voice == "espeak:fr"


def test_a_second_run_speaks_nothing_and_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = narrated(studio(tmp_path / "c", tmp_path / "1"), edition())
    assert sum(made.figures.new_clips for made in first.values()) >= 3 + 2 + 3 + 3, "each sentence that differs"
    monkeypatch.setattr(tone, "synthesize", lambda text, variant: pytest.fail("spoken again"))
    second = narrated(studio(tmp_path / "c", tmp_path / "2"), edition())
    for slug, made in second.items():
        assert made.recording.path.read_bytes() == first[slug].recording.path.read_bytes()
        assert made.recording.timeline == first[slug].recording.timeline
        assert (made.figures.new_clips, made.figures.cached_clips) == (0, made.figures.sentences)


def test_a_changed_sentence_is_the_only_one_spoken_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    narrated(studio(tmp_path / "c", tmp_path), edition())
    spoken: list[str] = []
    speak = tone.synthesize

    def listen(text: str, variant: str) -> Clip:
        spoken.append(text)
        return speak(text, variant)

    monkeypatch.setattr(tone, "synthesize", listen)
    changed = [*edition()[:2], article("a2", ONE, f"{TWO} Numéro mille.")]
    made = narrated(studio(tmp_path / "c", tmp_path), changed)
    assert spoken == ["Numéro mille."]
    assert made["a2"].figures.new_clips == 1


def test_after_a_correction_only_its_paragraph_is_encoded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraphs = [f"{ONE} {TWO} Paragraphe {number}." for number in range(12)]
    narrated(studio(tmp_path / "c", tmp_path, "espeak"), [article("a", *paragraphs)])
    encoded: list[int] = []
    encode = encoding.encode

    def count(blocks: Sequence[NDArray[np.int16]], rate: int, bitrate: int) -> frames.Stream:
        encoded.append(sum(map(len, blocks)))
        return encode(blocks, rate, bitrate)

    monkeypatch.setattr(encoding, "encode", count)
    paragraphs[5] = paragraphs[5].replace("maire", "préfet")
    made = narrated(studio(tmp_path / "c", tmp_path / "w", "espeak"), [article("a", *paragraphs)])["a"]
    assert len(encoded) == 1
    assert encoded[0] < made.recording.duration / 8
    fresh = narrated(studio(tmp_path / "c2", tmp_path / "w2", "espeak"), [article("a", *paragraphs)])["a"]
    assert made.recording.path.read_bytes() == fresh.recording.path.read_bytes()


def test_the_bytes_do_not_depend_on_jobs_folder_or_other_articles(tmp_path: Path) -> None:
    alone = narrated(studio(tmp_path / "c1", tmp_path / "w1", "espeak", jobs=1), edition(1))
    many = narrated(studio(tmp_path / "c2", tmp_path / "other" / "w2", "espeak", jobs=8), edition(6))
    assert alone["a0"].recording.path.read_bytes() == many["a0"].recording.path.read_bytes()
    assert alone["a0"].figures.loudness == many["a0"].figures.loudness


def test_a_damaged_clip_is_spoken_again_and_only_that_one(tmp_path: Path) -> None:
    first = narrated(studio(tmp_path / "c", tmp_path / "1"), edition(1))["a0"]
    made = first.recording.path.read_bytes()
    clips = [path for path in (tmp_path / "c").glob("??/*") if b'"words"' in path.read_bytes()[:60]]
    assert len(clips) == first.figures.sentences
    clips[0].write_bytes(clips[0].read_bytes()[:-2] + b"??")
    for other in set((tmp_path / "c").glob("??/*")) - set(clips):
        other.write_bytes(other.read_bytes()[:-1])
    again = narrated(studio(tmp_path / "c", tmp_path / "2"), edition(1))["a0"]
    assert again.figures.new_clips == 1
    assert again.recording.path.read_bytes() == made


@pytest.mark.parametrize("part", ["path", "cues"])
def test_a_recording_of_which_a_part_was_pruned_is_made_again_from_its_clips(part: str, tmp_path: Path) -> None:
    both = [article("a0", ONE), article("a1", TWO)]
    first = narrated(studio(tmp_path / "c", tmp_path / "1"), both)
    lent = [getattr(made.recording, part).read_bytes() for made in first.values()]
    held = [path for path in (tmp_path / "c").glob("??/*") if path.read_bytes() in lent]
    assert len(held) == 2
    for path in held:
        path.unlink()
    again = narrated(studio(tmp_path / "c", tmp_path / "2"), both)
    for slug, made in again.items():
        assert made.figures.new_clips == 0
        assert made.recording.path.read_bytes() == first[slug].recording.path.read_bytes()
        assert made.recording.timeline == first[slug].recording.timeline


def test_what_stays_in_memory_of_an_article_does_not_grow_with_its_length(tmp_path: Path) -> None:
    texts = {"court": ONE, "long": " ".join(f"Numéro {number}." for number in range(80))}
    made = narrated(studio(tmp_path / "c", tmp_path), [article(slug, text) for slug, text in texts.items()])
    assert [len(made[slug].recording.timeline.cues) for slug in texts] == [4, 81]
    sizes = [len(pickle.dumps(made[slug])) for slug in texts]
    assert sizes[1] < sizes[0] + 20


def test_one_article_of_hundreds_is_made_while_the_others_are_recalled_in_their_order(tmp_path: Path) -> None:
    whole = [article(f"a{number:03}", f"Numéro {number}.") for number in range(120)]
    narrated(studio(tmp_path / "c", tmp_path / "1"), whole)
    whole[3] = article("a003", "Autre chose.")
    made = narrated(studio(tmp_path / "c", tmp_path / "2"), whole)
    assert list(made) == [found.slug for found, _ in whole]
    assert [slug for slug, one in made.items() if one.figures.new_clips] == ["a003"]


def test_sentences_without_anything_to_say_are_named(tmp_path: Path) -> None:
    made = narrated(studio(tmp_path / "c", tmp_path), [article("a", "Un mot. —. Fin.")])["a"]
    assert made.figures.silent == ("a-b1s2",)
    assert [cue.sentence_id for cue in made.recording.timeline.cues] == ["a-b0s1", "a-b1s1", "a-b1s3"]


def test_an_article_that_cannot_be_said_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak = tone.synthesize

    def moody(text: str, variant: str) -> Clip:
        if text == "Numéro 1.":
            raise VoiceError("impossible", "Changez.")
        return speak(text, variant)

    monkeypatch.setattr(tone, "synthesize", moody)
    results = [result for _, result in studio(tmp_path / "c", tmp_path).narrate(edition())]
    assert [isinstance(result, Narration) for result in results] == [True, False, True]
    error = results[1]
    assert isinstance(error, VoiceError)
    assert error.hint == "Changez."
    assert error.message == "impossible ; phrases sans son : a1-b2s3"


def test_a_voice_of_the_network_that_gives_up_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def dead(text: str, variant: str) -> Clip:
        asked.append(text)
        raise VoiceError("plus personne")

    monkeypatch.setattr(tone, "synthesize", dead)
    monkeypatch.setattr(tone, "ONLINE", True)
    results = [result for _, result in studio(tmp_path / "c", tmp_path, jobs=2).narrate(edition(5))]
    assert all(isinstance(result, VoiceError) for result in results)
    assert len(asked) <= 2, "only what was in flight"


def test_a_sentence_whose_sound_is_too_short_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speak = tone.synthesize
    monkeypatch.setattr(
        tone, "synthesize", lambda text, variant: speak(text[:1] if "historique" in text else text, variant)
    )
    made = narrated(studio(tmp_path / "c", tmp_path), edition(1))["a0"]
    assert made.figures.odd == ("a0-b1s2",)


def test_articles_are_taken_as_room_allows_and_dropped_when_nobody_waits(tmp_path: Path) -> None:
    taken: list[str] = []

    def stream() -> Iterator[Spoke]:
        for found, words in edition(40):
            taken.append(found.slug)
            yield found, words

    results = studio(tmp_path / "c", tmp_path, jobs=1).narrate(stream())
    next(results)
    assert len(taken) <= 4
    assert isinstance(results, Generator)
    results.close()
    assert len(taken) <= 4


def test_two_studios_may_share_a_cache(tmp_path: Path) -> None:
    def work(number: int) -> bytes:
        made = narrated(studio(tmp_path / "c", tmp_path / str(number)), edition(2))
        return b"".join(narration.recording.path.read_bytes() for narration in made.values())

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(work, range(4)))) == 1
    assert not list((tmp_path / "c").glob("*.part"))


def test_processes_of_a_narration_end_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = processes._start

    def watch(command: list[str]) -> "subprocess.Popen[bytes]":
        started.append(start(command))
        return started[-1]

    monkeypatch.setattr(processes, "_start", watch)
    narrated(studio(tmp_path / "c", tmp_path, "espeak", jobs=3), edition(4))
    assert 1 <= len(started) <= 3
    assert all(process.poll() is not None for process in started)
