"""Google's voice against a stand-in that speaks the wire format and has its faults."""

import math
import re
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import gtts.tts
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.errors import VoiceError
from editions.executors import workers
from editions.model import Span
from editions.speech import PLAIN, Reading, Spoken
from editions.voices import google
from editions.voices.google import wire
from tests.voices.google_stand_in import StandIn

IMPATIENT = wire.Patience(connect=1, silence=0.3, answer=0.4, total=8, first_delay=0.01, interval=0)
LONG = (
    "Le conseil municipal d'Alençon a voté hier soir le budget de la commune, malgré l'opposition ; "
    "le maire a salué un vote historique, après trois ans de débats, et promis une baisse de la taxe foncière dès 2026."
)

PAST = "Wed, 21 Oct 2015 07:28:00 GMT"

Serve = Callable[..., StandIn]


@pytest.fixture
def serve(loopback: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Start a stand-in and have gTTS talk to it."""
    servers: list[StandIn] = []

    def start(fault: Callable[[int], str] = lambda n: "", retry_after: str = "0") -> StandIn:
        server = StandIn(fault, retry_after)
        servers.append(server)
        monkeypatch.setattr(gtts.tts, "_translate_url", lambda tld="com", path="": f"{server.address}{path}?tld={tld}")
        return server

    monkeypatch.delenv("EDITIONS_OFFLINE")
    monkeypatch.setattr(google, "PATIENCE", IMPATIENT)
    yield start
    for server in servers:
        server.close()


def expected_seconds(text: str) -> float:
    return 0.3 + 0.06 * len(text)


def test_a_sentence_becomes_sound_at_24_khz(serve: Serve) -> None:
    server = serve()
    clip = google.synthesize("Bonjour à tous.", "fr")
    assert clip.rate == 24_000
    assert len(clip.pcm) / 2 / 24_000 == pytest.approx(expected_seconds("Bonjour à tous."), abs=0.1)
    assert server.asked == ["Bonjour à tous."]


def test_a_long_sentence_is_asked_in_pieces_that_end_with_a_clause(serve: Serve) -> None:
    server = serve()
    google.synthesize(LONG, "fr")
    assert " ".join(server.asked) == LONG
    assert all(re.search(r"[,;.]$", piece) for piece in server.asked)


@pytest.mark.parametrize(
    "fault", ["429", "503", "hang", "drip", "truncated", "html", "empty", "no sound", "damaged", "closed", "too short"]
)
def test_a_passing_fault_is_tried_again(serve: Serve, fault: str) -> None:
    server = serve(lambda n: fault if n <= 2 else "")
    clip = google.synthesize("Bonjour à tous.", "fr")
    assert len(server.asked) == 3
    assert len(clip.pcm) / 2 / 24_000 == pytest.approx(expected_seconds("Bonjour à tous."), abs=0.1)


@pytest.mark.parametrize("status", ["403", "302"])
def test_a_refusal_is_not_tried_again(serve: Serve, status: str) -> None:
    server = serve(lambda n: status)
    with pytest.raises(VoiceError, match=status) as caught:
        google.synthesize("Bonjour.", "fr")
    assert len(server.asked) == 1
    assert "--voice espeak" in caught.value.hint


def test_it_gives_up_when_its_time_is_over(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        google, "PATIENCE", wire.Patience(silence=0.3, answer=0.4, total=1, first_delay=0.05, interval=0)
    )
    server = serve(lambda n: "503")
    start = time.monotonic()
    with pytest.raises(VoiceError, match="503"):
        google.synthesize("Bonjour.", "fr")
    assert time.monotonic() - start < 1.5
    assert len(server.asked) > 2


def test_retry_after_is_obeyed(serve: Serve) -> None:
    server = serve(lambda n: "429" if n == 1 else "", retry_after="1")
    google.synthesize("Bonjour.", "fr")
    assert server.times[1] - server.times[0] >= 1


@pytest.mark.parametrize(
    "value, seconds", [("", 0), ("7", 7), (" 12 ", 12), ("demain", 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0)]
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float) -> None:
    assert wire._seconds(value) == seconds


def test_a_date_to_come_is_waited_for() -> None:
    assert 2e9 < wire._seconds("Sat, 01 Jan 2124 00:00:00 GMT") < 4e9


def test_a_certificate_of_somebody_else_is_refused(
    serve: Serve, tmp_path: Path, tool: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve()
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    command = [tool("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.server.socket = context.wrap_socket(server.server.socket, server_side=True, do_handshake_on_connect=False)
    address = server.address.replace("http:", "https:")
    monkeypatch.setattr(gtts.tts, "_translate_url", lambda tld="com", path="": address + path)
    with pytest.raises(VoiceError, match="certificat"):
        google.synthesize("Bonjour.", "fr")
    assert server.asked == []


def test_a_drip_does_not_keep_a_command_that_is_interrupted(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(google, "PATIENCE", replace(IMPATIENT, silence=1, answer=60))
    server = serve(lambda n: "drip")
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt), workers(1, "test") as pool:
        future = pool.submit(google.synthesize, "Bonjour.", "fr")
        while not server.asked:
            time.sleep(0.01)
        raise KeyboardInterrupt
    assert time.monotonic() - start < 3
    with pytest.raises(VoiceError, match="interrompu"):
        future.result()


def test_the_network_can_be_forbidden(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    server = serve()
    monkeypatch.setenv("EDITIONS_OFFLINE", "1")
    with pytest.raises(VoiceError, match="EDITIONS_OFFLINE"):
        google.synthesize("Bonjour.", "fr")
    assert google.missing() == "EDITIONS_OFFLINE=1"
    assert server.asked == []


def test_missing_says_whether_it_answers(serve: Serve) -> None:
    serve()
    assert google.missing() == ""
    serve(lambda n: "503")
    assert google.missing() == "réponse 503"


@given(st.text(alphabet="abcé ,;.!«»\u00a0\u202f-'1", max_size=400))
def test_pieces_hold_every_word_and_never_more_than_100_characters(text: str) -> None:
    found = list(google.pieces(text))
    assert all(len(piece) <= 100 for piece in found)
    letters = re.sub(r"\W", "", text)
    assert re.sub(r"\W", "", "".join(found)) == letters


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12))
def test_no_piece_is_cut_inside_a_reading(lengths: list[int]) -> None:
    words = [" ".join(["mot"] * math.ceil(length / 4)) for length in lengths]
    readings = []
    start = 0
    for index, spoken in enumerate(words):
        readings.append(Reading(Span(start, start + 2), spoken, f"rule{index}"))
        readings.append(Reading(Span(start + 2, start + 3), " ", PLAIN))
        start += 3
    script = google.prepare(Spoken("s", tuple(readings)))
    for piece in google.pieces(script.text):
        inside = [part.replace("\u00a0", " ") for part in piece.strip().split(" ")]
        assert all(part in words for part in inside)
