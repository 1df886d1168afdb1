#!/usr/bin/env bash
# Guess: ReportLab's paragraphs do not break a line at U+202F, the *narrow no-break* space of French « 40 000 » and « ? »,
#   as they do not at U+00A0.
# Really: U+202F is in the list of blanks where Paragraph cuts words: the line breaks there, and within a line the narrow
#   space becomes an ordinary one. U+00A0 was taken off that list, its narrow brother was not.
# Versions: reportlab 5.1.0. Source: the list of white space at the head of reportlab/platypus/paragraph.py; U+202F has
#   the line breaking class GL (glue) in Unicode's annex 14, as U+00A0 has.
# Whom it hurts: every French text set with ReportLab: « 40 | 000 euros » on two lines, « ? » alone at a line's start.
# The product breaks its own lines (editions/printing/lines.py).
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0
"$folder/venv/bin/python" - <<'PYTHON'
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

style = ParagraphStyle("text", fontName="Times-Roman", fontSize=12)


def lines(text: str, width: float) -> list[str]:
    paragraph = Paragraph(text, style)
    paragraph.wrap(width, 1000)
    return [" ".join(words) for _, words in paragraph.blPara.lines]


seen = {name: lines(f"Le budget atteint 40{space}000 euros", 110) for name, space in (("U+00A0", "\u00a0"), ("U+202F", "\u202f"))}
for name, text in seen.items():
    print(name, text)
wide = lines("Le budget atteint 40\u202f000 euros", 500)
print("U+202F, on a line wide enough:", ascii(wide))
assert seen["U+00A0"] == ["Le budget atteint", "40\u00a0000 euros"], "U+00A0 has changed"
assert seen["U+202F"] == ["Le budget atteint 40", "000 euros"], "U+202F has changed"
assert wide == ["Le budget atteint 40 000 euros"], "U+202F has changed"
PYTHON
