"""Convolutions of quantized numbers as products of matrices.

ONNX Runtime, from 1.23 to 1.32, has no fast kernel for ``ConvInteger`` (seven tenths of the time of a sentence), but
one for ``MatMulIntegerToFloat`` with signed weights. The convolution is that product once the values that a kernel
meets stand side by side: transposed, padded with the zero point, gathered (``stretches``). The bias is again what it
was before it was quantized.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from onnx import NodeProto, helper

from editions.voices.kokoro import stretches
from editions.voices.kokoro.graph import OWN, Graph


def multiplied(graph: Graph, conv: NodeProto) -> None:
    """A product instead of a convolution, its bias, its cast and its scale; one that changes the length stays."""
    about = {each.name: helper.get_attribute_value(each) for each in conv.attribute}
    steps = _steps(graph, conv)
    same = sum(about["pads"]) == (about["kernel_shape"][0] - 1) * about["dilations"][0]
    if about["strides"] == [1] and about["group"] == 1 and same and steps:
        graph.replace([conv, *steps], list(_product(graph, conv, about, steps)))


def _steps(graph: Graph, conv: NodeProto) -> list[NodeProto]:
    """What follows a convolution, up to its scale."""
    found: list[NodeProto] = []
    node: NodeProto | None = conv
    while node is not None and node.op_type != "Mul":
        kinds = {"ConvInteger": ("Add", "Cast"), "Add": ("Cast",), "Cast": ("Mul",)}[node.op_type]
        node = graph.only_user(node.output[0], *kinds)
        found += [node] if node is not None else []
    return found if node is not None else []


def _product(graph: Graph, conv: NodeProto, about: dict[str, Any], steps: list[NodeProto]) -> Iterator[NodeProto]:
    values, weights, zero, shift = conv.input
    (before, after), (step,) = about["pads"], about["dilations"]
    kernel = graph.value(weights).astype(np.int16)
    outputs, inputs, width = kernel.shape
    signed = (kernel - 128).astype(np.int8).transpose(2, 1, 0).reshape(width * inputs, outputs)
    base = f"{OWN}{conv.name}"
    yield helper.make_node("Transpose", [values], [f"{base}/t"], perm=[0, 2, 1])
    name = f"{base}/t"
    if before or after:
        pads = graph.constant(f"pads {before} {after}", np.array([0, before, 0, 0, after, 0], np.int64))
        yield helper.make_node("Pad", [name, pads, zero], [f"{base}/p"])
        name = f"{base}/p"
    given = [
        graph.constant(f"{conv.name}/w", signed),
        graph.maker[values].output[1],
        next(each for each in graph.maker[steps[-1].input[1]].input if each in graph.given),
        zero,
        graph.constant(f"{conv.name}/z", np.int8(int(graph.value(shift)) - 128)),
        *_bias(graph, steps[0]),
    ]
    if width > 1:
        yield from stretches.multiplied(graph, name, range(0, width * step, step), given, outputs, base)
    else:
        yield helper.make_node("MatMulIntegerToFloat", [name, *given], [f"{base}/y"], domain="com.microsoft")
    yield helper.make_node("Transpose", [f"{base}/y"], [steps[-1].output[0]], perm=[0, 2, 1])


def _bias(graph: Graph, add: NodeProto) -> list[str]:
    """The bias as it was before Div, Floor, Cast and Reshape made an integer of it."""
    if add.op_type != "Add":
        return []
    node = graph.maker[add.input[1]]
    for kind in ("Reshape", "Cast", "Floor"):
        if node.op_type != kind:
            raise ValueError(f"{add.name}: {node.op_type} where {kind} was expected")
        node = graph.maker[node.input[0]]
    return [node.input[0]]
