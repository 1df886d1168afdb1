"""``editions verify OUTPUT``: is what was made what it should be?"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from editions.errors import CheckFailed

if TYPE_CHECKING:
    from editions.verification import Verified


@click.command()
@click.argument("paths", metavar="DOSSIER…", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--json", "as_json", is_flag=True, help="Résultat en JSON sur la sortie standard.")
def command(paths: tuple[Path, ...], as_json: bool) -> int:
    """Contrôle ce qui a été fabriqué : fichiers, PDF… et les validateurs trouvés sur la machine.

    DOSSIER est output/<édition>, ou output/ pour toutes. Le résultat est aussi écrit dans edition.json.

    Exemple : editions verify output/bocage
    """
    from editions import verification

    done = [verification.verify(folder) for path in paths for folder in verification.editions_in(path)]
    if as_json:
        click.echo(json.dumps([_values(one) for one in done], ensure_ascii=False, indent=1))
    else:
        for one in done:
            _report(one)
    return CheckFailed.exit_code if any(one.findings for one in done) else 0


def _report(verified: "Verified") -> None:
    from editions.terminal import squeezed

    for finding in verified.findings:
        click.echo(f"{squeezed(finding.place)} : {squeezed(finding.message)} [{finding.code}]")
        if finding.hint:
            click.echo(f"  Conseil : {squeezed(finding.hint)}")
    by = [*verified.checks, *(validation.validator for validation in verified.validations)]
    count = len(verified.findings)
    verdict = "rien à redire" if not count else f"{count} défaut{'s' if count > 1 else ''}"
    click.echo(f"{verified.folder} : {verdict} ({', '.join(by)})")
    if verified.outdated:
        names = ", ".join(verified.outdated)
        elsewhere = "" if verified.folder.parent == Path("output") else f" -o {verified.folder.parent}"
        again = f"editions build {verified.origin or 'CHEMIN'} --to {names.replace(' ', '')}{elsewhere}"
        click.echo(f"{verified.folder} : plus à jour : {names}. Pour les refaire : {again}", err=True)
    if verified.unwritten:
        click.echo(
            f"{verified.folder} : verdict dit ici, mais pas écrit dans edition.json ({verified.unwritten})", err=True
        )
    for name in verified.absent:
        click.echo(f"{name} : validateur absent de cette machine, contrôles maison seulement", err=True)


def _values(verified: "Verified") -> dict[str, object]:
    return {
        "folder": verified.folder.as_posix(),
        "checks": list(verified.checks),
        "validators": [validation.validator for validation in verified.validations],
        "absent": list(verified.absent),
        "outdated": list(verified.outdated),
        "findings": [finding.as_dict() for finding in verified.findings],
    }
