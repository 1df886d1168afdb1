"""A Piper model of a few hundred bytes: each phoneme is a stretch of a tone."""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

RATE = 16_000
SAMPLES_A_PHONEME = 800


def write(path: Path, speakers: int = 1) -> Path:
    """The model and its description; phonemes are the letters of the text themselves."""
    ramp = (np.arange(SAMPLES_A_PHONEME, dtype=np.float32) * 0.1).reshape(1, 1, -1)
    constants = [
        numpy_helper.from_array(ramp, "ramp"),
        numpy_helper.from_array(np.array([1, 1, 1, -1], np.int64), "shape"),
        numpy_helper.from_array(np.array([2], np.int64), "last"),
        numpy_helper.from_array(np.array(0.3, np.float32), "volume"),
        numpy_helper.from_array(np.array([1], np.int64), "second"),
        numpy_helper.from_array(np.array([2], np.int64), "third"),
    ]
    nodes = [
        helper.make_node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["ids", "last"], ["column"]),
        helper.make_node("Mul", ["column", "ramp"], ["angles"]),
        helper.make_node("Sin", ["angles"], ["waves"]),
        helper.make_node("Slice", ["scales", "second", "third"], ["length"]),
        helper.make_node("Mul", ["waves", "length"], ["scaled"]),
        helper.make_node("Mul", ["scaled", "volume"], ["soft"]),
        helper.make_node("Reshape", ["soft", "shape"], ["output"]),
    ]
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    if speakers > 1:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, "time"])
    graph = helper.make_graph(nodes, "tiny", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, str(path))
    letters = "^_$ abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?'-"
    description = {
        "audio": {"sample_rate": RATE},
        "espeak": {"voice": "fr"},
        "phoneme_type": "text",
        "num_symbols": len(letters),
        "num_speakers": speakers,
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_id_map": {letter: [number + 1] for number, letter in enumerate(letters)},
        "speaker_id_map": {},
    }
    Path(f"{path}.json").write_text(json.dumps(description), encoding="utf-8")
    return path
