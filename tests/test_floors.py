"""Who may import whom: only downwards, and neighbours in a family never import one another."""

import ast
import sys
from itertools import pairwise
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "editions"
FLOORS = (
    {"commands"},
    {"pipeline"},
    {"cluster", "studio"},
    {"announcements", "document", "narration", "outputs", "stored", "verification"},
    {
        "__main__",
        "articles",
        "downloads",
        "hypertext",
        "manifest",
        "origins",
        "printing",
        "proofreading",
        "voices",
    },
    {
        "audio",
        "cache",
        "checks",
        "cli",
        "folders",
        "french",
        "illustrations",
        "inputs",
        "phonemes",
        "pronunciation",
        "publication",
        "synchrony",
    },
    {"identity", "manuscript", "places", "registry", "settings", "speech", "staging", "templates"},
    {
        "accounts",
        "archive",
        "bounded",
        "entries",
        "errors",
        "executors",
        "leftovers",
        "markup",
        "model",
        "names",
        "progress",
        "serving",
        "tables",
        "terminal",
    },
)
"""From the roof to the ground; a room is a file or folder right below the package."""
FLOOR_OF = {name: floor for floor, names in enumerate(FLOORS) for name in names}
FAMILIES = ("commands", "inputs", "voices", "outputs", "checks", "french.rules")
HEAVY = {
    "reportlab",
    "pydub",
    "gtts",
    "numpy",
    "piper",
    "distributed",
    "lameenc",
    "mutagen",
    "miniaudio",
    "requests",
    "onnxruntime",
}
FILES = sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> list[str]:
    parts = list(path.relative_to(PACKAGE).with_suffix("").parts)
    return parts[:-1] if parts[-1] == "__init__" else parts


def imported(path: Path) -> list[list[str]]:
    """Modules of the package that a file imports, as parts below ``editions``."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "editions":
            base = (node.module or "").split(".")[1:]
            found += [[*base, alias.name] for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [alias.name.split(".")[1:] for alias in node.names if alias.name.startswith("editions.")]
    return [parts for parts in found if parts and parts != ["__version__"]]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_point_downwards(path: Path) -> None:
    own = module_of(path)
    if not own:
        return
    floor = FLOOR_OF[own[0]]
    for target in imported(path):
        below = target[0] == own[0] or FLOOR_OF[target[0]] > floor
        assert below, f"{'.'.join(own)} (floor {floor}) imports {'.'.join(target)}"


def test_there_are_at_most_eight_floors_and_each_is_needed() -> None:
    assert len(FLOORS) <= 8
    rooms = {module_of(path)[0] for path in FILES if module_of(path)}
    assert rooms == set(FLOOR_OF)
    for upper, lower in pairwise(FLOORS):
        assert any(t[0] in lower for p in FILES if module_of(p)[:1] and module_of(p)[0] in upper for t in imported(p))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_neighbours_do_not_import_one_another(path: Path) -> None:
    own = module_of(path)
    for family in FAMILIES:
        depth = family.count(".") + 1
        if own[:depth] != family.split(".") or len(own) == depth:
            continue
        for target in imported(path):
            if target[:depth] == family.split(".") and len(target) > depth:
                neighbour = target[depth]
                is_module = any(
                    (PACKAGE / Path(*family.split("."), neighbour)).with_suffix(s).exists() for s in ("", ".py")
                )
                private = neighbour.startswith("_")
                assert not is_module or neighbour == own[depth] or private, (
                    f"{'.'.join(own)} imports {'.'.join(target)}"
                )


def test_starting_the_command_line_loads_nothing_heavy() -> None:
    import subprocess

    code = (
        "import sys, editions.cli, editions.registry as r\n"
        "[r.load('commands', n) for n in r.names('commands')]\n"
        "print(*sorted({m.split('.')[0] for m in sys.modules}), *(m for m in sys.modules if m.startswith('editions.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not HEAVY & loaded
    assert "editions.french" not in loaded
    assert "editions.pipeline" not in loaded
