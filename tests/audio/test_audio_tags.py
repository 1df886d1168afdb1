"""ID3v2.3 tags, read back with another eye."""

import io
import struct
from datetime import date

from mutagen.id3 import ID3

from editions.audio.tags import Chapter, Tags, tag

PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
FULL = Tags(
    title="Crue de l’Orne : « jamais vu »",
    artist="Le Journal",
    album="Édition du 14 mars",
    comment="Voix : espeak:fr",
    date=date(2025, 3, 14),
    track=(3, 12),
    lyrics="Ligne un\nœuvre, €",
    cover=PNG,
    chapters=(Chapter("Un", 0.0, 12.3456), Chapter("Deux — fin", 12.3456, 99.5)),
)


def read(data: bytes) -> ID3:
    return ID3(io.BytesIO(data), translate=False)


def test_it_is_version_2_3_without_padding() -> None:
    data = tag(FULL)
    assert data[:5] == b"ID3\x03\x00"
    size = sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    assert len(data) == size + 10


def test_players_find_what_they_look_for() -> None:
    tags = read(tag(FULL))
    assert str(tags["TIT2"]) == FULL.title
    assert [str(tags[name]) for name in ("TPE1", "TALB", "TRCK", "TYER", "TDAT", "TLAN")] == [
        "Le Journal", "Édition du 14 mars", "3/12", "2025", "1403", "fra",
    ]  # fmt: skip
    assert tags["COMM::fra"].text == ["Voix : espeak:fr"]
    assert tags["USLT::fra"].text == "Ligne un\nœuvre, €"
    cover = tags["APIC:"]
    assert (cover.mime, cover.type, cover.data) == ("image/png", 3, PNG)


def test_chapters_and_their_table_have_titles() -> None:
    tags = read(tag(FULL))
    (table,) = tags.getall("CTOC")
    assert table.child_element_ids == ["chp0", "chp1"]
    assert str(table.sub_frames["TIT2"]) == FULL.title
    chapters = [tags[f"CHAP:{name}"] for name in table.child_element_ids]
    assert [(c.start_time, c.end_time) for c in chapters] == [(0, 12_346), (12_346, 99_500)]
    assert [str(c.sub_frames["TIT2"]) for c in chapters] == ["Un", "Deux — fin"]


def test_text_is_utf_16_as_version_2_3_has_no_utf_8() -> None:
    data = tag(FULL)
    at = data.index(b"TIT2")
    (size,) = struct.unpack(">I", data[at + 4 : at + 8])
    assert data[at + 10] == 1
    assert data[at + 11 : at + 10 + size].decode("utf-16").rstrip("\0") == FULL.title


def test_what_is_not_known_is_left_out_and_the_same_tags_give_the_same_bytes() -> None:
    little = Tags("Titre", "", "", "Voix : tone")
    assert tag(little) == tag(little)
    tags = read(tag(little))
    assert sorted(name[:4] for name in tags) == ["COMM", "TCON", "TIT2", "TLAN"]


def test_one_table_holds_as_many_chapters_as_its_count_can_say() -> None:
    many = Tags("Tout", "", "", "", chapters=[Chapter(f"n° {n}", n, n + 1) for n in range(255)])
    tags = read(tag(many))
    (table,) = tags.getall("CTOC")
    assert table.child_element_ids == [f"chp{n}" for n in range(255)]


def test_chapters_stand_in_the_order_of_the_recording() -> None:
    titles = ["Un titre assez long", "Court", "Un titre d'une tout autre longueur encore", "Bref", "Moyen, celui-ci"]
    chapters = [Chapter(title, 70.0 * index, 70.0 * index + 70) for index, title in enumerate(titles)]
    found = read(tag(Tags("Édition", "", "", "", lyrics="x" * 300, chapters=chapters)))
    assert [str(chapter.sub_frames["TIT2"]) for chapter in found.getall("CHAP")] == titles
    assert str(found["TIT2"]) == "Édition"
    assert found.getall("USLT")[0].text == "x" * 300
