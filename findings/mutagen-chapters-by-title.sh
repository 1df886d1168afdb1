#!/usr/bin/env bash
# Guess: mutagen writes the chapters (CHAP frames) of an MP3 in the order in which they were added, or of their times.
# Really: frames of one kind are written from the shortest to the longest, so that a chapter's place in the file goes by
#   the length of its title. The table of contents (CTOC) tells the order, but many players list CHAP frames as they come.
# Versions: mutagen 1.47.0. Source: the sort key of `ID3Tags._write` in mutagen/id3/_tags.py (importance, then size).
# Whom it hurts: podcasts and talking books, « Sport » before the front page.
# The product puts the frames in order of their times after mutagen: tests/audio/test_audio_tags.py.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mutagen==1.47.0
"$folder/venv/bin/python" - <<'PYTHON'
import re
from io import BytesIO
from mutagen.id3 import CHAP, CTOC, ID3, TIT2, CTOCFlags

titles = ["Les pompiers ont lutté toute la nuit contre les eaux", "Météo", "Le marché du samedi", "Sport"]
tag, ids = ID3(), [f"c{number}" for number in range(len(titles))]
for number, (name, title) in enumerate(zip(ids, titles)):
    tag.add(CHAP(element_id=name, start_time=60_000 * number, end_time=60_000 * (number + 1),
                 start_offset=0xFFFFFFFF, end_offset=0xFFFFFFFF, sub_frames=[TIT2(encoding=3, text=title)]))
tag.add(CTOC(element_id="toc", flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED, child_element_ids=ids, sub_frames=[]))
out = BytesIO()
tag.save(out)
data = out.getvalue()
written = [name.decode() for name in re.findall(rb"CHAP.{6}(c\d)\x00", data, re.DOTALL)]  # a frame's head is ten bytes
print("added:  ", [titles[ids.index(name)] for name in ids])
print("written:", [titles[ids.index(name)] for name in written])
assert written == ["c3", "c1", "c2", "c0"], "the order has changed"
PYTHON
