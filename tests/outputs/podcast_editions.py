"""Editions with a podcast, for its tests."""

from pathlib import Path
from typing import Any

from lxml import etree

from editions.pipeline import Built, Order, build

ADDRESS = "https://journal.example/audio"
FEED = f"{ADDRESS}/podcast/feed.xml"
NS = {"itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd", "podcast": "https://podcastindex.org/namespace/1.0"}
TITLE = "Le <b>marché</b> & ses halles"
MARKET = f"""# {TITLE.replace("<", chr(92) + "<")}

**Un chapeau avec \\<script>alert(1)\\</script> dedans.**

Le premier paragraphe de l'article.

## Les horaires

Ouvert de huit heures à midi.

## La halle

Elle est couverte.

Marie Le Goff
"""


def edition(folder: Path, name: str = "lundi", day: str = "2026-11-23", more: str = "", top: str = "") -> Path:
    """An edition's folder with two articles; ``more``: of ``[podcast]``."""
    place = folder / name
    place.mkdir(parents=True)
    (place / "01-marche.md").write_text(MARKET, encoding="utf-8")
    (place / "02-pont.txt").write_text("Le pont est ouvert\n\nOn y passe à vélo. Et à pied.\n", encoding="utf-8")
    date = f"date = {day}\n" if day else ""
    told = f'title = "Le Val"\npublisher = "Journaux du Val"\n{date}{top}[podcast]\n{more}\n'
    (place / "edition.toml").write_text(told, encoding="utf-8")
    return place


def published(place: Path, output: Path, **order: Any) -> Built:
    return build(Order((place,), output, **{"to": ("podcast",), "voice": "tone", **order}))


def channel(folder: Path) -> "etree._Element":
    found = etree.parse(folder / "podcast" / "feed.xml").getroot().find("channel")
    assert found is not None
    return found


def told(folder: Path, path: str) -> list[str]:
    return [str(one) if isinstance(one, str) else str(one.text) for one in channel(folder).xpath(path, namespaces=NS)]
