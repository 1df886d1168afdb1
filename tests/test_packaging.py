"""The wheel must hold what the checkout holds."""

import tomllib
from pathlib import Path

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
