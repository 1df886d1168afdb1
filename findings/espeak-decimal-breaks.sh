#!/usr/bin/env bash
# Guess: in SSML, <break time="0.5s"/> and <break time="500ms"/> are the same half second, as the standard has it.
# Really: eSpeak NG reads whole figures only: « 0.5s » is no pause at all, « 1.9s » one of a thousandth of a second, while
#   « 500ms » and « 2s » are right. Nothing is reported.
# Versions: espeakng-loader 0.2.4 (eSpeak NG 1.52). Source: `attrnumber` in eSpeak NG's src/libespeak-ng/ssml.c; times in
#   SSML 1.1, 3.2.3, are those of CSS2, where decimals are allowed.
# Whom it hurts: whoever sets the pauses of a spoken text by SSML: titles run into the text after them.
# The product speaks without SSML and makes its pauses itself, in samples (editions/audio/joining.py).
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check espeakng-loader==0.2.4
cat >"$folder/speak.py" <<'PYTHON'
import ctypes
import sys

import espeakng_loader

library = ctypes.CDLL(espeakng_loader.get_library_path())
rate = library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
library.espeak_SetVoiceByName(b"fr")
samples = 0


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
def count(sound, number, events):
    global samples
    samples += number
    return 0


library.espeak_SetSynthCallback(count)
text = f'<speak>Premier titre.<break time="{sys.argv[1]}"/>Second titre.</speak>'.encode()
library.espeak_Synth(text, ctypes.c_size_t(len(text) + 1), 0, 0, 0, 1 | 0x10, None, None)  # UTF-8, SSML
library.espeak_Synchronize()
print(samples / rate)
PYTHON
seconds() { "$folder/venv/bin/python" "$folder/speak.py" "$1"; }
none=$(seconds 0ms)
for time in 500ms 0.5s 2s 1.9s; do
  printf '%s %s\n' "$time" "$(seconds "$time")"
done | awk -v none="$none" '
  { pause[$1] = $2 - none; printf "break time=\"%s\": a pause of %.2f s\n", $1, pause[$1] }
  function near(a, b) { return a - b < .1 && b - a < .1 }
  END { if (!(near(pause["500ms"], .5) && near(pause["2s"], 2) && near(pause["0.5s"], 0) && near(pause["1.9s"], 0))) {
    print "pauses have changed"; exit 1 } }'
