"""From readings to recordings, by one voice: never two engines in one edition."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from editions import announcements, narration, voices
from editions.audio.settings import AudioSettings
from editions.cache import Cache
from editions.errors import EditionError, VoiceError
from editions.model import Article, Finding
from editions.pipeline.reading import Read
from editions.progress import Progress
from editions.publication import Publication
from editions.speech import Narrator, Recording
from editions.studio import Figures, Narration, Studio

_TELLINGS = 2
"""How often the opening is said, at most: it tells how long the edition is, and is a part of it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An edition with its sound, if any was asked for."""

    read: Read
    narrator: Narrator | None = None
    recordings: Mapping[str, Recording] = field(default_factory=dict)
    figures: Mapping[str, Figures] = field(default_factory=dict)
    failures: tuple[VoiceError, ...] = ()
    """Of the articles that have no sound."""
    findings: tuple[Finding, ...] = ()
    opening: Article | None = None
    ending: Article | None = None

    @property
    def publication(self) -> Publication:
        """All that an output may know."""
        edition, readings = self.read.understood.edition, self.read.readings
        return Publication(edition, readings, self.recordings, self.narrator, opening=self.opening, ending=self.ending)

    @property
    def all_failures(self) -> tuple[EditionError, ...]:
        """Articles left out, or without sound."""
        return (*self.read.understood.failures, *self.failures)


def silent(read: Read, progress: Progress) -> Spoken:
    """Read all articles, so that the doubts are counted, and say nothing."""
    step = progress.stage("Lecture", len(read.understood.edition.articles))
    for _ in read.articles():
        step()
    return Spoken(read)


def speak(read: Read, workshop: Path, progress: Progress) -> Spoken:
    """Record every article; all of it by the embedded voice when ``auto`` chose Google and Google gives up."""
    workshop.mkdir()
    chosen, folder, order = read.understood.settings, read.understood.edition.folder, read.understood.order
    announcements.check(chosen.of(AudioSettings), str(folder / "edition.toml"))
    narrator = voices.choose(chosen.voice, chosen, folder)
    made = _recorded(read, narrator, workshop, progress)
    if made.failures and voices.load(narrator.name).ONLINE:
        if chosen.voice != "auto":
            raise _gave_up(made.failures)
        reason = f"Google a renoncé ({made.failures[0].message})"
        made = _recorded(read, voices.without_network(chosen, folder, reason), workshop, progress)
    if made.failures and order.strict:
        raise made.failures[0]
    return made


def _recorded(read: Read, narrator: Narrator, workshop: Path, progress: Progress) -> Spoken:
    """One pass over all articles with one voice, then opening and ending, which tell how long they are."""
    understood = read.understood
    cache = understood.cache or Cache(workshop / "cache")
    audio = understood.settings.of(AudioSettings)
    edition, order = understood.edition, understood.order
    progress.tell(narrator.why)
    studio = Studio(narrator, audio, edition.folder, cache, workshop, order.jobs, order.crew)
    step = progress.stage("Voix", len(edition.articles))
    made = _heard(Spoken(read, narrator), studio.narrate(read.articles()), audio, step)
    whole = made
    for _ in range(_TELLINGS):
        seconds = {slug: recording.duration / recording.rate for slug, recording in whole.recordings.items()}
        opening, ending = announcements.around(edition, audio, seconds)
        if (opening, ending) == (whole.opening, whole.ending):
            break
        others = [(article, read.of(article)) for article in (opening, ending) if article]
        whole = _heard(replace(made, opening=opening, ending=ending), studio.narrate(others), audio, step)
    return whole


def _heard(
    made: Spoken,
    results: Iterator[tuple[Article, Narration | VoiceError]],
    audio: AudioSettings,
    step: Callable[[], None],
) -> Spoken:
    """With what these came out as."""
    recordings, figures = dict(made.recordings), dict(made.figures)
    failures, findings = list(made.failures), list(made.findings)
    for article, result in results:
        if isinstance(result, VoiceError):
            failures.append(VoiceError(result.message, result.hint, result.where or article.name))
        else:
            recordings[article.slug], figures[article.slug] = result.recording, result.figures
            findings += _doubts(article, result.figures)
            findings += _left_out(article, made.read, audio)
        if article.slug in made.read.readings:
            step()
    made = replace(made, recordings=recordings, figures=figures)
    return replace(made, failures=tuple(failures), findings=tuple(findings))


def _doubts(article: Article, figures: Figures) -> Iterator[Finding]:
    """Sentences that may not have been said whole: their sound is not as long as their text allows."""
    message = "son plus court ou plus long que son texte ne le permet : phrase "
    for name in figures.odd:
        yield Finding("sound-length", article.name, message + name, "Écoutez-la.")


def _left_out(article: Article, read: Read, audio: AudioSettings) -> Iterator[Finding]:
    """What the newsroom's settings leave out of the sound; each is named, so that nothing is lost unseen."""
    if (audio.credits and "never" not in (audio.say_outlet, audio.say_section)) or article.slug not in read.readings:
        return
    texts = {sentence.id: sentence.source for block in article.blocks for sentence in block.sentences}
    for left in narration.told(article, read.readings[article.slug], audio).left:
        words = " ".join(texts[left.sentence_id][left.span.start : left.span.end].split())
        if left.why in _SETTINGS and any(map(str.isalnum, words)):
            yield Finding("sound-left-out", article.name, f"non dit : « {words} »", f"Réglage : {_SETTINGS[left.why]}.")


_SETTINGS = {
    "credit": "credits = false",
    "outlet": 'say-outlet = "never"',
    "section": 'say-section = "never"',
}


def _gave_up(failed: tuple[VoiceError, ...]) -> VoiceError:
    """A voice of the network that was asked for by name: nothing is made, all articles without sound are listed."""
    others = ", ".join(error.where for error in failed[1:])
    message = failed[0].message + (f" ; articles sans son ensuite : {others}" if others else "")
    return VoiceError(message, failed[0].hint, failed[0].where)
