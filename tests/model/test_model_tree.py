"""Trees: nothing is lost or moved, levels follow one another, what is entered is left; whatever the leaves say."""

import time

from hypothesis import given
from hypothesis import strategies as st

from editions.model import Block, Branch, Figure, Item, List, Node, Note, Quotation, Role, Section, Table
from editions.model.tree import Container, Leaf, grown, leaves, walk
from tests.inputs.outlines import shape
from tests.model import trees

LIST, OTHER = Container("list", "1"), Container("list", "2", ordered=True)
ANY = st.lists(trees.leaves(), max_size=14)


def leaf(kind: Role, *within: Container, level: int = 0) -> Leaf:
    return Leaf(Block("x", kind, "mot", (3,)), level, within)


def item(key: str, *within: Container) -> Leaf:
    return leaf("item", *within, Container("item", key))


def test_sections_have_true_levels() -> None:
    levels = [4, 2, 6, 1, 2, 3]
    body = grown([leaf("title", level=0), *(leaf("heading", level=level) for level in levels), leaf("paragraph")])
    found = [step.node.level for step in walk(body) if step.event == "enter" and isinstance(step.node, Section)]
    assert found == [2, 2, 3, 2, 3, 4]
    assert shape(body) == (
        "title Section(heading) Section(heading Section(heading)) "
        "Section(heading Section(heading Section(heading paragraph)))"
    )


def test_a_second_title_heads_a_section_and_questions_stand_below_crossheads() -> None:
    kinds: list[tuple[Role, int]] = [("title", 0), ("question", 0), ("heading", 4), ("question", 0), ("title", 0)]
    body = grown([leaf(kind, level=level) for kind, level in kinds])
    assert shape(body) == "title Section(question) Section(heading Section(question)) Section(title)"


def test_lists_are_told_apart_and_nested() -> None:
    inner = (LIST, Container("item", "b"), Container("list", "3"))
    body = grown([item("a", LIST), item("b", LIST), item("c", *inner), leaf("paragraph", *inner[:2]), item("d", OTHER)])
    assert shape(body) == "List(Item(item) Item(item List(Item(item)) paragraph)) List(Item(item))"
    assert [step.node.ordered for step in walk(body) if step.event == "enter" and isinstance(step.node, List)] == [
        False, False, True,
    ]  # fmt: skip


def test_quotes_stand_in_quotations_one_for_several_or_each_its_own() -> None:
    quotation = Container("quotation", "1")
    body = grown([leaf("quote", quotation), leaf("quote", quotation), leaf("quote"), leaf("quote")])
    assert shape(body) == "Quotation(quote quote) Quotation(quote) Quotation(quote)"


def test_captions_go_with_what_they_caption() -> None:
    table = Container("table", "1")
    body = grown([leaf("figure"), leaf("caption"), leaf("caption"), leaf("table"), leaf("caption", table),
                  leaf("table", table), leaf("figure"), leaf("paragraph")])  # fmt: skip
    assert shape(body) == "Figure(figure caption) caption Table(table) Table(caption table) Figure(figure) paragraph"


@given(ANY)
def test_no_leaf_is_lost_or_moved(found: list[Leaf]) -> None:
    body = grown(found)
    assert list(leaves(body)) == [leaf.block for leaf in found]
    assert [step.node for step in walk(body) if step.event == "leaf"] == [leaf.block for leaf in found]


@given(ANY)
def test_what_is_entered_is_left_and_stands_where_it_says(found: list[Leaf]) -> None:
    around: list[Branch] = []
    for step in walk(grown(found)):
        if step.event == "leave":
            assert around.pop() is step.node
        assert list(step.parents) == around
        if step.event == "enter":
            assert not isinstance(step.node, Block)
            around.append(step.node)
    assert around == []


def rightly_placed(node: Node | Item, parents: tuple[Branch, ...]) -> bool:
    around = parents[-1] if parents else None
    match node:
        case Section():
            above = [parent for parent in parents if isinstance(parent, Section)]
            return len(above) == len(parents) and node.level == len(above) + 2 <= 6
        case Item():
            return isinstance(around, List) and bool(node.body)
        case List() | Quotation() | Note():
            return bool(node.parts)
        case Block(kind="figure"):
            return isinstance(around, Figure)
        case Block(kind="table"):
            return isinstance(around, Table)
        case Block(kind="quote"):
            return any(isinstance(parent, Quotation) for parent in parents)
    return True


@given(ANY)
def test_every_node_is_where_it_may_be(found: list[Leaf]) -> None:
    assert all(rightly_placed(step.node, step.parents) for step in walk(grown(found)))


def test_time_grows_as_the_article_does() -> None:
    deep = tuple(c for n in range(15) for c in (Container("list", str(n)), Container("item", str(n))))
    found = [leaf("heading", level=n % 7) if n % 5 == 0 else leaf("item", *deep[: 2 * (n % 15)]) for n in range(50_000)]
    started = time.process_time()
    body = grown(found)
    assert sum(step.event == "leaf" for step in walk(body)) == len(found)
    assert time.process_time() - started < 5
