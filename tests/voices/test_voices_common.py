"""What all voices share: the script of a sentence, the choice of a voice, the tone."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions import registry, voices
from editions.audio.settings import AudioSettings
from editions.errors import MissingTool, UsageError, VoiceError
from editions.model import Span
from editions.settings import Settings
from editions.speech import PLAIN, Reading, Spoken
from editions.voices import google, kokoro, tone

TEXTS = st.text(alphabet="aé1 ,.'«»—\u00a0\u202f\n\t\x00\x9f%€", min_size=1, max_size=12)
READINGS = st.lists(st.tuples(TEXTS, st.booleans(), TEXTS), min_size=1, max_size=8)


@given(READINGS)
def test_the_words_of_a_script_stand_for_stretches_of_the_text_in_order(parts: list[tuple[str, bool, str]]) -> None:
    readings = []
    source = ""
    for written, plain, said in parts:
        span = Span(len(source), len(source) + len(written))
        readings.append(Reading(span, written if plain else said, PLAIN if plain else "rule"))
        source += written
    script = voices.script(Spoken("s", tuple(readings)), lambda reading: reading.spoken)
    assert script.text == script.text.strip()
    assert not any(c < " " or "\x7f" <= c <= "\x9f" for c in script.text)
    offsets = [offset for offset, _ in script.anchors]
    assert offsets == sorted(set(offsets))
    assert all(0 <= offset < len(script.text) for offset in offsets)
    spans = [span for _, span in script.anchors]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for (offset, span), reading in ((a, r) for a in script.anchors for r in readings if r.span.overlaps(a[1])):
        if reading.rule == PLAIN:
            written = source[span.start : span.end]
            assert script.text[offset : offset + len(written)] == written


@pytest.mark.parametrize("name", registry.names("voices"))
def test_each_voice_offers_what_the_contract_asks(name: str) -> None:
    voice = voices.load(name)
    assert isinstance(voice.ONLINE, bool)
    assert voice.AT_ONCE >= 0
    assert isinstance(voice.missing(), str)
    assert voice.prepare(Spoken("s", (Reading(Span(0, 3), "...", PLAIN),))).text == ""


def test_a_voice_asked_by_name_is_taken() -> None:
    choice = voices.choose("espeak:fr-ch", Settings(), Path())
    assert (choice.name, choice.label) == ("espeak", "espeak:fr-ch")
    assert choice.why == "Voix demandée : espeak:fr-ch."


def named(second: str) -> Settings:
    return Settings(sections=(AudioSettings(second_voice=second),))


def test_titles_and_captions_have_the_second_voice_of_the_edition() -> None:
    choice = voices.choose("espeak", named("espeak:fr+f1"), Path())
    assert choice.why == "Voix demandée : espeak:fr, titres et légendes : espeak:fr+f1."
    assert choice.second is not None
    assert choice.second.variant == voices.load("espeak").variant("fr+f1", named(""), Path())
    assert voices.mannered(choice, "") == choice
    assert {voices.mannered(choice, manner) for manner in ("title", "aside")} == {choice.second}


def test_a_second_voice_of_another_engine_is_none_and_one_that_there_is_not_a_mistake() -> None:
    choice = voices.choose("tone", named("espeak:fr+f1"), Path())
    assert choice == voices.choose("tone", Settings(), Path())
    assert voices.mannered(choice, "title") == choice
    for second in ("azure", "f1", "tone:moyen"):
        with pytest.raises(UsageError, match=second.rpartition(":")[2]):
            voices.choose("tone", named(second), Path())


@pytest.fixture
def auto(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A house where ``auto`` is free to choose, and nothing is installed beside what comes with it."""
    monkeypatch.delenv("EDITIONS_VOICE")
    monkeypatch.setattr(kokoro, "missing", lambda: "il manque le modèle")
    monkeypatch.setattr(google, "missing", lambda: "panne")
    return monkeypatch


@pytest.mark.usefixtures("auto")
def test_auto_takes_espeak_where_the_network_is_forbidden() -> None:
    choice = voices.choose("auto", Settings(language="fr-BE"), Path())
    assert choice.label == "espeak:fr-be"
    assert choice.why == "Le réseau est interdit (EDITIONS_OFFLINE=1) : espeak:fr-be."


def test_an_edition_can_forbid_the_network(auto: pytest.MonkeyPatch) -> None:
    auto.delenv("EDITIONS_OFFLINE")
    auto.setattr(google, "missing", lambda: pytest.fail("Google was asked"))
    choice = voices.choose("auto", Settings(online=False), Path())
    assert choice.why == "Le réseau est interdit (online = false dans edition.toml) : espeak:fr."
    with pytest.raises(VoiceError, match="online = false"):
        voices.choose("google", Settings(online=False), Path())


def test_auto_takes_google_when_it_answers_and_says_what_that_means(auto: pytest.MonkeyPatch) -> None:
    auto.delenv("EDITIONS_OFFLINE")
    why = voices.choose("auto", Settings(), Path()).why
    assert why.startswith("Google ne répond pas (panne), une voix de cet ordinateur lit l'édition : espeak:fr. Pour ")
    assert "--voice" in why
    auto.setattr(google, "missing", lambda: "")
    why = voices.choose("auto", Settings(), Path()).why
    assert why.startswith("Google répond, le texte des articles quitte cet ordinateur : google:fr. Pour l'y garder : ")
    assert "editions[kokoro]" in why
    assert "online = false" in why


def test_auto_takes_kokoro_before_google(auto: pytest.MonkeyPatch) -> None:
    auto.delenv("EDITIONS_OFFLINE")
    auto.setattr(kokoro, "missing", lambda: "")
    auto.setattr(kokoro, "version", lambda variant: "1")
    auto.setattr(google, "missing", lambda: pytest.fail("Google was asked"))
    why = voices.choose("auto", Settings(), Path()).why
    assert why == "Kokoro est installée, rien ne quitte cet ordinateur : kokoro:siwis."


def test_a_machine_may_have_a_choice_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITIONS_VOICE", "tone:grave")
    assert voices.choose("auto", Settings(), Path()).label == "tone:grave"


def test_auto_takes_the_model_of_the_edition_if_it_can(auto: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = Settings(sections=(AudioSettings(model="voix.onnx"),))
    piper = voices.load("piper")
    auto.setattr(piper, "missing", lambda: "le paquet piper-tts n'est pas installé")
    assert "espeak:fr" in voices.choose("auto", settings, tmp_path).why
    with pytest.raises(MissingTool, match="piper-tts"):
        voices.choose("piper:voix.onnx", settings, tmp_path)


def test_an_unknown_voice_or_variant_is_a_mistake_of_usage() -> None:
    with pytest.raises(UsageError, match="azure"):
        voices.choose("azure", Settings(), Path())
    with pytest.raises(UsageError, match="moyen"):
        voices.choose("tone:moyen", Settings(), Path())


def test_a_tone_lasts_as_long_as_its_words() -> None:
    clip = tone.synthesize("un deux", "")
    assert clip.words == ((0, tone.RATE // 20), (3, tone.RATE // 20 + 2 * tone.SAMPLES_A_CHARACTER + tone.GAP))
    assert len(clip.pcm) // 2 == 6 * tone.SAMPLES_A_CHARACTER + 2 * tone.GAP + 2 * (tone.RATE // 20)
    assert tone.synthesize("un deux", "") == clip
    assert tone.synthesize("un deux", "grave") != clip
