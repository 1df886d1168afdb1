"""``editions check``: advice on stdout, unreadable articles on stderr with code 3, nothing made."""

import json
from pathlib import Path

import pytest

from editions import cli

TEXT = "La crue\n\nL'eau monte encore, dit le ZAQXK.\n\nOn attend la décrue."


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
    assert lines[0].startswith("une.txt:3 : « ZAQXK » : sigle inconnu")
    assert lines[1].startswith("  Conseil : ")
    assert lines[-1] == "1 article : 1 remarque"
    assert [path.name for path in tmp_path.iterdir()] == ["une.txt"]


def test_the_lexicon_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "une.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lexicon.tsv").write_text("ZAQXK\tzed A Q X K\n", encoding="utf-8")
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
    assert shown.out.endswith("1 article : 1 remarque ; 1 fichier en défaut\n")


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


def test_pictures_and_characters_are_looked_at_before_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("# La crue\n\nUn texte 国 ici.\n\n![Un lac](lac.jpg)\n", encoding="utf-8")
    (tmp_path / "lac.jpg").write_text("<!doctype html><title>404</title>", encoding="utf-8")
    (tmp_path / "x.zip").write_bytes(b"\0")
    (tmp_path / "lexicon.tsv").write_text("sans tabulation\n", encoding="utf-8")
    assert run(monkeypatch, str(tmp_path), "--json") == 0
    told = json.loads(capsys.readouterr().out)["findings"]
    assert {found["code"]: found["place"] for found in told} == {
        "file-skipped": "x.zip", "lexicon-line": "lexicon.tsv:1", "print-glyph": "a.md:3", "image-unreadable": "a.md:5",
    }  # fmt: skip
    assert all(found["hint"] for found in told)


def test_of_several_folders_each_place_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for day in ("lundi", "mardi"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "une.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "mardi" / "b.eml").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, "lundi", "mardi") == 3
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" : ")[0] for line in lines if "[" in line] == ["lundi/une.txt:3", "mardi/une.txt:3"]
    assert lines[-1] == "2 articles : 2 remarques ; 1 fichier en défaut"


def test_each_line_of_advice_for_the_lexicon_answers_its_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Le ZAQXK paie 3/5 du prix. Il voit les fils sous la table. L'IRCGN est là."
    (tmp_path / "une.txt").write_text(f"La crue\n\nUne phrase.\n\n{text}\n\nUne autre.\n", encoding="utf-8")
    run(monkeypatch, str(tmp_path), "--json")
    found = json.loads(capsys.readouterr().out)["findings"]
    lines = [hint.partition("lexicon.tsv : ")[2] for hint in (one["hint"] for one in found)]
    assert len(lines) > 2
    assert all(lines)
    rows = "".join(f"{line.replace('<tabulation>', chr(9))}\n" for line in lines)
    (tmp_path / "lexicon.tsv").write_text(rows, encoding="utf-8")
    assert run(monkeypatch, str(tmp_path)) == 0
    assert capsys.readouterr().out == "1 article : rien à signaler\n"
