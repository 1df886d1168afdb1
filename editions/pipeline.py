"""``build``: the stages in order, on one screen. Nothing else knows the order."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from editions import cache, document, manifest, places, registry, settings, voices
from editions.cache import Cache
from editions.errors import ArticleError, EditionError, UsageError, VoiceError
from editions.executors import beside
from editions.french import lexicon
from editions.memory import Memory, Readings
from editions.model import Article, Edition, Finding
from editions.narration import Figures, Studio
from editions.progress import Progress, Silent
from editions.rendering import needs_audio, render
from editions.settings import Settings
from editions.speech import Publication, Recording, Spoken
from editions.staging import carry_over, publish, staging

ALWAYS = ("report",)
"""Outputs that no one has to ask for."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is asked for. ``to`` is empty for all outputs that exist; ``jobs`` 0 means the cores."""

    paths: tuple[Path, ...]
    output: Path = Path("output")
    to: tuple[str, ...] = ()
    voice: str = ""
    jobs: int = 0
    strict: bool = False
    options: dict[str, Any] = field(default_factory=dict)
    """Settings that win over ``edition.toml``, as ``settings.with_options`` takes them."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of it."""

    folder: Path
    files: tuple[Path, ...]
    """Those made by this build."""
    failures: tuple[EditionError, ...]
    """Articles left out, or without sound."""
    findings: tuple[Finding, ...]
    voice: str = ""
    """One line: which voice spoke and why; empty without sound."""
    clips_new: int = 0
    clips_cached: int = 0


@dataclass(slots=True)
class _Work:
    """What the stages pass on while one edition is made."""

    edition: Edition
    settings: Settings
    folder: Path
    """Of the articles."""
    memory: Memory
    kept: Cache | None
    """The cache, where it can be written."""
    spoken: Mapping[str, tuple[Spoken, ...]] = field(default_factory=dict)
    recordings: dict[str, Recording] = field(default_factory=dict)
    figures: dict[str, Figures] = field(default_factory=dict)
    failures: list[EditionError] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    """From the outputs."""
    choice: voices.Choice | None = None


def build(order: Order, progress: Progress | None = None) -> Built:
    """Make an edition; what only concerns one article is in ``failures``. Without a readable article nothing is made.

    Raises EditionError for what concerns them all: settings, voice, disk; and with ``strict`` the first failure.
    """
    progress = progress or Silent()
    chosen = outputs(order.to)
    work = _understand(order)
    if not work.edition.articles:
        return Built(order.output / work.edition.name, (), tuple(work.failures), ())
    target = order.output / work.edition.name
    with staging(order.output, work.edition.name) as new:
        workshop = new.parent / "sound"
        workshop.mkdir()
        if any(map(needs_audio, chosen)):
            made = _spoken(work, order, chosen, new, progress)
        else:
            _count(_read(work), progress.stage("Lecture", len(work.edition.articles)))
            made = _rendered(work, _due(target, work, chosen), new, progress)
        old = manifest.read(target)
        keep = manifest.same_edition(old, _publication(work))
        kept = carry_over(target, new, set(old.get("files", ())), keep, places.EDITION_JSON.as_posix())
        _describe(work, {**made, **manifest.digests(new, kept)}, new, old if keep else {})
        publish(new, target)
    return _result(work, target, [*made, places.EDITION_JSON.as_posix()])


def readings(order: Order) -> tuple[Iterator[tuple[Article, tuple[Spoken, ...]]], tuple[EditionError, ...]]:
    """What would be spoken, without speaking: each article with its readings; and the articles left out."""
    work = _understand(order)
    return _read(work), tuple(work.failures)


