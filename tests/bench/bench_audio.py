"""How fast, beside what one would write by hand: run it alone on a calm machine.

    python -m tests.bench.bench_audio [--articles 40] [--words 500] [--to mp3] [--naive]

It prints, for the same text: a cold build (of all formats, without --to), one after one word was changed,
`espeak-ng --stdout | ffmpeg` (nothing
levelled), and with --naive the usual pydub script (one MP3 a sentence, ``+=``), which takes a while.
"""

import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

SUBJECTS = ("le maire", "la préfète", "l'association", "le syndicat", "un riverain", "l'hôpital", "le club")
VERBS = ("a présenté", "a refusé", "a confirmé", "a reporté", "réclame", "espère", "a financé", "redoute")
OBJECTS = ("le budget de la commune", "la fermeture du guichet", "le chantier du pont", "l'arrêt du train", "la fête")
TAILS = ("avant l'été", "malgré la pluie", "pour la troisième année", "devant une salle comble", "à Alençon")


def edition(folder: Path, articles: int, words: int) -> str:
    """Write the articles; the whole text."""
    dice = random.Random(7)
    folder.mkdir()
    whole = []
    for number in range(articles):
        paragraphs = [f"Sujet {number} du jour"]
        while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
            sentences = [
                f"{dice.choice(SUBJECTS).capitalize()} {dice.choice(VERBS)} {dice.choice(OBJECTS)}, "
                f"{dice.choice(TAILS)}, "
                f"soit {dice.randint(2, 999)} {dice.choice(['euros', 'personnes', 'heures'])}."
                for _ in range(dice.randint(2, 5))
            ]
            paragraphs.append(" ".join(sentences))
        text = "\n\n".join(paragraphs)
        (folder / f"{number:03d}.txt").write_text(text + "\n", encoding="utf-8")
        whole.append(text)
    return "\n\n".join(whole)


def timed(name: str, work: Callable[[], object]) -> float:
    """Wall seconds of some work, printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    work()
    seconds = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:34}{seconds:8.1f} s   {cpu:8.1f} s of processor", flush=True)
    return seconds


def build(folder: Path, out: Path, cache: Path, formats: str) -> None:
    """The command itself, as a user runs it."""
    environment = {**os.environ, "EDITIONS_CACHE": str(cache), "EDITIONS_OFFLINE": "1"}
    command = [sys.executable, "-m", "editions", "build", str(folder), "--voice", "espeak", "-o", str(out)]
    chosen = ["--to", formats] if formats else []
    subprocess.run([*command, *chosen], check=True, env=environment, capture_output=True)


def by_shell(text: Path, out: Path) -> None:
    """The two usual programs in a row."""
    speak = subprocess.Popen(["espeak-ng", "-v", "fr", "-f", str(text), "--stdout"], stdout=subprocess.PIPE)
    encode = ["ffmpeg", "-v", "error", "-y", "-i", "-", "-ar", "22050", "-c:a", "libmp3lame", "-b:a", "64k", str(out)]
    subprocess.run(encode, stdin=speak.stdout, check=True)
    assert speak.stdout is not None
    speak.stdout.close()
    speak.wait()


NAIVE = """
import re, subprocess, sys, warnings
warnings.simplefilter("ignore")
from pydub import AudioSegment
from pydub.effects import normalize
whole = AudioSegment.empty()
for number, sentence in enumerate(re.findall(r"[^.]+[.]?", open(sys.argv[1], encoding="utf-8").read())):
    wave = subprocess.run(["espeak-ng", "-v", "fr", "--stdout", sentence.strip()], capture_output=True).stdout
    path = f"{sys.argv[2]}.{number}.mp3"
    subprocess.run(["lame", "--quiet", "-b", "64", "-", path], input=wave, check=True)
    whole += AudioSegment.from_mp3(path)
    whole += AudioSegment.silent(150)
normalize(whole).export(sys.argv[2], format="mp3", bitrate="64k")
"""


def main() -> None:
    """Run and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--to", default="")
    parser.add_argument("--naive", action="store_true")
    asked = parser.parse_args()
    missing = [tool for tool in ("espeak-ng", "ffmpeg", "lame") if shutil.which(tool) is None]
    if missing:
        sys.exit(f"needs {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        text = work / "all.txt"
        text.write_text(edition(work / "edition", asked.articles, asked.words), encoding="utf-8")
        make = partial(build, work / "edition", work / "out", work / "cache", asked.to)
        cold = timed("cold build", make)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        first = work / "edition" / "000.txt"
        first.write_text(re.sub("commune|fermeture|chantier", "journée", first.read_text("utf-8"), count=1), "utf-8")
        again = timed("build after one word was changed", make)
        shell = timed("espeak-ng | ffmpeg", lambda: by_shell(text, work / "shell.mp3"))
        print(f"cold / shell {cold / shell:.2f}   changed / cold {again / cold:.3f}   peak {peak:.0f} MB a process")
        if asked.naive:
            command = [sys.executable, "-c", NAIVE, str(text), str(work / "naive.mp3")]
            naive = timed("naive pydub", lambda: subprocess.run(command, check=True))
            print(f"naive / cold {naive / cold:.0f}")


if __name__ == "__main__":
    main()
