"""Pages on paper and their PDF: fonts, line breaking, page make-up, tags, pictures, the file itself.

Beside ``audio/``: what ``outputs/pdf.py``, ``press.py`` and ``booklet.py`` have in common. Nothing here knows where a
result goes. From the words to the sheet::

    fonts ─ founts ─ lines ─┐
    pictures ───────────────┼─ items ─ cover, contents, articles ─ pages ─ book ─> writer (tags, metadata, icc)
    sheets, styles ─────────┘
"""
