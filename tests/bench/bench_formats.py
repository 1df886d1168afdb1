"""What the listening formats cost: a cold build with them beside one without, in turns, then one changed word.

    python -m tests.bench.bench_formats [ROUNDS] [FOLDER]

The sample edition, or another, with the embedded voice; a fresh cache and a fresh output each time. « without » is what
a newsroom had before: MP3, captions, PDF. Medians of wall and processor seconds and of the largest process, ratios,
bytes that the formats add on the disk.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
BASE = "mp3,captions,pdf,press,booklet"
FORMATS = ("epub", "daisy", "podcast", "web")


def built(articles: Path, work: Path, to: str) -> tuple[float, float, float]:
    """Wall and processor seconds of one build, and the megabytes of its largest process."""
    begun = time.perf_counter()
    environment = {**os.environ, "EDITIONS_CACHE": str(work / "cache"), "EDITIONS_VOICE": "espeak"}
    command = [sys.executable, "-m", "editions", "build", str(articles), "-o", str(work / "out"), "--to", to]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(run.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: {status}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def changed(articles: Path) -> None:
    """One word of the second article is another."""
    path = sorted(path for path in articles.iterdir() if path.suffix in (".txt", ".md"))[1]
    path.write_text(path.read_text(encoding="utf-8").replace(" le ", " ce ", 1), encoding="utf-8")


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Build in turns, print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    source = Path(sys.argv[2]) if len(sys.argv) > 2 else SAMPLE
    cold: dict[str, list[tuple[float, float, float]]] = {"without": [], "with": []}
    again: dict[str, list[tuple[float, float, float]]] = {"without": [], "with": []}
    bytes_of: dict[str, int] = {}
    for _ in range(rounds):
        for name, to in (("without", BASE), ("with", ",".join((BASE, *FORMATS)))):
            with tempfile.TemporaryDirectory() as folder:
                work, articles = Path(folder), Path(folder) / "bocage"
                shutil.copytree(source, articles)
                cold[name].append(built(articles, work, to))
                bytes_of[name] = size(work / "out")
                changed(articles)
                again[name].append(built(articles, work, to))
    for label, figures in (("cold", cold), ("one word", again)):
        for name, pairs in figures.items():
            wall, cpu, memory = (statistics.median(pair[at] for pair in pairs) for at in range(3))
            print(f"{label:9} {name:8} wall {wall:6.2f} s   cpu {cpu:6.2f} s   largest process {memory:4.0f} MB")
        walls = [statistics.median(pair[0] for pair in figures[name]) for name in ("with", "without")]
        print(f"{label:9} ratio {walls[0] / walls[1]:.3f}")
    whole = statistics.median(pair[0] for pair in cold["with"])
    word = statistics.median(pair[0] for pair in again["with"])
    print(f"one word, all formats: {word / whole:.3f} of a cold build")
    print(f"formats add {(bytes_of['with'] - bytes_of['without']) / 1e6:.1f} MB to {bytes_of['without'] / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
