"""Any tree is told without fault: each letter in one utterance, or named as left out."""

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from editions.audio.settings import PACES, AudioSettings
from editions.model import Article, Block, Figure, List, Note, Quotation, Section, Table, leaves
from editions.model.nodes import Cell, Item, Node
from editions.model.runs import Credit, NoteCall, Pause, Span
from editions.narration import Utterance
from editions.narration.wording import INTRODUCTION
from tests.model import trees
from tests.narration.tellings import telling

SETTINGS = st.builds(
    AudioSettings,
    pace=st.sampled_from(tuple(PACES)),
    say_outlet=st.sampled_from(("change", "always", "never")),
    say_section=st.sampled_from(("change", "always", "never")),
    announce=st.booleans(),
    credits=st.booleans(),
    captions=st.sampled_from(("lower", "same")),
    tables=st.sampled_from(("records", "rows")),
    notes=st.sampled_from(("end", "paragraph", "place")),
)
TEXTS = st.lists(st.sampled_from(["mot", "deux", "12 kg", "Non.", "Qui ?", "« Oui »", "[1]", "-"]), max_size=6)


@st.composite
def blocks(draw: st.DrawFn, kind: Any = None) -> Block:
    words = draw(TEXTS)
    text = " ".join(words)
    ends = tuple(match.end() for match in re.finditer(r"[^.?]+(?:[.?] |$)", text)) if text else ()
    runs: list[Any] = []
    for make in draw(st.lists(st.sampled_from((Credit, "call", "pause")), max_size=3)):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        if make == "pause":
            runs.append(Pause(Span(start, start), draw(st.sampled_from((0.0, 0.5, 2.0)))))
        else:
            runs.append(NoteCall(Span(start, end), "1") if make == "call" else Credit(Span(start, end)))
    kinds: st.SearchStrategy[Any] = st.sampled_from(
        ("outlet", "section", "title", "heading", "question", "paragraph", "quote", "byline")
    )
    return Block("x", kind or draw(kinds), text, ends if ends[-1:] == (len(text),) else (), tuple(runs))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    rows, width = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    text, cells, ends = "", [], []
    for row in range(rows):
        found = []
        for column in range(width):
            words = draw(st.sampled_from(("", "mot", "deux mots", "12 kg")))
            header: Any = draw(st.sampled_from(("column", "", "row"))) if row else "column"
            span = Span(len(text), len(text) + len(words))
            reach = draw(st.integers(1, rows - row))
            found.append(Cell(span, row, column, header, reach, draw(st.integers(1, width - column))))
            text += words + ("\t" if column + 1 < width else "\n" if row + 1 < rows else "")
            if words:
                ends.append(len(text))
        cells.append(tuple(found))
    if ends:
        ends[-1] = len(text)
    return Table(Block("x", "table", text, tuple(ends)), tuple(cells), draw(st.none() | blocks("caption")))


def _around(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    body = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(st.builds(Item, st.just(""), body), max_size=3).map(tuple)
    return (
        st.builds(Section, blocks("heading"), st.just(2), body)
        | st.builds(List, st.booleans(), items)
        | st.builds(Quotation, body)
        | st.builds(Note, st.just("1"), st.just("[1]"), body)
    )


FIGURES = st.builds(Figure, st.none(), blocks("figure"), st.none() | blocks("caption"))
TREES = st.lists(st.recursive(blocks() | tables() | FIGURES, _around, max_leaves=8), min_size=1, max_size=5)


def numbered(nodes: list[Node]) -> Article:
    """An article of a drawn tree, each block with an id of its own."""
    from editions.stored.articles import tree_of, values_of

    values = values_of(nodes)
    count = iter(range(10_000))

    def named(value: Any) -> Any:
        if isinstance(value, tuple) and value[:1] == ("Block",):
            return ("Block", f"b{next(count)}", *value[2:])
        return type(value)(map(named, value)) if isinstance(value, list | tuple) else value

    return Article("a", "A", tree_of(named(values), Path()), Path("a.md"))


def written(article: Article, said: tuple[Utterance, ...]) -> Counter[tuple[str, int]]:
    """Where each written word that is said begins."""
    sources = {sentence.id: (block.id, block.text) for block in article.blocks for sentence in block.sentences}
    found: Counter[tuple[str, int]] = Counter()
    for one in said:
        name, text = sources[one.sentence_id]
        for reading in one.spoken.readings:
            if reading.rule != INTRODUCTION:
                found.update((name, place) for place in range(reading.span.start, reading.span.end)
                             if text[place].isalnum())  # fmt: skip
    return found


@given(TREES, SETTINGS, st.booleans())
def test_every_letter_is_in_one_utterance_or_named_as_left_out(
    nodes: list[Node], audio: AudioSettings, again: bool
) -> None:
    article = numbered(nodes)
    found = telling(article, audio, article if again else None)
    heard = written(article, found.utterances)
    assert set(heard.values()) <= {1}
    sources = {sentence.id: block for block in article.blocks for sentence in block.sentences}
    left = {(sources[one.sentence_id].id, place) for one in found.left for place in range(one.span.start, one.span.end)}
    all_letters = {(block.id, place) for block in article.blocks if block.ends
                   for place, letter in enumerate(block.text) if letter.isalnum()}  # fmt: skip
    assert all_letters - set(heard) <= left
    if audio.credits:
        assert all(one.why != "credit" for one in found.left)


@given(TREES, SETTINGS)
def test_each_sentence_is_told_in_one_go_with_sound_pauses(nodes: list[Node], audio: AudioSettings) -> None:
    article = numbered(nodes)
    said = telling(article, audio).utterances
    runs = [name for name, _ in groupby(said, key=lambda one: one.sentence_id)]
    assert len(runs) == len(set(runs))
    assert all(one.pause > 0 for one in said)
    if said:
        assert said[-1].pause >= 0.5
    marks = sum(run.seconds for block in article.blocks for run in block.runs if isinstance(run, Pause))
    assert sum(one.pause for one in said) >= marks * bool(said) - 1e-6


@given(st.lists(trees.leaves(), min_size=1, max_size=10))
def test_pieces_of_any_tree_are_told_without_fault(found: list[Any]) -> None:
    from editions.model.tree import grown

    named = []
    for number, leaf in enumerate(found):
        ends = (len(leaf.block.text),) if leaf.block.text else ()
        named.append(replace(leaf, block=replace(leaf.block, id=f"b{number}", ends=ends)))
    article = Article("a", "A", grown(named), Path("a.md"))
    said = telling(article).utterances
    assert {one.sentence_id for one in said} <= {s.id for block in leaves(article.body) for s in block.sentences}
