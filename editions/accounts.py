"""The user's own folders, also for an account that has none: a service, a container with any user id."""

import errno
import os
import tempfile
from pathlib import Path


def home() -> Path:
    """The user's folder; FileNotFoundError for an account without HOME and without an entry in the list of users."""
    try:
        return Path.home()
    except RuntimeError as error:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "HOME") from error


def home_or_temporary() -> Path:
    """The same; where there is none, a folder of this user among the temporary ones."""
    try:
        return home()
    except FileNotFoundError:
        return Path(tempfile.gettempdir()) / f"editions-{os.getuid() if hasattr(os, 'getuid') else 0}"
