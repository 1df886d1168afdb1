import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from editions import settings
from editions.commands import explain
from editions.commands.explain import command
from editions.errors import ArticleError, UsageError


def run(*options: str, text: str | bytes = "") -> Result:
    return CliRunner(mix_stderr=False).invoke(command, list(options), input=text)


def test_spoken_is_one_line_for_each_line() -> None:
    result = run("--spoken", text="35kg\n\n  \nM. X. Il dort.\r\nfin sans retour")
    assert result.stdout.split("\n") == [
        "trente-cinq kilogrammes", "", "  ", "monsieur X. Il dort.", "fin sans retour", "",
    ]  # fmt: skip


@pytest.mark.parametrize("char", ["\u2028", "\x85", "\v", "\f", "\x1c", "\r"])
def test_other_line_breaks_do_not_make_lines(char: str) -> None:
    assert run("--spoken", text=f"un{char}deux\ntrois\n").stdout.split("\n") == ["un deux", "trois", ""]


def test_bytes_that_are_no_utf8_are_told_and_the_line_is_said() -> None:
    result = run("--spoken", text=b"\xef\xbb\xbf21 \xe9t\xe9s\n12\n")
    assert result.stdout.split("\n")[1] == "douze"
    assert result.stdout.startswith("vingt et un")
    assert "stdin:1" in result.stderr


def test_ipa_is_one_line_of_sounds_for_each_line() -> None:
    result = run("--ipa", text="Le jury vécut 3 ans.\n\nGirls band. Oui\n")
    assert result.stdout.split("\n") == ["lə- ʒyʁˈi vekˈy tʁwˈaz ˈɑ̃", "", "(en)ɡˈɜːlz(fr) bˈɑ̃d wˈi", ""]


def test_ipa_of_another_voice_or_of_one_that_cannot_tell() -> None:
    assert run("--ipa", "--voice", "espeak:fr-be", text="Oui").stdout == "wˈi\n"
    refused = run("--ipa", "--voice", "tone", text="Oui").exception
    assert isinstance(refused, UsageError)
    assert "espeak" in refused.hint


def test_json_has_spans_rule_confidence_and_alternatives() -> None:
    text = "Il a 3/5, le 3 mai.\nRien"
    lines = json.loads(run("--json", text=text).stdout)
    assert [line["source"] for line in lines] == text.split("\n")
    first = lines[0]
    assert "".join(reading["source"] for reading in first["readings"]) == first["source"]
    assert "".join(reading["spoken"] for reading in first["readings"]) == first["spoken"]
    fraction = next(reading for reading in first["readings"] if reading["rule"] == "fractions")
    assert (fraction["start"], fraction["end"], fraction["source"]) == (5, 8, "3/5")
    assert fraction["confidence"] < 0.7
    assert fraction["alternatives"] == ["trois cinquièmes"]
    assert lines[1]["readings"][0]["rule"] == "plain"


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(run("--json", text="").stdout) == []


def test_table_shows_written_spoken_rule_and_doubt_without_colour_in_a_pipe() -> None:
    output = run(text="Il a eu 3/5 hier.\n").stdout
    assert "3/5" in output
    assert "→  trois sur cinq" in output
    assert "fractions" in output
    assert "ou : trois cinquièmes" in output
    assert "douteux" in output
    assert "\x1b" not in output


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in run(text="a\x1b[31m12\n").stdout


def test_a_file_is_read_as_an_article_and_a_pipe_line_by_line(tmp_path: Path) -> None:
    text = "Rugby, Fédérale 2. Mêlée, pénalité, essai, pilier, talonneur, drop, maul, ruck.\nCJ : Abadie.\n"
    article = tmp_path / "a.txt"
    article.write_text(text, encoding="utf-8")
    assert run("--spoken", str(article)).stdout.splitlines()[1] == "carton jaune : Abadie."
    assert run("--spoken", text=text).stdout.splitlines()[1] == "C J : Abadie."


def test_file_language_and_lexicon(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("95 Sées\n", encoding="utf-8")
    words = tmp_path / "lexicon.tsv"
    words.write_text("Sées\tsé\n", encoding="utf-8")
    result = run(str(article), "--spoken", "--language", "fr-BE", "--lexicon", str(words))
    assert result.stdout == "nonante-cinq sé\n"


def test_languages_are_those_of_the_settings() -> None:
    assert explain.LANGUAGES == settings.LANGUAGES


def test_a_missing_file_is_an_article_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "editions", "explain", str(tmp_path / "none.txt")], capture_output=True, text=True
    )
    assert done.returncode == 3
    assert done.stderr.startswith("Erreur : ")


