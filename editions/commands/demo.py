"""``editions demo``: the sample edition, from a checkout or from an installed wheel."""

import shutil
from pathlib import Path

import click

from editions.errors import UsageError, reason

PLACE = Path("articles", "bocage")
"""Where the articles are put, to be read, changed and built again."""


@click.command()
@click.option("--to", metavar="LISTE", help="Formats à faire, séparés par des virgules : mp3,pdf… (tous par défaut).")
@click.option("--voice", metavar="VOIX", help="auto, kokoro, espeak[:VARIANTE], google, piper:MODELE.onnx ou tone.")
@click.option("-o", "--output", metavar="DOSSIER", type=click.Path(path_type=Path), default=Path("output"),
              help="Où ranger l'édition : output par défaut.")  # fmt: skip
@click.option("--open", "opens", is_flag=True, help="Ouvre ensuite la page de l'édition dans le navigateur.")
def command(to: str | None, voice: str | None, output: Path, opens: bool) -> int:
    """Fabrique l'édition d'exemple, ses articles posés dans articles/bocage.

    Ce dossier est à vous : changez un article, puis « editions build articles/bocage ».
    """
    from editions import names
    from editions.commands._building import make
    from editions.pipeline import Order

    if not PLACE.exists():
        _put(PLACE)
        click.echo(f"Articles d'exemple posés dans {PLACE}", err=True)
    wanted = tuple(name.strip() for name in (to or "").split(",") if name.strip())
    return make([Order((PLACE,), names.expanded(str(output)), wanted, voice or "")], opens=opens)


def sample() -> Path:
    """The folder of the sample edition: in the package where a wheel put it, else in the checkout."""
    packaged = Path(__file__).parents[1] / "sample"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / PLACE


def _put(place: Path) -> None:
    """The articles, whole or not at all: half a copy would pass for the sample the next time."""
    part = place.with_name(f".{place.name}.part")
    try:
        shutil.copytree(sample(), part, dirs_exist_ok=True, copy_function=shutil.copyfile)
        part.rename(place)
    except OSError as error:
        raise UsageError(
            f"impossible d'écrire ici ({reason(error)})", "Placez-vous dans un dossier à vous.", str(place)
        ) from error
