"""Does one understand the finished MP3s? Whisper listens, outside CI: once ``bash tests/listening/setup.sh``, then

    python -m tests.listening articles/bocage output/bocage [--show]

It prints a table in Markdown: words and sounds heard wrong in each article, and sentences that were not heard at all;
with --show, each sentence that was heard otherwise than it was said. A minute of sound takes about five seconds.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.listening.scores import Listened, Rates, Sounding, by_sentence, distance, elided, folded, groups
from tests.listening.told import Heard, Sentence, articles, windows

HERE = Path(__file__).parent
VENV = Path(".venv-listening")
UNHEARD = 60
"""Per cent of its sounds that are wrong when a sentence was not heard: two of a length that have nothing
in common differ by 89 in the median, hardly ever by less than 80 (the sample edition)."""
ALIKE = str.maketrans("ɛɔœəɑŒ", "eoøøaƐ")
"""Sounds that most French do not tell apart: « et » and « est », « brun » and « brin »."""


def lines_through(command: Sequence[str], lines: list[str]) -> list[str]:
    """A program that answers each line by one."""
    done = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    answers = done.stdout.split("\n")[: len(lines)]
    assert len(answers) == len(lines), f"{len(answers)} answers to {len(lines)} lines: {done.stderr[-500:]}"
    return answers


Stretches = list[list[Sentence]]


@dataclass(frozen=True, slots=True)
class Listener:
    """Whisper, and what its figures are read with."""

    source: Path
    """Of the edition: its lexicon reads what Whisper writes, too."""

    def words(self, sound: Path, stretches: Stretches) -> tuple[Stretches, list[list[str]]]:
        """Stretches and the words heard in them; one in which Whisper loops is heard sentence by sentence."""
        requests = [{"path": str(sound), "start": some[0].start, "end": some[-1].end} for some in stretches]
        program = [str(VENV / "bin" / "python"), str(HERE / "transcribe.py"), str(VENV / "whisper-base")]
        answers = list(map(json.loads, lines_through(program, list(map(json.dumps, requests)))))
        lost = [len(some) > 1 and answer["loops"] for some, answer in zip(stretches, answers, strict=True)]
        kept = [some for some, loops in zip(stretches, lost, strict=True) if not loops]
        heard = self._read([answer["text"] for answer, loops in zip(answers, lost, strict=True) if not loops])
        alone = [[sentence] for some, loops in zip(stretches, lost, strict=True) if loops for sentence in some]
        again = self.words(sound, alone)[1] if alone else []
        return [*kept, *alone], [*heard, *again]

    def _read(self, texts: list[str]) -> list[list[str]]:
        """Words of texts; figures, which Whisper writes, are read out as the script has them."""
        reader = [sys.executable, "-m", "editions", "explain", "--spoken"]
        lexicon = self.source / "lexicon.tsv"
        reader += ["--lexicon", str(lexicon)] if lexicon.exists() else []
        return [folded(line) for line in lines_through(reader, [" ".join(text.split()) or "…" for text in texts])]


def sounds(texts: Sequence[Sequence[str]]) -> list[str]:
    """Sounds of lists of words."""
    return lines_through([sys.executable, str(HERE / "phonemes.py")], list(map(elided, texts)))


def sounding(texts: list[list[str]]) -> Sounding:
    """How all groups of words of some texts sound; one without a sound is as it is written."""
    found = sorted({tuple(group) for words in texts for _, group in groups(words)})
    known = {group: sound.translate(ALIKE) for group, sound in zip(found, sounds(found), strict=True)}
    return lambda words: known[tuple(words)] or " ".join(words)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that was spoken, and how it was heard."""

    sentence: Sentence
    said: list[str]
    heard: list[str]
    rates: Rates

    @property
    def unheard(self) -> bool:
        """Whether nothing of it came through."""
        return self.rates.per >= UNHEARD


def compared(stretches: Stretches, heard: list[list[str]]) -> list[Line]:
    """The sentences of some stretches, in the order of the sound."""
    spoken = [[sentence for sentence in some if folded(sentence.said)] for some in stretches]
    said = [[folded(sentence.said) for sentence in some] for some in spoken]
    alike = sounding([*([word for words in some for word in words] for some in said), *heard])
    found: list[Line] = []
    for some, words, others in zip(spoken, said, heard, strict=True):
        plain, by_sound = by_sentence(words, others), by_sentence(words, others, alike)
        found += map(line, some, plain, by_sound)
    return sorted(found, key=lambda one: one.sentence.start)


def line(sentence: Sentence, written: Listened, sounding: Listened) -> Line:
    """One sentence; which words were heard for it, the sounds know better than the letters."""
    said, heard = sounds([sounding.said, sounding.heard])
    rates = Rates(len(written.said), written.errors, sounding.errors, len(said), distance(said, heard))
    return Line(sentence, sounding.said, sounding.heard, rates)


def alone(lines: list[Line], article: Heard, listener: Listener) -> list[Line]:
    """Sentences that were not heard among the others, heard once more by themselves: Whisper leaves some out."""
    lost = [[line.sentence] for line in lines if line.unheard]
    return compared(*listener.words(article.sound, lost)) if lost else []


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="the articles")
    parser.add_argument("folder", type=Path, help="the edition made of them")
    parser.add_argument("--show", action="store_true", help="each sentence that was heard otherwise")
    options = parser.parse_args()
    if not (VENV / "whisper-base" / "model.bin").exists():
        sys.exit("no listener: bash tests/listening/setup.sh")
    listener = Listener(options.source)
    columns = "Words | WER % | As heard % | PER % | Sentences | Not heard | Not heard alone either"
    print(f"| Article | {columns} |\n| --- " + "| ---: " * 7 + "|")
    total, counts = Rates(), [0, 0, 0]
    for article in articles(options.source, options.folder):
        lines = compared(*listener.words(article.sound, windows(article.sentences)))
        again = alone(lines, article, listener)
        numbers = [len(lines), len(again), sum(line.unheard for line in again)]
        rates = sum((line.rates for line in lines), Rates())
        print(row(article.title, rates, numbers), flush=True)
        total, counts = total + rates, [a + b for a, b in zip(counts, numbers, strict=True)]
        if options.show:
            show(lines, again)
    print(row("**All**", total, counts))


def row(title: str, rates: Rates, numbers: list[int]) -> str:
    """A row of the table."""
    shares = f"{rates.wer:.1f} | {rates.heard_wer:.1f} | {rates.per:.1f}"
    return f"| {title} | {rates.words} | {shares} | " + " | ".join(map(str, numbers)) + " |"


def show(lines: list[Line], again: list[Line]) -> None:
    """What was said and what was heard, to stderr."""
    for mark, some in (("in the article", lines), ("alone", again)):
        for line in some:
            if line.rates.misheard:
                heard = " ".join(line.heard)
                print(f"{mark}: {' '.join(line.said)}\n    {heard}  PER {line.rates.per:.0f}", file=sys.stderr)


if __name__ == "__main__":
    main()
