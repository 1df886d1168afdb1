"""The web page: ``web/index.html``, which reads the edition aloud and shows what is heard, on any host or from a disk.

It asks for nothing outside the edition's folder: its sound is in ``audio/``. Without sound it is a text to read.
"""

import shutil
from importlib import resources
from pathlib import Path

from editions import places
from editions.audio.settings import AudioSettings
from editions.outputs import Needs
from editions.publication import Publication
from editions.settings import Settings

NEEDS = Needs(
    sound=True, files=("mp3", "captions", "m4b", "epub", "daisy", "podcast", "pdf"), settings=(AudioSettings,)
)
FIXED = ("style.css", "light.js", "player.js", "display.js")


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """The page, its style, its scripts and its pictures."""
    from editions.outputs.web import page, pictures

    if not publication.edition.articles:
        return []
    path = places.inside(folder, places.WEB_PAGE)
    shown = pictures.copied(publication, path.parent)
    path.write_text(page.page(publication, shown), encoding="utf-8", newline="\n")
    made = [path, *(path.parent / name for name in shown.values())]
    for name in FIXED:
        shutil.copyfile(str(resources.files("editions.assets.web").joinpath(name)), path.parent / name)
        made.append(path.parent / name)
    return made
