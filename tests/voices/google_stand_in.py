"""A faithful stand-in of Google's speech service: the wire format, real sound, and the faults it has on bad days."""

import base64
import json
import random
import threading
import time
import urllib.parse
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import lameenc
import numpy as np

FAULTS = ("429", "503", "hang", "drip", "truncated", "html", "empty", "no sound", "damaged", "closed", "too short")
RATE = 24_000


def speech(text: str) -> bytes:
    """MP3 of a tone as long as the text, 24 kHz mono, as the real service answers."""
    count = int(RATE * (0.3 + 0.06 * len(text)))
    tone = np.sin(np.arange(count) * (2 * np.pi * (300 + len(text)) / RATE)) * 8000
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    return bytes(encoder.encode(tone.astype("<i2").tobytes())) + bytes(encoder.flush())


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is part of the play."""


class StandIn:
    """The server. ``fault(n)`` names what goes wrong with the n-th request (from 1), or nothing."""

    def __init__(self, fault: Callable[[int], str] = lambda n: "", retry_after: str = "0") -> None:
        self.fault = fault
        self.retry_after = retry_after
        self.asked: list[str] = []
        self.times: list[float] = []
        self._lock = threading.Lock()
        stand_in = self

        class Handler(_Handler):
            service = stand_in

        self.server = _Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/"

    def number(self, text: str) -> int:
        with self._lock:
            self.asked.append(text)
            self.times.append(time.monotonic())
            return len(self.asked)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def random_faults(seed: int, share: float) -> Callable[[int], str]:
    """Each request goes wrong with a probability, reproducibly."""
    dice = random.Random(seed)
    return lambda n: dice.choice(FAULTS) if dice.random() < share else ""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    service: StandIn

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_POST(self) -> None:
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        ((call, parameters, _, kind),) = json.loads(form["f.req"][0])[0]
        text, language, speed, _ = json.loads(parameters)
        assert (call, kind, language, speed) == ("jQ1olc", "generic", "fr", None)
        assert len(text) <= 100
        fault = self.service.fault(self.service.number(text))
        try:
            self._answer(text, fault)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _answer(self, text: str, fault: str) -> None:
        if fault in ("429", "503", "403", "302"):
            return self._send(int(fault), b"<html>sorry</html>", {"Retry-After": self.service.retry_after})
        if fault == "html":
            return self._send(200, b"<html>Before you continue</html>")
        if fault == "empty":
            return self._send(200, b"")
        if fault == "closed":
            self.close_connection = True
            return None
        if fault == "hang":
            time.sleep(1.5)
            self.close_connection = True
            return None
        body = self._body(text, fault)
        if fault == "drip":
            return self._drip(body)
        if fault == "truncated":
            return self._send(200, body[: len(body) // 2], length=len(body))
        return self._send(200, body)

    def _body(self, text: str, fault: str) -> bytes:
        mp3 = speech(text)
        if fault == "too short":
            mp3 = mp3[: len(mp3) // 8]
        if fault == "damaged":
            mp3 = b"\0" * 400
        sound = base64.b64encode(mp3).decode()
        data = None if fault == "no sound" else json.dumps([sound], separators=(",", ":"))
        answer = [["wrb.fr", "jQ1olc", data, None, None, None, "generic"], ["di", 42], ["af.httprm", 42, "-123", 7]]
        line = json.dumps(answer, separators=(",", ":"))
        return f')]}}\'\n\n{len(line)}\n{line}\n25\n[["e",4,null,null,{len(line)}]]\n'.encode()

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None, length: int = -1) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length < 0 else length))
        self.end_headers()
        self.wfile.write(body)
        if length > len(body):
            self.close_connection = True

    def _drip(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for byte in body[:200]:
            self.wfile.write(bytes((byte,)))
            self.wfile.flush()
            time.sleep(0.02)
        self.close_connection = True
