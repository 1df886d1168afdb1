#!/usr/bin/env bash
# Guess: search_for joins what a hyphen parts at the end of a line, as its manual says, where the hyphen only parts a word;
#   « 3-2 », « 1914-1918 » or « peut-être » are found whether or not a line ends behind their hyphen.
# Really: every hyphen at the end of a line is dropped, behind figures too, and words and numbers that have one of their own
#   are no longer found. They are found as what they are not: « 32 », « 19141918 », « peutêtre ». And get_text with the
#   same flag writes the score 3-2 as 32, « 10-20 ans » as « 1020 ans ».
# Versions: pymupdf 2.0 with MuPDF 1.28.5 (pymupdf 1.26.7 does so too), the PDF by reportlab 5.1.0. Source: TEXT_DEHYPHENATE
#   is in TEXTFLAGS_SEARCH of PyMuPDF; source/fitz/stext-device.c of MuPDF then takes any hyphen before a new line for a soft one.
# Whom it hurts: who looks for a score, years or a compound name in the pages of a paper, or takes its articles out of them.
#   French has such a hyphen in every column (« dit-elle », « Saint-Cyr »).
#   flags=TEXTFLAGS_SEARCH & ~TEXT_DEHYPHENATE does not find them either: they are on two lines.
# The product keeps the hyphen of « peut-être », and asks the newsroom where both readings are words (editions/manuscript/cutting.py).
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pymupdf==2.0 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PYTHON'
import io

import pymupdf
from reportlab.pdfgen import canvas


def page(*lines: str) -> pymupdf.Page:
    file = io.BytesIO()
    drawn = canvas.Canvas(file, pagesize=(300, 200))
    text = drawn.beginText(20, 150)
    for line in lines:
        text.textLine(line)
    drawn.drawText(text)
    drawn.save()
    page.document = pymupdf.open("pdf", file.getvalue())
    return page.document[0]


def found(shown: pymupdf.Page, *words: str, flags: int = pymupdf.TEXTFLAGS_SEARCH) -> list[bool]:
    return [bool(shown.search_for(word, flags=flags)) for word in words]


WORDS = ("3-2", "1914-1918", "10-20 ans", "peut-être")
WITHOUT = tuple(word.replace("-", "") for word in WORDS)
whole = found(page("Rance gagne 3-2, comme en 1914-1918 :", "les 10-20 ans, peut-être."), *WORDS)
cut = page("Rance gagne 3-", "2, comme en 1914-", "1918 : les 10-", "20 ans, peut-", "être.")
print("inside a line:", dict(zip(WORDS, whole, strict=True)))
print("a line ends behind the hyphen:", dict(zip(WORDS + WITHOUT, found(cut, *WORDS, *WITHOUT), strict=True)))
print("get_text:", repr(cut.get_text(flags=pymupdf.TEXT_DEHYPHENATE)))
assert all(whole), "they are not found inside a line"
assert found(cut, *WORDS) == [False] * 4, "a hyphen is kept now"
assert all(found(cut, *WITHOUT)), "a hyphen is kept now"
assert not any(found(cut, *WORDS, *WITHOUT, flags=pymupdf.TEXTFLAGS_SEARCH & ~pymupdf.TEXT_DEHYPHENATE))
assert "Rance gagne 32, comme en 19141918 : les 1020 ans, peutêtre." in cut.get_text(flags=pymupdf.TEXT_DEHYPHENATE)
PYTHON
