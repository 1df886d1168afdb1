"""Names of files that look alike: in another form of Unicode (a Mac's « é » is two characters), or in other capitals.

found(Path("articles/été.txt"))     # the file that is there, however its name is written
"""

import unicodedata
from collections.abc import Iterable
from pathlib import Path


def composed(name: str) -> str:
    """The name with each accented letter as one character, as all systems but one write it."""
    return unicodedata.normalize("NFC", name)


def expanded(name: str) -> Path:
    """The path that a variable or a setting names: no shell has put the home folder in place of its tilde."""
    try:
        return Path(name).expanduser()
    except RuntimeError:  # nobody's home is known here
        return Path(name)


def found(path: Path) -> Path:
    """The file or folder of that name, else the one whose name looks the same; the path as it is without any."""
    if not _is_there(path) and str(path).startswith("~"):
        path = expanded(str(path))
    if _is_there(path) or path.name in ("", ".."):
        return path
    folder = found(path.parent)
    try:
        names = [entry.name for entry in folder.iterdir()]
    except (OSError, ValueError):
        return path
    alike = _alike(path.name, names)
    return folder / alike if alike else path


def _is_there(path: Path) -> bool:
    try:
        return path.is_symlink() or path.exists()
    except (OSError, ValueError):  # a name that no file system takes
        return True


def _alike(name: str, names: Iterable[str]) -> str:
    """The only name that is the same when composed, else the only one that is so in small letters; else empty."""
    wanted = composed(name)
    for fold in (str, str.casefold):
        same = [other for other in names if fold(composed(other)) == fold(wanted)]
        if len(same) == 1:
            return same[0]
    return ""
