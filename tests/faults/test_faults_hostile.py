"""One edition of articles that mean harm: each is made whole, or refused in one line; nothing of them gets out."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.faults import hostile
from tests.faults.builds import Made, measured, posix

MEGABYTES = 750
"""Of the largest process: less than 500 for an article, of which two are made at once; some of these last hours."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    place = tmp_path_factory.mktemp("hostile")
    (place / "val").mkdir()
    hostile.write(place / "val")
    return measured(place)


@posix
def test_what_is_refused_is_named_once_and_nothing_else_is(made: Made) -> None:
    assert made.code == 3, made.told
    assert "Traceback" not in made.told
    refused = re.findall(r"^Erreur : (\S+?)(?::\d+)? : ", made.told, flags=re.M)
    assert sorted(refused) == sorted([*hostile.REFUSED, *hostile.SPECIAL])


@posix
def test_nothing_drives_the_terminal(made: Made) -> None:
    assert not re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", made.told)


@posix
def test_nothing_is_written_elsewhere(made: Made) -> None:
    assert made.around == {"val", "out", "cache"}
    assert os.listdir(made.place / "out") == ["val"]
    assert not Path("/tmp/evade").exists()


@posix
def test_it_takes_little_memory(made: Made) -> None:
    assert made.megabytes < MEGABYTES


@posix
@pytest.mark.parametrize("name", hostile.MADE)
def test_an_article_is_whole_in_the_sound_the_print_and_the_pages(made: Made, name: str) -> None:
    word = hostile.last(name)
    readings = json.loads((made.edition / "report" / "readings.json").read_text(encoding="utf-8"))
    assert any(word in sentence["said"] for article in readings["articles"] for sentence in article["sentences"])
    for folder, pattern in (("captions", "*.vtt"), ("web", "*.html"), ("daisy", "*.html"), ("podcast", "feed.xml")):
        files = list((made.edition / folder).rglob(pattern))
        assert files
        if folder != "podcast":
            assert any(word in path.read_text(encoding="utf-8") for path in files), folder


@posix
def test_the_print_has_every_last_word(made: Made, printed: str) -> None:
    assert [name for name in hostile.MADE if hostile.last(name) not in printed] == []


@pytest.fixture(scope="module")
def printed(made: Made) -> str:
    """All letters of the large print, without blanks."""
    with pikepdf.open(made.edition / "print" / "large-print.pdf") as pdf:
        assert len(pdf.pages) > 50
    run = ["pdftotext", "-layout", str(made.edition / "print" / "large-print.pdf"), "-"]
    return re.sub(r"\s", "", subprocess.run(run, capture_output=True, text=True, check=True).stdout)


@posix
def test_every_output_is_what_it_should_be(made: Made) -> None:
    run = [sys.executable, "-m", "editions", "verify", str(made.edition)]
    checked = subprocess.run(run, capture_output=True, text=True, encoding="utf-8")
    assert checked.returncode == 0, checked.stdout + checked.stderr


@posix
def test_no_page_runs_what_an_article_brought(made: Made) -> None:
    for path in [*made.edition.rglob("*.html"), *made.edition.rglob("*.xhtml")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<(?:script|img|iframe|svg)[^>]*(?:alert|onerror|onload|file:)", text), path
        assert "javascript:" not in re.sub(r">[^<]*<", "><", text), path
