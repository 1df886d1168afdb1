"""Whatever the articles say: the file is sound by our own checks, and a screen reader hears every word, in order."""

import tempfile
import unicodedata
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editions.checks import pdf as checks
from editions.model import Article, Block, BlockKind, Mark, MarkKind, Span
from editions.outputs import pdf
from editions.printing.founts import invisible
from editions.printing.settings import PrintSettings
from editions.settings import Settings
from tests.printing.printing_samples import Walk, block, edition, table

KINDS = [kind for kind in get_args(BlockKind) if kind not in ("table", "figure")]
texts = st.text(
    st.one_of(
        st.sampled_from("aàeéœs ,.!?’'«»-\u00a0\u202f0123456789\n\t"),
        st.characters(exclude_categories=("Cs", "Cc", "Cn")),
    ),
    min_size=1,
    max_size=200,
)
words = st.lists(
    st.sampled_from(["mot", "1er", "XXe", "l’été", "12\u202f500\u00a0€", "Saint-Évre", "№", "中"]),
    min_size=1,
    max_size=150,
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(st.one_of(texts, words.map(" ".join)))
    marks = []
    for kind, value in draw(
        st.lists(
            st.sampled_from([("strong", ""), ("link", "https://exemple.fr"), ("language", "en"), ("raised", "")]),
            max_size=3,
        )
    ):
        start = draw(st.integers(0, len(text) - 1))
        kind_of: MarkKind = kind  # type: ignore[assignment]
        marks.append(Mark(kind_of, Span(start, draw(st.integers(start + 1, len(text)))), value))
    level = draw(st.integers(0, 4))
    return Block("x", draw(st.sampled_from(KINDS)), text, (), level, tuple(marks))


def heard(text: str) -> str:
    """Text without blanks and without what leaves no ink, composed as it is drawn."""
    seen = "".join(c for c in unicodedata.normalize("NFC", text) if not invisible(c))
    return "".join(seen.split())


@given(st.lists(blocks(), min_size=1, max_size=8), st.sampled_from([16.0, 20.0, 28.0]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_article_is_printed_whole(content: list[Block], size: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        publication = edition(Article("a", "Titre", tuple(content), folder / "a.txt"))
        (path,) = pdf.render(publication, folder, Settings(sections=(PrintSettings(size=size),)))
        assert checks.findings(folder) == []
        walk = Walk(path)
        (art,) = walk.elements("Art")
        assert heard(walk.text(art)) == (heard("\n".join(block.text for block in content)) or "Titre")


cells = st.text("abcdé 1\u00a0€№中'’-", max_size=40)


@given(
    st.integers(1, 6).flatmap(
        lambda n: st.lists(st.lists(cells, min_size=1, max_size=n).map(tuple), min_size=1, max_size=30)
    ),
    st.booleans(),
    st.sampled_from([16.0, 28.0]),
)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_table_is_printed_whole(rows: list[tuple[str, ...]], row_headers: bool, size: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        piece = table(*rows, row_headers=row_headers)
        publication = edition(Article("a", "Titre", (block("title", "Titre"), piece), folder / "a.txt"))
        (path,) = pdf.render(publication, folder, Settings(sections=(PrintSettings(size=size),)))
        assert checks.findings(folder) == []
        walk = Walk(path)
        said = heard(walk.text(walk.elements("Art")[0]))
        assert all(heard(cell) in said for row in rows for cell in row)
        if walk.elements("Table"):
            assert said == "Titre" + heard("".join(cell for row in rows for cell in row))
