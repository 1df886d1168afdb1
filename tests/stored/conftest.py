"""An article with all that readings need a context for, and an empty cache."""

from pathlib import Path

import pytest

from editions.cache import Cache
from editions.french.lexicon import Lexicon

TEXT = """# La foire attire 12 500 curieux

**Alix Gallet** — Publié le 3 mai 2025

Le maire du XIXe arrondissement était là. « MIX » est le nom du bar, ouvert à 18h30. Il a payé 5 M, note 17/20.

- un point ;
- un autre, à 3,5 %.
"""
NO_WORDS = Lexicon()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "foire.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")
