"""Articles that are recalled equal those that are made anew; any tree comes back from the values that are kept."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions import articles, stored
from editions.cache import Cache
from editions.model import Node
from editions.model.tree import Leaf, grown
from editions.stored import Store
from editions.stored.articles import Articles, tree_of, values_of
from tests.model.trees import FOLDER, leaves


def test_another_program_remembers_nothing(article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    Articles(Store(cache)).article(article)
    monkeypatch.setattr(stored, "program", lambda: "another")
    monkeypatch.setattr(articles, "article", lambda *_, **__: pytest.fail("made anew, as it must be"))
    with pytest.raises(pytest.fail.Exception):
        Articles(Store(cache)).article(article)


def test_two_articles_of_one_title_keep_two_names(article: Path, cache: Cache) -> None:
    for _ in range(2):
        first = Articles(Store(cache)).article(article)
        second = Articles(Store(cache)).article(article, {first.slug})
        assert (first.slug, second.slug) == ("la-foire-attire-12-500-curieux", "la-foire-attire-12-500-curieux-2")
        assert second.blocks[0].id.startswith(second.slug)


def test_articles_with_pictures_are_read_anew(tmp_path: Path, cache: Cache) -> None:
    path = tmp_path / "photo.md"
    path.write_text("# Titre\n\n![Un pont](pont.png)\n\nUne phrase.\n", encoding="utf-8")
    assert [found.code for found in Articles(Store(cache)).article(path).findings] == ["image-missing"]
    (tmp_path / "pont.png").write_bytes(b"")
    assert "image-missing" not in [found.code for found in Articles(Store(cache)).article(path).findings]


def test_a_picture_that_was_only_missing_is_looked_for_again(tmp_path: Path, cache: Cache) -> None:
    path = tmp_path / "photo.md"
    path.write_text("# Titre\n\n![](pont.png)\n\nUne phrase.\n", encoding="utf-8")
    assert [block.kind for block in Articles(Store(cache)).article(path).blocks] == ["title", "paragraph"]
    (tmp_path / "pont.png").write_bytes(b"")
    assert [block.kind for block in Articles(Store(cache)).article(path).blocks] == ["title", "figure", "paragraph"]


def through_json(nodes: tuple[Node, ...], folder: Path) -> tuple[Node, ...]:
    return tree_of(json.loads(json.dumps(values_of(nodes))), folder)


@given(st.lists(leaves(), max_size=12))
def test_any_tree_comes_back_as_it_was(found: list[Leaf]) -> None:
    nodes = grown(found)
    assert through_json(nodes, FOLDER) == nodes
