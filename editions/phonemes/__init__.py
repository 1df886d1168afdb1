"""Texts as eSpeak NG will say them, in IPA: for ``editions explain --ipa``, for voices that take phonemes, for tests.

    phonemizer("fr").ipa("Le jury délibère.")        'lə ʒyʁˈi delibˈɛʁ'
    phonemizer("fr").ipa("Le Monday Club")           'lə (en)mˈʌndeɪ(fr) klˈœb'       English sounds are marked

The library lives in a process of its own, because some texts kill it; its phonemes do not depend on what was asked
before, so that one process answers all questions of a thread.
"""

import re
import subprocess
import sys
import threading
import weakref
from pathlib import Path

from editions.bounded import Bounds, Exceeded, Watch, end
from editions.errors import VoiceError
from editions.phonemes import data

LONGEST_RUN = 60
"""Characters without a blank that the library takes safely; longer runs overflow its buffers."""
_BOUNDS = Bounds(seconds=30, megabytes=500)
"""For one line: it takes a thousandth of that."""
_RUN = re.compile(rf"(\S{{{LONGEST_RUN}}})(?=\S)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Phonemizer:
    """One process for one voice of the library, started when it is first needed and again when it has ended."""

    def __init__(self, voice: str = "fr", tie: str = "") -> None:
        """``voice``: of the library's data, ``fr-be``; ``tie``: one character between the parts of a sound, ``d^ʒ``."""
        self._voice, self._tie = voice, tie
        self._process: subprocess.Popen[bytes] | None = None
        self._finalizer: weakref.finalize[[subprocess.Popen[bytes]], Phonemizer] | None = None

    def ipa(self, text: str) -> str:
        """The IPA of a text, its clauses joined by a blank; ``(en)…(fr)`` around English sounds.

        Stress is marked; punctuation is not. VoiceError when the library dies of this text.
        """
        line = _RUN.sub(r"\1 ", " ".join(_CONTROLS.sub(" ", text).split()))
        if not line:
            return ""
        try:
            answer = self._asked(line)
        except Exceeded:
            answer = b""
        if not answer.endswith(b"\n"):
            self.close()
            raise VoiceError(f"eSpeak NG ne sait pas dire « {line} »", "Donnez-lui une lecture dans lexicon.tsv.")
        return answer.decode("utf-8").strip()

    def close(self) -> None:
        """End the process."""
        if self._finalizer is not None:
            self._finalizer()
        self._finalizer = self._process = None

    def _asked(self, line: str) -> bytes:
        process = self._ready()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            with Watch(process, _BOUNDS) as watch:
                watch.write(process.stdin.fileno(), line.encode("utf-8", "replace") + b"\n")
                return watch.line(process.stdout.fileno())
        except BrokenPipeError:
            return b""

    def _ready(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _start(self._voice, self._tie)
            self._finalizer = weakref.finalize(self, end, self._process)
        return self._process


def _start(voice: str, tie: str) -> "subprocess.Popen[bytes]":
    import espeakng_loader

    program = str(Path(__file__).with_name("process.py"))
    library = str(espeakng_loader.get_library_path())
    command = [sys.executable, "-I", "-S", program, library, str(data.folder()), voice, tie]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, bufsize=0)


_of_thread = threading.local()


def phonemizer(voice: str = "fr", tie: str = "") -> Phonemizer:
    """This thread's phonemizer for a voice; it ends with its thread."""
    known: dict[tuple[str, str], Phonemizer] = _of_thread.__dict__.setdefault("phonemizers", {})
    if (voice, tie) not in known:
        known[voice, tie] = Phonemizer(voice, tie)
    return known[voice, tie]
