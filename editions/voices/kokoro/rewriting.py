"""The model as ONNX Runtime runs it fastest; the sound is the same but for the last rounding.

    python -P -m editions.voices.kokoro.rewriting TARGET PART…       # one file from the parts of the model

``products`` makes matrix products of the convolutions of quantized numbers, ``norms`` one operator of the ten that
norm a channel. What is added besides: an output, the frames of each token; an input ``most``, the frames that each may
have at most. The Fourier transform stays as it is: the model asks for the sign of sums that are zero but for rounding,
and another operator rounds them otherwise.
"""

import sys
from pathlib import Path

import onnx
from onnx import TensorProto, helper

from editions.voices.kokoro.graph import OWN, Graph
from editions.voices.kokoro.norms import normed
from editions.voices.kokoro.products import multiplied

DURATIONS, MOST = "/encoder/Clip_output_0", "most"
"""Frames of each token, inside the model; and how many it may have."""


def rewritten(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model, changed in place."""
    graph = Graph(model.graph)
    for node in model.graph.node:
        if node.op_type == "ConvInteger":
            multiplied(graph, node)
        elif node.op_type == "Sqrt":
            normed(graph, node)
    _bounded(graph)
    graph.write([*(output.name for output in model.graph.output), DURATIONS])
    model.graph.output.append(helper.make_tensor_value_info(DURATIONS, TensorProto.FLOAT, None))
    model.graph.input.append(helper.make_tensor_value_info(MOST, TensorProto.FLOAT, None))
    return model


def _bounded(graph: Graph) -> None:
    """No more frames for a token than it may have."""
    node, free = graph.maker[DURATIONS], f"{OWN}durations"
    again = helper.make_node(node.op_type, node.input, [free])
    graph.replace([node], [again, helper.make_node("Min", [free, MOST], [DURATIONS])])


def main() -> None:
    """Write the target, whole or not at all."""
    target, *parts = map(Path, sys.argv[1:])
    model = onnx.load_from_string(b"".join(part.read_bytes() for part in parts))
    target.write_bytes(rewritten(model).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
