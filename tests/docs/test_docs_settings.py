"""docs/reglages.md has each setting with its bounds, its default and an example, and no other."""

import re
from dataclasses import Field, fields
from datetime import date
from pathlib import Path
from typing import Any

from editions import settings
from editions.pipeline.understanding import sections
from tests.docs.pages import DOCS, ROOT, rows

PAGE = DOCS / "reglages.md"
ROWS = [(heading, cells) for heading, cells in rows(PAGE) if len(cells) == 5]


def written() -> dict[tuple[str, str], list[str]]:
    """The cells of each row, by section and name."""
    found = {}
    for heading, cells in ROWS:
        section = re.search(r"\[(\w+)\]", heading)
        name = re.search(r"`([^`]+)`", cells[0])
        assert name is not None
        found[section[1] if section else "", name[1]] = cells
    assert len(found) == len(ROWS)
    return found


def known() -> dict[tuple[str, str], "Field[Any]"]:
    """The settings that there are."""
    kinds: list[tuple[str, Any]] = [("", settings.Settings), *((vars(kind)["SECTION"], kind) for kind in sections())]
    return {
        (section, one.name.replace("_", "-")): one for section, kind in kinds for one in fields(kind)
        if one.name not in ("sections", "asked", "mistakes")
    }  # fmt: skip


def number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def values(one: "Field[Any]") -> str:
    """What the page must say of the values."""
    about = one.metadata
    if about.get("choices"):
        return ", ".join(f"`{choice}`" for choice in about["choices"])
    if about.get("least") is not None:
        return f"de {number(about['least'])} à {number(about['most'])} {about['unit']}".strip()
    if about.get("file"):
        return "un fichier"
    forms: dict[Any, str] = {
        str: "un texte",
        bool: "`true` ou `false`",
        date | None: "une date",
        tuple[str, ...]: "une liste de textes",
    }
    return forms[one.type]


def usual(one: "Field[Any]") -> str:
    """How the page must begin what it says of the default."""
    if one.default in ("", None, ()):
        return "rien"
    default: Any = one.default
    if isinstance(default, bool):
        return f"`{default}`".lower()
    return f"`{default}`" if isinstance(default, str) else number(default)


def spaced(text: str) -> str:
    return re.sub(r"\s", " ", text)


def test_each_setting_has_its_row_and_each_row_its_setting() -> None:
    assert set(written()) == set(known())


def test_rows_say_the_true_bounds_and_defaults() -> None:
    for name, cells in written().items():
        one = known()[name]
        assert spaced(cells[2]) == values(one), name
        assert re.split(r" ?[:,](?= )", spaced(cells[3]))[0] == usual(one), name
        assert cells[1], name


def test_examples_are_read_and_change_something(tmp_path: Path) -> None:
    for (section, name), cells in written().items():
        example = cells[4].strip("`")
        assert example.startswith(f"{name} = "), name
        head = f"[{section}]\n" if section else ""
        (tmp_path / "edition.toml").write_text(head + example, encoding="utf-8")
        read = settings.load(tmp_path, sections())
        kind: Any = next((kind for kind in sections() if vars(kind)["SECTION"] == section), None)
        held = read.of(kind) if kind else read
        one = known()[section, name]
        assert getattr(held, one.name) != one.default, name


def test_each_variable_has_its_row() -> None:
    said = {cells[0].strip("`") for _, cells in rows(PAGE) if len(cells) == 2}
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "editions").rglob("*.py"))
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", text))
    ours = {name for name in read if not name.startswith(("XDG_", "LOCALAPPDATA"))}
    assert said == ours
