"""A product of matrices, a stretch of places at a time: what it needs stays in the processor's own memory.

At each place a kernel of eleven meets eleven times its inputs. Side by side, for all places of a sentence, they are
40 MB that go to memory and come back; for a thousand places at a time, gathered and multiplied in a ``Scan``, 1.4 MB.
"""

from collections.abc import Sequence

import numpy as np
from onnx import GraphProto, NodeProto, TensorProto, helper

from editions.voices.kokoro.graph import Graph

MOST = 1024
"""Places of a stretch, at most; those of a tensor are all as long, and the last one may go beyond its end."""


def multiplied(
    graph: Graph, rows: str, reach: Sequence[int], given: Sequence[str], outputs: int, base: str
) -> list[NodeProto]:
    """Nodes that make ``base/y`` [1, places, outputs].

    ``rows`` [1, places + the last of ``reach``, inputs]: the values; ``reach``: how far from its first value a kernel
    meets each; ``given``: what MatMulIntegerToFloat is given after the values, the weights first.
    """
    writer = _Writer(graph, base)
    add, number, numbers = writer.add, writer.number, writer.numbers
    size = add("Squeeze", add("Shape", rows, start=1, end=2))
    places = add("Sub", size, number(reach[-1]))
    count = add("Div", add("Add", places, number(MOST - 1)), number(MOST))
    length = add("Div", add("Sub", add("Add", places, count), number(1)), count)
    begins = add("Range", number(0), add("Mul", count, length), length)
    first = add("Unsqueeze", add("Range", number(0), length, number(1)), numbers(1))
    stretch = _stretch(rows, add("Add", first, numbers(*reach)), add("Sub", size, number(1)), given, outputs)
    whole = add("Reshape", add("Scan", begins, body=stretch, num_scan_inputs=1), numbers(1, -1, outputs))
    ends = add("Unsqueeze", places, numbers(0))
    writer.nodes.append(helper.make_node("Slice", [whole, numbers(0), ends, numbers(1)], [f"{base}/y"]))
    return writer.nodes


class _Writer:
    """Nodes and numbers, each with a name of its own."""

    def __init__(self, graph: Graph, base: str) -> None:
        self.nodes: list[NodeProto] = []
        self._graph, self._base = graph, base

    def add(self, kind: str, *given: str, **about: int | GraphProto) -> str:
        """One node more; the name of what it makes."""
        made = f"{self._base}/{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, given, [made], **about))
        return made

    def number(self, value: int) -> str:
        """A scalar."""
        return self._graph.constant(f"number {value}", np.int64(value))

    def numbers(self, *values: int) -> str:
        """A list."""
        return self._graph.constant(f"numbers {' '.join(map(str, values))}", np.array(values, np.int64))


def _stretch(rows: str, met: str, last: str, given: Sequence[str], outputs: int) -> GraphProto:
    """What is done for a stretch, of which the first place is told: ``met`` are the rows of one that begins at 0."""
    nodes = [
        helper.make_node("Add", [met, "begin"], ["beyond"]),
        helper.make_node("Min", ["beyond", last], ["places"]),
        helper.make_node("Gather", [rows, "places"], ["apart"], axis=1),
        helper.make_node("Flatten", ["apart"], ["flat"], axis=2),
        helper.make_node("MatMulIntegerToFloat", ["flat", *given], ["made"], domain="com.microsoft"),
    ]
    begin = helper.make_tensor_value_info("begin", TensorProto.INT64, [])
    made = helper.make_tensor_value_info("made", TensorProto.FLOAT, ["places", outputs])
    return helper.make_graph(nodes, "stretch", [begin], [made])
