"""Earlier editions of a feed stay in it, as long as they are what they were."""

import json
from pathlib import Path

from lxml import etree

from editions.checks import podcast as checks
from editions.pipeline import Built
from tests.outputs.podcast_editions import ADDRESS, channel, edition, published, told

DAYS = {"dimanche": "2026-11-22", "lundi": "2026-11-23", "mardi": "2026-11-24", "mercredi": "2026-11-25"}


def week(folder: Path, keep: int = 30) -> dict[str, Built]:
    """Four editions of the same feed, one after the other."""
    more = f'address = "{ADDRESS}"\nkeep = {keep}\n'
    return {
        name: published(edition(folder / "articles", name, day, more), folder / "out") for name, day in DAYS.items()
    }


def items(folder: Path) -> list[bytes]:
    return [etree.tostring(item) for item in channel(folder).findall("item")]


def test_earlier_editions_stay_as_they_were_the_latest_first(tmp_path: Path) -> None:
    days = week(tmp_path)
    folders = {name: one.folder for name, one in days.items()}
    assert len(items(folders["dimanche"])) == 3
    assert items(folders["mercredi"])[3:] == items(folders["mardi"])
    assert items(folders["mardi"])[3:] == items(folders["lundi"])
    assert checks.findings(folders["mercredi"]) == []
    again = published(tmp_path / "articles" / "lundi", tmp_path / "out")
    assert len(items(again.folder)) == 6, "what is later is none of its business"


def test_no_more_than_asked_for(tmp_path: Path) -> None:
    last = week(tmp_path, keep=1)["mercredi"].folder
    assert [address.split("/")[4] for address in told(last, "item/enclosure/@url")] == ["mercredi"] * 3 + ["mardi"] * 3


def test_another_newspaper_is_not_mixed_in(tmp_path: Path) -> None:
    one = edition(tmp_path / "articles", "lundi", DAYS["lundi"], 'address = "https://autre.example"')
    other = edition(tmp_path / "articles", "mardi", DAYS["mardi"], f'address = "{ADDRESS}"')
    published(one, tmp_path / "out")
    assert len(items(published(other, tmp_path / "out").folder)) == 3


def test_an_earlier_edition_without_its_files_is_named(tmp_path: Path) -> None:
    week(tmp_path)
    next((tmp_path / "out" / "mardi" / "audio").glob("01-*.mp3")).unlink()
    again = published(tmp_path / "articles" / "mercredi", tmp_path / "out")
    assert [address.split("/")[4] for address in told(again.folder, "item/enclosure/@url")[3:]] == ["lundi"] * 3 + [
        "dimanche"
    ] * 3
    assert ["mardi" in finding.message for finding in again.findings if finding.code == "podcast-earlier"] == [True]


def test_an_edition_json_that_someone_has_changed_does_no_harm(tmp_path: Path) -> None:
    week(tmp_path)
    path = tmp_path / "out" / "mardi" / "edition.json"
    values = json.loads(path.read_text(encoding="utf-8"))
    values["outputs"]["podcast"]["told"]["episodes"][0]["published"] = "hier"
    path.write_text(json.dumps(values), encoding="utf-8")
    (tmp_path / "out" / "lundi" / "edition.json").write_text("{", encoding="utf-8")
    again = published(tmp_path / "articles" / "mercredi", tmp_path / "out")
    assert len(items(again.folder)) == 6
    assert "podcast-earlier" in [finding.code for finding in again.findings]


def test_what_it_told_stays_when_it_is_not_made_again(tmp_path: Path) -> None:
    days = week(tmp_path)
    published(tmp_path / "articles" / "mardi", tmp_path / "out", to=("captions",))
    again = published(tmp_path / "articles" / "mercredi", tmp_path / "out")
    assert items(again.folder)[3:6] == items(days["mardi"].folder)[:3]


def test_without_address_a_placeholder_and_a_warning(tmp_path: Path) -> None:
    first = published(edition(tmp_path / "articles", "lundi", DAYS["lundi"]), tmp_path / "out")
    built = published(edition(tmp_path / "articles", "mardi", DAYS["mardi"]), tmp_path / "out")
    assert [finding.code for finding in first.findings] == ["podcast-address"]
    assert all(address.startswith("https://exemple.invalid/mardi/") for address in told(built.folder, "item//@url"))
    assert len(items(built.folder)) == 3
    assert checks.findings(built.folder) == []


def test_without_date_a_warning_and_nothing_before(tmp_path: Path) -> None:
    more = f'address = "{ADDRESS}"\n'
    published(edition(tmp_path / "articles", "lundi", DAYS["lundi"], more), tmp_path / "out")
    built = published(edition(tmp_path / "articles", "mardi", "", more), tmp_path / "out")
    assert [finding.code for finding in built.findings] == ["podcast-date"]
    assert len(items(built.folder)) == 3
