"""Messages that nothing else meets: rare failures of the system, of the network and of what people write."""

import errno
import json
import socket
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from editions import articles, cache, cli, errors, registry, settings, voices
from editions.audio.settings import AudioSettings
from editions.checks.epub import epubcheck
from editions.commands import serve
from editions.errors import ArticleError, UsageError, VoiceError
from editions.pipeline import Order, build
from editions.pipeline.rendering import asked
from editions.printing import faces
from editions.settings import Settings
from editions.studio import clips
from editions.voices import google, piper
from editions.voices._processes import Need, Speaker
from editions.voices.google import wire
from tests.printing import variable_font

ARTICLE = "Le lac rouvre\n\nUn chapeau.\n\nLe conseil a voté.\n"


@pytest.mark.parametrize(
    "number, told",
    [
        (errno.ENAMETOOLONG, "nom trop long"),
        (errno.ELOOP, "lien symbolique en boucle"),
        (errno.EMFILE, "trop de fichiers ouverts"),
        (errno.ESTALE, "le disque du réseau a changé"),
        (errno.ENOTDIR, "ce n'est pas un dossier"),
    ],
)
def test_what_the_system_says_is_said_in_french(number: int, told: str) -> None:
    assert errors.reason(OSError(number, "in English")) == told


def test_what_click_says_that_we_do_not_know_is_quoted() -> None:
    assert cli._refusal("No idea.") == "valeur refusée (No idea.)"


def test_an_option_without_its_value(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["editions", "build", "a.txt", "--size"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    assert "l'option --size attend une valeur" in capsys.readouterr().err


def test_a_format_that_there_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.pages").write_bytes(b"x")
    with pytest.raises(ArticleError, match=r"format inconnu « \.pages »"):
        articles.article(tmp_path / "a.pages")
    with pytest.raises(UsageError, match="format inconnu « papier »"):
        asked(("papier",))
    with pytest.raises(UsageError, match="nom inconnu « rien »"):
        registry.load("checks", "rien")


def test_a_saved_page_without_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_text("MIME-Version: 1.0\nContent-Type: text/css\n\np {}\n", encoding="utf-8")
    with pytest.raises(ArticleError, match="cette archive ne contient aucune page"):
        articles.article(tmp_path / "a.mhtml")


def test_an_article_does_not_replace_the_edition_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    build(Order((folder,), tmp_path / "out", ("mp3",), voice="tone"))
    with pytest.raises(UsageError, match="c'est l'édition de tout un dossier, que cet article remplacerait"):
        build(Order((folder / "a.txt",), tmp_path / "out", ("mp3",), voice="tone"))


def test_a_mistake_of_a_section_that_nothing_needs_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "edition.toml").write_text("[print]\nsize = 200\n", encoding="utf-8")
    made = build(Order((tmp_path,), tmp_path / "out", ("mp3",), voice="tone"))
    [found] = [finding for finding in made.findings if finding.code == "setting-wrong"]
    assert found.place.endswith("edition.toml:2")


def test_a_port_that_is_taken(tmp_path: Path, loopback: None) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    build(Order((tmp_path,), tmp_path / "out", ("mp3",), voice="tone"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="ce port est pris"):
            serve.command.main([str(tmp_path / "out"), "--port", str(taken.getsockname()[1])], standalone_mode=False)


def test_a_variable_font_that_cannot_be_pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing:
        def __init__(self, *given: object) -> None: ...

        def execute(self) -> None:
            raise RuntimeError

    path = variable_font.write(tmp_path / "Barres[wght].ttf", 200, 800)
    monkeypatch.setattr("editions.printing.faces.hb.SubsetPlan", Refusing)
    with pytest.raises(UsageError, match="police variable dont on ne peut tirer ni maigre ni gras"):
        faces.Face(path)


def test_a_voice_that_does_not_start() -> None:
    with pytest.raises(VoiceError, match="la voix ne démarre pas"):
        Speaker(["/nulle/part"], Need(1, 0, 100)).say("oui")


def test_a_cache_that_keeps_nothing(tmp_path: Path) -> None:
    assert "le cache ne garde pas les phrases" in str(clips.forgetful(cache.Cache(tmp_path)))


def test_a_voice_that_has_no_phonemes() -> None:
    narrator = voices.choose("tone", Settings(), Path())
    with pytest.raises(UsageError, match="la voix « tone » ne dit pas ses phonèmes"):
        voices.phonemes(narrator, None)  # type: ignore[arg-type]


def test_why_a_voice_was_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert voices.choose("google", Settings(), tmp_path).why.startswith("Voix demandée, ")
    (tmp_path / "edition.toml").write_text('[audio]\nmodel = "voix.onnx"\n', encoding="utf-8")
    for name in ("voix.onnx", "voix.onnx.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    monkeypatch.delenv("EDITIONS_VOICE")
    monkeypatch.setattr(piper, "missing", lambda: "")
    monkeypatch.setattr(piper, "version", lambda variant: "1")
    chosen = voices.choose("auto", settings.load(tmp_path, [AudioSettings]), tmp_path)
    assert "edition.toml nomme un modèle" in chosen.why


def test_voices_that_there_are_not() -> None:
    with pytest.raises(UsageError, match="quelle voix Piper \\?"):
        piper.variant("", Settings(), Path())
    with pytest.raises(UsageError, match="accent Google inconnu « xx »"):
        google.variant("xx", Settings(), Path())


class Response:
    """An answer of the network, as far as it is read."""

    def __init__(self, *chunks: bytes) -> None:
        self.raw = self
        self._chunks = list(chunks)

    def read1(self, count: int, decode_content: bool) -> bytes:
        return self._chunks.pop(0) if self._chunks else b""


def test_answers_of_the_network_that_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(wire.Fault, match="réponse trop lente"):
        wire._body(Response(b"x"), time.monotonic() - 1)  # type: ignore[arg-type]
    monkeypatch.setattr(wire, "LARGEST_ANSWER", 3)
    with pytest.raises(wire.Fault, match="réponse trop longue"):
        wire._body(Response(b"xx", b"xx"), time.monotonic() + 60)  # type: ignore[arg-type]


def test_a_validator_is_quoted(tmp_path: Path) -> None:
    told = {"messages": [{"ID": "RSC-005", "severity": "ERROR", "message": "Error while\nparsing"}]}
    program = f"import sys; open(sys.argv[-1], 'w').write({json.dumps(told)!r})"
    [found] = epubcheck._judged([sys.executable, "-c", program], tmp_path / "a.epub", tmp_path)
    assert (found.code, found.message) == ("epubcheck-RSC-005", "ERROR : Error while parsing")


@pytest.mark.parametrize(
    "failure, told",
    [
        (requests.exceptions.ReadTimeout(), "pas de réponse à temps"),
        (requests.exceptions.ConnectionError(), "connexion perdue"),
        (ConnectionResetError(), "connexion perdue"),
    ],
)
def test_a_network_that_fails(failure: Exception, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*given: object) -> Any:
        raise failure

    monkeypatch.setattr(wire, "_send", refusing)
    with pytest.raises(wire.Fault, match=told):
        wire.ask("Bonjour.", "fr", wire.Patience(interval=0))
