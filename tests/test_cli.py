"""Messages and exit codes of the command line, as a user sees them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editions.terminal import squeezed

BOCAGE = Path(__file__).parents[1] / "articles" / "bocage"


def run(*arguments: str, cwd: Path | None = None, **env: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "editions", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **env},
    )


def test_help_is_in_french_and_lists_the_commands() -> None:
    result = run("--help")
    assert result.returncode == 0
    assert "Commandes" in result.stdout
    for name in ("build", "explain", "voices", "new"):
        assert f"\n  {name} " in result.stdout


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["--nope"], "option inconnue --nope"),
        (["nope"], "commande inconnue nope"),
        (["build"], "il manque"),
        (["build", "x", "--jobs", "deux"], "--jobs : « deux » n'est pas un nombre entier"),
        (["build", "x", "-j", "0"], "--jobs : 0 n'est pas entre 1 et 256"),
        (["build", "x", "--size", "200"], "--size : 200 n'est pas entre 14 et 72"),
        (["build", "x", "--size", "gros"], "--size : « gros » n'est pas un nombre"),
        (["build", "x", "--font", "absente.ttf"], "--font : « absente.ttf » est introuvable"),
        (["build", "x", "--icc", os.curdir], "--icc : « . » est un dossier"),
        (["explain", "--language", "de"], "--language : « de » n'est pas parmi 'fr-FR', 'fr-BE', 'fr-CH'"),
        (["build", str(BOCAGE), "--voice", "robot", "--to", "mp3"], "voix inconnue « robot »"),
        (["verify", "nulle-part"], "DOSSIER… : « nulle-part » est introuvable"),
    ],
)
def test_a_mistake_on_the_command_line_is_two_french_lines_and_code_2(
    arguments: list[str], message: str, tmp_path: Path
) -> None:
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[0].startswith("Erreur : ")
    assert message in lines[0]
    assert lines[1].startswith("Conseil : ")
    assert len(lines) == 2


def test_a_full_standard_output_is_two_french_lines(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "editions", "voices"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert first == "Erreur : sortie standard : plus de place sur le disque"
    assert second.startswith("Conseil : ")


def test_without_path_and_with_a_tilde_in_the_variables_all_is_well(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Titre\n\nUne phrase de texte.\n", encoding="utf-8")
    env = {"HOME": str(tmp_path / "chez-moi"), "EDITIONS_CACHE": "~/cache", "EDITIONS_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "editions", "build", "a.txt", "--to", "mp3", "--voice", "tone"],
        capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, env=env,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "chez-moi" / "cache").is_dir()
    assert not (tmp_path / "~").exists()


def test_what_is_printed_cannot_drive_the_terminal() -> None:
    assert squeezed("a\x1b[31mb\nc\t d") == "a\ufffd[31mb c d"


def test_new_makes_a_folder_and_refuses_one_that_is_not_empty(tmp_path: Path) -> None:
    first = run("new", "lundi", cwd=tmp_path)
    assert first.returncode == 0
    made = [Path(line) for line in first.stdout.splitlines()]
    assert {path.name for path in made} == {"edition.toml", "lexicon.tsv", "01-article.txt"}
    assert all((tmp_path / path).is_file() for path in made)
    again = run("new", "lundi", cwd=tmp_path)
    assert again.returncode == 2
    assert "n'est pas vide" in again.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a shell")
@pytest.mark.parametrize("closed", ["2>&-", ">&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_stop_nothing(closed: str, tmp_path: Path) -> None:
    """As services, schedulers and windows without a console start programs."""
    article = tmp_path / "une" / "article.txt"
    article.parent.mkdir()
    article.write_text("Le marché rouvre\n\nIl rouvre samedi à 8 h 30 sur la place.\n", encoding="utf-8")
    command = f'"{sys.executable}" -m editions build une --to pdf {closed}'
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, timeout=120)
    assert done.returncode == 0
    assert (tmp_path / "output" / "une" / "print" / "large-print.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a shell")
def test_explain_without_stdin_has_nothing_to_read() -> None:
    done = subprocess.run(f'"{sys.executable}" -m editions explain --spoken <&-', shell=True, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
