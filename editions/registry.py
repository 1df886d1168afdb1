"""Families of plug-ins: a plug-in is a module, its file name is its name.

``names("voices")`` lists the files of ``editions/voices/``; ``load("voices", "espeak")`` imports one.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from editions.errors import UsageError

_UNKNOWN = {"voices": "voix inconnue", "outputs": "format inconnu", "inputs": "format inconnu"}


@cache
def names(family: str) -> tuple[str, ...]:
    """Names of the modules and packages in a family's folder, sorted; none of them is imported."""
    found = set()
    folders = map(Path, import_module(f"editions.{family}").__path__)
    for entry in (entry for folder in folders for entry in folder.iterdir()):  # importlib.resources costs 20 ms
        stem, dot, suffix = entry.name.partition(".")
        if stem.startswith("_"):
            continue
        if suffix == "py" or (not dot and entry.is_dir() and (entry / "__init__.py").is_file()):
            found.add(stem)
    return tuple(sorted(found))


def load(family: str, name: str) -> ModuleType:
    """The module ``editions.<family>.<name>``; UsageError names what exists when there is none."""
    if name not in names(family):
        hint = f"Au choix : {', '.join(names(family))}."
        raise UsageError(f"{_UNKNOWN.get(family, 'nom inconnu')} « {name} »", hint)
    return import_module(f"editions.{family}.{name}")
