"""A new output is one new file: it is found, gets what it needs, and is made after what it names."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import editions.outputs
from editions import registry
from editions.errors import UsageError
from editions.pipeline import Order, build, rendering

AUDITED = '''
"""A text with the times of its sentences, and the names of the MP3s."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from editions.outputs import Needs
from editions.settings import setting


@dataclass(frozen=True, slots=True)
class TimesSettings:
    SECTION: ClassVar = "audited"
    digits: int = setting(3, least=0, most=6)


NEEDS = Needs(sound=True, files=("mp3",), settings=(TimesSettings,))


def render(publication, folder, settings):
    digits = settings.of(TimesSettings).digits
    lines = [str(path) for path in publication.files.get("mp3", ())]
    for article in publication.edition.articles:
        recording = publication.recordings[article.slug]
        for cue in recording.timeline.cues:
            lines.append(f"{cue.start / recording.rate:.{digits}f} {cue.sentence_id}")
    path = folder / "audited.txt"
    path.write_text("\\n".join(lines))
    return [path]
'''


@pytest.fixture
def one_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An output in a folder of its own, as if its file lay beside the others."""
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "audited.py").write_text(AUDITED, encoding="utf-8")
    monkeypatch.setattr(editions.outputs, "__path__", [*editions.outputs.__path__, str(plugins)])
    registry.names.cache_clear()
    yield
    registry.names.cache_clear()
    sys.modules.pop("editions.outputs.audited", None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "val"
    path.mkdir()
    (path / "une.txt").write_text("Un titre\n\nUne phrase, puis une autre.\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("one_more")
def test_a_new_output_is_found_gets_what_it_needs_and_follows_what_it_names(folder: Path, tmp_path: Path) -> None:
    order = rendering.asked()
    assert order.index("audited") > order.index("mp3")
    (folder / "edition.toml").write_text("[audited]\ndigits = 1\n", encoding="utf-8")
    built = build(Order((folder,), tmp_path / "out", ("audited", "mp3"), voice="tone"))
    assert built.failures == ()
    lines = (built.folder / "audited.txt").read_text().splitlines()
    assert lines[:3] == ["audio/01-un-titre.mp3", "audio/edition.mp3", "audio/edition.m3u8"]
    assert lines[3].endswith(" un-titre-b1s1")
    assert len(lines[3].split()[0].partition(".")[2]) == 1


@pytest.mark.usefixtures("one_more")
def test_it_names_no_file_that_is_not_there_and_its_settings_are_checked(folder: Path, tmp_path: Path) -> None:
    built = build(Order((folder,), tmp_path / "out", ("audited",), voice="tone"))
    assert ".mp3" not in (built.folder / "audited.txt").read_text()
    (folder / "edition.toml").write_text("[audited]\ndigits = 9\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"audited\.digits"):
        build(Order((folder,), tmp_path / "out", ("audited",), voice="tone"))


def test_an_output_is_after_all_that_it_needs_and_the_report_is_made_unasked() -> None:
    order = rendering.asked()
    for name in order:
        assert all(order.index(other) < order.index(name) for other in rendering.needs_of(name).files)
    assert rendering.asked(("pdf",)) == ("pdf", "report")
    with pytest.raises(UsageError, match="report"):
        rendering.asked(("report",))
