"""The pictures of the articles, copied beside the page under plain names."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from editions import hypertext
from editions.publication import Publication

_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}
"""Kinds that every browser shows."""


def copied(publication: Publication, folder: Path) -> Mapping[Path, str]:
    """Of each picture that can be shown, its address from the page; one of several articles is there once."""
    made: dict[Path, str] = {}
    for article in publication.edition.articles:
        for picture in hypertext.pictures(article):
            if picture.media_type not in _SUFFIXES or picture.path in made:
                continue
            made[picture.path] = f"images/{len(made) + 1:02d}{_SUFFIXES[picture.media_type]}"
            (folder / "images").mkdir(exist_ok=True)
            shutil.copyfile(picture.path, folder / made[picture.path])
    return made
