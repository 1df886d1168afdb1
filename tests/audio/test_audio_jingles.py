"""Signature sounds: the edition's own, or one that comes with the program."""

from pathlib import Path

import miniaudio
import numpy as np
import pytest

from editions.audio import jingles
from editions.audio.settings import AudioSettings
from editions.errors import UsageError
from tests.spoken_articles import article, narrated, studio


def test_the_editions_own_file_wins(tmp_path: Path) -> None:
    provided = jingles.find("carillon", tmp_path)
    assert provided.name == "carillon.mp3"
    (tmp_path / "carillon").write_bytes(b"sound")
    assert jingles.find("carillon", tmp_path) == tmp_path / "carillon"


def test_a_signature_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"introuvable « gong »") as caught:
        jingles.find("gong", tmp_path)
    assert "carillon" in caught.value.hint


def test_an_article_begins_with_the_signature(tmp_path: Path) -> None:
    spoken = [article("a", "Une phrase.")]
    plain = narrated(studio(tmp_path / "c", tmp_path / "1"), spoken)["a"].recording
    audio = AudioSettings(jingle="carillon")
    signed = narrated(studio(tmp_path / "c", tmp_path / "2", audio=audio), spoken)["a"].recording
    rate = signed.rate
    later = (signed.timeline.cues[0].start - plain.timeline.cues[0].start) / rate
    assert later == pytest.approx(2.3 + 0.5, abs=0.15)
    heard = np.abs(np.array(miniaudio.mp3_read_file_s16(str(signed.path)).samples, int))
    assert heard[: rate // 5].max() < 300
    assert heard[rate // 4 : rate].max() > 2_000
