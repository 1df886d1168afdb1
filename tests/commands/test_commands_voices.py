"""``editions voices`` says what can speak and what is missing."""

import pytest
from click.testing import CliRunner

from editions import registry
from editions.commands.voices import command
from editions.voices import piper


def test_each_voice_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piper, "missing", lambda: "il manque le paquet piper-tts")
    lines = CliRunner().invoke(command, catch_exceptions=False).output.splitlines()
    assert [line.split()[0] for line in lines] == list(registry.names("voices"))
    told = {line.split()[0]: line for line in lines}
    assert "oui   espeak:fr, espeak:fr-be, espeak:fr-ch …" in told["espeak"]
    assert told["google"].endswith("non   EDITIONS_OFFLINE=1")
    assert told["piper"].endswith("non   il manque le paquet piper-tts")
    assert told["tone"].endswith("oui   tone, tone:grave, tone:aigu")


def test_a_piper_without_model_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piper, "missing", lambda: "")
    monkeypatch.setattr(piper, "voices", lambda: ())
    assert "editions voices --get NOM" in CliRunner().invoke(command, catch_exceptions=False).output


def test_all_the_variants_of_one_voice_are_listed() -> None:
    lines = CliRunner().invoke(command, ["espeak"], catch_exceptions=False).output.splitlines()
    assert lines[:3] == ["espeak:fr", "espeak:fr-be", "espeak:fr-ch"]
    assert "espeak:fr+f1" in lines
    assert len(lines) > 100
