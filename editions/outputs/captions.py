"""WebVTT captions, sentence by sentence: the written text while its sound is heard (W3C WebVTT)."""

from pathlib import Path

from editions import places
from editions.model import Article
from editions.outputs import Needs
from editions.publication import Publication
from editions.settings import Settings
from editions.speech import Recording

NEEDS = Needs(sound=True)


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """``captions/01-<slug>.vtt`` for each article that has sound."""
    names = places.numbering(publication.edition)
    made = []
    for article in publication.edition.articles:
        if article.slug in publication.recordings:
            path = places.inside(folder, names.captions(article.slug))
            text = captions(article, publication.recordings[article.slug], publication.edition.language)
            path.write_text(text, encoding="utf-8", newline="\n")
            made.append(path)
    return made


def captions(article: Article, recording: Recording, language: str) -> str:
    """The file's text; cues carry the ids of their sentences."""
    sentences = {sentence.id: sentence.text for block in article.blocks for sentence in block.sentences}
    rate = recording.rate
    cues = [
        f"{cue.sentence_id}\n"
        f"{_time(cue.start, rate)} --> {_time(cue.end, rate)}\n"
        f"{_payload(sentences[cue.sentence_id])}\n"
        for cue in recording.timeline.cues
    ]
    return "\n".join([f"WEBVTT\nLanguage: {language}\n", *cues])


def _payload(text: str) -> str:
    """On one line, without what WebVTT reads as markup or as a separator."""
    line = " ".join(text.replace("\t", ", ").split())
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _time(sample: int, rate: int) -> str:
    milliseconds = round(sample * 1000 / rate)
    seconds, milliseconds = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}.{milliseconds:03d}"
