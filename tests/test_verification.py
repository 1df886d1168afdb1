"""``editions verify``: a good edition passes, each kind of damage is named, the outcome is in ``edition.json``."""

import errno
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from editions import verification
from editions.checks.pdf import verapdf
from editions.commands.verify import command
from editions.errors import UsageError
from editions.pipeline import Order, build


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(verapdf, "jar", lambda: None)  # the validator has its own, slow, test
    article = tmp_path / "une.txt"
    article.write_text("Un titre\n\nUne phrase de l'article, puis une autre.\n", encoding="utf-8")
    (built,) = [build(Order((article,), tmp_path / "output", ("pdf", "press")))]
    return built.folder


def codes(folder: Path) -> set[str]:
    return {finding.code for finding in verification.verify(folder).findings}


def test_a_good_edition_passes(made: Path) -> None:
    verified = verification.verify(made)
    assert verified.findings == ()
    assert verified.checks[0] == "files"
    assert "pdf" in verified.checks
    assert "pdf" in verified.absent
    values = json.loads((made / "edition.json").read_text(encoding="utf-8"))
    assert values["verified"]["findings"] == []
    assert values["verified"]["validators"] == []
    assert values["title"]


def test_verifying_twice_gives_the_same_bytes(made: Path) -> None:
    verification.verify(made)
    first = (made / "edition.json").read_bytes()
    assert verification.verify(made).findings == ()
    assert (made / "edition.json").read_bytes() == first


def test_a_missing_file_and_a_changed_one(made: Path) -> None:
    (made / "print" / "job-ticket.txt").write_text("réduire à 80 %", encoding="utf-8")
    (made / "print" / "press.pdf").unlink()
    assert codes(made) == {"file-changed", "file-missing", "web-link"}


def test_a_broken_pdf_is_named_by_the_command(made: Path) -> None:
    path = made / "print" / "large-print.pdf"
    path.write_bytes(path.read_bytes()[:2000])
    result = CliRunner().invoke(command, [str(made.parent)], standalone_mode=False)
    assert result.return_value == 6
    assert "print/large-print.pdf" in result.stdout
    assert "[pdf-unreadable]" in result.stdout
    assert "2 défauts" in result.stdout


def test_json_for_machines(made: Path) -> None:
    result = CliRunner().invoke(command, ["--json", str(made)], standalone_mode=False)
    assert result.return_value == 0
    (values,) = json.loads(result.stdout)
    assert values["findings"] == []


def test_an_unreadable_manifest(made: Path) -> None:
    (made / "edition.json").write_text("{", encoding="utf-8")
    assert codes(made) == {"edition-json"}


def test_a_folder_without_edition(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="aucune édition"):
        verification.editions_in(tmp_path)


def test_what_is_of_an_older_text_is_named_with_the_command_that_renews_it(made: Path) -> None:
    article = made.parents[1] / "une.txt"
    article.write_text("Un titre\n\nUne autre phrase.\n", encoding="utf-8")
    build(Order((article,), made.parent, ("pdf",)))
    assert verification.verify(made).outdated == ("press",)
    result = CliRunner(mix_stderr=False).invoke(command, [str(made)], standalone_mode=False)
    assert result.return_value == 0
    assert result.stderr.splitlines()[0].endswith(
        f"plus à jour : press. Pour les refaire : editions build CHEMIN --to press -o {made.parent}"
    )


def test_the_folder_of_an_edition_is_named_where_it_is_known(made: Path) -> None:
    folder = made.parents[1] / "ailleurs" / "lundi"
    folder.mkdir(parents=True)
    for text in ("Une phrase.", "Une autre phrase."):
        (folder / "une.txt").write_text(f"Un titre\n\n{text}\n", encoding="utf-8")
        built = build(Order((folder,), made.parent, ("pdf", "press") if text == "Une phrase." else ("pdf",)))
    result = CliRunner(mix_stderr=False).invoke(command, [str(built.folder)], standalone_mode=False)
    assert f"editions build {folder.resolve()} --to press" in result.stderr


def test_on_a_disk_that_cannot_be_written_the_verdict_is_told_all_the_same(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "write_text", refuse)
    verified = verification.verify(made)
    assert (verified.findings, verified.unwritten) == ((), "disque en lecture seule")
