"""The pictures of the articles, copied beside the page under plain names."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from editions import hypertext
from editions.manuscript import copies
from editions.publication import Publication


def copied(publication: Publication, folder: Path) -> Mapping[Path, str]:
    """Of each picture that can be shown, its address from the page; one of several articles is there once."""
    made: dict[Path, str] = {}
    for article in publication.edition.articles:
        for picture in hypertext.pictures(article):
            if picture.path in made or (found := copies.simple(picture, copies.SUFFIXES)) is None:
                continue
            content, kind = found
            made[picture.path] = f"images/{len(made) + 1:02d}{copies.SUFFIXES[kind]}"
            (folder / "images").mkdir(exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, folder / made[picture.path])
            else:
                (folder / made[picture.path]).write_bytes(content)
    return made
