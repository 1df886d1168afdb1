"""Settings come from edition.toml, then from the options; a mistake names its key."""

import errno
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from editions.audio.settings import AudioSettings
from editions.errors import UsageError
from editions.printing.settings import PrintSettings
from editions.settings import Settings, load, with_options

SECTIONS = (PrintSettings, AudioSettings)


def settings_of(tmp_path: Path, text: str) -> Settings:
    (tmp_path / "edition.toml").write_text(text, encoding="utf-8")
    return load(tmp_path, SECTIONS)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_values_are_read(tmp_path: Path) -> None:
    text = 'title = "L\'Écho"\ndate = 2025-03-14\narticles = ["b.txt", "a.txt"]\n[print]\nsize = 24\n'
    settings = settings_of(tmp_path, text)
    assert settings.title == "L'Écho"
    assert settings.date == date(2025, 3, 14)
    assert settings.articles == ("b.txt", "a.txt")
    assert settings.of(PrintSettings).size == 24.0


def test_options_win_and_those_not_given_change_nothing(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, 'voice = "tone"\n[print]\nsize = 24\n')
    assert with_options(settings, SECTIONS, voice=None, **{"print.size": None}) == settings
    changed = with_options(settings, SECTIONS, voice="espeak", **{"print.size": 18.0})
    assert (changed.voice, changed.of(PrintSettings).size) == ("espeak", 18.0)


@pytest.mark.parametrize(
    "text, word",
    [
        ("titel = 'x'\n", "titel"),
        ("title = 3\n", "title"),
        ("language = 'fr-CA'\n", "fr-CA"),
        ("[print]\nsize = 400\n", "print.size"),
        ("[print]\nsise = 20\n", "print.sise"),
        ("print = 3\n", "[print]"),
        ("articles = 'a.txt'\n", "articles"),
        ("language = 'fr-FR'\ntitle = \n", "edition.toml:2 : réglage illisible"),
        ("title = 'x", "réglage illisible"),
        ("date = 'demain'\n", "date"),
        ("[print]\nsize = 20,5  # points\n", "edition.toml:2 : un nombre s'écrit avec un point"),
        ("title = L'Écho du Val\n", "edition.toml:1 : un texte s'écrit entre guillemets"),
        ("title = « L'Écho »\n", "edition.toml:1 : un texte s'écrit entre guillemets"),
    ],
)
def test_a_mistake_names_its_key_and_its_file(tmp_path: Path, text: str, word: str) -> None:
    with pytest.raises(UsageError) as caught:
        settings_of(tmp_path, text)
    assert word in str(caught.value)
    assert "edition.toml" in str(caught.value)
    assert caught.value.hint or "section" in caught.value.message


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("size = 20,5", "size = 20.5"),
        ("leading = 1,4   # un peu plus", "leading = 1.4"),
        ("letter-spacing=0,12", "letter-spacing = 0.12"),
        ('size = "20,5"', "size = 20.5, sans guillemets"),
        ('size = "24"', "size = 24, sans guillemets"),
        ("font = Luciole.ttf", 'font = "Luciole.ttf"'),
        ("font = “Luciole.ttf”", 'font = "Luciole.ttf"'),
    ],
)
def test_the_line_is_given_as_it_is_to_be_written(tmp_path: Path, line: str, written: str) -> None:
    with pytest.raises(UsageError) as caught:
        settings_of(tmp_path, f'title = "Un, deux"\n[print]\n{line}\n')
    assert caught.value.hint == f"Écrivez : {written}" + ("." if "sans" in written else "")


def test_a_file_of_another_form_of_its_name_is_found(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "Été.ttf")).write_bytes(b"")
    found = settings_of(tmp_path, '[print]\nfont = "Été.ttf"\n').of(PrintSettings).font
    assert Path(found).is_file()


def test_settings_that_may_not_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "edition.toml").write_text("", encoding="utf-8")

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(UsageError, match=r"réglages illisibles \(accès interdit\)"):
        load(tmp_path, SECTIONS)


@pytest.mark.parametrize(
    "line, told",
    [("speed = 20", "audio.speed"), ("pitch = 100", "audio.pitch"), ("bitrate = 65", "audio.bitrate"),
     ("pause_article = 0.0", "audio.pause-article"), ("length_scale = 9.0", "audio.length-scale")],
)  # fmt: skip
def test_sound_settings_have_bounds(tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / "edition.toml").write_text(f"[audio]\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        load(tmp_path, SECTIONS)
