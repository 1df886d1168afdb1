"""The podcast: what readers of feeds see of it, as articles and as one edition; what it says of itself."""

import io
import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from editions import settings as house
from editions.checks import podcast as checks
from editions.markup import known
from editions.model import Edition
from editions.outputs.podcast import addresses, episodes, feed
from editions.outputs.podcast.settings import PodcastSettings
from tests.conftest import missing
from tests.outputs.podcast_editions import ADDRESS, FEED, NS, TITLE, edition, published, told

legal = st.characters(codec="utf-8", exclude_characters="\r")
OF_PODCASTPARSER = b"https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
"""The other name of the same namespace, the only one that podcastparser 0.6.11 knows."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("podcast")
    more = f'address = "{ADDRESS}/"\nemail = "redaction@journal.example"\nlicense = "cc-by-4.0"\n'
    return published(edition(folder / "articles", more=more), folder / "out").folder


def seconds(folder: Path) -> list[int]:
    """Of opening and articles, as they were measured."""
    values = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    return [round(one["sound"]["seconds"]) for one in (values["opening"], *values["articles"])]


def test_our_own_checks_have_nothing_to_say(made: Path) -> None:
    assert checks.findings(made) == []


def test_feedparser_sees_all_episodes(made: Path) -> None:
    import feedparser

    seen = feedparser.parse((made / "podcast" / "feed.xml").read_bytes())
    assert not seen.bozo
    assert (seen.feed.title, seen.feed.language, seen.feed.author) == ("Le Val", "fr-fr", "Journaux du Val")
    assert seen.feed.image.href == f"{ADDRESS}/podcast/cover.png"
    assert [entry.title for entry in seen.entries][1:] == [TITLE, "Le pont est ouvert"]
    assert [int(entry.itunes_duration) for entry in seen.entries] == seconds(made)
    for entry in seen.entries:
        (enclosure,) = entry.enclosures
        place = made / enclosure.href.removeprefix(f"{ADDRESS}/lundi/")
        assert int(enclosure.length) == place.stat().st_size
        assert enclosure.type == "audio/mpeg"
        assert entry.podcast_transcript["type"] == "text/vtt"
        assert not entry.guidislink
    assert seen.entries[1].podcast_chapters["url"].endswith("/lundi/podcast/chapters/01-le-b-marche-b-ses-halles.json")
    assert "podcast_chapters" not in seen.entries[2]


def test_podcastparser_sees_all_episodes(made: Path) -> None:
    import podcastparser

    content = (made / "podcast" / "feed.xml").read_bytes()
    assert NS["podcast"].encode() in content
    seen = podcastparser.parse(FEED, io.BytesIO(content.replace(NS["podcast"].encode(), OF_PODCASTPARSER)))
    assert (seen["title"], seen["cover_url"]) == ("Le Val", f"{ADDRESS}/podcast/cover.png")
    assert seen["itunes_owner"] == {"name": "Journaux du Val", "email": "redaction@journal.example"}
    assert (seen["explicit"], seen["type"], seen["itunes_categories"]) == (False, "episodic", [["News", "Daily News"]])
    episodes = sorted(seen["episodes"], key=lambda episode: -episode["published"])
    assert episodes == seen["episodes"]
    assert [episode["total_time"] for episode in episodes] == seconds(made)
    assert len({episode["guid"] for episode in episodes}) == 3
    for episode in episodes:
        (enclosure,) = episode["enclosures"]
        assert enclosure["url"].startswith(f"{ADDRESS}/lundi/audio/0")
        assert enclosure["file_size"] == (made / enclosure["url"].removeprefix(f"{ADDRESS}/lundi/")).stat().st_size
        assert episode["transcript_url"].endswith(".vtt")
        assert (made / episode["transcript_url"].removeprefix(f"{ADDRESS}/lundi/")).is_file()
    assert episodes[1]["chapters_json_url"].startswith(f"{ADDRESS}/lundi/podcast/chapters/01-")


def test_a_parser_of_podcasting_2_sees_all_of_it(made: Path, tool: Callable[[str], str]) -> None:
    node, script = tool("node"), Path(__file__).with_name("podcast_in_a_parser.cjs")
    if subprocess.run([node, "-e", "require.resolve('podcast-partytime')"], capture_output=True).returncode:
        missing("Node.js does not find podcast-partytime: install it by npm and set NODE_PATH")
    feed = str(made / "podcast" / "feed.xml")
    run = subprocess.run([node, str(script), feed], capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout)
    assert {name for names in seen["pc20support"].values() for name in names} == {
        "chapters", "guid", "license", "locked", "medium", "person", "transcript"
    }  # fmt: skip
    assert (seen["title"], seen["guid"], seen["pubsub"]["self"]) == ("Le Val", addresses.guid(FEED), FEED)
    assert [item["duration"] for item in seen["items"]] == seconds(made)
    assert [item["title"] for item in seen["items"]] == told(made, "item/title")
    for item in seen["items"]:
        kinds = {transcript["type"] for transcript in item["podcastTranscripts"]}
        assert kinds == {"application/srt", "text/vtt"}, "its names of x-subrip and vtt"
    assert [("podcastChapters" in item, "podcastPeople" in item) for item in seen["items"]] == [
        (False, False), (True, True), (False, False)
    ]  # fmt: skip


def test_chapters_are_those_of_the_mp3(made: Path) -> None:
    from mutagen.id3 import ID3

    (path,) = (made / "podcast" / "chapters").glob("*.json")
    listed = json.loads(path.read_text(encoding="utf-8"))
    tags = ID3(next((made / "audio").glob("01-*.mp3")))
    assert listed["version"] == "1.2.0"
    assert [(one["title"], round(one["startTime"] * 1000)) for one in listed["chapters"]] == [
        (frame.sub_frames["TIT2"].text[0], frame.start_time)
        for frame in sorted(tags.getall("CHAP"), key=lambda frame: frame.start_time)
    ]


def test_what_it_says_of_itself(made: Path) -> None:
    assert told(made, "podcast:guid") == [addresses.guid(FEED)]
    assert told(made, "podcast:locked/@owner") == ["redaction@journal.example"]
    assert told(made, "podcast:license") == ["cc-by-4.0"]
    assert told(made, "item/podcast:person") == ["Marie Le Goff"]
    assert told(made, "copyright") == ["© 2026 Journaux du Val"]
    assert told(made, "item/title")[0] == "Sommaire, lundi 23 novembre 2026"
    moments = [parsedate_to_datetime(one) for one in told(made, "item/pubDate")]
    assert moments == [datetime(2026, 11, 23, 0, minute, tzinfo=UTC) for minute in (2, 1, 0)]
    assert told(made, "item/pubDate")[0] == "Mon, 23 Nov 2026 00:02:00 +0000"


def test_nothing_of_an_article_becomes_markup(made: Path) -> None:
    assert told(made, "item/title")[1] == TITLE
    html = etree.HTML(told(made, "item/description")[1])
    assert html.find(".//script") is None
    assert "Un chapeau avec <script>alert(1)</script> dedans." in [p.text for p in html.iter("p")]


def test_the_picture_is_what_apple_wants(made: Path) -> None:
    with Image.open(made / "podcast" / "cover.png") as picture:
        assert (picture.size, picture.mode, picture.format) == ((3000, 3000), "RGB", "PNG")
        dark = sum(picture.convert("L").resize((300, 300)).histogram()[:64]) / 90_000
    assert 0.03 < dark < 0.3
    assert (made / "podcast" / "cover.png").stat().st_size < 512_000


def test_the_same_bytes_from_another_folder(made: Path, tmp_path: Path) -> None:
    place = tmp_path / "autre" / "lundi"
    shutil.copytree(made.parent.parent / "articles" / "lundi", place)
    again = published(place, tmp_path / "out", jobs=1).folder
    for path in sorted(made.rglob("*")):
        if path.is_file():
            assert (again / path.relative_to(made)).read_bytes() == path.read_bytes(), path


def test_a_corrected_title_does_not_make_another_episode(made: Path, tmp_path: Path) -> None:
    place = tmp_path / "lundi"
    shutil.copytree(made.parent.parent / "articles" / "lundi", place)
    (place / "02-pont.txt").write_text("Le pont a rouvert\n\nOn y passe à vélo.\n", encoding="utf-8")
    assert told(published(place, tmp_path / "out").folder, "item/guid") == told(made, "item/guid")


def test_the_whole_edition_as_one_episode(tmp_path: Path) -> None:
    more = f'address = "{ADDRESS}"\nepisodes = "edition"\n'
    folder = published(edition(tmp_path / "articles", more=more), tmp_path / "out").folder
    assert checks.findings(folder) == []
    assert told(folder, "item/title") == ["Le Val, lundi 23 novembre 2026"]
    assert told(folder, "item/enclosure/@url") == [f"{ADDRESS}/lundi/audio/edition.mp3"]
    assert told(folder, "item/podcast:transcript/@url") == [
        f"{ADDRESS}/lundi/captions/edition.srt", f"{ADDRESS}/lundi/captions/edition.vtt"
    ]  # fmt: skip
    listed = json.loads((folder / "podcast" / "chapters" / "edition.json").read_text(encoding="utf-8"))["chapters"]
    assert [one["title"] for one in listed] == ["Sommaire", TITLE, "Le pont est ouvert", "Fin"]


def test_it_brings_the_files_that_it_names(made: Path) -> None:
    assert (made / "audio" / "edition.mp3").is_file()
    assert (made / "captions" / "00-sommaire.vtt").is_file()
    assert not (made / "print").exists()


def test_the_day_is_not_said_twice(tmp_path: Path) -> None:
    place = edition(tmp_path / "articles", more='episodes = "edition"')
    toml = (place / "edition.toml").read_text(encoding="utf-8")
    titled = toml.replace('"Le Val"', '"Le Val du lundi 23 novembre 2026"')
    (place / "edition.toml").write_text(titled, encoding="utf-8")
    assert told(published(place, tmp_path / "out").folder, "item/title") == ["Le Val du lundi 23 novembre 2026"]


@given(st.text(legal, min_size=1), st.text(legal))
def test_any_words_are_read_back(title: str, words: str) -> None:
    one = episodes.Episode(
        "urn:a", title, (words,), words, "audio/01.mp3", 1, 2, "2026-11-23T00:00:00+00:00", (), "podcast/a&b.json"
    )
    whole = Edition("lundi", title, words, None, "fr-FR", ())
    shown = PodcastSettings(address=ADDRESS, description=words)
    text = feed.written(whole, shown, "cover.png", [("lundi", [one])])
    read = etree.fromstring(text.encode())
    as_xml = known(title)
    assert [found.text for found in read.iter("title")] == [as_xml] * 3
    assert (
        read.xpath("string(channel/item/podcast:chapters/@url)", namespaces=NS) == f"{ADDRESS}/lundi/podcast/a&b.json"
    )


def test_an_edition_without_sound_has_no_feed(tmp_path: Path) -> None:
    from editions.outputs import podcast
    from tests.spoken_articles import article, publication

    mute = publication([article("a", "Une phrase.")], {})
    assert podcast.render(mute, tmp_path, house.Settings()) == []
    assert podcast.findings(mute, house.Settings()) == []
