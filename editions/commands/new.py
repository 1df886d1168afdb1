"""``editions new PATH``: a new edition folder to fill."""

from datetime import date
from pathlib import Path

import click

from editions.errors import UsageError, reason

SETTINGS = """\
# Réglages de l'édition. Toutes les lignes sont facultatives.
title = "{title}"
publisher = ""
date = {date}
language = "fr-FR"        # fr-FR, fr-BE ou fr-CH
# voice = "espeak"        # auto, espeak, google, piper:MODELE.onnx
# articles = ["une.txt"]  # un autre ordre que celui des noms de fichiers

[print]
size = 20                 # corps du texte, en points

# [podcast]
# address = "https://journal.fr/audio"  # où sera output/ sur votre site
"""
LEXICON = """\
# Les lectures de la rédaction : elles l'emportent sur toutes les règles.
# écrit<TAB>à dire<TAB>note
"""


@click.command()
@click.argument("path", metavar="DOSSIER", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Crée un dossier d'édition à remplir.

    Exemple : editions new articles/lundi
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageError("ce dossier existe déjà et n'est pas vide", "Donnez un autre nom.", str(path))
    from editions.document import TEMPLATE

    title = path.name.replace('"', "'").replace("\\", "/")
    files = {
        "edition.toml": SETTINGS.format(title=title, date=date.today().isoformat()),
        "lexicon.tsv": LEXICON.replace("<TAB>", "\t"),
        "01-article.txt": TEMPLATE,
    }
    try:
        path.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (path / name).write_text(text, encoding="utf-8", newline="\n")
            click.echo(path / name)
        click.echo(f"Collez un article par fichier .txt, puis : editions build {path}", err=True)
    except OSError as error:
        raise UsageError(
            f"impossible d'écrire ici ({reason(error)})", "Choisissez un autre dossier.", str(path)
        ) from error
