"""``editions check``: advice on stdout, unreadable articles on stderr with code 3, nothing made."""

import json
from pathlib import Path

import pytest

from editions import cli

TEXT = "La crue\n\nL'eau monte encore, dit le ZQXK.\n\nOn attend la décrue."


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["editions", "check", *arguments])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_advice_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "une.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, "une.txt") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("une.txt:3 : « ZQXK » : sigle inconnu")
    assert lines[1].startswith("  Conseil : ")
    assert lines[-1] == "1 article : 1 remarque"
    assert [path.name for path in tmp_path.iterdir()] == ["une.txt"]


def test_the_lexicon_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "une.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lexicon.tsv").write_text("ZQXK\tzed Q X K\n", encoding="utf-8")
    assert run(monkeypatch, str(tmp_path)) == 0
    assert capsys.readouterr().out == "1 article : rien à signaler\n"


def test_an_unreadable_article_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "une.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "vide.txt").write_text("", encoding="utf-8")
    assert run(monkeypatch, str(tmp_path)) == 3
    shown = capsys.readouterr()
    assert shown.err.startswith("Erreur : vide.txt : le fichier est vide\nConseil : ")
    assert shown.out.endswith("1 article : 1 remarque\n")


def test_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "une.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "vide.txt").write_text("", encoding="utf-8")
    assert run(monkeypatch, "--json", str(tmp_path)) == 3
    values = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in values["findings"]] == ["acronym-unknown"]
    assert [failure["where"] for failure in values["failures"]] == ["vide.txt"]


def test_a_word_of_two_sounds_is_asked_with_its_neighbours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "une.txt").write_text("Titre de la une\n\nHier, on voit les fils ici.\n", encoding="utf-8")
    assert run(monkeypatch, str(tmp_path)) == 0
    output = capsys.readouterr().out
    assert "« fils » : prononciation incertaine dans « les {fils} ici », se dira /fis/ (ou /fil/)" in output
    assert "les {fils} ici<tabulation>fils<tabulation><tabulation>/fil/" in output


def test_each_line_left_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "une.txt").write_text(
        "La crue\n\nPartager\n\nL'eau monte.\n\nElle baisse.\n\nRéagir\n", encoding="utf-8"
    )
    assert run(monkeypatch, str(tmp_path)) == 0
    line, hint, _ = capsys.readouterr().out.splitlines()
    told = "une.txt : 2 lignes laissées de côté, ni imprimées ni dites : 3 « Partager », 9 « Réagir » [text-left-out]"
    assert line == told
    assert "[garder]" in hint
    (tmp_path / "edition.toml").write_text('furniture = "keep"\n', encoding="utf-8")
    assert run(monkeypatch, str(tmp_path)) == 0
    assert "text-left-out" not in capsys.readouterr().out
