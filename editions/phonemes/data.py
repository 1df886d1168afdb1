"""Where eSpeak NG finds its data: the wheel's folder, by a short way where its own is too long.

eSpeak NG keeps the path of its data in 160 bytes (``N_PATH_HOME`` of 1.52, speech.h) and fails without a word beyond;
synchronized folders and work spaces of build machines are deeper than that.
"""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from editions import leftovers
from editions.errors import VoiceError

LONGEST = 140
"""Bytes; the library adds the names of its own folders."""


@cache
def folder() -> Path:
    """The folder that holds ``espeak-ng-data``, of at most ``LONGEST`` bytes; VoiceError when there is no short way."""
    import espeakng_loader

    place = Path(espeakng_loader.get_data_path()).parent
    return place if len(os.fsencode(place)) <= LONGEST else _short(place)


def _short(place: Path) -> Path:
    """A link in the system's folder for passing things, gone with this process."""
    made = Path(tempfile.mkdtemp(prefix=leftovers.prefix()))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    link = made / "espeak"
    try:
        link.symlink_to(place, target_is_directory=True)
    except OSError:  # Windows without the right to make links: a copy of 20 MB
        shutil.copytree(place / "espeak-ng-data", link / "espeak-ng-data")
    if len(os.fsencode(link)) > LONGEST:
        hint = f"Réinstallez editions plus haut sur le disque ; le chemin est : {place}"
        raise VoiceError("le chemin des données d'eSpeak NG est trop long", hint)
    return link
