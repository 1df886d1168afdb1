"""``editions build PATH…``: everything into ``output/<edition>/``."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # the pipeline loads the whole house; --help must not
    from editions.pipeline import Built, Order


class Bar:
    """One line on a terminal's stderr, redrawn at most ten times a second."""

    def __init__(self) -> None:
        self._next = 0.0

    def stage(self, name: str, total: int) -> Callable[[], None]:
        """Begin a stage; each call of the result counts a step."""
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            now = time.monotonic()
            if now >= self._next or done == total:
                self._next = now + 0.1
                filled = 30 * done // max(total, 1)
                sys.stderr.write(f"\r\x1b[K{name:<12} {'█' * filled}{'░' * (30 - filled)} {done}/{total}")
                if done >= total:
                    sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()

        return step


@click.command()
@click.argument("paths", metavar="CHEMIN…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", metavar="LISTE", help="Formats à faire, séparés par des virgules : mp3,pdf… (tous par défaut).")
@click.option("--voice", metavar="VOIX", help="auto, kokoro, espeak[:VARIANTE], google, piper:MODELE.onnx ou tone.")
@click.option("-o", "--output", metavar="DOSSIER", type=click.Path(path_type=Path), default=Path("output"),
              help="Où ranger les éditions : output par défaut.")  # fmt: skip
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(1, 256), help="Travaux en parallèle (les cœurs).")
@click.option("--size", metavar="POINTS", type=click.FloatRange(8, 72), help="Corps du texte imprimé : 20 par défaut.")
@click.option("--font", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False),
              help="Police TTF à la place d'Atkinson Hyperlegible Next.")  # fmt: skip
@click.option("--icc", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False),
              help="Profil ICC de l'imprimeur, pour press.pdf.")  # fmt: skip
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
    strict: bool,
    opens: bool,
    as_json: bool,
    verbose: bool,
) -> int:
    """Fabrique l'édition : MP3, PDF en gros caractères, rapport de lecture.

    CHEMIN est un dossier d'édition, ou un ou plusieurs articles (.txt, .md…).

    Exemple : editions build articles/bocage
    """
    from editions import names, places
    from editions.commands._browser import show
    from editions.executors import spare_the_collector
    from editions.pipeline import Order, build, refuse_to_share
    from editions.progress import Silent

    spare_the_collector()
    wanted = tuple(name.strip() for name in (to or "").split(",") if name.strip())
    progress = Bar() if sys.stderr.isatty() else Silent()
    code = 0
    options = {"print.size": size, "print.font": _whole(font), "print.icc": _whole(icc)}
    groups = _editions(tuple(map(names.found, paths)))
    output = names.expanded(str(output))
    orders = tuple(Order(group, output, wanted, voice or "", jobs or 0, strict, options) for group in groups)
    refuse_to_share(orders)
    for order in orders:
        built = build(order, progress)
        _report(built, order, as_json, verbose)
        if opens and built.files:
            show((built.folder / places.FRONT_PAGE).absolute().as_uri())
        code = max(code, *(failure.exit_code for failure in built.failures), 0)
    return code


def _editions(paths: tuple[Path, ...]) -> list[tuple[Path, ...]]:
    """Each folder is an edition; files given alone make one together."""
    folders = [(path,) for path in paths if path.is_dir()]
    files = tuple(path for path in paths if not path.is_dir())
    return [*folders, *([files] if files else [])]


def _whole(file: str | None) -> str | None:
    """The path of a file that an option names."""
    return str(Path(file).absolute()) if file else None


def _report(built: "Built", order: "Order", as_json: bool, verbose: bool) -> None:
    """What came of one edition: a summary on stdout, the rest on stderr, errors last."""
    from editions.commands import _summary
    from editions.terminal import squeezed

    if built.voice:
        click.echo(built.voice, err=True)
    for finding in built.findings:
        click.echo(f"Attention : {squeezed(finding.place)} : {squeezed(finding.message)}", err=True)
    for told in (_outdated(built, order), _left_out(built)):
        if told:
            click.echo(squeezed(told), err=True)
    if as_json:
        click.echo(json.dumps(_values(built), ensure_ascii=False))
    else:
        _summary.tell(built, verbose=verbose)
    sys.stdout.flush()
    _summary.errors(built)


def _outdated(built: "Built", order: "Order") -> str:
    """What was kept of an older text, and the command that renews it; nothing when all is of today."""
    if not built.outdated:
        return ""
    paths = " ".join(map(str, order.paths))
    elsewhere = f" -o {order.output}" if order.output != Path("output") else ""
    names = ", ".join(built.outdated)
    command = f"editions build {paths} --to {','.join(built.outdated)}{elsewhere}"
    return f"Attention : plus à jour, gardés tels quels : {names}. Pour les refaire : {command}"


def _left_out(built: "Built") -> str:
    """How many lines are neither printed nor said, and where they are listed; nothing when all are."""
    from editions import places

    if not built.left_out or not built.files:
        return ""
    lines = "lignes" if built.left_out > 1 else "ligne"
    return f"Laissé de côté : {built.left_out} {lines}, dans {built.folder / places.READINGS_HTML}"


def _values(built: "Built") -> dict[str, object]:
    return {
        "folder": built.folder.as_posix(),
        "files": [path.as_posix() for path in built.files],
        "voice": built.voice,
        "clips": {"new": built.clips_new, "cached": built.clips_cached},
        "failures": [
            {"where": f.where, "message": f.message, "hint": f.hint, "code": f.exit_code} for f in built.failures
        ],
        "findings": [finding.as_dict() for finding in built.findings],
        "left_out": built.left_out,
        "outdated": list(built.outdated),
    }
