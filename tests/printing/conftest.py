"""Fixtures of the printed outputs."""

from pathlib import Path

import pytest

from editions.publication import Publication
from tests.printing.printing_samples import edition, rich_article


@pytest.fixture
def rich(tmp_path: Path) -> Publication:
    folder = tmp_path / "articles"
    folder.mkdir()
    return edition(rich_article(folder))
