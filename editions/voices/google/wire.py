"""One question to Google's speech service and its answer: gTTS writes the request, we send it and read the answer.

The wire format (``batchexecute``): the form field ``f.req`` holds a JSON call of ``jQ1olc`` with the text and its
language; one line of the answer holds ``jQ1olc","[\\"<base64 MP3>\\"]``.
"""

import base64
import binascii
import re
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from editions.errors import MissingTool, VoiceError
from editions.executors import dropped, pause

if TYPE_CHECKING:
    from requests import PreparedRequest, Response, Session

LARGEST_ANSWER = 4_000_000
"""Bytes; a hundred characters take about a hundred thousand."""
PASSING = (408, 425, 429, 500, 502, 503, 504)
"""Status codes that time may heal."""
_SOUND = re.compile(r'jQ1olc","\[\\"([^"\\]*)\\"\]')


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to insist; seconds."""

    connect: float = 4.0
    silence: float = 4.0
    """Longest wait for the next byte."""
    answer: float = 15.0
    """Longest time for one whole answer: a drip of bytes never falls silent."""
    total: float = 60.0
    """Longest time for one sentence, all tries together."""
    first_delay: float = 0.5
    interval: float = 0.1
    """Least time between two requests, whoever sends them."""


class Fault(Exception):
    """A try that failed but may succeed later; ``after``: seconds that the server asks to wait."""

    def __init__(self, reason: str, after: float = 0.0) -> None:
        """``reason``: in French, a few words."""
        super().__init__(reason)
        self.after = after


def gave_up(reason: str) -> VoiceError:
    """The error of a voice that stops, with what to do."""
    return VoiceError(
        f"Google ne parle plus ({reason})",
        "Relancez plus tard, ce qui est dit est gardé ; ou prenez la voix sans réseau : --voice espeak.",
    )


def ask(piece: str, accent: str, patience: Patience) -> bytes:
    """MP3 of a piece of at most 100 characters; Fault when it may come later, VoiceError when it never will."""
    import requests
    import urllib3

    request = _request(piece, accent)
    end = time.monotonic() + patience.answer
    if not pause(_turn.wait(patience.interval)):
        raise gave_up("interrompu")
    try:
        with _send(request, patience) as response:
            _refuse(response)
            body = _body(response, end)
    except requests.exceptions.SSLError as error:
        raise gave_up("certificat refusé : ce n'est pas Google qui répond") from error
    except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError) as error:
        raise Fault("pas de réponse à temps") from error
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise Fault("connexion perdue") from error
    return _sound(body)


def _request(piece: str, accent: str) -> "PreparedRequest":
    try:
        from gtts import gTTS
    except ModuleNotFoundError as error:
        raise MissingTool("le paquet gTTS n'est pas installé", "pip install gTTS") from error
    speech = gTTS(piece, tld=accent, lang="fr", lang_check=False, pre_processor_funcs=[])
    request: PreparedRequest
    (request,) = speech._prepare_requests()
    return request


def _send(request: "PreparedRequest", patience: Patience) -> "Response":
    session = _session()
    proxies = session.merge_environment_settings(request.url or "", {}, True, True, None)
    return session.send(request, timeout=(patience.connect, patience.silence), allow_redirects=False, **proxies)


_threads = threading.local()


def _session() -> "Session":
    """This thread's session: connections are kept, certificates verified."""
    import requests

    if not hasattr(_threads, "session"):
        _threads.session = requests.Session()
    session: Session = _threads.session
    return session


def _refuse(response: "Response") -> None:
    if response.status_code == 200:
        return
    reason = f"réponse {response.status_code}"
    if response.status_code not in PASSING:
        raise gave_up(reason)
    after = _seconds(response.headers.get("Retry-After", ""))
    _turn.postpone(after)
    raise Fault(reason, after)


def _seconds(retry_after: str) -> float:
    """``Retry-After`` in seconds (RFC 9110, 10.2.3): a number, or a date."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _body(response: "Response", end: float) -> bytes:
    """The answer, read as it comes so that neither a drip nor a flood goes on for ever."""
    body = b""
    while chunk := response.raw.read1(1 << 16, decode_content=True):
        body += chunk
        if dropped():
            raise gave_up("interrompu")
        if time.monotonic() > end:
            raise Fault("réponse trop lente")
        if len(body) > LARGEST_ANSWER:
            raise Fault("réponse trop longue")
    return body


def _sound(body: bytes) -> bytes:
    match = _SOUND.search(body.decode("utf-8", "replace"))
    if match is None:
        raise Fault("réponse sans son")
    try:
        sound = base64.b64decode(match[1], validate=True)
    except binascii.Error as error:
        raise Fault("son illisible") from error
    if not sound:
        raise Fault("réponse sans son")
    return sound


class _Turn:
    """Paces the requests of all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next = 0.0

    def wait(self, interval: float) -> float:
        """Seconds to wait before the next request; its place is taken."""
        with self._lock:
            now = time.monotonic()
            start = max(now, self._next)
            self._next = start + interval
            return start - now

    def postpone(self, seconds: float) -> None:
        """Nobody asks again before the server allows it."""
        with self._lock:
            self._next = max(self._next, time.monotonic() + min(seconds, 60.0))


_turn = _Turn()
