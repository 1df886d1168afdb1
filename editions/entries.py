"""Entries of the cache as files on a disk, some of them another owner's, some damaged, some half written."""

import errno
import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

NOT_OURS = {errno.EACCES, errno.EPERM, errno.EROFS}
"""What the system says of files of another owner, and of a disk that is only read."""


def used(path: str) -> bool:
    """Renew an entry's time of use; False when there is no such entry. Another owner's stays as it is."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno not in NOT_OURS:
            raise
        return os.access(path, os.R_OK)
    return True


def remove(path: str) -> None:
    """What cannot be removed, in another owner's folder, is found damaged again."""
    with suppress(PermissionError):
        Path(path).unlink(missing_ok=True)


def is_whole(path: str, name: str) -> bool:
    """Whether a file that was held is there, and is what its name says."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == name
    except (FileNotFoundError, PermissionError):
        return False


def lent(own: str, name: str, path: Path) -> bool:
    """Link or copy a whole file to ``path``; False when it is not there whole."""
    try:
        if not is_whole(own, name):
            remove(own)
            return False
        used(own)
        path.unlink(missing_ok=True)
        try:
            os.link(own, path)
        except OSError:  # another disk, one without hard links, a file of another owner
            shutil.copyfile(own, path)
    except (FileNotFoundError, PermissionError):
        return False
    return True
