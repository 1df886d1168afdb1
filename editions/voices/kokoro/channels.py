"""Norms and their periodic activation, a few channels at a time: what is between them stays in the processor's memory.

x + sin²(a x) / a        # « Snake », after each adaptive norm of the generator

ONNX Runtime's sine takes eight times as long as a product. Of r = a x / π only the distance to the nearest whole number
counts, and sin²(π r) is a polynomial of r² there: fifteen sums and products that are three quarters of the time of the
five operators, as long as they need not go through 14 MB each. So a ``Scan`` goes over groups of channels.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, NodeProto, TensorProto, helper

from editions.voices.kokoro.graph import OWN, Graph

GROUPS = {128: 16, 256: 8}
"""Into how many the channels are put: 300 KB at a time, of a sentence of five seconds; 128 channels have six times as
many places as 256."""
POWERS = (9.86952481, -32.46513935, 42.64342371, -29.42626239, 10.58128016)
"""Of r², from the first: sin²(π r) for |r| ≤ 1/2, wrong by at most 4.3e-7 (least squares, weighted until even)."""
ROUNDER = 1.5 * 2**23
"""Added and taken away again, it rounds numbers of 32 bits to the nearest whole one."""


def together(graph: Graph, sine: NodeProto) -> None:
    """One ``Scan`` instead of a norm and the activation behind it, of which ``sine`` is a part; another sine stays."""
    chain = _activation(graph, sine)
    values = _normed(chain) if chain else ""
    if values and graph.maker[values].op_type == "InstanceNormalization" and len(graph.users[values]) == 2:
        norm = graph.maker[values]
        graph.replace([norm, *chain], _scan(graph, norm, chain, f"{OWN}{sine.name}"))


def _activation(graph: Graph, sine: NodeProto) -> list[NodeProto]:
    """Frequency, sine, square, part and sum; nothing when the sine is of something else."""
    found = [graph.maker[sine.input[0]], sine]
    for kind in ("Pow", "Mul", "Add"):
        following = graph.only_user(found[-1].output[0], kind)
        if following is None:
            return []
        found.append(following)
    return found if found[0].op_type == "Mul" else []


def _normed(chain: Sequence[NodeProto]) -> str:
    """The values of which the activation is: its frequency and its sum ask for them."""
    return next((name for name in chain[0].input if name in chain[-1].input), "")


def _scan(graph: Graph, norm: NodeProto, chain: Sequence[NodeProto], base: str) -> list[NodeProto]:
    """The norm and the polynomial inside a ``Scan``, given by groups whatever differs from channel to channel."""
    frequency, part = _given(graph, chain[0]), _given(graph, chain[3])
    groups = GROUPS.get(frequency.size, 1)
    group = frequency.size // groups
    outside = [
        helper.make_node("Reshape", [name, _numbers(graph, shape)], [f"{base}/{at}"])
        for at, (name, shape) in enumerate(
            zip(norm.input, ((groups, 1, group, -1), *[(groups, group)] * 2), strict=True)
        )
    ]
    factors = {"turns": frequency / np.pi} | {f"p{at}": power * part for at, power in enumerate(POWERS)}
    told = {
        **dict(zip(("values", "scale", "shift"), (node.output[0] for node in outside), strict=True)),
        **{
            name: graph.constant(f"{base}/{name}", value.reshape(groups, 1, group, 1))
            for name, value in factors.items()
        },
    }
    inner = NodeProto()
    inner.CopyFrom(norm)
    inner.input[:], inner.output[:] = ["values", "scale", "shift"], ["normed"]
    body = _body([inner, *_polynomial(graph)], list(told), group)
    return [
        *outside,
        helper.make_node("Scan", list(told.values()), [f"{base}/all"], body=body, num_scan_inputs=len(told)),
        helper.make_node("Reshape", [f"{base}/all", _numbers(graph, (1, frequency.size, -1))], chain[-1].output),
    ]


def _given(graph: Graph, node: NodeProto) -> "NDArray[np.float32]":
    """A number a channel that a node is given."""
    return next(graph.value(name) for name in node.input if name in graph.given).astype(np.float32)


def _polynomial(graph: Graph) -> list[NodeProto]:
    """x + sin²(π r) / a."""
    rounder = graph.constant("rounder", np.float32(ROUNDER))
    nodes = [
        helper.make_node("Mul", ["normed", "turns"], ["all turns"]),
        helper.make_node("Add", ["all turns", rounder], ["up"]),
        helper.make_node("Sub", ["up", rounder], ["whole turns"]),
        helper.make_node("Sub", ["all turns", "whole turns"], ["r"]),
        helper.make_node("Mul", ["r", "r"], ["square"]),
        helper.make_node("Mul", ["square", f"p{len(POWERS) - 1}"], ["h0"]),
    ]
    for at, power in enumerate(range(len(POWERS) - 2, -1, -1)):
        nodes += [
            helper.make_node("Add", [f"h{at}", f"p{power}"], [f"g{at}"]),
            helper.make_node("Mul", [f"g{at}", "square"], [f"h{at + 1}"]),
        ]
    return [*nodes, helper.make_node("Add", ["normed", f"h{len(POWERS) - 1}"], ["active"])]


def _body(nodes: Sequence[NodeProto], given: Sequence[str], group: int) -> GraphProto:
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in given]
    output = helper.make_tensor_value_info("active", TensorProto.FLOAT, [1, group, "places"])
    return helper.make_graph(nodes, "group", inputs, [output])


def _numbers(graph: Graph, numbers: tuple[int, ...]) -> str:
    return graph.constant(f"numbers {' '.join(map(str, numbers))}", np.array(numbers, np.int64))
