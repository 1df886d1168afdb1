"""What can go wrong, and the exit code of each kind.

    EditionError            1 is never used for it: see the subclasses
    ├── UsageError          2   the command line or a settings file
    ├── ArticleError        3   an article cannot be read
    ├── MissingTool         4   something must be installed first
    ├── VoiceError          5   a voice gave up
    ├── ClusterLost         5   the machines that narrate went away
    └── CheckFailed         6   a result is not what it should be

Messages are in French, one line. ``cli`` alone prints them. Anything else that is raised is a bug and keeps its
traceback. All errors pickle, so that a worker's error arrives whole.
"""

import errno

_REASONS = {
    errno.ENOENT: "introuvable",
    errno.EACCES: "accès interdit",
    errno.EPERM: "accès interdit",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "ce n'est pas un dossier",
    errno.EEXIST: "un fichier de ce nom existe",
    errno.ENOSPC: "plus de place sur le disque",
    errno.EDQUOT: "plus de place sur le disque",
    errno.EROFS: "disque en lecture seule",
    errno.ENAMETOOLONG: "nom trop long",
    errno.ELOOP: "lien symbolique en boucle",
    errno.EIO: "panne du disque",
    errno.ESTALE: "le disque du réseau a changé",
    errno.ENOTCONN: "le disque du réseau ne répond plus",
    errno.EMFILE: "trop de fichiers ouverts",
}

REFUSALS = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.ESTALE, errno.ENOTCONN}
)
"""What the system refuses through no fault of the program: no room, no right, no disk."""


def reason(error: OSError) -> str:
    """French for what the system says; its own words when there is no better."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__


class EditionError(Exception):
    """A mistake or a mishap that its reader can do something about."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "", where: str = "") -> None:
        """``message``: what happened; ``hint``: what to do; ``where``: ``articles/une.md:12``."""
        super().__init__(message, hint, where)
        self.message = message
        self.hint = hint
        self.where = where

    def __str__(self) -> str:
        return f"{self.where} : {self.message}" if self.where else self.message

    @property
    def each(self) -> "tuple[EditionError, ...]":
        """All that there is to tell: this one, unless it stands for several."""
        return (self,)


class UsageError(EditionError):
    """The command line or ``edition.toml`` asks for something that does not exist."""

    exit_code = 2


class Mistakes(UsageError):
    """Several that were found at once, and are told at once; it reads as the first."""

    def __init__(self, found: "tuple[UsageError, ...]") -> None:
        """``found``: at least one, in the order in which they are told."""
        super().__init__(found[0].message, found[0].hint, found[0].where)
        self.args = (found,)
        self.found = found

    @property
    def each(self) -> "tuple[EditionError, ...]":
        """One after the other."""
        return self.found


class ArticleError(EditionError):
    """An article cannot be read; the others are made all the same."""

    exit_code = 3


class MissingTool(EditionError):
    """A package or program that this job needs is not installed."""

    exit_code = 4


class VoiceError(EditionError):
    """A voice failed for good: after retries, or with an answer that has no sound."""

    exit_code = 5


class ClusterLost(EditionError):
    """The machines that narrate went away; what they had done is kept."""

    exit_code = 5


class CheckFailed(EditionError):
    """A result does not hold what it promises."""

    exit_code = 6
