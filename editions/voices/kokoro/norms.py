"""Adaptive norms: one operator for the ten that subtract a channel's mean, divide by its deviation, scale and shift.

scale · (x − mean(x)) / sqrt(mean((x − mean(x))²) + ε) + shift        # InstanceNormalization, ONNX 1.18
"""

import numpy as np
from onnx import NodeProto, helper

from editions.voices.kokoro.graph import OWN, Graph


def normed(graph: Graph, root: NodeProto) -> None:
    """One operator instead of those around the square root of each norm that it is of; another square root stays.

    Norms of the same values share their mean and deviation, and what they share is as large as the values: made anew
    for each norm, it takes no more time and need not be kept.
    """
    divided = graph.only_user(root.output[0], "Div")
    middle = graph.maker.get(divided.input[0]) if divided else None
    if divided is None or middle is None or not _centred(graph, middle):
        return
    epsilon = next(graph.value(name) for name in graph.maker[root.input[0]].input if name in graph.given)
    for number, scaled in enumerate(graph.users[divided.output[0]]):
        shifted = graph.only_user(scaled.output[0], "Add") if scaled.op_type == "Mul" else None
        if shifted is not None:
            scale, shift = _other(scaled, divided), _other(shifted, scaled)
            norm = _norm(graph, middle.input[0], scale, shift, f"{OWN}{root.name} {number}")
            norm[-1].attribute.append(helper.make_attribute("epsilon", float(epsilon)))
            norm[-1].output[:] = shifted.output
            graph.replace([scaled, shifted], norm)


def _centred(graph: Graph, node: NodeProto) -> bool:
    """Whether it takes away the mean of its own values."""
    mean = graph.maker.get(node.input[1]) if node.op_type == "Sub" else None
    return mean is not None and mean.op_type == "ReduceMean" and mean.input[0] == node.input[0]


def _other(node: NodeProto, known: NodeProto) -> str:
    """What a node is given besides what another makes."""
    return str(next(name for name in node.input if name != known.output[0]))


def _norm(graph: Graph, values: str, scale: str, shift: str, base: str) -> list[NodeProto]:
    flat = graph.constant("flat", np.array([-1], np.int64))
    return [
        helper.make_node("Reshape", [scale, flat], [f"{base}/scale"]),
        helper.make_node("Reshape", [shift, flat], [f"{base}/shift"]),
        helper.make_node("InstanceNormalization", [values, f"{base}/scale", f"{base}/shift"], [base]),
    ]
