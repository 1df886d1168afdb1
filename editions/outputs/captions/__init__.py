"""Captions beside the sound: ``captions/01-<slug>.vtt`` (W3C WebVTT) and ``.srt``, the written text while it is heard.

``captions/edition.vtt`` and ``.srt`` are those of the whole edition, with the times of ``audio/edition.mp3``.

    words → cut into cues at clauses → each given its time → two notations

Cues have at most two lines of 42 characters, last from one to seven seconds, and are slow enough to be read wherever
the sound allows it.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
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
    """Both files for all that has sound, opening, articles, ending; and for the whole."""
    names, found = places.numbering(publication.edition), _all(publication)
    wanted = [(names.captions(slug), captions) for slug, captions in found]
    if found:
        wanted.append((places.EDITION_CAPTIONS, _whole(publication, [captions for _, captions in found])))
    made = []
    for place, captions in wanted:
        for suffix, write in ((".vtt", notations.vtt), (".srt", notations.srt)):
            path = places.inside(folder, place.with_suffix(suffix))
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
            hint = 'Sous [audio], pace = "slow" leur laisse le temps ; ou une voix plus lente : speed, length-scale.'
            found.append(Finding("captions-fast", names.captions(slug).as_posix(), message, hint))
    return found


def captions(texts: words.Texts, timeline: Timeline) -> list[Caption]:
    """The cues of one recording, in order."""
    blocks = words.blocks(texts, timeline)
    return pacing.paced([cue for block in blocks for cue in cutting.cut(block)])


def _all(publication: Publication) -> list[tuple[str, list[Caption]]]:
    heard = publication.heard
    return [(article.slug, captions(words.texts(article), recording.timeline)) for article, recording in heard]


def _whole(publication: Publication, each: Sequence[Sequence[Caption]]) -> list[Caption]:
    """The cues of all recordings, one after the other as in ``edition.mp3``; none stays beyond its recording."""
    rates = [recording.rate for _, recording in publication.heard]
    samples = accumulate((recording.duration for _, recording in publication.heard), initial=0)
    starts = [round(sample * 1000 / rates[0]) for sample in samples]
    return [
        Caption(one.lines, start + one.start, min(start + one.end, end))
        for captions, (start, end) in zip(each, pairwise(starts), strict=True)
        for one in captions
    ]
