"""Does one understand the finished MP3s? Whisper listens, outside CI: once ``bash tests/listening/setup.sh``, then

    python -m tests.listening output/bocage [--show] [--lexicon articles/bocage/lexicon.tsv]

It prints a table in Markdown: words and sounds heard wrong in each article, and sentences that were not heard at all;
with --show, each sentence that was heard otherwise than it was said. A minute of sound takes about ten seconds.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.listening.scores import Rates, by_sentence, distance, folded

HERE = Path(__file__).parent
VENV = Path(".venv-listening")
UNHEARD = 60
"""Per cent of its sounds that are wrong when a sentence was not heard: two of a length that have nothing
in common differ by 89 in the median, hardly ever by less than 80 (the sample edition)."""


def lines_through(command: Sequence[str], lines: list[str]) -> list[str]:
    """A program that answers each line by one."""
    done = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    answers = done.stdout.split("\n")[: len(lines)]
    assert len(answers) == len(lines), f"{len(answers)} answers to {len(lines)} lines: {done.stderr[-500:]}"
    return answers


def whisper(requests: list[dict[str, Any]], lexicon: Path | None) -> list[list[str]]:
    """Words heard in files or stretches; figures, which Whisper writes, are read out as the script has them."""
    listener = [str(VENV / "bin" / "python"), str(HERE / "transcribe.py"), str(VENV / "whisper-base")]
    texts = [json.loads(line)["text"] for line in lines_through(listener, [json.dumps(one) for one in requests])]
    reader = [sys.executable, "-m", "editions", "explain", "--spoken"]
    reader += ["--lexicon", str(lexicon)] if lexicon else []
    return [folded(line) for line in lines_through(reader, [" ".join(text.split()) or "…" for text in texts])]


def sounds(texts: list[list[str]]) -> list[str]:
    """Sounds of lists of words."""
    return lines_through([sys.executable, str(HERE / "phonemes.py")], [" ".join(words) for words in texts])


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that was spoken, and how it was heard."""

    text: str
    said: list[str]
    heard: list[str]
    rates: Rates

    @property
    def unheard(self) -> bool:
        """Whether nothing of it came through."""
        return self.rates.per >= UNHEARD


def compared(sentences: list[dict[str, Any]], heard: list[str]) -> list[Line]:
    """One article."""
    spoken = [sentence for sentence in sentences if folded(sentence["said"])]
    listened = by_sentence([folded(sentence["said"]) for sentence in spoken], heard)
    pairs = zip(sounds([one.said for one in listened]), sounds([one.heard for one in listened]), strict=True)
    return [
        Line(sentence["said"], one.said, one.heard, Rates(len(one.said), one.errors, len(said), distance(said, other)))
        for sentence, one, (said, other) in zip(spoken, listened, pairs, strict=True)
    ]


def alone(lines: list[Line], sentences: list[dict[str, Any]], sound: Path, lexicon: Path | None) -> list[Line]:
    """Sentences that were not heard in their article, heard once more by themselves: Whisper leaves some out."""
    times = {sentence["said"]: sentence for sentence in sentences}
    lost = [line for line in lines if line.unheard]
    requests = [
        {"path": str(sound), "start": times[line.text]["start"], "end": times[line.text]["end"]} for line in lost
    ]
    again = whisper(requests, lexicon) if requests else []
    return [compared([times[line.text]], words)[0] for line, words in zip(lost, again, strict=True)]


def articles(folder: Path) -> Iterator[tuple[str, Path, list[dict[str, Any]]]]:
    """Title, MP3 and spoken sentences of each article of a built edition, by the readings beside it."""
    report = json.loads((folder / "report" / "readings.json").read_text(encoding="utf-8"))
    for article in report["articles"]:
        spoken = [sentence for sentence in article["sentences"] if sentence.get("audio")]
        if spoken:
            yield article["title"], (folder / "report" / spoken[0]["audio"]).resolve(), spoken


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lexicon", type=Path, help="the one the edition was made with")
    parser.add_argument("--show", action="store_true", help="each sentence that was heard otherwise")
    options = parser.parse_args()
    if not (VENV / "whisper-base" / "model.bin").exists():
        sys.exit("no listener: bash tests/listening/setup.sh")
    edition = list(articles(options.folder))
    whole = [{"path": str(sound), "start": 0.0, "end": spoken[-1]["end"]} for _, sound, spoken in edition]
    heard = whisper(whole, options.lexicon)
    print(
        "| Article | Words | WER % | PER % | Sentences | Not heard | Not heard alone either |\n| --- "
        + "| ---: " * 6
        + "|"
    )
    total, counts = Rates(), [0, 0, 0]
    for (title, sound, sentences), words in zip(edition, heard, strict=True):
        lines = compared(sentences, words)
        again = alone(lines, sentences, sound, options.lexicon)
        numbers = [len(lines), len(again), sum(line.unheard for line in again)]
        rates = sum((line.rates for line in lines), Rates())
        print(row(title, rates, numbers), flush=True)
        total, counts = total + rates, [a + b for a, b in zip(counts, numbers, strict=True)]
        if options.show:
            show(lines, again)
    print(row("**All**", total, counts))


def row(title: str, rates: Rates, numbers: list[int]) -> str:
    """A row of the table."""
    return f"| {title} | {rates.words} | {rates.wer:.1f} | {rates.per:.1f} | " + " | ".join(map(str, numbers)) + " |"


def show(lines: list[Line], again: list[Line]) -> None:
    """What was said and what was heard, to stderr."""
    for mark, some in (("in the article", lines), ("alone", again)):
        for line in some:
            if line.rates.word_errors:
                print(
                    f"{mark}: {' '.join(line.said)}\n    {' '.join(line.heard)}  PER {line.rates.per:.0f}",
                    file=sys.stderr,
                )


if __name__ == "__main__":
    main()
