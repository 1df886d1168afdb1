"""The new edition takes the place of the old one: what was made, what was not asked for and stays, the manifest."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from editions import manifest, origins, places
from editions.errors import UsageError
from editions.manifest import Entry
from editions.pipeline.order import Built
from editions.pipeline.rendering import Rendered
from editions.pipeline.understanding import Understood
from editions.staging import carry_over, standing
from editions.staging import publish as put_in_place
from editions.studio import Figures


def refuse_to_replace(understood: Understood) -> None:
    """UsageError when an edition would take the place of another's: single files of a folder's, or a folder of one of
    the same name elsewhere.
    """
    place = standing(understood.target)
    if place.exists() and not place.is_dir():
        hint = "Déplacez ce fichier, ou rangez l'édition ailleurs avec « --output »."
        raise UsageError("un fichier est à la place de l'édition", hint, str(place))
    if understood.edition.whole:
        _refuse_namesake(understood)
        return
    old = manifest.read(understood.target)
    theirs = {article.get("source") for article in old.get("articles", ())}
    ours = {article.name for article in understood.edition.articles}
    if not old or (not old.get("whole", True) and theirs & ours):
        return
    what = "l'édition de tout un dossier" if old.get("whole", True) else "une autre édition"
    these = "cet article remplacerait" if len(ours) == 1 else "ces articles remplaceraient"
    message = f"c'est {what}, que {these}"
    hint = "Donnez le dossier entier, ou rangez ailleurs avec « --output »."
    raise UsageError(message, hint, str(understood.target))


def _refuse_namesake(understood: Understood) -> None:
    """UsageError when what is there was made of another folder, which is still there."""
    other = origins.of(understood.cache, understood.target)
    if other is None or not manifest.read(understood.target):
        return
    if not other.samefile(understood.edition.folder):
        message = f"c'est l'édition d'un autre dossier du même nom : {other}"
        hint = "Renommez l'un des deux dossiers, ou rangez celle-ci ailleurs avec « --output »."
        raise UsageError(message, hint, str(understood.target))


def publish(rendered: Rendered, new: Path) -> Built:
    """Put all into the edition's folder at once."""
    spoken = rendered.spoken
    understood = spoken.read.understood
    target = understood.target
    old = manifest.read(target)
    made = sorted(str(path) for paths in rendered.made.files.values() for path in paths)
    carried = set(carry_over(target, new, _dropped(manifest.entries(old), rendered)))
    entries = {name: _present(entry, {*made, *carried}) for name, entry in rendered.entries.items()}
    entries = {name: entry for name, entry in entries.items() if entry.files or name in rendered.made.files}
    ours = sorted({name for entry in entries.values() for name in entry.files})
    voice, sound = _voice(rendered, entries, old)
    text = manifest.compose(spoken.publication, rendered.stamps, entries, manifest.digests(new, ours), voice, sound)
    places.inside(new, places.EDITION_JSON).write_text(text, encoding="utf-8", newline="\n")
    put_in_place(new, standing(target))
    if understood.edition.whole:
        origins.remember(understood.cache, target, understood.edition.folder)
    return _built(rendered, entries, [*made, places.EDITION_JSON.as_posix()], sound)


def _dropped(old: Mapping[str, Entry], rendered: Rendered) -> set[str]:
    """Files of the old edition that do not come along: those of outputs that were made again."""
    again = {name for made in rendered.made.files for name in (old[made].files if made in old else ())}
    return {*again, places.EDITION_JSON.as_posix()}


def _present(entry: Entry, names: set[str]) -> Entry:
    """An entry without the files that someone has removed."""
    there = tuple(name for name in entry.files if name in names)
    return entry if there == entry.files else replace(entry, files=there, current=False)


def _voice(
    rendered: Rendered, entries: Mapping[str, Entry], old: Mapping[str, Any]
) -> tuple[Mapping[str, str], Mapping[str, Any]]:
    """Who spoke and what was measured, by slug: now, or when the sound was made that was kept."""
    narrator = rendered.spoken.narrator
    if narrator is not None:
        measured = {slug: _sound(figures) for slug, figures in rendered.spoken.figures.items()}
        return {"name": narrator.label, "version": narrator.version}, measured
    if not any(entry.voice and entry.current for entry in entries.values()):
        return {}, {}
    return old.get("voice", {}), manifest.sound(old)


def _pages(target: Path) -> int:
    """Of the large print, counted in the file: each page is an object of its own, never compressed."""
    return (target / places.LARGE_PRINT).read_bytes().count(b"/Type /Page ")


def _sound(figures: Figures) -> dict[str, Any]:
    """What was measured; of the clips their number alone, as which were found in the cache differs from run to run."""
    values = asdict(figures)
    values["clips"] = values.pop("new_clips") + values.pop("cached_clips")
    return values


def _built(rendered: Rendered, entries: Mapping[str, Entry], names: list[str], sound: Mapping[str, Any]) -> Built:
    spoken = rendered.spoken
    understood = spoken.read.understood
    articles = understood.edition.articles
    read = (found for article in articles for found in article.findings if not found.advice)
    return Built(
        folder=understood.target,
        files=tuple(understood.target / name for name in sorted(names)),
        failures=spoken.all_failures,
        findings=tuple(dict.fromkeys((*understood.findings, *read, *spoken.findings, *rendered.made.findings))),
        title=understood.edition.title,
        date=understood.edition.date,
        articles=len(understood.edition.articles),
        seconds=sum(told.get("seconds", 0) for told in sound.values()),
        pages=_pages(understood.target) if places.LARGE_PRINT.as_posix() in names else 0,
        doubtful=rendered.stamps.doubtful,
        voice=spoken.narrator.why if spoken.narrator else "",
        clips_new=sum(figures.new_clips for figures in spoken.figures.values()),
        clips_cached=sum(figures.cached_clips for figures in spoken.figures.values()),
        left_out=sum(len(article.left_out) for article in articles),
        outdated=tuple(name for name, entry in entries.items() if not entry.current),
    )
