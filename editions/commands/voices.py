"""``editions voices``: what can speak here, and what is missing for the others."""

import sys

import click

from editions import registry

_SHOWN = 3
"""Variants shown for each voice; eSpeak NG has hundreds."""


@click.command()
@click.argument("voice_name", metavar="[VOIX]", required=False)
@click.option(
    "--get", "name", metavar="NOM", help="Récupère kokoro, ou une voix publique de Piper (fr_FR-siwis-medium)."
)
def command(voice_name: str | None, name: str | None) -> None:
    """Dit quelles voix peuvent parler ici, et ce qui manque aux autres ; ou toutes les variantes d'une VOIX.

    Exemples : editions voices espeak, editions voices --get kokoro
    """
    if name is not None:
        _get(name)
    elif voice_name is not None:
        _list(voice_name)
    else:
        _survey()


def _survey() -> None:
    """A line for each voice."""
    from editions import voices as family  # the help of the commands must not wait for it

    for voice_name in registry.names("voices"):
        voice = family.load(voice_name)
        missing = voice.missing()
        if missing:
            click.echo(f"{voice_name:8}non   {missing}")
        else:
            click.echo(f"{voice_name:8}oui   {_variants(voice_name, voice.voices())}")


def _list(voice_name: str) -> None:
    """All the variants of one voice, as ``--voice`` takes them."""
    from editions import voices as family

    for variant in family.load(voice_name).voices():
        click.echo(f"{voice_name}:{variant}" if variant else voice_name)


def _variants(name: str, variants: tuple[str, ...]) -> str:
    named = [f"{name}:{variant}" if variant else name for variant in variants]
    more = f" … {len(named) - _SHOWN} autres" if len(named) > _SHOWN else ""
    return ", ".join(named[:_SHOWN]) + more if named else "donnez-lui un modèle : editions voices --get NOM"


def _get(name: str) -> None:
    from editions.voices.kokoro import model
    from editions.voices.piper import models

    draw = _draw if sys.stderr.isatty() else lambda file, done, size: None
    click.echo(model.fetch(draw) if name == "kokoro" else models.fetch(name, draw))


def _draw(file: str, done: int, size: int) -> None:
    """One line that is written over, on a terminal."""
    end = "\n" if done >= size else ""
    click.echo(f"\r{file} {done * 100 // max(size, 1):3d} %{end}", err=True, nl=False)
