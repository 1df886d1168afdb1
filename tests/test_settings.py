"""Settings come from edition.toml, then from the options; a mistake names its key."""

import errno
import pickle
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from editions.audio.settings import AudioSettings
from editions.errors import Mistakes, UsageError
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


WRONG = """\
title = Le Val
date = "demain"
publisher = 'Les Journaux'
titel = "x"

[audio]
opening-text = '''
speed = 3
'''
speed = 1000
credits = "non"

[print]
size = 20,5
leading = 9
measure = [12]
"""


def test_all_mistakes_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Mistakes) as caught:
        settings_of(tmp_path, WRONG)
    told = [str(mistake).removeprefix(f"{tmp_path}/") for mistake in caught.value.each]
    assert told == [
        "edition.toml:1 : un texte s'écrit entre guillemets droits : Le Val",
        'edition.toml:2 : « date » n\'a pas la bonne forme : "demain"',
        "edition.toml:4 : réglage inconnu « titel »",
        "edition.toml:10 : « audio.speed » est hors des bornes : 1000",
        'edition.toml:11 : « audio.credits » n\'a pas la bonne forme : "non"',
        "edition.toml:14 : un nombre s'écrit avec un point, pas une virgule : « 20,5 »",
        "edition.toml:15 : « print.leading » est hors des bornes : 9.0",
        "edition.toml:16 : « print.measure » n'a pas la bonne forme : une liste",
    ]
    assert all(mistake.hint for mistake in caught.value.each)


def test_mistakes_pickle_as_they_are() -> None:
    mistakes = Mistakes((UsageError("un", "a", "x:1"), UsageError("deux", "", "x:2")))
    again = pickle.loads(pickle.dumps(mistakes))
    assert list(map(str, again.each)) == ["x:1 : un", "x:2 : deux"]
    assert str(again) == "x:1 : un"


def test_what_is_not_needed_today_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text("[print]\nsize = 400\n[audio]\nspeed = 140\n", encoding="utf-8")
    settings = load(tmp_path, SECTIONS, needed=(AudioSettings,))
    assert settings.of(AudioSettings).speed == 140
    assert settings.of(PrintSettings) == PrintSettings()
    assert [str(mistake) for mistake in settings.mistakes] == [
        f"{tmp_path / 'edition.toml'}:2 : « print.size » est hors des bornes : 400.0"
    ]
    with pytest.raises(UsageError):
        load(tmp_path, SECTIONS)


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
