"""Speed of the readings on running text, beside num2words on the digits alone, in the same run.

    python -m tests.bench.bench_readings [FILE…]

Without files it reads the sample edition. Prints characters a second on one core (processor time, the best of five)
and what a new process needs for its first line.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from num2words import num2words

from editions import french
from editions.model import Sentence

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
ROUNDS = 5


def main(names: list[str]) -> None:
    """Print one line per reader, then the time to the first line."""
    files = [Path(name) for name in names] or sorted(SAMPLE.glob("[0-9]*"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    characters = sum(map(len, lines))
    print(f"{characters} characters, {len(lines)} paragraphs")
    for name, reader in (("editions", read), ("num2words on digits", numbers_only)):
        seconds = best(reader, lines)
        print(f"{name:22s} {characters / seconds:10.0f} characters/s")
    print(f"{'first line':22s} {first_line():10.3f} s from process start")


def read(lines: list[str]) -> None:
    """All lines as we say them."""
    for line in lines:
        for span in french.segment(line):
            french.read(Sentence("s", line, span))


def numbers_only(lines: list[str]) -> None:
    """Integers and decimals replaced by what num2words says, everything else left as it is."""
    for line in lines:
        re.sub(r"\d+(?:,\d+)?", lambda match: num2words(float(match[0].replace(",", ".")), lang="fr"), line)


def best(reader: Callable[[list[str]], None], lines: list[str]) -> float:
    """Processor seconds of the fastest round; the first, which loads tables, does not count."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        reader(lines)
        times.append(time.process_time() - start)
    return min(times[1:])


def first_line() -> float:
    """Seconds from starting ``editions explain --spoken`` to its first line, the best of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        command = [sys.executable, "-m", "editions", "explain", "--spoken"]
        subprocess.run(command, input="35kg saisis à 18h05\n", text=True, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main(sys.argv[1:])
