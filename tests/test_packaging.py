"""The wheel must hold what the checkout holds."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_package_is_listed() -> None:
    folders = {p.parent.relative_to(ROOT) for p in (ROOT / "editions").rglob("__init__.py")}
    packages = {".".join(folder.parts) for folder in folders}
    packages |= {
        ".".join(("editions", "assets", *p.parent.relative_to(ROOT / "assets").parts))
        for p in (ROOT / "assets").rglob("__init__.py")
    }
    packages.add("editions.sample")  # articles/bocage: no code, only the articles of « editions demo »
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == packages


def test_every_asset_has_its_licence_beside_it() -> None:
    for path in (ROOT / "assets").rglob("*"):
        if path.is_file() and path.suffix not in (".py", ".txt", ".md", ".pyc"):
            assert list(path.parent.glob("*LICEN[CS]E*")), f"{path.relative_to(ROOT)} has no licence beside it"


def test_click_and_gtts_are_pinned_together() -> None:
    dependencies = PROJECT["project"]["dependencies"]
    assert any(d.startswith("gTTS>=2.5.4") for d in dependencies)
    assert any(d.startswith("click") and "<8.2" in d for d in dependencies)


def locked(name: str) -> dict[str, set[str]]:
    """Package → versions of a lock; every one has its digests."""
    text = (ROOT / "docs" / "locks" / f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for entry in re.split(r"^(?=[a-z])", re.sub(r"^ *#.*\n", "", text, flags=re.M), flags=re.M)[1:]:
        package, version = entry.split()[0].split("==")
        assert "--hash=sha256:" in entry, entry
        found.setdefault(package, set()).add(version)
    return found


@pytest.mark.parametrize("name, extra", [("base", None), ("kokoro", "kokoro")])
def test_a_lock_has_what_is_asked_for(name: str, extra: str | None) -> None:
    versions = locked(name)
    asked = [*PROJECT["project"]["dependencies"]]
    asked += PROJECT["project"]["optional-dependencies"][extra] if extra else []
    for requirement in map(Requirement, asked):
        for version in versions[canonicalize_name(requirement.name)]:
            assert requirement.specifier.contains(Version(version)), f"{name}: {requirement} is not {version}"


def test_every_package_that_is_installed_has_its_licence_told() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", page, flags=re.M)
    assert sorted(package for package, _ in rows) == sorted(locked("base") | locked("kokoro"))
