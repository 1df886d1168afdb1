"""An audio book of the whole edition (M4B), with a chapter for each article: made when it is asked for by name.

Its sound is that of ``edition.mp3`` once more, for players that show no chapters of an MP3 (VLC, Apple Books).
"""

from itertools import accumulate
from pathlib import Path

from editions import places
from editions.audio import chapters, cover, tags
from editions.audio.settings import AudioSettings
from editions.outputs import Needs
from editions.publication import Publication
from editions.settings import Settings

NEEDS = Needs(sound=True, settings=(AudioSettings,), by_name=True)
HINT = ".venv/bin/pip install --editable '.[m4b]', ou pip install 'editions[m4b]'"


def missing() -> tuple[str, str]:
    """What must be installed first, and how; empty when nothing is."""
    from editions.audio import audiobook  # here: heavy, and every build looks at what this output needs

    return (audiobook.missing(), HINT) if audiobook.missing() else ("", "")


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """``audio/edition.m4b``; articles without sound are left out."""
    from editions.audio import audiobook

    edition = publication.edition
    heard = publication.heard
    if not heard:
        return []
    recordings = [recording for _, recording in heard]
    rate = recordings[0].rate
    *starts, end = (sample / rate for sample in (0, *accumulate(recording.duration for recording in recordings)))
    audio = settings.of(AudioSettings)
    book = tags.Tags(
        title=edition.title,
        artist=edition.publisher,
        album=edition.title,
        comment=f"Voix : {publication.narrator}",
        date=edition.date,
        cover=cover.of(edition, audio.cover),
        chapters=chapters.of_edition([article.title for article, _ in heard], starts, end),
    )
    path = places.inside(folder, places.EDITION_M4B)
    audiobook.write(recordings, book, audio.bitrate, path)
    return [path]
