"""What is told is what is heard: pauses measured in the decoded MP3s, one cue for each sentence, in order."""

from itertools import groupby, pairwise
from pathlib import Path

import miniaudio
import numpy as np
import pytest

from editions import french, narration
from editions.articles import article as read
from editions.audio.settings import AudioSettings
from editions.pipeline import Order, build
from editions.speech import Recording
from tests.spoken_articles import narrated, studio

TEXT = """# Titre

Un mot. Est-ce tout ? Non.

***

![Un moulin](a.jpg "Le pont.")

> Une citation.

Le maire[^1] a dit : [pause 2s] jamais.

[^1]: Élu.

| Commune | Jour |
|---|---|
| Pont | lundi |
| Évre | mardi |

## Inter

- un
- deux

Fin.
"""
FRAME = 1152 / 22_050
"""Seconds by which a pause is lengthened at most, so that a seam lies between two frames."""


def silences(recording: Recording) -> list[float]:
    """Seconds of each silence after the first sound that is longer than a blank between two words."""
    sound = np.abs(np.array(miniaudio.mp3_read_file_s16(str(recording.path)).samples, np.int16).astype(int))
    loud = np.flatnonzero(sound > 700)
    gaps = np.diff(loud)
    ends = [*gaps[gaps > 0.06 * recording.rate], len(sound) - loud[-1]]
    return [float(length) / recording.rate for length in ends]


@pytest.mark.parametrize("pace", ["slow", "normal", "fast"])
def test_pauses_are_heard_as_they_are_told(pace: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    found, audio = read(tmp_path / "a.md"), AudioSettings(pace=pace)
    spoken = tuple(french.read(sentence) for block in found.blocks for sentence in block.sentences)
    told = [said.pause for said in narration.told(found, spoken, audio).utterances]
    made = narrated(studio(tmp_path / "c", tmp_path / "w", audio=audio), [(found, spoken)])[found.slug]
    heard = silences(made.recording)
    assert len(heard) == len(told)
    for pause, silence in zip(told, heard, strict=True):
        assert pause - 0.01 <= silence <= pause + FRAME + 0.1, (pause, silence)  # 30 ms of the clip's own end, a head


def test_each_sentence_has_one_cue_in_the_order_heard(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    found = read(tmp_path / "a.md")
    spoken = tuple(french.read(sentence) for block in found.blocks for sentence in block.sentences)
    made = narrated(studio(tmp_path / "c", tmp_path / "w"), [(found, spoken)])[found.slug]
    cues = made.recording.timeline.cues
    told = narration.told(found, spoken, AudioSettings()).utterances
    assert [cue.sentence_id for cue in cues] == [name for name, _ in groupby(said.sentence_id for said in told)]
    assert {cue.sentence_id for cue in cues} == {words.sentence_id for words in spoken}
    assert all(one.end <= other.start for one, other in pairwise(cues))
    texts = {sentence.id: sentence for block in found.blocks for sentence in block.sentences}
    for cue in cues:
        span = texts[cue.sentence_id].span
        assert all(span.start <= word.span.start < word.span.end <= span.end for word in cue.words)


@pytest.mark.parametrize(
    ("second", "kinds", "height"),
    [("", ("figure", "caption"), 147), ("tone:aigu", ("figure", "caption", "title", "heading"), 441)],
)
def test_captions_are_spoken_lower_or_with_titles_by_the_second_voice(
    second: str, kinds: tuple[str, ...], height: int, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    found = read(tmp_path / "a.md")
    spoken = tuple(french.read(sentence) for block in found.blocks for sentence in block.sentences)
    room = studio(tmp_path / "c", tmp_path / "w", audio=AudioSettings(second_voice=second))
    made = narrated(room, [(found, spoken)])[found.slug].recording
    sound = np.array(miniaudio.mp3_read_file_s16(str(made.path)).samples, np.int16)

    def pitch(start: int, end: int) -> float:
        part = sound[start:end].astype(float)
        return float(np.argmax(np.abs(np.fft.rfft(part))) * made.rate / len(part))

    other = {sentence.id for block in found.blocks if block.kind in kinds for sentence in block.sentences}
    for cue in made.timeline.cues:
        assert pitch(cue.start, cue.end) == pytest.approx(height if cue.sentence_id in other else 220, abs=20)


def test_what_settings_leave_out_is_a_finding(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    folder.mkdir()
    (folder / "a.md").write_text('---\noutlet: Le Journal\n---\n# Titre\n\n![](m.jpg "Le pont. - ANNE LEVAL / AFP")\n')
    (folder / "edition.toml").write_text('[audio]\ncredits = false\nsay-outlet = "never"\n', encoding="utf-8")
    built = build(Order((folder,), tmp_path / "out", ("mp3",), voice="tone", jobs=1))
    left = [finding.message for finding in built.findings if finding.code == "sound-left-out"]
    assert left == ["non dit : « Le Journal »", "non dit : « - ANNE LEVAL / AFP »"]
