"""``verify``: an edition's folder against its ``edition.json``, our checks, the validators found on the machine."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

from editions import __version__, cache, manifest, origins, places, registry
from editions.checks import Validation
from editions.errors import UsageError, reason
from editions.model import Finding


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of it."""

    folder: Path
    checks: tuple[str, ...]
    """Names of the checks that were run."""
    validations: tuple[Validation, ...]
    absent: tuple[str, ...]
    """Checks whose validator is not on this machine."""
    findings: tuple[Finding, ...]
    outdated: tuple[str, ...] = ()
    """Outputs that are of an older text or other settings than the last build's: no fault, but not of today."""
    origin: Path | None = None
    """The folder that it was made of, if this machine knows."""
    unwritten: str = ""
    """Why the outcome is not in ``edition.json``: on a disk that cannot be written it is told all the same."""


def editions_in(path: Path) -> list[Path]:
    """The edition folders at or right below a path; UsageError when there is none."""
    found = [folder for folder in (path, *sorted(path.glob("*"))) if (folder / places.EDITION_JSON).is_file()]
    if not found:
        raise UsageError("aucune édition ici", "Donnez output/ ou output/<édition>.", str(path))
    return found


def verify(folder: Path) -> Verified:
    """Run everything on one edition and write the outcome into its ``edition.json``."""
    found = list(_files(folder))
    checks, validations, absent = ["files"], [], []
    for name, module in _modules(folder):
        checks.append(name)
        found += module.findings(folder)
        if hasattr(module, "validate"):
            validation = module.validate(folder)
            if validation is None:
                absent.append(name)
            else:
                validations.append(validation)
                found += validation.findings
    verified = Verified(
        folder,
        tuple(checks),
        tuple(validations),
        tuple(absent),
        tuple(found),
        _outdated(folder),
        origins.of(cache.usable(), folder),
    )
    try:
        _write(verified)
    except OSError as error:
        return replace(verified, unwritten=reason(error))
    return verified


def _outdated(folder: Path) -> tuple[str, ...]:
    return tuple(name for name, entry in manifest.entries(manifest.read(folder)).items() if not entry.current)


def _modules(folder: Path) -> Iterator[tuple[str, ModuleType]]:
    """The checks that have something to look at."""
    for name in registry.names("checks"):
        module = registry.load("checks", name)
        if any(next(folder.glob(pattern), None) for pattern in getattr(module, "PLACES", ())):
            yield name, module


def _files(folder: Path) -> Iterator[Finding]:
    """Files that are missing or are not those that were made."""
    files = manifest.read(folder).get("files")
    if not isinstance(files, dict):
        yield Finding("edition-json", places.EDITION_JSON.as_posix(), "illisible ou incomplet", "Refaites l'édition.")
        return
    for name, digest in files.items():
        path = folder / PurePosixPath(name)
        if not path.is_file():
            yield Finding("file-missing", name, "le fichier a disparu", "Refaites l'édition.")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            yield Finding("file-changed", name, "le fichier n'est plus celui qui a été fabriqué", "Refaites l'édition.")


def _write(verified: Verified) -> None:
    values: dict[str, Any] = manifest.read(verified.folder)
    if not values:
        return
    values["verified"] = {
        "editions": __version__,
        "checks": list(verified.checks),
        "validators": [validation.validator for validation in verified.validations],
        "findings": [finding.as_dict() for finding in verified.findings],
    }
    path = verified.folder / places.EDITION_JSON
    path.write_text(manifest.text_of(values), encoding="utf-8", newline="\n")
