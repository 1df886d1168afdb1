#!/usr/bin/env bash
# Guess: `max_dead_bytes_per_chunk` of an arena's settings says how many bytes of a chunk may be left unused before it is
#   split in two; with 0 nothing is wasted.
# Really: with 0 the process is killed (« Could not find Region ») after a few runs of different sizes; 1000 is fine.
# Versions: onnxruntime 1.32.0 on x86-64. Source: the documentation of OrtApi::CreateArenaCfgV2 calls it a threshold and
#   names no least value; why the arena then loses a chunk was not looked for. Run below.
# Whom it hurts: who looks for less memory among the settings of a model's process; it is no exception, and not in the log
#   of the command that started it.
# The product looked for it there, and leaves the arena as it is: editions/voices/kokoro/network.py gives back what a long
#   sentence took, and editions/voices/kokoro/norms.py keeps less.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check onnxruntime==1.32.0 onnx==1.23.2 numpy==2.4.6
cat >"$folder/run.py" <<'PYTHON'
import sys

import numpy as np
import onnxruntime as ort
from onnx import TensorProto, helper

nodes = [helper.make_node("MatMul", ["x", "x"], ["a0"])]
nodes += [helper.make_node("MatMul", [f"a{at}", "x"], [f"a{at + 1}"]) for at in range(6)]
shown = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", "n"])
made = helper.make_tensor_value_info("a6", TensorProto.FLOAT, None)
model = helper.make_model(helper.make_graph(nodes, "g", [shown], [made]), opset_imports=[helper.make_opsetid("", 20)])
model.ir_version = 9
place = ort.OrtMemoryInfo("Cpu", ort.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, ort.OrtMemType.DEFAULT)
settings = {"arena_extend_strategy": 1, "max_dead_bytes_per_chunk": int(sys.argv[1])}
ort.create_and_register_allocator(place, ort.OrtArenaCfg(settings))
options = ort.SessionOptions()
options.add_session_config_entry("session.use_env_allocators", "1")
session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
for size in (100, 300, 50, 400, 20, 350, 150, 60, 500):
    session.run(None, {"x": np.ones((size, size), np.float32)})
PYTHON
for dead in -1 1000 0; do
  if "$folder/venv/bin/python" "$folder/run.py" "$dead" 2>"$folder/err"; then ends=whole; else ends="killed: $(tail -1 "$folder/err")"; fi
  echo "max_dead_bytes_per_chunk $dead: $ends"
  case "$dead $ends" in
    "-1 whole" | "1000 whole") ;;
    "0 killed"*"Could not find Region"*) ;;
    *) echo "it is otherwise now"; exit 1 ;;
  esac
done
