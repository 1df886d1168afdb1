"""What an output has told of the other editions in the output folder: of theirs, only ``edition.json`` is read."""

from pathlib import Path

from editions import manifest
from editions.publication import Earlier


def editions(target: Path, output: str) -> tuple[Earlier, ...]:
    """Those of the folders beside ``target``, by name, of which the output has told something."""
    if not target.parent.is_dir():
        return ()
    beside = sorted(path for path in target.parent.iterdir() if path != target and not path.name.startswith("."))
    told = ((path, manifest.entries(manifest.read(path)).get(output)) for path in beside)
    return tuple(Earlier(path, entry.told) for path, entry in told if entry is not None and entry.told)
