from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.printing.pages import Flowing, Item, compose
from editions.printing.writer import Writer


@dataclass
class Lines(Flowing):
    count: int
    leading: float = 10
    after: float = field(default=5, kw_only=True)

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        raise AssertionError("nothing is drawn here")


DEPTH = 100.0
some_items = st.lists(
    st.builds(
        Lines,
        st.integers(1, 40),
        st.sampled_from([10.0, 14.0, 60.0]),
        keep=st.booleans(),
        leans=st.booleans(),
        fresh=st.booleans(),
    ),
    max_size=40,
)


@given(some_items)
def test_every_line_is_placed_once_in_order_and_inside(items: list[Item]) -> None:
    placed = [(id(p.item), line) for page in compose(items, DEPTH) for p in page for line in range(p.first, p.last)]
    assert placed == [(id(item), line) for item in items for line in range(item.count)]
    for page in compose(items, DEPTH):
        assert page
        assert all(p.y + (p.last - p.first) * p.item.leading <= DEPTH + 0.1 for p in page)


@given(st.lists(st.builds(Lines, st.integers(1, 30)), min_size=1, max_size=30))
def test_no_widow_and_no_orphan(items: list[Item]) -> None:
    for page in compose(items, DEPTH):
        for p in page:
            if (p.first, p.last) != (0, p.item.count):
                assert p.last - p.first >= 2


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12))
def test_a_signature_is_never_alone_at_the_head(counts: list[int]) -> None:
    items = [item for count in counts for item in (Lines(count), Lines(1, leans=True))]
    for page in compose(list(items), DEPTH):
        assert not (isinstance(page[0].item, Lines) and page[0].item.leans)
        for p in page:
            if (p.first, p.last) != (0, p.item.count):
                assert p.last - p.first >= 2


@given(st.lists(st.builds(Lines, st.integers(1, 6), keep=st.booleans()), min_size=1, max_size=30))
def test_a_heading_is_never_alone_at_the_foot(items: list[Lines]) -> None:
    for page in compose(list(items), DEPTH)[:-1]:
        last = page[-1]
        if last.item.keep and last.last == last.item.count:
            index = next(i for i, item in enumerate(items) if item is last.item)
            start = index
            while start and items[start - 1].keep:
                start -= 1
            chain = sum(item.count * item.leading + item.after for item in items[start : index + 1])
            following = items[index + 1]
            assert chain + (following.count if following.count <= 3 else 2) * 10 > DEPTH or following.keep


def test_white_is_dropped_at_the_top_of_a_page() -> None:
    first, second = compose([Lines(9), Lines(4, before=30)], DEPTH)
    assert second[0].y == 0
    assert first[0].last == 9


def test_an_article_can_begin_a_page() -> None:
    assert len(compose([Lines(1), Lines(1, fresh=True)], DEPTH)) == 2


def test_a_heading_longer_than_a_page_is_split_all_the_same() -> None:
    pages = compose([Lines(35, keep=True), Lines(3)], DEPTH)
    assert sum(p.last - p.first for p in pages[0]) == 10


def test_a_picture_shrinks_to_stay_with_its_article() -> None:
    @dataclass
    class Picture(Lines):
        def fit(self, height: float) -> bool:
            self.leading = height
            return height >= 30

    picture = Picture(1, 50, keep=True)
    (page,) = compose([Lines(5), picture, Lines(1)], DEPTH)
    assert page[1].item.leading == pytest.approx(100 - 55 - 5 - 10)
    assert len(compose([Lines(7), Picture(1, 50, keep=True), Lines(1)], DEPTH)) == 2


def test_a_caption_is_not_split_while_a_page_holds_it() -> None:
    @dataclass
    class Caption(Lines):
        whole: bool = True

    pages = compose([Lines(6), Caption(5)], DEPTH)
    assert [p.last - p.first for page in pages for p in page] == [6, 5]
    assert sum(p.last - p.first for page in compose([Caption(25)], DEPTH) for p in page) == 25


def test_a_long_table_repeats_its_heads() -> None:
    @dataclass
    class Row(Lines):
        reminder: Item | None = None

    head = Lines(1, keep=True)
    pages = compose([head, *(Row(1, after=0, keep=True, reminder=head) for _ in range(25))], DEPTH)
    assert len(pages) > 2
    assert all(page[0].item is head for page in pages)
