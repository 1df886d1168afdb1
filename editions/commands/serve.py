"""``editions serve OUTPUT``: the web pages of what was made, on this machine alone."""

from pathlib import Path

import click

from editions.errors import UsageError

PORT = 8017


@click.command()
@click.argument("folder", metavar="DOSSIER", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--port", metavar="N", type=click.IntRange(1024, 65535), help=f"Le port : {PORT} par défaut.")
@click.option("--open", "opens", is_flag=True, help="Ouvre la page dans le navigateur.")
def command(folder: Path, port: int | None, opens: bool) -> int:
    """Montre ce qui a été fabriqué dans un navigateur, sur cet ordinateur seulement.

    DOSSIER est output/<édition>, ou output/ pour toutes. Ctrl-C arrête.

    Exemple : editions serve output/bocage
    """
    from editions import places, serving, verification
    from editions.commands._browser import show

    found = verification.editions_in(folder)
    try:
        served = serving.server(folder, PORT if port is None else port)
    except OSError as error:
        hint = "Un autre serveur tourne peut-être déjà : arrêtez-le, ou prenez-en un autre avec --port."
        raise UsageError("ce port est pris", hint, str(PORT if port is None else port)) from error
    with served:
        base = f"http://{serving.LOOPBACK}:{served.server_port}/"
        pages = [base + (one.relative_to(folder) / places.FRONT_PAGE).as_posix() for one in found]
        for page in pages:
            click.echo(page)
        click.echo("Ctrl-C pour arrêter.", err=True)
        if opens:
            show(pages[0])
        served.serve_forever()
    return 0
