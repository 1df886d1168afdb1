"""Whatever the articles say: the file is sound by our own checks, and a screen reader hears every word, in order."""

import tempfile
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from editions.checks import pdf as checks
from editions.model import Article, Block, Role
from editions.model import leaves as leaves_of
from editions.model.runs import Label, Language, Link, Lowered, NoteCall, Raised, Run, Span, Strong
from editions.model.tree import Container, Leaf, grown
from editions.outputs import pdf
from editions.printing.arranging import arranged
from editions.printing.founts import invisible
from editions.printing.settings import PrintSettings
from editions.settings import Settings
from tests.printing.printing_samples import Walk, block, edition, table

KINDS = [kind for kind in get_args(Role) if kind not in ("table", "figure")]
RUNS: tuple[Callable[[Span], Run], ...] = (
    Strong,
    partial(Link, address="https://exemple.fr"),
    partial(Language, tag="en"),
    Raised,
    Lowered,
    partial(NoteCall, note="1"),
)
CONTAINERS = [
    Container(kind, str(key), ordered=key > 1, label="")
    for kind in ("list", "item", "quotation", "note", "table") for key in range(3)
]  # fmt: skip
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
def leaves(draw: st.DrawFn) -> Leaf:
    text = draw(st.one_of(texts, words.map(" ".join)))
    found: list[Run] = []
    for run in draw(st.lists(st.sampled_from(RUNS), max_size=3)):
        start = draw(st.integers(0, len(text) - 1))
        found.append(run(Span(start, draw(st.integers(start + 1, len(text))))))
    if draw(st.booleans()):
        found.append(Label(Span(0, draw(st.integers(1, len(text))))))
    within = draw(st.lists(st.sampled_from(CONTAINERS), max_size=6).map(tuple))
    block = Block("x", draw(st.sampled_from(KINDS)), text, (), tuple(found))
    return Leaf(block, draw(st.integers(0, 7)), within)


def heard(text: str) -> str:
    """Text without blanks and without what leaves no ink, composed as it is drawn."""
    seen = "".join(c for c in unicodedata.normalize("NFC", text) if not invisible(c))
    return "".join(seen.split())


@example([Leaf(Block("x", "outlet", " ", ()))], 16.0)
@example([Leaf(Block("x", "outlet", "\u00ad", ()))], 16.0)
@given(st.lists(leaves(), min_size=1, max_size=8), st.sampled_from([16.0, 20.0, 28.0]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_article_is_printed_whole(content: list[Leaf], size: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        publication = edition(Article("a", "Titre", grown(content), folder / "a.txt"))
        (path,) = pdf.render(publication, folder, Settings(sections=(PrintSettings(size=size),)))
        assert checks.findings(folder) == []
        walk = Walk(path)
        (art,) = walk.elements("Art")
        in_order = [found.text for found in leaves_of(arranged(grown(content)))]
        assert sorted(in_order) == sorted(leaf.block.text for leaf in content)
        assert heard(walk.text(art)) == (heard("\n".join(in_order)) or "Titre")


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
