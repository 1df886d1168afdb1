#!/usr/bin/env bash
# Guess: python-docx's `paragraph.text` of a document with tracked changes is the text before them, or after them.
# Really: it is neither. Words that were inserted are left out as well as those that were deleted: « Le maire refuse le
#   projet », corrected into « accepte », is read « Le maire le projet ». No error, no trace.
# Versions: python-docx 1.2.0. Source: `CT_P.text` in docx/oxml/text/paragraph.py takes the runs and links that are children
#   of the paragraph; an insertion's runs are children of w:ins (ECMA-376, part 1, 17.13.5.18).
# Whom it hurts: whoever indexes, translates or reads out copy that an editor has corrected in Word.
# The product walks the tree itself, and takes what is inserted: editions/inputs/docx/.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = Document()
paragraph = document.add_paragraph("Le maire ")
change = f'{nsdecls("w")} w:author="Relecture" w:date="2025-03-14T08:00:00Z"'
paragraph._p.append(parse_xml(f'<w:del w:id="1" {change}><w:r><w:delText>refuse</w:delText></w:r></w:del>'))
paragraph._p.append(parse_xml(f'<w:ins w:id="2" {change}><w:r><w:t>accepte</w:t></w:r></w:ins>'))
paragraph.add_run(" le projet.")
file = BytesIO()
document.save(file)
file.seek(0)
read = [paragraph.text for paragraph in Document(file).paragraphs]
print("before: Le maire refuse le projet.  after: Le maire accepte le projet.  read:", read)
assert read == ["Le maire  le projet."], "tracked changes are read otherwise"
PYTHON
