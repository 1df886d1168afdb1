"""An edition of two articles, built by the ``tone`` voice."""

import hashlib
from pathlib import Path

from editions import pipeline

RIVER = """Le Courrier du Val

La rivière sort de son lit

La crue a surpris le bourg mardi 4 mars, à 6h30.

L'eau est montée de 1,20 m en deux heures. Personne n'est blessé.

35 foyers sans courant

Le maire attend 3,5 M€ d'aides.

Jeanne Aubépin
"""
FAIR = """La foire ouvre samedi

La 12e foire du bourg ouvre samedi 8 mars à 9h.

L'entrée coûte 5 €.
"""


def written(path: Path, settings: str) -> Path:
    """The folder of an edition of two articles."""
    path.mkdir()
    (path / "01-crue.txt").write_text(RIVER, encoding="utf-8")
    (path / "02-foire.txt").write_text(FAIR, encoding="utf-8")
    (path / "edition.toml").write_text(settings, encoding="utf-8")
    return path


def build(*paths: Path, output: Path, to: tuple[str, ...] = (), **more: object) -> pipeline.Built:
    return pipeline.build(pipeline.Order(paths, output, to, voice="tone", **more))  # type: ignore[arg-type]


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}
