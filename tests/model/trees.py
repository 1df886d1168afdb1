"""Any leaves, well nested or not, for the invariants of trees."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

from hypothesis import strategies as st

from editions.model import Block, Cell, Picture, Role
from editions.model.runs import Author, Dated, Label, Language, Link, NoteCall, Raised, Run, Span, Strong
from editions.model.tree import Container, Kind, Leaf

FOLDER = Path("/dossier")
_RUNS: tuple[Callable[[Span], Run], ...] = (
    Strong,
    Raised,
    Label,
    partial(Link, address="https://exemple.fr"),
    partial(Language, tag="en"),
    partial(Author, name="Anne"),
    partial(Dated, written="hier"),
    partial(NoteCall, note="1"),
)
_CONTAINERS = [
    Container(kind, str(key), kind == "list" and key > 1, f"{key}." if kind in ("item", "note") else "")
    for kind in get_args(Kind)
    for key in range(3)
]
_PICTURES = st.just(None) | st.just(Picture(FOLDER / "img" / "a.png", "img/a.png", "image/png", 4, 3))


@st.composite
def leaves(draw: st.DrawFn) -> Leaf:
    kind = draw(st.sampled_from(get_args(Role)))
    runs = tuple(run(Span(0, 1)) for run in draw(st.lists(st.sampled_from(_RUNS), max_size=2)))
    block = Block("x", kind, draw(st.sampled_from(["mot", "un\tdeux", ""])), (3,), runs, draw(st.integers(0, 9)))
    within = draw(st.lists(st.sampled_from(_CONTAINERS), max_size=5).map(tuple))
    cells = (Cell(Span(0, 1), 0, 0, "column"), Cell(Span(2, 3), 1, 1, "", 2, 3)) if kind == "table" else ()
    return Leaf(block, draw(st.integers(0, 8)), within, cells, draw(_PICTURES) if kind == "figure" else None)
