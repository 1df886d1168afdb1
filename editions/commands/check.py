"""``editions check PATH…``: proofread the articles before anything is spoken."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from editions import names

if TYPE_CHECKING:
    from editions.errors import EditionError
    from editions.model import Finding


@click.command()
@click.argument("paths", metavar="CHEMIN…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Résultat en JSON sur la sortie standard.")
def command(paths: tuple[Path, ...], as_json: bool) -> int:
    """Relit les articles avant de les dire : lectures douteuses, sigles inconnus, images.

    Rien n'est fabriqué. Ce sont des conseils : seuls les articles illisibles font échouer la commande.

    Exemple : editions check articles/bocage
    """
    from editions.pipeline import Order, proof
    from editions.proofreading import proofread

    found: list[Finding] = []
    failures: list[EditionError] = []
    count = 0
    for path in map(names.found, paths):
        made, noticed = proof(Order((path,)))
        here = list(noticed)
        for article, spoken in made.articles():
            count += 1
            here += proofread(article, spoken)
        several = len(paths) > 1 and path.is_dir()
        found += (replace(one, place=f"{path}/{one.place}") for one in here) if several else here
        failures += made.understood.failures
    if as_json:
        click.echo(json.dumps(_values(found, failures), ensure_ascii=False, indent=1))
    else:
        _report(found, failures, count)
    return max((failure.exit_code for failure in failures), default=0)


def _report(found: list["Finding"], failures: list["EditionError"], articles: int) -> None:
    from editions.terminal import squeezed

    for finding in found:
        click.echo(f"{squeezed(finding.place)} : {squeezed(finding.message)} [{finding.code}]")
        if finding.hint:
            click.echo(f"  Conseil : {squeezed(finding.hint)}")
    for failure in failures:
        click.echo(f"Erreur : {squeezed(str(failure))}", err=True)
        if failure.hint:
            click.echo(f"Conseil : {squeezed(failure.hint)}", err=True)
    if not articles:
        return
    several = "s" if len(found) > 1 else ""
    read = f"{articles} article{'s' if articles > 1 else ''}"
    if failures:
        files = "fichiers" if len(failures) > 1 else "fichier"
        click.echo(f"{read} : {len(found)} remarque{several} ; {len(failures)} {files} en défaut")
    elif found:
        click.echo(f"{read} : {len(found)} remarque{several}")
    else:
        click.echo(f"{read} : rien à signaler")


def _values(found: list["Finding"], failures: list["EditionError"]) -> dict[str, object]:
    return {
        "findings": [finding.as_dict() for finding in found],
        "failures": [{"where": f.where, "message": f.message, "hint": f.hint, "code": f.exit_code} for f in failures],
    }
