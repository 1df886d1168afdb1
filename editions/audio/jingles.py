"""Signature sounds: a file beside the articles, or one that comes with the program, by its name.

[audio]
jingle = "carillon"           # assets/sounds/carillon.mp3
jingle = "generique.wav"      # the edition's own, which wins
"""

from pathlib import Path

from editions.errors import UsageError


def find(name: str, folder: Path) -> Path:
    """The file of a signature sound; UsageError names those that come with the program when there is no such file."""
    from importlib import resources  # here: it takes a while, and most editions have no signature

    ours = Path(str(resources.files("editions.assets"))) / "sounds"
    for path in (folder / name, ours / f"{name}.mp3"):
        if path.is_file():
            return path
    own = ", ".join(sorted(path.stem for path in ours.glob("*.mp3")))
    hint = f"Donnez un fichier WAV ou MP3 à côté des articles, ou bien : {own}."
    raise UsageError(f"signature sonore introuvable « {name} »", hint, str(folder / "edition.toml"))
