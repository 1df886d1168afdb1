"""The other side of ``bench_kokoro``: speaks lines with kokoro-onnx, in an environment of its own.

python kokoro_onnx_side.py MODEL VOICES     a block of lines of JSON in, a line of figures out for each
"""

import json
import resource
import sys
import time

from kokoro_onnx import Kokoro


def main() -> None:
    """Answer until stdin is closed."""
    speaker = Kokoro(*sys.argv[1:])
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        wall, cpu, seconds = time.perf_counter(), time.process_time(), 0.0
        for text in json.loads(line):
            audio, rate = speaker.create(text, voice="ff_siwis", lang="fr-fr")
            seconds += len(audio) / rate
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        told = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "seconds": seconds, "mb": peak}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
