"""Captions beside the sound: ``captions/01-<slug>.vtt`` (W3C WebVTT) and ``.srt``, the written text while it is heard.

    words → cut into cues at clauses → each given its time → two notations

Cues have at most two lines of 42 characters, last from one to seven seconds, and are slow enough to be read wherever
the sound allows it.
"""

from pathlib import Path

from editions import places
from editions.audio.settings import AudioSettings
from editions.model import Finding
from editions.outputs import Needs
from editions.outputs.captions import cutting, notations, pacing, words
from editions.outputs.captions.pacing import Caption
from editions.publication import Publication
from editions.settings import Settings
from editions.speech import Timeline

NEEDS = Needs(sound=True, settings=(AudioSettings,))


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """Both files for all that has sound: opening, articles, ending."""
    names = places.numbering(publication.edition)
    made = []
    for slug, captions in _all(publication):
        for suffix, write in ((".vtt", notations.vtt), (".srt", notations.srt)):
            path = places.inside(folder, names.captions(slug).with_suffix(suffix))
            path.write_text(write(captions), encoding="utf-8", newline="\n")
            made.append(path)
    return made


def findings(publication: Publication, settings: Settings) -> list[Finding]:
    """Articles whose voice is too fast for the eye, with the number of cues that nobody can read in time."""
    names = places.numbering(publication.edition)
    found = []
    for slug, captions in _all(publication):
        if fast := sum(caption.is_fast for caption in captions):
            many = "un sous-titre passe" if fast == 1 else f"{fast} sous-titres sur {len(captions)} passent"
            message = f"{many} plus vite que {pacing.SPEED} signes par seconde"
            hint = "Une voix plus lente (« speed », « length-scale ») ou des pauses plus longues les rendent lisibles."
            found.append(Finding("captions-fast", names.captions(slug).as_posix(), message, hint))
    return found


def captions(texts: words.Texts, timeline: Timeline) -> list[Caption]:
    """The cues of one recording, in order."""
    blocks = words.blocks(texts, timeline)
    return pacing.paced([cue for block in blocks for cue in cutting.cut(block)])


def _all(publication: Publication) -> list[tuple[str, list[Caption]]]:
    heard = publication.heard
    return [(article.slug, captions(words.texts(article), recording.timeline)) for article, recording in heard]
