"""What is sent to eSpeak NG sounds as the words that were meant, by the phonemes the library itself prints."""

import subprocess
import sys
from pathlib import Path

from editions import french
from editions.model import Sentence
from editions.tables import rows
from editions.voices import espeak

HERE = Path(__file__).parent
CASES = HERE.parent / "french"


def phonemes(lines: list[str]) -> list[str]:
    command = [sys.executable, str(HERE / "espeak_phonemes.py")]
    run = subprocess.run(
        command, input="\n".join(lines) + "\n", capture_output=True, text=True, encoding="utf-8", check=True
    )
    return run.stdout.splitlines()


def sent(written: str) -> str:
    spans = french.segment(written)
    return " ".join(espeak.prepare(french.read(Sentence("s", written, span))).text for span in spans)


def cases() -> list[tuple[str, list[str]]]:
    """Written forms and what may be said, of every class of numbers, units, dates, money and acronyms."""
    rules = ("dates", "measures", "money", "ordinals", "percent", "times")
    phenomena = ("acronyms_spelled", "cardinals", "regional_article", "years")
    files = [*(CASES / f"{name}.tsv" for name in rules), *(CASES / "phenomena" / f"{name}.tsv" for name in phenomena)]
    tables = [rows(path.read_text(encoding="utf-8")) for path in files]
    return [(cells[0], cells[1].split(" || ")) for table in tables for _, cells in table]


def test_what_is_sent_sounds_as_one_of_the_accepted_readings() -> None:
    written = cases()
    forms = [form for _, accepted in written for form in accepted]
    heard = phonemes([sent(text) for text, _ in written])
    meant = iter(phonemes(forms))
    assert len(heard) == len(written) > 500
    odd = []
    for (text, accepted), sound in zip(written, heard, strict=True):
        wanted = {next(meant) for _ in accepted}
        if sound not in wanted:
            odd.append((text, sent(text), sound, wanted))
    # What is left is why the quirks exist: no t in « quatre-vingt-onze », letters bound as in « H.L.M. ».
    unexplained = [row for row in odd if "vin-" not in row[1] and "." not in row[1].rstrip(".")]
    assert len(unexplained) <= 0.01 * len(written), unexplained
    assert len(odd) <= 0.05 * len(written), odd
