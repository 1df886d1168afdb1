"""A graph of ONNX that is being rewritten: who makes what, who asks for it, which nodes stand for which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, numpy_helper

OWN = "editions/"
"""Before the names of what is added."""


class Graph:
    """A graph, and what will be of it."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self._graph = graph
        self.given = {tensor.name: tensor for tensor in graph.initializer}
        self.maker = {output: node for node in graph.node for output in node.output}
        self.users: dict[str, list[NodeProto]] = defaultdict(list)
        for node in graph.node:
            for name in node.input:
                self.users[name].append(node)
        self._constants: dict[str, TensorProto] = {}
        self._instead: dict[int, Sequence[NodeProto]] = {}

    def value(self, name: str) -> "NDArray[np.generic]":
        """A tensor that is given."""
        found: NDArray[np.generic] = numpy_helper.to_array(self.given[name])
        return found

    def only_user(self, name: str, *kinds: str) -> NodeProto | None:
        """The node that asks for a value, if there is one alone and of such a kind."""
        users = self.users[name]
        return users[0] if len(users) == 1 and users[0].op_type in kinds else None

    def constant(self, name: str, value: "NDArray[np.generic] | np.generic") -> str:
        """Name of a tensor of ours; one of the same name is the same."""
        name = f"{OWN}{name}"
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(np.asarray(value), name)
        return name

    def replace(self, nodes: Sequence[NodeProto], others: Sequence[NodeProto]) -> None:
        """``others`` instead of ``nodes``, at the place of the last one, before which all is made that they need."""
        self._instead |= dict.fromkeys(map(id, nodes[:-1]), ())
        self._instead[id(nodes[-1])] = others

    def write(self, outputs: Iterable[str]) -> None:
        """Make the graph what it was told to be: nothing stays that no output needs."""
        nodes = [new for node in self._graph.node for new in self._instead.get(id(node), (node,))]
        asked, kept = set(outputs), list[NodeProto]()
        for node in reversed(nodes):
            if asked.intersection(node.output):
                kept.append(node)
                asked.update(_needed(node))
        tensors = [t for t in (*self._graph.initializer, *self._constants.values()) if t.name in asked]
        del self._graph.node[:], self._graph.initializer[:]
        self._graph.node.extend(reversed(kept))
        self._graph.initializer.extend(tensors)


def _needed(node: NodeProto) -> Iterator[str]:
    """What a node asks for, and what the graph inside it does."""
    yield from node.input
    yield from (name for each in node.attribute for inner in each.g.node for name in inner.input)
