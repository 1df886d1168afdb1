"""The Kokoro model in ONNX Runtime: tokens → sound, and how long each token lasts."""

import os
import platform
from collections.abc import Callable
from ctypes import CDLL
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from editions.voices.kokoro.sounds import TOKENS

RATE = 24_000
FRAME = 600
"""Samples of a frame; each token lasts some of them."""
TAIL = 3
"""Frames that the signs at the end and the token after all may have at most: the model gives them a quarter of a second
of silence, which is cut off anyway. Never fewer at the start: the first sounds would be swallowed; there the melody is
made for all, and the sound for the last of them, ``LEAD``."""
LEAD = 6
"""Frames before the first sound that the model makes, as it is rewritten: it is heard three before its own."""
_ANY = 1000
_SIGNS = ';:,.!?—…"()“” '


class Network:
    """A model that speaks with one style, in the calling thread."""

    def __init__(self, model: str, style: str, slowness: float) -> None:
        """``model``: the file that ``rewriting`` makes; ``style``: a row of 256 numbers for each number of tokens."""
        self._session = _session(model)
        self._style = np.fromfile(style, "<f4").reshape(-1, 1, 256)
        self._speed = np.array([1 / slowness], np.float32)
        self._manner = onnxruntime.RunOptions()
        # Gives back, after each piece, what a long one has taken: else a process keeps it to its end.
        self._manner.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")

    def say(self, sounds: str, pitch: float = 1.0) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
        """The samples, at ``RATE``, and the frames of each token with those before and after all.

        ``pitch``: by how much the voice is higher, 1.1 by a tenth.
        """
        tokens = [TOKENS[sound] for sound in sounds.rstrip()]
        asked = np.array([[0, *tokens, 0]], np.int64)
        most = np.full((1, len(tokens) + 2), _ANY, np.float32)
        most[0, 1 + len(sounds.rstrip().rstrip(_SIGNS)) :] = TAIL
        given = {
            "tokens": asked, "style": self._style[len(tokens) - 1], "speed": self._speed,
            "pitch": np.array([pitch], np.float32), "most": most,
        }  # fmt: skip
        audio, frames = self._session.run(None, given, self._manner)
        frames = frames.ravel().astype(np.int64)
        frames[0] = min(frames[0], LEAD)  # what comes before is not made
        return audio.ravel(), frames


def _session(model: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # a plan for each length would be kept, and lengths are all different
    options.log_severity_level = 3
    if _sums_overflow():  # weights are then taken as unsigned: slower, and true
        options.add_session_config_entry("session.x64quantprecision", "1")
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    _give_back()
    return session


def _sums_overflow() -> bool:
    """Whether products of unsigned and signed bytes may overflow where they are summed: on x86 without VNNI.

    ONNX Runtime, ``kOrtSessionOptionsAvx2PrecisionMode``. Where the processor does not tell, it is taken to be so.
    """
    if platform.machine().lower() not in ("x86_64", "amd64", "i386", "i686"):
        return False
    told = Path("/proc/cpuinfo")
    return not (told.is_file() and {"avx512_vnni", "avx_vnni"} & set(told.read_text().split()))


def _give_back() -> None:
    """Give the system what reading the model has taken; GNU's C library keeps it else."""
    trim: Callable[[int], int] | None = getattr(CDLL(None), "malloc_trim", None) if os.name == "posix" else None
    if trim is not None:
        trim(0)
