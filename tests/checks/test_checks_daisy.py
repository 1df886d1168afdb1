"""Each fault of a DAISY book is found: a good one passes, and each way of breaking it has its finding."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from editions.audio.frames import header
from editions.checks import daisy
from editions.checks.daisy.metadata import TOLD, TOLD_IN_MASTER, TOLD_IN_SMIL
from editions.pipeline import Order, build

ARTICLE = """# Un titre

Une phrase de l'article, assez longue. Puis une autre phrase[^1], aussi longue.

[^1]: Une note, qui est dite à la fin.

## Un intertitre

La fin de l'article.
"""
Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book") / "lundi"
    folder.mkdir()
    (folder / "une.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "deux.txt").write_text("Un autre titre\n\nUne phrase du second article.\n", encoding="utf-8")
    (folder / "edition.toml").write_text('title = "Lundi"\npublisher = "Le Val"\ndate = 2026-11-23\n', "utf-8")
    return build(Order((folder,), folder.parent / "output", ("daisy",), voice="tone")).folder


def broken(good: Path, tmp_path: Path, name: str, change: Change) -> list[str]:
    """Codes of what is found once a file of the book was changed; that its ZIP has another one goes without saying."""
    folder = tmp_path / "lundi"
    shutil.copytree(good, folder)
    path = folder / "daisy" / name
    before = path.read_bytes()
    path.write_bytes(change(before))
    assert path.read_bytes() != before
    return [finding.code for finding in daisy.findings(folder) if finding.code != "daisy-zip"]


def text(pattern: str, replacement: str, count: int = 1) -> Change:
    return lambda data: re.sub(pattern, replacement, data.decode(), count=count).encode()


def longer(data: bytes) -> bytes:
    at = data.rindex(b"clip-end") + len(b'clip-end="npt=')
    return data[:at] + b"9" + data[at:]


def another_rate(data: bytes) -> bytes:
    """The tenth frame with the next bit rate of the table."""
    at = 0
    for _ in range(10):
        at += header(data, at).length
    return data[: at + 2] + bytes([data[at + 2] + 16]) + data[at + 3 :]


LINE = r"<par[^\n]*t003_0002.*\n"
BROKEN: dict[str, tuple[str, str, Change]] = {
    "a clip left out": ("daisy-gap", "003.smil", text(r"<par[^\n]*t003_0003.*\n", "")),
    "the start left out": ("daisy-gap", "003.smil", text("npt=0.001s", "npt=0.500s")),
    "beyond the sound": ("daisy-end", "003.smil", longer),
    "short of the sound": ("daisy-end", "003.smil", text(r"<par[^\n]*\n</seq>", "</seq>")),
    "a passage twice": ("daisy-twice", "003.smil", text("b2s2", "b2s1")),
    "a passage too late": ("daisy-order", "003.smil", text(r"#un-titre-b1s1", "#un-titre-b4s1")),
    "a passage unheard": ("daisy-unheard", "003.smil", text(LINE, "")),
    "a clip without sound": ("daisy-clip", "003.smil", text(r"<audio.*?/>", "")),
    "a clip without length": ("daisy-clip", "003.smil", text(r'clip-end="npt=[\d.]+s"', 'clip-end="npt=0.001s"')),
    "a passage that is not there": ("daisy-link", "003.smil", text("#un-titre-b1s1", "#nulle-part")),
    "a text that is not there": ("daisy-link", "003.smil", text("003.html", "009.html", 99)),
    "a sound that is not there": ("daisy-link", "003.smil", text("003.mp3", "009.mp3", 99)),
    "sounds of two files": ("daisy-clip", "003.smil", text("003.mp3", "004.mp3")),
    "an entry that leads nowhere": ("daisy-link", "ncc.html", text("#t003_0002", "#t003_0099")),
    "an entry that leads to a par": ("daisy-heading", "ncc.html", text("#t003_0001", "#p003_0001")),
    "an entry that leads to no heading": ("daisy-heading", "ncc.html", text("#t003_0004", "#t003_0005")),
    "an entry at a wrong place": ("daisy-heading", "ncc.html", text("003.smil#t003_0005", "001.smil#t001_0001")),
    "a level skipped": ("daisy-heading", "ncc.html", text("<h2(.*)</h2>", r"<h3\1</h3>", 2)),
    "no title": ("daisy-heading", "ncc.html", text(' class="title"', "")),
    "a start without heading": ("daisy-heading", "ncc.html", text(r"<h1.*t003_0001.*\n", "")),
    "a time of a SMIL": ("daisy-time", "003.smil", text(r'InThisSmil" content="\d\d', 'InThisSmil" content="01')),
    "an elapsed time": ("daisy-time", "003.smil", text(r'ElapsedTime" content="\d\d', 'ElapsedTime" content="01')),
    "the duration of a SMIL": ("daisy-time", "003.smil", text('dur="', 'dur="1')),
    "the total time": ("daisy-time", "ncc.html", text(r'totalTime" content="\d\d', 'totalTime" content="01')),
    "the time of the master": ("daisy-time", "master.smil", text(r'Smil" content="\d\d', 'Smil" content="01')),
    "the entries": ("daisy-count", "ncc.html", text(r'tocItems" content="', 'tocItems" content="1')),
    "the files": ("daisy-count", "ncc.html", text(r'files" content="', 'files" content="1')),
    "the size": ("daisy-count", "ncc.html", text(r'kByteSize" content="', 'kByteSize" content="1')),
    "the depth": ("daisy-count", "ncc.html", text(r'depth" content="', 'depth" content="1')),
    "the pages": ("daisy-count", "ncc.html", text(r'pageNormal" content="', 'pageNormal" content="1')),
    "the kind": ("daisy-count", "ncc.html", text("audioFullText", "audioNcc")),
    "the format": ("daisy-metadata", "ncc.html", text("Daisy 2.02", "Daisy 3")),
    "a rate that varies": ("daisy-sound", "003.mp3", another_rate),
    "tags before the sound": ("daisy-sound", "003.mp3", lambda data: b"ID3\x04\x00\x00\x00\x00\x00\x00" + data),
    "tags behind the sound": ("daisy-sound", "003.mp3", lambda data: data + b"TAG".ljust(128)),
    "what is no sound": ("daisy-sound", "003.mp3", lambda data: data + b"rien de plus"),
    "no XML": ("daisy-unreadable", "003.html", text("</h1>", "")),
    "no MP3": ("daisy-unreadable", "003.mp3", lambda data: b"rien"),
    "a time that is none": ("daisy-unreadable", "003.smil", text("npt=0.001s", "npt=0,001s")),
}  # fmt: skip


def test_a_good_book_passes(good: Path) -> None:
    assert daisy.findings(good) == []


@pytest.mark.parametrize("how", BROKEN)
def test_each_fault_is_found(how: str, good: Path, tmp_path: Path) -> None:
    code, name, change = BROKEN[how]
    assert code in broken(good, tmp_path, name, change)


LACKING = [
    *(("ncc.html", name) for name in TOLD),
    *(("003.smil", name) for name in TOLD_IN_SMIL),
    *(("master.smil", name) for name in TOLD_IN_MASTER),
]


@pytest.mark.parametrize("place, name", LACKING, ids=lambda part: part)
def test_each_entry_of_the_metadata_is_missed(place: str, name: str, good: Path, tmp_path: Path) -> None:
    found = broken(good, tmp_path, place, text(rf'<meta name="{name}"[^>]*/>\n', ""))
    assert "daisy-metadata" in found


def test_a_missing_file_is_found(good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lundi"
    shutil.copytree(good, folder)
    (folder / "daisy" / "master.smil").unlink()
    (finding,) = [one for one in daisy.findings(folder) if one.code == "daisy-unreadable"]
    assert finding.place == "daisy/master.smil"


@pytest.mark.parametrize("how", ["one file less", "in a folder", "no ZIP"])
def test_the_zip_has_the_files_of_the_folder(how: str, good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lundi"
    shutil.copytree(good, folder)
    path = folder / "lundi-daisy.zip"
    files = sorted((folder / "daisy").iterdir())
    with ZipFile(path, "w") as archive:
        for file in files[1:] if how == "one file less" else files:
            archive.write(file, f"daisy/{file.name}" if how == "in a folder" else file.name)
    if how == "no ZIP":
        path.write_bytes(b"rien")
    assert [finding.code for finding in daisy.findings(folder)] == ["daisy-zip"]
