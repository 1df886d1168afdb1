"""ID3v2.3 tags: what players show, and the chapters of an edition.

Version 2.3, not 2.4: car radios and talking-book players read it. Chapters are CHAP frames gathered by one CTOC (ID3v2
Chapter Frame Addendum); players pass over chapters whose table has no title.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from io import BytesIO

LANGUAGE = "fra"
MOST_ENTRIES = 255
"""Of one table: their number is a byte."""
_UNKNOWN = 0xFFFFFFFF
"""Byte offsets of a chapter that are not told; its times hold."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; times in seconds."""

    title: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tags:
    """What one file says of itself."""

    title: str
    artist: str
    album: str
    comment: str
    date: Date | None = None
    track: tuple[int, int] | None = None
    """Number and how many there are."""
    lyrics: str = ""
    cover: bytes = b""
    """PNG or JPEG."""
    chapters: Sequence[Chapter] = ()
    """At most ``MOST_ENTRIES``: see ``chapters``."""


def tag(tags: Tags) -> bytes:
    """The whole tag, to be put before the first frame; without padding, the same bytes for the same tags."""
    from mutagen import id3

    frames = id3.ID3()
    for kind, text in (
        (id3.TIT2, tags.title),
        (id3.TPE1, tags.artist),
        (id3.TALB, tags.album),
        (id3.TPE2, tags.artist),
    ):
        if text:
            frames.add(kind(encoding=1, text=text))
    frames.add(id3.TLAN(encoding=0, text=LANGUAGE))
    frames.add(id3.TCON(encoding=0, text="Speech"))
    frames.add(id3.COMM(encoding=1, lang=LANGUAGE, desc="", text=tags.comment))
    if tags.date:
        frames.add(id3.TYER(encoding=0, text=f"{tags.date:%Y}"))
        frames.add(id3.TDAT(encoding=0, text=f"{tags.date:%d%m}"))
    if tags.track:
        frames.add(id3.TRCK(encoding=0, text=f"{tags.track[0]}/{tags.track[1]}"))
    if tags.lyrics:
        frames.add(id3.USLT(encoding=1, lang=LANGUAGE, desc="", text=tags.lyrics))
    if tags.cover:
        mime = "image/png" if tags.cover.startswith(b"\x89PNG") else "image/jpeg"
        frames.add(id3.APIC(encoding=0, mime=mime, type=3, desc="", data=tags.cover))
    _add_chapters(frames, tags)
    out = BytesIO()
    frames.save(out, v1=0, v2_version=3, padding=lambda info: 0)
    return _chapters_in_order(out.getvalue())


def _chapters_in_order(data: bytes) -> bytes:
    """The tag with its chapters last, by their start: mutagen writes short frames first, and players list as they come.

    A frame of ID3v2.3 has ten bytes of header, with its size from the fifth (3.3 of the standard); in a chapter follow
    an id that ends with a zero, then the start (Chapter Frame Addendum, 3.1).
    """
    others, chapters = [data[:10]], []
    at = 10
    while at < len(data):
        end = at + 10 + int.from_bytes(data[at + 4 : at + 8], "big")
        frame = data[at:end]
        if frame.startswith(b"CHAP"):
            start = frame.index(b"\0", 10) + 1
            chapters.append((frame[start : start + 4], frame))
        else:
            others.append(frame)
        at = end
    return b"".join([*others, *(frame for _, frame in sorted(chapters))])


def _add_chapters(frames: "object", tags: Tags) -> None:
    from mutagen import id3

    if not tags.chapters:
        return
    assert isinstance(frames, id3.ID3)
    names = [f"chp{index}" for index in range(len(tags.chapters))]
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    contents = [id3.TIT2(encoding=1, text=tags.title)]
    frames.add(id3.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=contents))
    for name, chapter in zip(names, tags.chapters, strict=True):
        frames.add(
            id3.CHAP(
                element_id=name,
                start_time=round(chapter.start * 1000),
                end_time=round(chapter.end * 1000),
                start_offset=_UNKNOWN,
                end_offset=_UNKNOWN,
                sub_frames=[id3.TIT2(encoding=1, text=chapter.title)],
            )
        )
