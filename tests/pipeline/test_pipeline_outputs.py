"""A new output is one new file: it is found, gets what it needs, and is made after what it names."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import editions.outputs
from editions import registry
from editions.errors import UsageError
from editions.pipeline import Order, build, rendering
from tests.docs.pages import DOCS

(TIMES,) = re.findall(r"^```python\n(.*?)^```$", (DOCS / "development" / "adding.md").read_text("utf-8"), re.M | re.S)
"""The example of the page for developers, to the letter."""


@pytest.fixture
def one_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An output in a folder of its own, as if its file lay beside the others."""
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "times.py").write_text(TIMES, encoding="utf-8")
    monkeypatch.setattr(editions.outputs, "__path__", [*editions.outputs.__path__, str(plugins)])
    registry.names.cache_clear()
    yield
    registry.names.cache_clear()
    sys.modules.pop("editions.outputs.times", None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "val"
    path.mkdir()
    (path / "une.txt").write_text("Un titre\n\nUne phrase, puis une autre.\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("one_more")
def test_a_new_output_is_found_gets_what_it_needs_and_follows_what_it_names(folder: Path, tmp_path: Path) -> None:
    order = rendering.asked()
    assert order.index("times") > order.index("mp3")
    (folder / "edition.toml").write_text("[times]\ndigits = 1\n", encoding="utf-8")
    built = build(Order((folder,), tmp_path / "out", ("times", "mp3"), voice="tone"))
    assert built.failures == ()
    lines = (built.folder / "times" / "times.txt").read_text().splitlines()
    assert lines[:3] == ["audio/01-un-titre.mp3", "audio/edition.mp3", "audio/edition.m3u8"]
    assert lines[3].endswith(" un-titre-b1s1")
    assert len(lines[3].split()[0].partition(".")[2]) == 1


@pytest.mark.usefixtures("one_more")
def test_it_names_no_file_that_is_not_there_and_its_settings_are_checked(folder: Path, tmp_path: Path) -> None:
    built = build(Order((folder,), tmp_path / "out", ("times",), voice="tone"))
    assert ".mp3" not in (built.folder / "times" / "times.txt").read_text()
    (folder / "edition.toml").write_text("[times]\ndigits = 9\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"times\.digits"):
        build(Order((folder,), tmp_path / "out", ("times",), voice="tone"))


def test_an_output_is_after_all_that_it_needs_and_the_report_is_made_unasked() -> None:
    order = rendering.asked()
    for name in order:
        assert all(order.index(other) < order.index(name) for other in rendering.needs_of(name).files if other in order)
    assert rendering.asked(("pdf",)) == ("pdf", "report", "front")
    with pytest.raises(UsageError, match="report"):
        rendering.asked(("report",))


def test_a_file_in_the_place_of_the_edition_is_kept(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "val").write_text("à garder", encoding="utf-8")
    with pytest.raises(UsageError, match="un fichier est à la place de l'édition"):
        build(Order((folder,), tmp_path / "out", ("pdf",)))
    assert (tmp_path / "out" / "val").read_text(encoding="utf-8") == "à garder"
