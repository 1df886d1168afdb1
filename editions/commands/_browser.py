"""A page in the browser of this machine."""

import click


def show(address: str) -> None:
    """Open it, or say where it is when no browser opens from here."""
    import webbrowser

    if not webbrowser.open(address):
        click.echo(f"Attention : aucun navigateur ne s'ouvre d'ici. La page est {address}", err=True)
