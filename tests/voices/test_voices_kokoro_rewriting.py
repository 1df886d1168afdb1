"""What is rewritten computes the same: small graphs of the model's own patterns, before and after."""

from typing import Any

import numpy as np
import pytest

from tests.conftest import missing

try:
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper
except ImportError:
    onnx = None

FLOAT = 1


@pytest.fixture(autouse=True)
def extra() -> None:
    if onnx is None:
        missing("onnx or onnxruntime is not installed: pip install 'editions[kokoro]'")


def model(nodes: list[Any], given: dict[str, Any]) -> Any:
    tensors = [numpy_helper.from_array(np.asarray(value), name) for name, value in given.items()]
    shown = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, None, None])
    output = helper.make_tensor_value_info("y", TensorProto.FLOAT, None)
    graph = helper.make_graph(nodes, "small", [shown], [output], tensors)
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
    made = helper.make_model(graph, opset_imports=opsets)
    made.ir_version = 9
    return made


def run(made: Any, x: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(made.SerializeToString(), options, providers=["CPUExecutionProvider"])
    found: np.ndarray[Any, Any] = session.run(None, {"x": x})[0]
    return found


def rewritten(made: Any, rewrite: Any, kind: str) -> list[str]:
    """Kinds of the nodes after the rewriting."""
    from editions.voices.kokoro.graph import Graph

    graph = Graph(made.graph)
    for node in made.graph.node:
        if node.op_type == kind:
            rewrite(graph, node)
    graph.write(["y"])
    inner = [node for outer in made.graph.node for each in outer.attribute for node in each.g.node]
    return [node.op_type for node in (*made.graph.node, *inner)]


def convolution(width: int, step: int, pads: int, bias: bool, strides: int = 1) -> Any:
    """A quantized convolution as the model has it, from 4 channels to 3."""
    chance = np.random.default_rng(width + step)
    nodes = [
        helper.make_node("DynamicQuantizeLinear", ["x"], ["q", "scale", "zero"]),
        helper.make_node(
            "ConvInteger", ["q", "w", "zero", "wz"], ["i"], name="c",
            kernel_shape=[width], dilations=[step], pads=[pads, pads], strides=[strides], group=1,
        ),
        helper.make_node("Mul", ["scale", "ws"], ["both"]),
        helper.make_node("Div", ["b", "both"], ["b1"]),
        helper.make_node("Floor", ["b1"], ["b2"]),
        helper.make_node("Cast", ["b2"], ["b3"], to=TensorProto.INT32),
        helper.make_node("Reshape", ["b3", "shape"], ["b4"]),
        helper.make_node("Add", ["i", "b4"], ["a"]),
        helper.make_node("Cast", ["a" if bias else "i"], ["f"], to=FLOAT),
        helper.make_node("Mul", ["f", "both"], ["y"]),
    ]  # fmt: skip
    given = {
        "w": chance.integers(0, 256, (3, 4, width)).astype(np.uint8), "wz": np.uint8(117), "ws": np.float32(0.02),
        "b": chance.normal(size=3).astype(np.float32), "shape": np.array([1, 3, 1], np.int64),
    }  # fmt: skip
    return model(nodes if bias else [n for n in nodes if n.output[0] not in ("b1", "b2", "b3", "b4", "a")], given)


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize(("width", "step", "pads"), [(1, 1, 0), (3, 1, 1), (7, 3, 9), (11, 5, 25), (5, 1, 2)])
def test_a_product_is_the_convolution(width: int, step: int, pads: int, bias: bool) -> None:
    from editions.voices.kokoro.products import multiplied

    x = np.random.default_rng(1).normal(size=(1, 4, 90)).astype(np.float32)
    made = convolution(width, step, pads, bias)
    before = run(made, x)
    kinds = rewritten(made, multiplied, "ConvInteger")
    assert "ConvInteger" not in kinds
    assert kinds.count("MatMulIntegerToFloat") == 1
    after = run(made, x)
    assert after.shape == before.shape
    unit = 0.02 * (x.max() - min(0.0, x.min())) / 255  # by which the bias was rounded down
    assert np.abs(after - before).max() <= 1.01 * unit + 1e-4


@pytest.mark.parametrize("places", [1, 2, 1023, 1024, 1025, 2049, 3000])
def test_stretches_of_any_number_are_the_whole(places: int) -> None:
    from editions.voices.kokoro.products import multiplied
    from editions.voices.kokoro.stretches import MOST

    assert MOST == 1024
    x = np.random.default_rng(places).normal(size=(1, 4, places)).astype(np.float32)
    made = convolution(3, 1, 1, False)
    before = run(made, x)
    rewritten(made, multiplied, "ConvInteger")
    assert np.array_equal(run(made, x), before)


@pytest.mark.parametrize(("pads", "strides"), [(1, 2), (0, 1)])
def test_a_convolution_that_changes_the_length_stays(pads: int, strides: int) -> None:
    from editions.voices.kokoro.products import multiplied

    made = convolution(3, 1, pads, True, strides)
    assert "ConvInteger" in rewritten(made, multiplied, "ConvInteger")


def norm(same: bool = True) -> Any:
    """An adaptive norm as the model has it; not one when what is subtracted is the mean of something else."""
    nodes = [
        helper.make_node("Mul", ["x", "two"], ["other"]),
        helper.make_node("ReduceMean", ["x" if same else "other", "axis"], ["m"], keepdims=1),
        helper.make_node("Sub", ["x", "m"], ["d"]),
        helper.make_node("Mul", ["d", "d"], ["s"]),
        helper.make_node("ReduceMean", ["s", "axis"], ["v"], keepdims=1),
        helper.make_node("Add", ["v", "eps"], ["e"]),
        helper.make_node("Sqrt", ["e"], ["r"], name="root"),
        helper.make_node("Div", ["d", "r"], ["n"]),
        helper.make_node("Mul", ["scale", "n"], ["g"]),
        helper.make_node("Add", ["g", "shift"], ["y"]),
    ]
    chance = np.random.default_rng(2)
    given = {
        "two": np.float32(2), "axis": np.array([2], np.int64), "eps": np.float32(1e-5),
        "scale": chance.normal(size=(1, 4, 1)).astype(np.float32),
        "shift": chance.normal(size=(1, 4, 1)).astype(np.float32),
    }  # fmt: skip
    return model(nodes, given)


def test_one_operator_is_the_norm() -> None:
    from editions.voices.kokoro.norms import normed

    x = np.random.default_rng(3).normal(3, 2, size=(1, 4, 500)).astype(np.float32)
    made = norm()
    before = run(made, x)
    assert rewritten(made, normed, "Sqrt") == ["Reshape", "Reshape", "InstanceNormalization"]
    assert np.abs(run(made, x) - before).max() < 1e-4


def test_norms_that_share_a_deviation_are_one_operator_each() -> None:
    from editions.voices.kokoro.norms import normed

    x = np.random.default_rng(3).normal(3, 2, size=(1, 4, 500)).astype(np.float32)
    made = norm()
    made.graph.node[-1].output[0] = "first"
    made.graph.node.extend([
        helper.make_node("Mul", ["n", "shift"], ["g2"]),
        helper.make_node("Add", ["scale", "g2"], ["second"]),
        helper.make_node("Sub", ["first", "second"], ["y"]),
    ])  # fmt: skip
    before = run(made, x)
    kinds = rewritten(made, normed, "Sqrt")
    assert kinds.count("InstanceNormalization") == 2
    assert "Sqrt" not in kinds
    assert np.abs(run(made, x) - before).max() < 1e-4


def test_another_square_root_stays() -> None:
    from editions.voices.kokoro.norms import normed

    assert "Sqrt" in rewritten(norm(same=False), normed, "Sqrt")


def activation(channels: int) -> Any:
    """A norm and the activation behind it."""
    chance = np.random.default_rng(4)
    nodes = [
        helper.make_node("InstanceNormalization", ["x", "scale", "shift"], ["n"], epsilon=1e-5),
        helper.make_node("Mul", ["a", "n"], ["turned"]),
        helper.make_node("Sin", ["turned"], ["sine"], name="sine"),
        helper.make_node("Pow", ["sine", "two"], ["square"]),
        helper.make_node("Mul", ["part", "square"], ["share"]),
        helper.make_node("Add", ["n", "share"], ["y"]),
    ]
    a = chance.uniform(0.3, 3, (1, channels, 1)).astype(np.float32)
    scale, shift = chance.normal(size=(2, channels)).astype(np.float32)
    return model(nodes, {"two": np.float32(2), "a": a, "part": 1 / a, "scale": scale, "shift": shift})


@pytest.mark.parametrize("channels", [3, 128, 256])
def test_a_polynomial_by_groups_is_the_activation(channels: int) -> None:
    from editions.voices.kokoro.channels import together

    x = np.random.default_rng(5).normal(0, 4, size=(1, channels, 60)).astype(np.float32)
    made = activation(channels)
    before = run(made, x)
    kinds = rewritten(made, together, "Sin")
    assert "Sin" not in kinds
    assert kinds.count("Scan") == 1
    assert np.abs(run(made, x) - before).max() < 1e-5


def test_a_sine_of_something_else_stays() -> None:
    from editions.voices.kokoro.channels import together

    made = activation(4)
    made.graph.node[-1].input[0] = "x"  # the sum is of other values than the sine
    assert "Sin" in rewritten(made, together, "Sin")
