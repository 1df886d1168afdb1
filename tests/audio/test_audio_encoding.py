"""MP3s whose every position is exact, alone and joined."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import miniaudio
import numpy as np
import pytest
from numpy.typing import NDArray

from editions.audio import concatenation, encoding, frames

Samples = NDArray[np.int16]
KINDS = [(22_050, 64), (24_000, 64), (16_000, 48), (44_100, 96), (22_050, 32), (44_100, 32), (22_050, 160)]


def sound(rate: int, frames: int, pitch: float) -> Samples:
    """A tone that starts and stops, then silence to whole frames."""
    count = frames * 1152
    wave = np.sin(np.arange(count) * (2 * np.pi * pitch / rate)) * 9_000
    wave[: rate // 10] = 0
    wave[-rate // 2 :] = 0
    tone: Samples = wave.astype(np.int16)
    return tone


def whole(stream: frames.Stream) -> bytes:
    return b"".join(frames.with_header(stream))


def decoded(path: Path, tool: Callable[[str], str]) -> Samples:
    """By mpg123, which obeys the delay and padding that the header tells."""
    run = subprocess.run([tool("mpg123"), "-q", "-s", str(path)], check=True, capture_output=True)
    return np.frombuffer(run.stdout, "<i2")


def onset(samples: Samples) -> int:
    return int(np.flatnonzero(np.abs(samples.astype(int)) > 1_500)[0])


@pytest.mark.parametrize("rate, bitrate", KINDS)
def test_a_file_decodes_to_exactly_its_samples_in_their_place(
    rate: int, bitrate: int, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    original = sound(rate, 60, 440)
    stream = encoding.encode([original[:5_000], original[5_000:]], rate, bitrate)
    path = tmp_path / "a.mp3"
    path.write_bytes(whole(stream))
    heard = decoded(path, tool)
    assert len(heard) == len(original) == stream.samples
    assert abs(onset(heard) - onset(original)) <= 0.002 * rate
    middle = slice(rate // 2, rate)
    shifts = {
        shift: np.corrcoef(original[middle], heard[middle.start + shift : middle.stop + shift])[0, 1]
        for shift in (-2, -1, 0, 1, 2)
    }
    assert max(shifts, key=lambda shift: shifts[shift]) == 0


@pytest.mark.parametrize("rate, bitrate", KINDS[:2])
def test_joined_files_begin_where_the_one_before_ends(
    rate: int, bitrate: int, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    originals = [sound(rate, frames, pitch) for frames, pitch in ((40, 300), (61, 500), (50, 700))]
    paths = []
    for number, original in enumerate(originals):
        path = tmp_path / f"{number}.mp3"
        path.write_bytes(whole(encoding.encode([original], rate, bitrate)))
        paths.append(path)
    out = io.BytesIO()
    concatenation.joined(paths, [len(original) for original in originals], out)
    (tmp_path / "whole.mp3").write_bytes(out.getvalue())
    heard = decoded(tmp_path / "whole.mp3", tool)
    assert len(heard) == sum(map(len, originals))
    start = 0
    for original in originals:
        part = heard[start : start + len(original)]
        assert abs(onset(part) - onset(original)) <= 0.002 * rate
        start += len(original)
    checked = subprocess.run([tool("mp3val"), str(tmp_path / "whole.mp3")], capture_output=True, text=True).stdout
    assert "CBR" in checked
    assert "garbage" not in checked.lower()


def test_a_recording_that_ends_inside_a_frame_cannot_be_joined(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(whole(encoding.encode([sound(22_050, 30, 300)[:-7]], 22_050, 64)))
    with pytest.raises(ValueError, match="whole frames"):
        concatenation.joined([path, path], [30 * 1152 - 7] * 2, io.BytesIO())


@pytest.mark.parametrize("rate, bitrate", KINDS)
def test_the_header_frame_holds_counts_delay_padding_and_checksum(rate: int, bitrate: int) -> None:
    stream = encoding.encode([sound(rate, 30, 300)], rate, bitrate)
    first = frames.header(stream.data, 0)
    frame = frames.info_frame(stream.data[:4], len(stream.data), stream.frames, stream.samples)
    assert frames.header(frame, 0).length == len(frame)
    start = 4 + first.side
    assert frame[start : start + 4] == b"Info"
    assert int.from_bytes(frame[start + 8 : start + 12], "big") == stream.frames
    assert int.from_bytes(frame[start + 12 : start + 16], "big") == len(stream.data) + len(frame)
    lame = start + 120
    assert frame[lame : lame + 4] == b"LAME"
    delays = int.from_bytes(frame[lame + 21 : lame + 24], "big")
    assert delays >> 12 == frames.DELAY
    assert frames.DELAY + stream.samples + (delays & 4095) == stream.frames * frames.samples_a_frame(rate)
    assert int.from_bytes(frame[lame + 34 : lame + 36], "big") == frames._crc(frame[: lame + 34])


def test_the_checksum_is_crc_16_arc() -> None:
    assert frames._crc(b"123456789") == 0xBB3D


def test_frames_are_counted_as_they_are(tmp_path: Path) -> None:
    for rate, bitrate in KINDS:
        stream = encoding.encode([sound(rate, 77, 300)], rate, bitrate)
        at, count = 0, 0
        while at < len(stream.data):
            at += frames.header(stream.data, at).length
            count += 1
        assert count == stream.frames


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfb", b"ID3\x03", b"\xff\xff\xff\xff", b"\xff\xf3\xf0\x00", b"\xff\xea\x40\xc0"]
)
def test_what_is_no_frame_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no MP3 frame"):
        frames.header(data, 0)


@pytest.mark.parametrize("rate, bitrate", KINDS)
def test_the_decoded_level_is_the_level_before(rate: int, bitrate: int) -> None:
    original = sound(rate, 120, 440)
    data = whole(encoding.encode([original], rate, bitrate))
    heard = np.array(miniaudio.decode(data, nchannels=1, sample_rate=rate).samples, float)
    middle = slice(rate // 4, rate // 4 + rate)  # whole periods
    level = 20 * np.log10(heard[middle].std() / original[middle].astype(float).std())
    assert level == pytest.approx(0, abs=0.03)


def test_the_same_sound_gives_the_same_bytes() -> None:
    made = {whole(encoding.encode([sound(22_050, 40, 300)], 22_050, 64)) for _ in range(3)}
    assert len(made) == 1


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
@pytest.mark.parametrize("bitrate", [32, 48, 64, 96, 160])
def test_the_bytes_of_padding_keep_the_rate_and_change_no_sound(
    rate: int, bitrate: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = encoding.encode([sound(rate, 200, 440)], rate, bitrate)
    seconds = stream.frames * frames.samples_a_frame(rate) / rate
    assert abs(len(stream.data) - seconds * bitrate * 125) < 1
    monkeypatch.setattr(encoding, "_evenly_padded", lambda data, samples: frames.Stream(data, 0, samples))
    raw = encoding.encode([sound(rate, 200, 440)], rate, bitrate)
    pcm = [miniaudio.decode(data, nchannels=1, sample_rate=rate).samples for data in (raw.data, stream.data)]
    assert pcm[0] == pcm[1]
