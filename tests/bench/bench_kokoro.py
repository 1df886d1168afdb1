"""Kokoro beside kokoro-onnx 0.6.1, same sentences, same model, in turns in one run; memory; how true word times are.

    python -m venv OTHER && OTHER/bin/pip install kokoro-onnx==0.6.1
    python -m tests.bench.bench_kokoro OTHER/bin/python [SENTENCES]

Sentences are those of the sample edition, as they go to the voice. Ours speaks in a process a core; the other as it is
made to, in one session with all cores. Wall and processor seconds, seconds of sound, the largest process.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from editions import french, voices
from editions.model import Sentence
from editions.speech import Clip
from editions.voices import kokoro
from editions.voices.kokoro import model

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
VARIANT = "siwis,1,1"
BLOCK = 10
QUIET = 0.018
"""Part of what is loud (95 of 100 stretches of 10 ms are softer) below which one is silence: −35 dB."""
SILENCE = 10
"""Stretches that a pause lasts at least: the closure of a « t » takes up to six."""


def sentences(count: int) -> list[str]:
    """Lines for the voice, of the sample edition."""
    found: dict[str, None] = {}
    for path in sorted(SAMPLE.glob("0*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for span in french.segment(line):
                script = voices.prepared("kokoro", french.read(Sentence("line", line, span)))
                if len(script.text) > 20:
                    found.setdefault(script.text)
    return list(found)[:count]


def whole_files(folder: Path) -> tuple[str, str]:
    """The model in one file, and our style as the other side wants it."""
    whole, styles = folder / "model.onnx", folder / "voices.npz"
    whole.write_bytes(b"".join(path.read_bytes() for path in model.checked()))
    rows = np.fromfile(model.style(), "<f4").reshape(-1, 1, 256)
    padded = np.concatenate((rows, np.repeat(rows[-1:], 510 - len(rows), axis=0)))
    with styles.open("wb") as file:
        np.savez(file, ff_siwis=padded)
    return str(whole), str(styles)


def onsets(text: str, clip: Clip) -> Iterator[float]:
    """For each word after a pause: seconds from where sound begins to where the word is told.

    By energy, so that it is another look than the product's own; an onset is that of the word told nearest to it.
    """
    samples = np.frombuffer(clip.pcm, "<i2").astype(np.float64)
    step, gap = clip.rate // 100, SILENCE
    energy = np.sqrt((samples[: len(samples) // step * step].reshape(-1, step) ** 2).mean(axis=1))
    loud = energy > QUIET * np.percentile(energy, 95)
    loud = np.concatenate((np.zeros(gap, bool), loud))  # before the clip there is silence
    begins = [(i - gap) * step for i in range(gap, len(loud)) if loud[i] and not loud[i - gap : i].any()]
    owners = {begin: min(clip.words, key=lambda word: abs(word[1] - begin))[0] for begin in begins if clip.words}
    for at, sample in clip.words:
        before = text[:at].rstrip()
        apart = [sample - begin for begin in begins if owners[begin] == at and abs(sample - begin) < clip.rate // 4]
        if apart and (not before or before[-1] in ",;:."):
            yield min(apart, key=abs) / clip.rate


def ended(_: int) -> None:
    """End a thread's process, so that its times are known; slowly, for each thread to have its turn."""
    time.sleep(0.2)
    kokoro._speakers.close()


def main() -> None:
    """Speak in turns, print the table."""
    other, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    lines = sentences(count)
    side = str(Path(__file__).with_name("kokoro_onnx_side.py"))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(kokoro.AT_ONCE) as threads:
        command = [other, side, *whole_files(Path(folder))]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdout.readline()
            list(threads.map(lambda _: kokoro.synthesize("Bonjour.", VARIANT), range(kokoro.AT_ONCE)))
            wall, sound, theirs, clips = 0.0, 0.0, [0.0, 0.0, 0.0, 0.0], list[Clip]()
            for start in range(0, len(lines), BLOCK):
                block = lines[start : start + BLOCK]
                begun = time.perf_counter()
                clips += threads.map(lambda text: kokoro.synthesize(text, VARIANT), block)
                wall += time.perf_counter() - begun
                process.stdin.write(json.dumps(block) + "\n")
                process.stdin.flush()
                told = json.loads(process.stdout.readline())
                theirs = [theirs[i] + told[key] for i, key in enumerate(("wall", "cpu", "seconds"))] + [told["mb"]]
                print(f"{len(clips)}/{len(lines)}: wall {wall:.0f} s, other {theirs[0]:.0f} s", flush=True)
            list(threads.map(ended, range(kokoro.AT_ONCE)))
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            process.stdin.close()
    sound = sum(len(clip.pcm) / 2 / clip.rate for clip in clips)
    cpu, largest = used.ru_utime + used.ru_stime, used.ru_maxrss / 1000
    print(f"{len(lines)} sentences      wall s    cpu s   sound s   largest process MB")
    print(f"editions           {wall:7.1f}  {cpu:7.1f}   {sound:7.1f}   {largest:.0f}")
    print(f"kokoro-onnx        {theirs[0]:7.1f}  {theirs[1]:7.1f}   {theirs[2]:7.1f}   {theirs[3]:.0f}")
    print(f"ratio              {wall / theirs[0]:7.2f}  {cpu / theirs[1]:7.2f}")
    apart = np.array([value for text, clip in zip(lines, clips, strict=True) for value in onsets(text, clip)]) * 1000
    within = np.mean(np.abs(apart) <= 60) * 100
    print(f"words after a pause: {len(apart)}, told {np.median(apart):+.0f} ms from their onset (median), ", end="")
    print(f"95 % within {np.percentile(np.abs(apart), 95):.0f} ms, {within:.1f} % within 60 ms")


if __name__ == "__main__":
    main()
