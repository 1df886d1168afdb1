"""``editions serve`` and ``editions build --open``: the page, in a browser of this machine."""

import os
import subprocess
import sys
import urllib.request
import webbrowser
from pathlib import Path

import pytest

from editions import cli


def main(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["editions", *arguments])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert isinstance(caught.value.code, int)
    return caught.value.code


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "val"
    folder.mkdir()
    (folder / "a.txt").write_text("La foire\n\nElle ouvre samedi.\n", encoding="utf-8")
    output = str(tmp_path / "out")
    assert main(monkeypatch, "build", str(folder), "-o", output, "--voice", "tone", "--to", "mp3,web") == 0
    return tmp_path / "out"


def test_the_page_is_served_until_it_is_stopped(made: Path, loopback: None) -> None:
    command = [sys.executable, "-u", "-m", "editions", "serve", str(made), "--port", "18017"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ) as run:
        assert run.stdout is not None
        address = run.stdout.readline().strip()
        assert address == "http://127.0.0.1:18017/val/index.html"
        with urllib.request.urlopen(address) as answer:
            assert "La foire" in answer.read().decode()
        run.terminate()
        assert run.wait(20) == 143
        assert run.stderr is not None
        assert "Ctrl-C pour arrêter." in run.stderr.read()


def test_a_folder_without_edition_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(monkeypatch, "serve", str(tmp_path)) == 2
    assert "aucune édition ici" in capsys.readouterr().err


def test_the_page_is_opened_after_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("La foire\n\nElle ouvre samedi.\n", encoding="utf-8")
    opened: list[str] = []
    answers = iter((True, False))

    def browser(address: str) -> bool:
        opened.append(address)
        return next(answers)

    monkeypatch.setattr(webbrowser, "open", browser)
    command = [
        "build",
        str(tmp_path / "a.txt"),
        "-o",
        str(tmp_path / "out"),
        "--voice",
        "tone",
        "--to",
        "web",
        "--open",
    ]
    assert main(monkeypatch, *command) == 0
    assert opened == [(tmp_path / "out" / "a" / "index.html").as_uri()]
    assert "navigateur" not in capsys.readouterr().err
    assert main(monkeypatch, *command) == 0
    assert f"La page est {(tmp_path / 'out' / 'a' / 'index.html').as_uri()}" in capsys.readouterr().err