def outputs(wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """Names of the outputs to make; UsageError for one that does not exist."""
    known = [name for name in registry.names("outputs") if name not in ALWAYS]
    chosen = list(dict.fromkeys(wanted)) or known
    for name in chosen:
        if name not in known:
            raise UsageError(f"format inconnu « {name} »", f"Au choix : {', '.join(known)}.", "--to")
    return (*chosen, *ALWAYS)


def _understand(order: Order) -> _Work:
    """Settings and articles; with ``strict``, ArticleError for the first one that cannot be read."""
    folder = next((path for path in order.paths if path.is_dir()), order.paths[0].parent)
    chosen = settings.with_options(settings.load(folder), voice=order.voice or None, **order.options)
    kept = cache.usable()
    memory = Memory(kept)
    edition, errors = document.edition(order.paths, chosen, memory.article)
    failures = list(errors)
    if not edition.articles and not failures:
        names = ", ".join(str(path) for path in order.paths)
        failures.append(ArticleError("aucun article ici", "Ajoutez un fichier .txt ou .md.", names))
    if failures and order.strict:
        raise failures[0]
    return _Work(edition, chosen, folder, memory, kept, failures=failures)


def _read(work: _Work) -> Iterator[tuple[Article, tuple[Spoken, ...]]]:
    """Each article with its readings, made when they are asked for, and kept for the outputs."""
    work.spoken = Readings(work.memory, work.edition, _lexicon(work))
    for article in work.edition.articles:
        yield article, work.spoken[article.slug]


def _lexicon(work: _Work) -> lexicon.Lexicon:
    """The house's lexicon, then the edition's, which wins."""
    house = [work.folder / work.settings.lexicon] if work.settings.lexicon else []
    own = work.folder / "lexicon.tsv"
    return lexicon.load(*house, *([own] if own.is_file() else []))


def _speak(work: _Work, order: Order, workshop: Path, progress: Progress) -> None:
    """Record every article; all of it by the embedded voice when ``auto`` chose Google and Google gives up."""
    work.choice = voices.choose(work.settings.voice, work.settings, work.folder)
    clips = work.kept or Cache(workshop / "cache")
    failed = _record(work, order, workshop, clips, progress)
    if failed and work.choice.voice.ONLINE:
        if work.settings.voice != "auto":
            raise _gave_up(failed)
        reason = f"Google a renoncé ({failed[0].message})"
        work.choice = voices.without_network(work.settings, work.folder, reason)
        failed = _record(work, order, workshop, clips, progress)
    if failed and order.strict:
        raise failed[0]
    work.failures += failed


def _record(work: _Work, order: Order, workshop: Path, clips: Cache, progress: Progress) -> list[VoiceError]:
    """One pass over all articles with the chosen voice; the errors of those that have no sound."""
    assert work.choice is not None
    work.recordings.clear()
    work.figures.clear()
    work.findings.clear()
    step = progress.stage("Voix", len(work.edition.articles))
    failed = []
    studio = Studio(work.choice, work.settings.audio, work.folder, clips, workshop, order.jobs)
    for article, result in studio.narrate(_read(work)):
        if isinstance(result, VoiceError):
            failed.append(VoiceError(result.message, result.hint, result.where or article.name))
        else:
            work.recordings[article.slug] = result.recording
            work.figures[article.slug] = result.figures
            work.findings += _doubts(article, result.figures)
        step()
    return failed


def _doubts(article: Article, figures: Figures) -> list[Finding]:
    """Sentences that may not have been said whole: their sound is not as long as their text allows."""
    message = "son plus court ou plus long que son texte ne le permet : phrase "
    return [Finding("sound-length", article.name, message + name, "Écoutez-la.") for name in figures.odd]


def _gave_up(failed: list[VoiceError]) -> VoiceError:
    """A voice of the network that was asked for by name: nothing is made, all articles without sound are listed."""
    others = ", ".join(error.where for error in failed[1:])
    message = failed[0].message + (f" ; articles sans son ensuite : {others}" if others else "")
    return VoiceError(message, failed[0].hint, failed[0].where)


def _due(target: Path, work: _Work, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """What to make without speaking: not the report, when that of the same text knows where its sound is."""
    old = manifest.read(target)
    known = old.get("voice") and manifest.same_edition(old, _publication(work))
    return tuple(name for name in chosen if name not in ALWAYS) if known else chosen


def _spoken(work: _Work, order: Order, chosen: tuple[str, ...], new: Path, progress: Progress) -> dict[str, str]:
    """Speak and make all outputs, those without sound meanwhile; the files with their digests."""
    printed = tuple(name for name in chosen if name not in ALWAYS and not needs_audio(name))
    rest = tuple(name for name in chosen if name not in printed)
    publication = _publication(work)
    print_them = partial(render, printed, publication, new, work.settings, _nothing)
    with beside(print_them) if order.jobs != 1 and printed else nullcontext(print_them) as printing:
        _speak(work, order, new.parent / "sound", progress)
        files = _rendered(work, rest, new, progress)
        made = printing()
    work.findings += [finding for finding in made.findings if finding not in work.findings]
    return {**files, **manifest.digests(new, made.files)}


def _rendered(work: _Work, names: tuple[str, ...], new: Path, progress: Progress) -> dict[str, str]:
    """Make these outputs of all that is known now; the files with their digests."""
    made = render(names, _publication(work), new, work.settings, progress.stage("Fabrication", len(names)))
    work.findings += [finding for finding in made.findings if finding not in work.findings]
    return manifest.digests(new, made.files)


def _nothing() -> None:
    """No progress is shown from another process."""


def _publication(work: _Work) -> Publication:
    voice = f"{work.choice.label}, {work.choice.version}" if work.choice else ""
    return Publication(work.edition, work.spoken, work.recordings, voice)


def _describe(work: _Work, files: dict[str, str], new: Path, old: dict[str, Any]) -> None:
    """Write ``edition.json``; ``old`` is the manifest of the same text, whose sound is kept when none was made."""
    sound: dict[str, Any] = {slug: _sound(figures) for slug, figures in work.figures.items()}
    voice = {"name": work.choice.label, "version": work.choice.version} if work.choice else {}
    if old and not work.choice:
        sound = {article["slug"]: article["sound"] for article in old["articles"] if "sound" in article}
        voice = old.get("voice", {})
    text = manifest.compose(_publication(work), dict(sorted(files.items())), voice, sound)
    places.inside(new, places.EDITION_JSON).write_text(text, encoding="utf-8", newline="\n")


def _sound(figures: Figures) -> dict[str, Any]:
    """What was measured; of the clips their number alone, as which were found in the cache differs from run to run."""
    values = asdict(figures)
    values["clips"] = values.pop("new_clips") + values.pop("cached_clips")
    return values


def _result(work: _Work, target: Path, names: list[str]) -> Built:
    return Built(
        folder=target,
        files=tuple(target / name for name in sorted(names)),
        failures=tuple(work.failures),
        findings=(*(found for article in work.edition.articles for found in article.findings), *work.findings),
        voice=work.choice.why if work.choice else "",
        clips_new=sum(figures.new_clips for figures in work.figures.values()),
        clips_cached=sum(figures.cached_clips for figures in work.figures.values()),
    )


def _count(work: Iterable[object], step: Any) -> None:
    for _ in work:
        step()
