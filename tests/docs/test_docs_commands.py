"""The commands of README.md and docs/*.md do what is written under them."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from editions import settings
from editions.pipeline.understanding import sections
from tests.docs.console import Desk, as_shown, steps
from tests.docs.pages import PAGES, README, ROOT, blocks, indented

WITH_COMMANDS = [page for page in PAGES if any(block.kind == "console" for block in blocks(page))]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDS_A_SHELL = pytest.mark.skipif(os.name == "nt", reason="the pages show the lines of a Unix shell")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all pages: what one page has spoken the next has at hand."""
    return tmp_path_factory.mktemp("cache")


def is_installing(command: str) -> bool:
    """What installs is looked at, not run: the index of packages, or another system, is not at hand."""
    return bool(
        re.match(r"(?:git|cd|sudo|source|deactivate|make (?:test|check|kokoro)|brew|winget)\b|python", command)
    ) or (bool(re.search(r"\bpip install\b|[/\\][Aa]ctivate\b|[/\\]python\b", command)))


def looked_at(command: str) -> None:
    """An installing command names what exists."""
    for target in re.findall(r"\bmake (\w+)", command):
        assert f"\n{target}: " in (ROOT / "Makefile").read_text(encoding="utf-8"), command
    for group in re.findall(r"--group (\w+)", command):
        assert group in PROJECT["dependency-groups"], command
    for extra in re.findall(r"\[(\w+)\]", command):
        assert extra in PROJECT["project"]["optional-dependencies"], command


@NEEDS_A_SHELL
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_commands_print_what_is_shown(page: Path, tmp_path: Path, cache: Path) -> None:
    desk = Desk(tmp_path, cache)
    for block in blocks(page):
        if block.file:
            desk.write(block.file, block.text)
        if block.kind != "console":
            continue
        done = list(steps(block.text))
        for step in done:
            result = desk.run(step.command)
            place = f"{page.name}:{block.line}: {step.command}\n{result.stdout}"
            assert result.returncode == (block.code if step is done[-1] else 0), place
            assert as_shown(step.printed, result.stdout), place


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_installs_names_what_exists(page: Path) -> None:
    for block in blocks(page):
        if block.kind not in ("sh", "bat"):
            continue
        for line in block.text.splitlines():
            assert is_installing(line), f"{page.name}:{block.line}: {line}: a block « console » would be run"
            looked_at(line)


@NEEDS_A_SHELL
def test_commands_of_the_readme_work(tmp_path: Path, cache: Path) -> None:
    desk = Desk(tmp_path, cache)
    desk.write("article.txt", (ROOT / "articles" / "bocage" / "03-budget.txt").read_text(encoding="utf-8"))
    ran = []
    for block in indented(README):
        if block.startswith("$ "):
            for step in steps(block):
                assert as_shown(step.printed, desk.run(step.command).stdout), step.command
                ran.append(step.command)
            continue
        for line in block.split("\n"):
            command = line.partition("  #")[0].strip()
            if is_installing(command):
                looked_at(command)
            elif re.match(r"(?:make|editions|\.venv)\b", command.replace(".venv", "editions")):
                result = desk.run(command)
                assert result.returncode == 0, f"{command}\n{result.stdout}"
                ran.append(command)
    assert {command.split()[1] for command in ran if command.startswith("editions ")} >= {
        "new", "check", "build", "verify",
    }  # fmt: skip
    assert "make demo" in ran
    for shown in files_of_the_readme():
        assert list(tmp_path.glob(shown)), f"README.md shows {shown}, which is not made"


def files_of_the_readme() -> list[str]:
    """Patterns of the files that it shows, ``…`` standing for what varies."""
    found = [line.split()[0] for block in indented(README) for line in block.split("\n") if line.startswith("output/")]
    assert len(found) > 5
    return [name.replace("…", "*") for name in found]


def toml_examples() -> list[tuple[str, str]]:
    fenced = [(f"{p.name}:{b.line}", b.text) for p in PAGES for b in blocks(p) if b.kind == "toml"]
    return fenced + [(README.name, block) for block in indented(README) if block.startswith("[")]


@pytest.mark.parametrize("place, text", toml_examples())
def test_examples_of_settings_are_read(place: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path, sections()) != settings.Settings(), place


def test_as_shown() -> None:
    assert as_shown(("un … deux", "…", "fin"), "un et deux\nx\ny\nfin\n")
    assert as_shown(("un", "…"), "un\n")
    assert not as_shown(("un",), "un\ndeux\n")
    assert not as_shown(("a.b",), "axb\n")
