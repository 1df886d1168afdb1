"""Adaptive norms: one operator for the ten that subtract a channel's mean, divide by its deviation, scale and shift.

scale · (x − mean(x)) / sqrt(mean((x − mean(x))²) + ε) + shift        # InstanceNormalization, ONNX 1.18
"""

import numpy as np
from onnx import NodeProto, helper

from editions.voices.kokoro.graph import OWN, Graph


def normed(graph: Graph, root: NodeProto) -> None:
    """One operator instead of those around the square root of a norm; another square root stays."""
    around = _around(graph, root)
    if around is None:
        return
    middle, divided, scaled, shifted = around
    flat = graph.constant("flat", np.array([-1], np.int64))
    base = f"{OWN}{root.name}"
    scale = next(name for name in scaled.input if name != divided.output[0])
    shift = next(name for name in shifted.input if name != scaled.output[0])
    epsilon = next(graph.value(name) for name in graph.maker[root.input[0]].input if name in graph.given)
    new = [
        helper.make_node("Reshape", [scale, flat], [f"{base}/scale"]),
        helper.make_node("Reshape", [shift, flat], [f"{base}/shift"]),
        helper.make_node(
            "InstanceNormalization",
            [middle.input[0], f"{base}/scale", f"{base}/shift"],
            list(shifted.output),
            epsilon=float(epsilon),
        ),
    ]
    graph.replace([divided, scaled, shifted], new)


def _around(graph: Graph, root: NodeProto) -> tuple[NodeProto, NodeProto, NodeProto, NodeProto] | None:
    """Subtraction, division, scaling and shifting of a norm; None when the root is of nothing such."""
    divided = graph.only_user(root.output[0], "Div")
    scaled = graph.only_user(divided.output[0], "Mul") if divided else None
    shifted = graph.only_user(scaled.output[0], "Add") if scaled else None
    middle = graph.maker.get(divided.input[0]) if divided else None
    if divided is None or scaled is None or shifted is None or middle is None or middle.op_type != "Sub":
        return None
    mean = graph.maker.get(middle.input[1])
    if mean is None or mean.op_type != "ReduceMean" or mean.input[0] != middle.input[0]:
        return None
    return middle, divided, scaled, shifted
