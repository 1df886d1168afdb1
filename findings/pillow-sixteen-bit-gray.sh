#!/usr/bin/env bash
# Guess: Image.convert("L") makes 8-bit gray of a 16-bit scan as it makes gray of colours: mid-gray stays mid-gray.
# Really: no value is scaled; all above 255 become 255. A scan whose deepest shadow is 1 % of gray comes out white all
#   over, without a warning. Scaling is the caller's: .convert("I").point(lambda value: value * (1 / 257)).convert("L").
# Versions: pillow 12.0.0 and 13.0.0. Source: seen here; Pillow's list of concepts says of its modes with 16 bits that
#   their support is limited, not this.
# Whom it hurts: archives and museums scan in 16-bit gray. The book or the print file made of it has a blank picture, and
#   no validator of PDF or EPUB looks at the grays.
# The product scales (editions/manuscript/pictures.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/look.py" <<'PY'
import io, struct, zlib
import PIL
from PIL import Image

GRAYS = [0, 255, 256, 655, 32768, 65535]

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

row = b"\0" + b"".join(struct.pack(">H", gray) for gray in GRAYS)
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", len(GRAYS), 1, 16, 0, 0, 0, 0))
png += chunk(b"IDAT", zlib.compress(row)) + chunk(b"IEND", b"")
image = Image.open(io.BytesIO(png))
plain = list(image.convert("L").getdata())
scaled = list(image.convert("I").point(lambda value: value * (1 / 257)).convert("L").getdata())
print(f"Pillow {PIL.__version__}, mode {image.mode}")
print("16 bits      ", GRAYS)
print('convert("L") ', plain)
print("scaled first ", scaled)
assert plain == [0, 255, 255, 255, 255, 255], plain
assert scaled[0] == 0 and scaled[-1] == 255 and abs(scaled[4] - 127) <= 1, scaled
PY
for version in 12.0.0 13.0.0; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet "pillow==$version"
  "$folder/$version/bin/python" -W ignore "$folder/look.py"
done
