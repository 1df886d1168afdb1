"""What a cluster costs: articles narrated by processes and by as many Dask workers, in turns; then again, unchanged.

    python -m tests.bench.bench_cluster [ARTICLES] [WORKERS] [ROUNDS]

Two editions of small articles (60 words) in one call, eSpeak NG, MP3 alone, a fresh cache and output each time.
Medians of wall and processor seconds, the megabytes of the parent, the ratio of wall seconds, and the part of the first
call that a second one takes when nothing has changed. The bytes of both must be the same.
"""

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.builds import digests

TEXT = """le conseil la commune un projet une route des élus deux fermes la mairie cette année vote ouvre rappelle
demande avant l'été pour les habitants du bourg avec 12 % de crédits"""


def write(folder: Path, articles: int, seed: int) -> None:
    """An edition of that many articles, no two sentences alike."""
    folder.mkdir()
    draw = random.Random(seed)
    for number in range(articles):
        sentences = [
            " ".join(draw.choices(TEXT.split(), k=12)).capitalize() + f" {draw.randrange(10_000)}." for _ in range(5)
        ]
        text = f"Titre numéro {number}\n\nUn chapeau.\n\n{' '.join(sentences)}\n"
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")


def built(folders: list[Path], work: Path, options: list[str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds of it and its children, megabytes of the parent."""
    environment = {**os.environ, "EDITIONS_CACHE": str(work / "cache")}
    command = [sys.executable, "-m", "editions", "build", *map(str, folders), "-o", str(work / "out"), "--to", "mp3"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        spoken = [*command, "--voice", "espeak", *options]
        run = subprocess.Popen(spoken, env=environment, stdout=nowhere, stderr=nowhere)
    _, status, used = os.wait4(run.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work_done = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, work_done, used.ru_maxrss / 1000


def main() -> None:
    """Build in turns, print the table."""
    articles, workers, rounds = (int(value) for value in (*sys.argv[1:], *("200", "2", "3")[len(sys.argv) - 1 :]))
    ways = {"processes": ["-j", str(workers)], "cluster": ["--cluster", f"local:{workers}"]}
    first: dict[str, list[tuple[float, float, float]]] = {way: [] for way in ways}
    again: dict[str, list[float]] = {way: [] for way in ways}
    made: dict[str, dict[str, str]] = {}
    for _ in range(rounds):
        for way, options in ways.items():
            with tempfile.TemporaryDirectory() as folder:
                work = Path(folder)
                folders = [work / "a", work / "b"]
                for seed, place in enumerate(folders):
                    write(place, articles // 2, seed)
                first[way].append(built(folders, work, options))
                made[way] = {name: digest for name, digest in digests(work / "out").items() if name.endswith(".mp3")}
                again[way].append(built(folders, work, options)[0])
    for way in ways:
        wall, work_done, memory = map(statistics.median, zip(*first[way], strict=True))
        rerun = statistics.median(again[way])
        told = f"{wall:7.1f} s, {work_done:7.1f} s of work, {memory:6.1f} MB"
        print(f"{way:10} {told}, again {rerun:5.2f} s ({rerun / wall:.1%})")
    walls = {way: statistics.median(wall for wall, _, _ in first[way]) for way in ways}
    print(f"cluster / processes: {walls['cluster'] / walls['processes']:.3f}")
    print("the same bytes" if made["cluster"] == made["processes"] else "OTHER BYTES")


if __name__ == "__main__":
    main()
