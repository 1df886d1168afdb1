"""Phonemes of texts, from a process that may die."""

from pathlib import Path

import espeakng_loader
import pytest

from editions.errors import VoiceError
from editions.phonemes import Phonemizer, data, phonemizer


def test_one_line_of_ipa_for_each_text() -> None:
    ear = Phonemizer()
    assert ear.ipa("Le chat boit du lait, bien.") == "lə- ʃˈa bwˈa dy- lˈɛ bjˈɛ̃"
    assert ear.ipa("") == ""
    assert ear.ipa("…") == ""
    ear.close()


def test_clauses_and_line_breaks_are_one_line() -> None:
    assert phonemizer().ipa("Oui.\nNon,\x00 peut-être.").split()[:2] == ["wˈi", "nˈɔ̃"]


def test_english_sounds_are_marked() -> None:
    assert phonemizer().ipa("Le weekend et because.").count("(en)") >= 1


def test_the_parts_of_a_sound_can_be_tied() -> None:
    assert "d^ʒ" in phonemizer("fr", "^").ipa("budget")


def test_belgians_count_otherwise() -> None:
    assert phonemizer("fr-be").ipa("70") != phonemizer("fr").ipa("70")


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    texts = ["Les deux fils.", "Le Monday club.", "Il est à l'est."]
    ear = phonemizer()
    assert [ear.ipa(text) for text in texts] == [ear.ipa(text) for text in reversed(texts)][::-1]


def test_a_long_run_is_cut() -> None:
    assert phonemizer().ipa("a" * 5000)


def test_a_process_that_dies_is_told_and_started_again() -> None:
    ear = Phonemizer()
    ear.ipa("Bonjour")
    assert ear._process is not None
    ear._process.kill()
    ear._process.wait()
    assert ear.ipa("Bonjour")
    ear.close()
    with pytest.raises(VoiceError, match="ne sait pas dire « Bonjour »"):
        Phonemizer("no-such-voice").ipa("Bonjour")


def test_data_deeper_than_the_library_can_reach_are_found_by_a_short_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Synchronized folders of an office; eSpeak NG keeps 160 bytes of a path."""
    deep = tmp_path.joinpath(*["Les Journaux de la Vère – Service accessibilité"] * 4)
    deep.mkdir(parents=True)
    (deep / "espeak-ng-data").symlink_to(espeakng_loader.get_data_path())
    monkeypatch.setattr(espeakng_loader, "get_data_path", lambda: str(deep / "espeak-ng-data"))
    data.folder.cache_clear()
    short = data.folder()
    try:
        assert len(bytes(short)) <= data.LONGEST < len(bytes(deep))
        assert Phonemizer().ipa("Le jury délibère.") == phonemizer().ipa("Le jury délibère.")
    finally:
        data.folder.cache_clear()
