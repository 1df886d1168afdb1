"""What ``edition.json`` states of the sound is what FFmpeg's meters find in the decoded MP3s."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editions.pipeline import Order, build

Tool = Callable[[str], str]
RATE = 22_050
"""Of eSpeak NG, and of the files then."""
UNE = """La rivière monte encore, 35 km de berges sous l'eau

Le préfet a parlé mardi à 18h05. La cote atteint 2,84 m au pont, 12 cm de plus que la veille.

## Les écoles fermées

Les élèves restent chez eux jusqu'au 9 mars. « Nous attendons », dit la maire. Deux gymnases ont ouvert leurs portes.
"""
DEUX = """Un but suffit

Le club a gagné 1-0 samedi. Il reste troisième, avec 41 points, devant 3 200 spectateurs trempés.
"""


def edition(folder: Path, output: Path) -> tuple[Path, list[dict[str, Any]]]:
    """Where the edition is, and what it states of all that is heard."""
    built = build(Order((folder,), output, to=("mp3",), voice="espeak", jobs=2))
    assert built.failures == ()
    told = json.loads((built.folder / "edition.json").read_text(encoding="utf-8"))
    return built.folder, [told["opening"], *told["articles"], told["ending"]]


def samples(ffmpeg: str, path: Path) -> int:
    """How many samples a decoder gives that obeys the file's own delay and padding."""
    command = [ffmpeg, "-v", "error", "-i", str(path), "-map", "0:a", "-f", "s16le", "-"]
    return len(subprocess.run(command, check=True, capture_output=True).stdout) // 2


def measured(ffmpeg: str, path: Path) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP, by FFmpeg's meter after EBU R 128."""
    meter = "ebur128=peak=true:metadata=1:framelog=verbose,ametadata=print:key=lavfi.r128.I:file=-"
    command = [ffmpeg, "-hide_banner", "-nostats", "-i", str(path), "-map", "0:a", "-af", meter, "-f", "null", "-"]
    run = subprocess.run(command, check=True, capture_output=True)
    summary = run.stderr.decode("utf-8", "replace").rpartition("Summary:")[2]
    peak = re.search(r"Peak:\s+(\S+) dBFS", summary)
    assert peak
    return float(run.stdout.decode().rpartition("lavfi.r128.I=")[2]), float(peak[1])


def compare(ffmpeg: str, folder: Path, articles: list[dict[str, Any]]) -> None:
    """Fails where a statement and a measure differ."""
    total = 0
    for article in articles:
        path = folder / next(name for name in article["files"] if name.endswith(".mp3"))
        stated = article["sound"]
        loudness, peak = measured(ffmpeg, path)
        assert loudness == pytest.approx(stated["loudness"], abs=0.1)
        assert loudness == pytest.approx(-19, abs=0.3)
        assert peak == pytest.approx(stated["true_peak"], abs=0.3)
        assert peak <= -1.5
        count = samples(ffmpeg, path)
        assert round(count / RATE, 3) == stated["seconds"]
        total += count
    assert samples(ffmpeg, folder / "audio" / "edition.mp3") == total


def test_loudness_peak_and_duration_are_those_of_the_files(tmp_path: Path, tool: Tool) -> None:
    ffmpeg = tool("ffmpeg")
    articles = tmp_path / "val"
    articles.mkdir()
    (articles / "01-une.md").write_text(UNE, encoding="utf-8")
    (articles / "02-deux.txt").write_text(DEUX, encoding="utf-8")
    folder, before = edition(articles, tmp_path / "out")
    assert len(before) == 4
    compare(ffmpeg, folder, before)
    # After a correction most of the sound is taken from the cache: what is stated must still be measured.
    (articles / "01-une.md").write_text(UNE.replace("Deux gymnases", "Trois gymnases"), encoding="utf-8")
    folder, after = edition(articles, tmp_path / "out")
    assert after[1]["sound"] != before[1]["sound"]
    assert after[2:] == before[2:]
    compare(ffmpeg, folder, after)
