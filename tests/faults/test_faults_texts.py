"""Whatever is written, in any format that is text: an article or one of our own errors; and all of it is read.

How many texts: ``EDITIONS_TEXTS=10000 pytest tests/faults/test_faults_texts.py``; a hundred where it is not set.
"""

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editions.articles import article
from editions.errors import ArticleError
from editions.french import blocks
from tests.french.test_french_invariants import FRAGMENTS

TEXTS = int(os.environ.get("EDITIONS_TEXTS", "100"))
MARKUP = [
    "# ", "## ", "- ", "1. ", "a) ", "> ", "| a | b |\n|-|-|\n", "[^1]", "[^1]: ", "[clic](", "![", "](x.png)", "**",
    "_", "`", "```\n", "---\n", "title: ", "+++\n", "<p>", "</p>", "<table><tr><td rowspan=2>", "<ul><li>", "<!-- ",
    " -->", "<article>", "<h1>", "<img src=x.png alt='", "<div hidden>", "<script>", "<sup>1</sup>", "&nbsp;", "&#0;",
    "&amp", "<br>", "<a name='1'>", "Par Anne Roux", "Publié le 3 mars 2026 à 8h30", "Photo : DR", "Lire aussi : ",
    "Page 14", "— 14 —", "déci-\ndé", "[pause 2s]",
]  # fmt: skip
LINE = st.lists(st.sampled_from(FRAGMENTS + MARKUP) | st.text(max_size=12), max_size=12).map(" ".join)
ENDS = st.sampled_from(["\n", "\n\n", ""])
TEXT = st.builds(lambda lines, end: end.join(lines), st.lists(LINE, min_size=1, max_size=8), ENDS)
many = settings(max_examples=TEXTS, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_whatever_is_written_is_an_article_that_is_read_or_is_refused(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    made = []

    @many
    @given(TEXT)
    def reading(text: str) -> None:
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            found = article(path)
        except ArticleError:
            return
        for block in found.blocks:
            said = "".join(reading.spoken for spoken in blocks.read(block) for reading in spoken.readings)
            assert said.strip() or not re.search("[a-z]", block.text)
        made.append(path)

    reading()
    assert len(made) > TEXTS // 3
