"""What came of a build, in a few lines: what was made, what to look at first, what is missing and why, errors last."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from editions.terminal import squeezed

if TYPE_CHECKING:
    from editions.errors import EditionError
    from editions.pipeline import Built


def tell(built: "Built", *, verbose: bool) -> None:
    """On stdout, but for what is to be decided; ``verbose``: every file that was made, one a line, after the others."""
    from editions import places

    if not built.files:
        return
    click.echo(squeezed(f"{built.title} : {_made(built)}"))
    click.echo(f"À ouvrir d'abord : {built.folder / places.FRONT_PAGE}")
    if built.doubtful:
        passages = "passages douteux" if built.doubtful > 1 else "passage douteux"
        click.echo(f"À vérifier : {built.doubtful} {passages}, dans {built.folder / places.READINGS_HTML}", err=True)
    if verbose:
        for path in built.files:
            click.echo(path)
    else:
        click.echo(f"{len(built.files)} fichiers : {_kinds(built)} (--verbose les nomme tous)")


def errors(found: "Iterable[EditionError]") -> None:
    """On stderr, at the very end: nobody scrolls up."""
    for error in found:
        click.echo(f"Erreur : {squeezed(str(error))}", err=True)
        if error.hint:
            click.echo(f"Conseil : {squeezed(error.hint)}", err=True)


def _made(built: "Built") -> str:
    """« 10 articles, 26 minutes de son, 84 pages en gros caractères »."""
    from editions.downloads import duration

    parts = [_several(built.articles, "article")]
    if left := len(built.failures):
        parts.append(f"{left} en défaut (dit plus bas)" if left == 1 else f"{left} en défaut (dits plus bas)")
    if built.seconds:
        parts.append(f"{duration(built.seconds)} de son")
    if built.pages:
        parts.append(f"{_several(built.pages, 'page')} en gros caractères")
    return ", ".join(parts)


def _several(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number > 1 else ''}"


def _kinds(built: "Built") -> str:
    """How many files there are in each folder: « 13 audio, 4 print »."""
    folders: dict[str, int] = {}
    for path in built.files:
        inside = path.relative_to(built.folder)
        if len(inside.parts) > 1:
            folders[inside.parts[0]] = folders.get(inside.parts[0], 0) + 1
    return ", ".join(f"{name} {count}" for name, count in folders.items())
