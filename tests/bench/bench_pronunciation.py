"""Speed of the pronunciation layer on the sentences of articles, beside what eSpeak NG needs for their phonemes.

    python -m tests.bench.bench_pronunciation [FILE…]

Without files it takes the sample edition. Prints characters a second on one core (processor time, the best of five; of
eSpeak NG the wall time of its process), and what a new process needs to load the tables.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from editions import french
from editions.model import Sentence
from editions.phonemes import phonemizer
from editions.pronunciation import pronounced
from editions.speech import Spoken

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
ROUNDS = 5
LOAD = """
import time, editions.speech, re
from editions.model import Span
from editions.speech import Reading, Spoken
start = time.perf_counter()
from editions.pronunciation import pronounced
pronounced(Spoken("s", (Reading(Span(0, 14), "Le jury siège.", "plain"),)), "espeak")
print(time.perf_counter() - start)
"""


def main(names: list[str]) -> None:
    """Print a line for the layer, one for eSpeak NG, one for the tables."""
    files = [Path(name) for name in names] or sorted(SAMPLE.glob("[0-9]*"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    spoken = [french.read(Sentence("s", line, span)) for line in lines for span in french.segment(line)]
    characters = sum(len(sentence.text) for sentence in spoken)
    print(f"{characters} characters, {len(spoken)} sentences")
    for name, speaker, clock in (("layer", layer, time.process_time), ("eSpeak NG", phonemes, time.perf_counter)):
        seconds = best(speaker, spoken, clock)
        print(f"{name:12s} {characters / seconds:10.0f} characters/s")
    print(f"{'tables':12s} {1000 * loading():10.1f} ms")


def layer(spoken: list[Spoken]) -> None:
    """All sentences for the embedded voice."""
    for sentence in spoken:
        pronounced(sentence, "espeak")


def phonemes(spoken: list[Spoken]) -> None:
    """The same as phonemes, by the library's own dictionary."""
    ear = phonemizer()
    for sentence in spoken:
        ear.ipa(sentence.text)


def best(speaker: Callable[[list[Spoken]], None], spoken: list[Spoken], clock: Callable[[], float]) -> float:
    """Seconds of the fastest round; the first, which loads tables, does not count."""
    times = []
    for _ in range(ROUNDS + 1):
        start = clock()
        speaker(spoken)
        times.append(clock() - start)
    return min(times[1:])


def loading() -> float:
    """Seconds for the modules, the tables and the first sentence, the best of five processes."""
    runs = (subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True) for _ in range(5))
    return min(float(run.stdout) for run in runs)


if __name__ == "__main__":
    main(sys.argv[1:])
