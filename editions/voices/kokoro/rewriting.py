"""The model as ONNX Runtime runs it fastest; the sound is the same but for the last rounding.

    python -P -m editions.voices.kokoro.rewriting TARGET PART…       # one file from the parts of the model

``products`` makes matrix products of the convolutions of quantized numbers, ``norms`` one operator of the ten that
norm a channel, ``channels`` polynomials of the sines behind them. What is added besides: an output, the frames of each
token; inputs, ``most``, the frames that each may have at most, and ``pitch``. What is silent before the first sound,
ten frames of each sentence, is not made. The Fourier transform stays as it is: the model asks for the sign of sums that
are zero but for rounding, and another operator rounds them otherwise.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper

from editions.voices.kokoro.channels import together
from editions.voices.kokoro.graph import OWN, Graph
from editions.voices.kokoro.network import LEAD
from editions.voices.kokoro.norms import normed
from editions.voices.kokoro.products import multiplied

DURATIONS, MOST, PITCH = "/encoder/Clip_output_0", "most", "pitch"
"""Frames of each token, inside the model; how many it may have; by how much the voice is higher."""
MELODY, LOUDNESS, SOUNDS = "/encoder/Reshape_output_0", "/encoder/Reshape_1_output_0", "/encoder/MatMul_1_output_0"
"""What the second half of the model makes sound of: two values a frame of each of the first two, one of the last."""


def rewritten(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model, changed in place."""
    graph = Graph(model.graph)
    for node in model.graph.node:
        if node.op_type == "ConvInteger":
            multiplied(graph, node)
        elif node.op_type == "Sqrt":
            normed(graph, node)
    _bounded(graph)
    _begun(graph)
    outputs = [*(output.name for output in model.graph.output), DURATIONS]
    graph.write(outputs)
    graph = Graph(model.graph)  # with the norms as they are now
    for node in model.graph.node:
        if node.op_type == "Sin":
            together(graph, node)
    graph.write(outputs)
    model.graph.output.append(helper.make_tensor_value_info(DURATIONS, TensorProto.FLOAT, None))
    model.graph.input.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in (MOST, PITCH))
    return model


def _bounded(graph: Graph) -> None:
    """No more frames for a token than it may have; and how many frames, and halves of them, are left out at first."""
    free, skipped = f"{OWN}durations", f"{OWN}skipped"
    nodes = [
        helper.make_node("Min", [free, MOST], [DURATIONS]),
        helper.make_node("Slice", [DURATIONS, *(_number(graph, at) for at in (0, 1, 1))], [f"{skipped} first"]),
        helper.make_node("Reshape", [f"{skipped} first", _number(graph, -1)], [f"{skipped} flat"]),
        helper.make_node("Cast", [f"{skipped} flat"], [f"{skipped} number"], to=TensorProto.INT64),
        helper.make_node("Sub", [f"{skipped} number", _number(graph, LEAD)], [f"{skipped} rest"]),
        helper.make_node("Max", [f"{skipped} rest", _number(graph, 0)], [f"{skipped} 1"]),
        helper.make_node("Mul", [f"{skipped} 1", _number(graph, 2)], [f"{skipped} 2"]),
    ]
    _instead(graph, DURATIONS, free, nodes)


def _begun(graph: Graph) -> None:
    """Sound from ``LEAD`` frames before the first token that is heard; the melody at its pitch."""
    for name, frames, axis in ((MELODY, 2, 1), (LOUDNESS, 2, 1), (SOUNDS, 1, 2)):
        whole, rest = f"{OWN}whole {name}", f"{OWN}rest {name}" if name == MELODY else name
        given = [whole, f"{OWN}skipped {frames}", _number(graph, np.iinfo(np.int64).max), _number(graph, axis)]
        nodes = [helper.make_node("Slice", given, [rest])]
        if name == MELODY:
            nodes.append(helper.make_node("Mul", [rest, PITCH], [name]))
        _instead(graph, name, whole, nodes)


def _number(graph: Graph, number: int) -> str:
    return graph.constant(f"numbers {number}", np.array([number], np.int64))


def _instead(graph: Graph, made: str, before: str, nodes: Sequence[NodeProto]) -> None:
    """What was made is called ``before``, and nodes make something else of it."""
    maker = graph.maker[made]
    again = NodeProto()
    again.CopyFrom(maker)
    again.output[:] = [before if name == made else name for name in maker.output]
    graph.replace([maker], [again, *nodes])


def main() -> None:
    """Write the target, whole or not at all."""
    target, *parts = map(Path, sys.argv[1:])
    model = onnx.load_from_string(b"".join(part.read_bytes() for part in parts))
    target.write_bytes(rewritten(model).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
