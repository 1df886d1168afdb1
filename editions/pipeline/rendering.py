"""From a publication to files: which outputs, in which order, of what.

An output that needs the edition alone is made in a process beside while the voices speak; the others follow, each
after those whose files it names.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, partial
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

from editions import manifest, registry
from editions.errors import MissingTool, UsageError
from editions.executors import beside
from editions.manifest import Entry
from editions.model import Finding
from editions.pipeline import earlier
from editions.pipeline.speaking import Spoken
from editions.pipeline.understanding import Understood
from editions.progress import Progress
from editions.publication import Needs, Publication
from editions.settings import Settings


@dataclass(frozen=True, slots=True)
class Made:
    """What some outputs made."""

    files: Mapping[str, tuple[PurePosixPath, ...]]
    """By output, where they are in the folder."""
    told: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By output, what ``edition.json`` keeps for later editions."""
    findings: tuple[Finding, ...] = ()
    """What they could not show as the article has it, each once."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """All that this build made, and what it keeps of the build before."""

    spoken: Spoken
    made: Made
    entries: Mapping[str, Entry]
    """Of each output that was made, or kept."""
    stamps: manifest.Stamps


def asked(wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """Names of the outputs to make, in an order in which each finds what it needs; UsageError for an unknown one."""
    needs = {name: needs_of(name) for name in registry.names("outputs")}
    known = [name for name in needs if not needs[name].unasked]
    chosen = set(wanted) or {name for name in known if not needs[name].by_name}
    chosen |= {other for name in chosen & needs.keys() for other in needs[name].brings}
    for name in wanted:
        if name not in known:
            raise UsageError(f"format inconnu « {name} »", f"Au choix : {', '.join(known)}.", "--to")
        _refuse_without_tools(name)
    return tuple(name for name in _ordered(needs) if name in chosen or needs[name].unasked)


def _refuse_without_tools(name: str) -> None:
    """MissingTool, before anything is spoken, when an output cannot be made here."""
    output = registry.load("outputs", name)
    what, how = output.missing() if hasattr(output, "missing") else ("", "")
    if what:
        raise MissingTool(f"le format « {name} » ne peut pas être fait ici : {what}", how, "--to")


def refuse(names: Iterable[str], settings: Settings) -> None:
    """UsageError, before anything is spoken, for settings with which an output cannot be made."""
    for output in (registry.load("outputs", name) for name in names):
        if hasattr(output, "refuse"):
            output.refuse(settings)


def needs_sound(names: Iterable[str]) -> bool:
    """Whether one of the outputs that were asked for is made of sound."""
    return any(needs_of(name).sound and not needs_of(name).unasked for name in names)


@contextmanager
def early(names: Iterable[str], understood: Understood, folder: Path) -> Iterator[Callable[[], Made]]:
    """Begin to make the outputs that need the edition alone; yields what waits for them."""
    these = tuple(name for name in names if _is_early(name))
    make = partial(_made, these, Publication(understood.edition), folder, understood.settings)
    if not these or understood.order.jobs == 1:
        yield make
        return
    with beside(make) as result:
        yield result


def foreseen(understood: Understood) -> tuple[Finding, ...]:
    """What the outputs that need the edition alone could not show as the articles have it."""
    publication = Publication(understood.edition)
    outputs = (registry.load("outputs", name) for name in asked() if _is_early(name))
    told = (output.findings(publication, understood.settings) for output in outputs if hasattr(output, "findings"))
    return tuple(dict.fromkeys(finding for findings in told for finding in findings))


def render(
    names: Iterable[str], spoken: Spoken, begun: Callable[[], Made], folder: Path, progress: Progress
) -> Rendered:
    """Make the other outputs, one after the other, and wait for those that were begun."""
    understood = spoken.read.understood
    before = manifest.read(understood.target)
    old = manifest.entries(before)
    late = [name for name in names if not _is_early(name)]
    step = progress.stage("Fabrication", len(late) + 1)
    stamped = manifest.Stamps(spoken.publication, understood.settings)
    kept = _still_current(old, names, stamped, understood.target)
    files = {name: tuple(map(PurePosixPath, entry.files)) for name, entry in kept.items()}
    seconds = _seconds(spoken, before, kept)
    begun, made = cache(begun), Made({})
    for name in late:
        if any(other in names and _is_early(other) for other in needs_of(name).files):
            made = _together(made, begun())
        there = {**files, **made.files}
        sizes = _sizes(there, folder, understood.target)
        others = earlier.editions(understood.target, name) if needs_of(name).earlier else ()
        known = replace(spoken.publication, seconds=seconds, doubtful=stamped.doubtful)
        publication = replace(known, files=there, sizes=sizes, earlier=others)
        remade = any(other in made.files for other in needs_of(name).files)
        if not remade and _is_up_to_date(name, old, stamped, publication, understood.target):
            continue
        made = _together(made, _made((name,), publication, folder, understood.settings))
        step()
    made = _together(made, begun())
    step()
    fresh = {
        name: stamped.entry(needs_of(name), paths, _named(name, {**files, **made.files}), made.told.get(name))
        for name, paths in made.files.items()
    }
    stays = {name: replace(entry, current=name in kept) for name, entry in old.items() if name not in fresh}
    return Rendered(spoken, made, dict(sorted({**stays, **fresh}.items())), stamped)


def _sizes(files: Mapping[str, tuple[PurePosixPath, ...]], folder: Path, target: Path) -> dict[PurePosixPath, int]:
    """Of the files that were made now, and of those kept, which are in the old place still."""
    paths = {path: (folder / path, target / path) for made in files.values() for path in made}
    return {path: next(file for file in both if file.is_file()).stat().st_size for path, both in paths.items()}


def _seconds(spoken: Spoken, before: Mapping[str, Any], kept: Mapping[str, Entry]) -> dict[str, float]:
    """How long each recording is: made now, or of sound that is kept and of today's text."""
    if spoken.narrator is not None:
        return {slug: round(recording.duration / recording.rate, 3) for slug, recording in spoken.recordings.items()}
    current = any(entry.voice for entry in kept.values())
    return {slug: told["seconds"] for slug, told in manifest.sound(before).items()} if current else {}