def test_the_filter_answers_each_line_before_the_next_comes() -> None:
    """As in a pipe that stays open: the first answer comes while the second line is not yet written."""
    process = subprocess.Popen(
        [sys.executable, "-m", "editions", "explain", "--spoken"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        for written, said in (("12\n", "douze\n"), ("21 voix\n", "vingt et une voix\n")):
            process.stdin.write(written)
            process.stdin.flush()
            assert process.stdout.readline() == said
        process.stdin.close()
        assert process.wait(timeout=20) == 0


PAGE = "Accueil\n\nOrne\n\nLe pont de Rance rouvre\n\nLe pont fut fermé un an. Il rouvre.\n\nPartager\n\n- un\n- deux\n"


def test_roles_are_one_line_for_each_block_and_each_line_left_out(tmp_path: Path) -> None:
    (tmp_path / "une.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "deux.html").write_text("<title>x</title><h1>Un<br>titre</h1><p>Du texte.</p>", encoding="utf-8")
    assert run("--roles", str(tmp_path / "une.txt")).stdout.splitlines() == [
        "furniture\tAccueil",
        "section\tOrne",
        "title\tLe pont de Rance rouvre",
        "lede\tLe pont fut fermé un an. Il rouvre.",
        "furniture\tPartager",
        "item\t- un",
        "item\t- deux",
    ]
    assert run("--roles", str(tmp_path)).stdout.splitlines()[:2] == ["title\tUn titre", "paragraph\tDu texte."]
    (tmp_path / "edition.toml").write_text('furniture = "keep"\n', encoding="utf-8")
    assert "furniture" not in run("--roles", str(tmp_path / "une.txt")).stdout


def test_a_question_is_a_heading_and_a_running_head_is_furniture(tmp_path: Path) -> None:
    page = [
        "L'Écho • 12 juin 2025 • 8", "Le phare rouvre", "Propos recueillis par Anne Roy", "Il jouera en mai.",
        "D'où vient ce texte ?", "D'une lettre. Elle avait cent ans.", "Et vous ?", "Moi, je lis. Je lis beaucoup.",
    ]  # fmt: skip
    (tmp_path / "une.txt").write_text("\n\n".join(page), encoding="utf-8")
    told = [line.partition("\t")[0] for line in run("--roles", str(tmp_path / "une.txt")).stdout.splitlines()]
    assert told == ["furniture", "title", "byline", "lede", *["heading", "paragraph"] * 2]


def test_roles_tell_lines_as_they_are_written(tmp_path: Path) -> None:
    """Belgian and Swiss papers set no blank before « : » and « ? »: the editor finds the line that was pasted."""
    page = "Grève sur le rail: un train sur deux\n\nEt maintenant? «Rien», dit-elle. On attend.\n\nElle attend.\n"
    (tmp_path / "une.txt").write_text(page, encoding="utf-8")
    assert run("--roles", str(tmp_path / "une.txt")).stdout.splitlines() == [
        "title\tGrève sur le rail: un train sur deux",
        "lede\tEt maintenant? «Rien», dit-elle. On attend.",
        "paragraph\tElle attend.",
    ]


def test_roles_show_the_signs_that_are_no_part_of_the_text(tmp_path: Path) -> None:
    body = "Il fut fermé en mai. Il rouvre."
    lines = ["Le pont rouvre", body, "- Reprise -", body, "- lundi\n- mardi", body]
    (tmp_path / "une.txt").write_text("\n\n".join(lines), encoding="utf-8")
    told = run("--roles", str(tmp_path / "une.txt")).stdout.splitlines()
    assert told[2:3] + told[4:6] == ["heading\t- Reprise -", "item\t- lundi", "item\t- mardi"]


def test_roles_of_nothing_are_an_error(tmp_path: Path) -> None:
    result = run("--roles", str(tmp_path / "une.txt"))
    assert isinstance(result.exception, ArticleError)
    assert "introuvable" in str(result.exception)


def test_an_absent_file_is_said_to_be_absent(tmp_path: Path) -> None:
    result = CliRunner(mix_stderr=False).invoke(command, [str(tmp_path / "none.txt")], standalone_mode=False)
    assert isinstance(result.exception, ArticleError)
    assert result.exception.message == "fichier introuvable"
