"""Whether confidences mean something: what is right and wrong by the gold, by how sure we were.

    python -m tests.bench.bench_confidence [FILE…]

Files have lines « written, tab, what may be said (forms parted by `` || ``) », or the columns of the shared gold (id,
category, input, accepted). Without files: all of ``tests/french/press``. A misreading is a run of words that the
closest accepted form does not have, or beside which it has others; it is doubted when a doubtful reading says one of
them or the word before or after, since that is where the editor looks. A doubt is in vain when all is right around it.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from editions import french
from editions.model import Sentence
from editions.speech import DOUBTFUL, PLAIN, Reading
from tests.french.test_french_cases import fold

PRESS = Path(__file__).parents[1] / "french" / "press"
Words = tuple[Reading, range]
"""A reading and the places of its words in what is said of the row."""


def main(names: list[str]) -> None:
    """Print the table, then how many misreadings are doubted and how many doubts are in vain."""
    files = [Path(name) for name in names] or sorted(PRESS.glob("*.tsv"))
    counts: Counter[tuple[float, bool]] = Counter()
    doubts: Counter[bool] = Counter()
    for written, accepted in (row for file in files for row in gold(file)):
        readings, said = spoken(written)
        wrong = misread(said, accepted)
        counts.update((confidence_of(run, readings), False) for run in runs(wrong))
        counts.update((r.confidence, True) for r, places in readings if r.rule != PLAIN and not near(places, wrong))
        doubts.update(near(places, wrong) for r, places in readings if r.confidence < DOUBTFUL)
    print("confidence  right  misread")
    for confidence in sorted({confidence for confidence, _ in counts}):
        print(f"{confidence:10.1f} {counts[confidence, True]:6d} {counts[confidence, False]:8d}")
    doubted = sum(number for (confidence, right), number in counts.items() if not right and confidence < DOUBTFUL)
    print(f"misreadings that are doubted: {doubted} of {sum(n for (_, right), n in counts.items() if not right)}")
    print(f"doubts in vain: {doubts[False]} of {sum(doubts.values())}")


def gold(file: Path) -> Iterator[tuple[str, str]]:
    """Written and accepted, of a file of cases or of the shared gold."""
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 2 or cells[0] == "id":
            continue
        yield (cells[2], cells[3]) if len(cells) > 3 else (cells[0], cells[1])


def spoken(written: str) -> tuple[list[Words], list[str]]:
    """The readings of a row with the places of their words, and all words."""
    said: list[str] = []
    readings = []
    for span in french.segment(written):
        for reading in french.read(Sentence("s", written, span)).readings:
            words = fold(reading.spoken).split()
            first = len(said) if words else max(0, len(said) - 1)
            readings.append((reading, range(first, max(first + len(words), first + 1))))
            said += words
    return readings, said


def misread(said: list[str], accepted: str) -> set[int]:
    """Places of the words that the closest accepted form has otherwise."""
    matches = (SequenceMatcher(None, said, fold(form).split(), autojunk=False) for form in accepted.split("||"))
    best = max(matches, key=lambda matcher: matcher.ratio())
    changes = [(first, last) for tag, first, last, _, _ in best.get_opcodes() if tag != "equal"]
    return {
        place for first, last in changes for place in (range(first, last) if last > first else (max(0, first - 1),))
    }


def runs(places: set[int]) -> Iterator[range]:
    """Places side by side are one misreading."""
    for place in sorted(places):
        if place - 1 not in places:
            last = place
            while last + 1 in places:
                last += 1
            yield range(place, last + 1)


def near(places: range, others: set[int] | range) -> bool:
    """Whether one of them is one of the others, or beside it."""
    return any(place in others for place in range(places.start - 1, places.stop + 1))


def confidence_of(run: range, readings: list[Words]) -> float:
    """The least sure reading at a misreading; what stands for itself is sure."""
    return min((r.confidence for r, places in readings if r.rule != PLAIN and near(places, run)), default=1.0)


if __name__ == "__main__":
    main(sys.argv[1:])
