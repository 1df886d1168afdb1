"""The Kokoro model in ONNX Runtime: tokens → sound, and how long each token lasts."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from editions.voices.kokoro.sounds import TOKENS

RATE = 24_000
FRAME = 600
"""Samples of a frame; each token lasts some of them."""
_DURATIONS = "/encoder/Clip_output_0"
"""Inside the model, the frames of each token."""
_GRAPH, _OUTPUT, _NAME = b"\x3a", b"\x62", b"\x0a"
"""Fields of ``onnx.proto``: 7 of ModelProto, 12 of GraphProto, 1 of ValueInfoProto."""


class Network:
    """A model that speaks with one style, in the calling thread."""

    def __init__(self, model: Sequence[str], style: str, slowness: float) -> None:
        """``model``: its file, or its parts; ``style``: a row of 256 numbers for each number of tokens."""
        content = b"".join(Path(part).read_bytes() for part in model)
        self._session = _session(with_output(content, _DURATIONS))
        self._style = np.fromfile(style, "<f4").reshape(-1, 1, 256)
        self._speed = np.array([1 / slowness], np.float32)
        self._manner = onnxruntime.RunOptions()
        # Gives back, after each piece, what a long one has taken: else a process keeps it to its end.
        self._manner.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")

    def say(self, sounds: str) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
        """The samples, at ``RATE``, and the frames of each token with those before and after all."""
        tokens = [TOKENS[sound] for sound in sounds.rstrip()]
        asked = np.array([[0, *tokens, 0]], np.int64)
        given = {"tokens": asked, "style": self._style[len(tokens) - 1], "speed": self._speed}
        audio, frames = self._session.run(None, given, self._manner)
        return audio.ravel(), frames.ravel().astype(np.int64)


def _session(model: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # a plan for each length would be kept, and lengths are all different
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def with_output(model: bytes, name: str) -> bytes:
    """The model with one of its inner values among its outputs.

    Of a protobuf message that is there twice, both are merged: the second graph holds nothing but one more output.
    """
    return model + _field(_GRAPH, _field(_OUTPUT, _field(_NAME, name.encode())))


def _field(key: bytes, content: bytes) -> bytes:
    return key + _number(len(content)) + content


def _number(number: int) -> bytes:
    """A varint: seven bits a byte, the last without its high bit."""
    found = b""
    while number > 127:
        found += bytes((number & 127 | 128,))
        number >>= 7
    return found + bytes((number,))