def needs_of(name: str) -> Needs:
    """What an output says that it needs."""
    needs: Needs = registry.load("outputs", name).NEEDS
    return needs


def _is_early(name: str) -> bool:
    needs = needs_of(name)
    return not (needs.readings or needs.sound or needs.files)


def _ordered(needs: Mapping[str, Needs]) -> list[str]:
    """By name, each after those whose files it names."""
    before = {name: [other for other in found.files if other in needs] for name, found in needs.items()}
    try:
        return list(TopologicalSorter(before).static_order())
    except CycleError as error:  # a mistake of ours, not of the newsroom
        raise AssertionError(f"outputs that need one another: {error.args[1]}") from error


def _made(names: Iterable[str], publication: Publication, folder: Path, settings: Settings) -> Made:
    """Make these outputs of the same publication."""
    files: dict[str, tuple[PurePosixPath, ...]] = {}
    told: dict[str, Mapping[str, Any]] = {}
    findings: dict[Finding, None] = {}
    for name in names:
        output: ModuleType = registry.load("outputs", name)
        paths = output.render(publication, folder, settings)
        files[name] = tuple(PurePosixPath(path.relative_to(folder).as_posix()) for path in paths)
        if needs_of(name).earlier and paths:
            told[name] = output.told(publication, folder, settings)
        if hasattr(output, "findings"):
            findings |= dict.fromkeys(output.findings(publication, settings))
    return Made(files, told, tuple(findings))


def _together(one: Made, other: Made) -> Made:
    findings = dict.fromkeys((*one.findings, *other.findings))
    return Made({**one.files, **other.files}, {**one.told, **other.told}, tuple(findings))


def _still_current(
    old: Mapping[str, Entry], names: Iterable[str], stamped: manifest.Stamps, target: Path
) -> dict[str, Entry]:
    """What is there, is not made now, and is of today's text and settings."""
    others = {name: entry for name, entry in old.items() if name not in names or needs_of(name).unasked}
    return {
        name: entry
        for name, entry in others.items()
        if name in registry.names("outputs") and stamped.holds(needs_of(name), entry) and _are_there(entry, target)
    }


def _is_up_to_date(
    name: str, old: Mapping[str, Entry], stamped: manifest.Stamps, publication: Publication, target: Path
) -> bool:
    """Whether nobody asked for an output, and what is there would come out the same: its sound is not at hand now."""
    needs, entry = needs_of(name), old.get(name)
    if entry is None or not needs.unasked or publication.narrator is not None:
        return False
    same = stamped.entry(needs, (), _named(name, publication.files)).named == entry.named
    return same and stamped.holds(needs, entry) and _are_there(entry, target)


def _named(name: str, files: Mapping[str, tuple[PurePosixPath, ...]]) -> tuple[PurePosixPath, ...]:
    """The files of other outputs that this one names."""
    return tuple(path for other in needs_of(name).files for path in files.get(other, ()))


def _are_there(entry: Entry, target: Path) -> bool:
    return all((target / name).is_file() for name in entry.files)
