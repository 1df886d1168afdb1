"""``editions build PATH…``: everything into ``output/<edition>/``."""

from pathlib import Path

import click


@click.command()
@click.argument("paths", metavar="CHEMIN…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", metavar="LISTE", help="Formats à faire, séparés par des virgules : mp3,pdf… (tous par défaut).")
@click.option("--voice", metavar="VOIX", help="auto, kokoro, espeak[:VARIANTE], google, piper:MODELE.onnx ou tone.")
@click.option("-o", "--output", metavar="DOSSIER", type=click.Path(path_type=Path), default=Path("output"),
              help="Où ranger les éditions : output par défaut.")  # fmt: skip
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(1, 256), help="Travaux en parallèle (les cœurs).")
@click.option("--size", metavar="POINTS", type=click.FloatRange(14, 72), help="Corps du texte imprimé : 20 par défaut.")
@click.option("--font", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False),
              help="Police TTF à la place d'Atkinson Hyperlegible Next.")  # fmt: skip
@click.option("--icc", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False),
              help="Profil ICC de l'imprimeur, pour press.pdf.")  # fmt: skip
@click.option("--cluster", metavar="ADRESSE", help="Dire sur une grappe Dask : tcp://MACHINE:8786, ou local:N.")
@click.option("--strict", is_flag=True, help="S'arrête au premier article qui échoue.")
@click.option("--open", "opens", is_flag=True, help="Ouvre ensuite la page de l'édition dans le navigateur.")
@click.option("--json", "as_json", is_flag=True, help="Résultat en JSON, une ligne par édition.")
@click.option("-v", "--verbose", is_flag=True, help="Nomme chaque fichier fait.")
def command(
    paths: tuple[Path, ...],
    to: str | None,
    voice: str | None,
    output: Path,
    jobs: int | None,
    size: float | None,
    font: str | None,
    icc: str | None,
    cluster: str | None,
    strict: bool,
    opens: bool,
    as_json: bool,
    verbose: bool,
) -> int:
    """Fabrique l'édition : MP3, PDF en gros caractères, rapport de lecture.

    CHEMIN est un dossier d'édition, ou un ou plusieurs articles (.txt, .md…).

    Exemple : editions build articles/bocage
    """
    from editions import names
    from editions.commands._building import make
    from editions.pipeline import Order

    wanted = tuple(name.strip() for name in (to or "").split(",") if name.strip())
    options = {"print.size": size, "print.font": _whole(font), "print.icc": _whole(icc)}
    groups = _editions(tuple(map(names.found, paths)))
    output = names.expanded(str(output))
    orders = tuple(Order(group, output, wanted, voice or "", jobs or 0, strict, options) for group in groups)
    return make(orders, cluster=cluster or "", opens=opens, as_json=as_json, verbose=verbose)


def _editions(paths: tuple[Path, ...]) -> list[tuple[Path, ...]]:
    """Each folder is an edition; files given alone make one together."""
    folders = [(path,) for path in paths if path.is_dir()]
    files = tuple(path for path in paths if not path.is_dir())
    return [*folders, *([files] if files else [])]


def _whole(file: str | None) -> str | None:
    """The path of a file that an option names."""
    return str(Path(file).absolute()) if file else None
