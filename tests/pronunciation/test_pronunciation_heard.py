"""What the embedded voice says of sentences, by its own phonemes: homographs, words, names."""

from pathlib import Path

from editions import french, voices
from editions.model import Sentence
from editions.speech import Narrator
from editions.tables import rows
from tests.tools.pronunciation.folding import fold

HERE = Path(__file__).parent
VOICE = Narrator("espeak", "fr,160,50", "")


def heard(written: str) -> str:
    """IPA of a text, with all that the program does to it."""
    spans = french.segment(written)
    return " ".join(voices.phonemes(VOICE, french.read(Sentence("s", written, span))) for span in spans)


def wrong(name: str) -> list[str]:
    """Sentences of a table in which what is meant is not heard."""
    table = [cells for _, cells in rows((HERE / name).read_text(encoding="utf-8"))]
    sounds = [(cells[0], cells[1], heard(cells[0])) for cells in table]
    return [f"{text} {ipa}" for text, meant, ipa in sounds if "(en)" in ipa or not in_it(meant, ipa)]


def in_it(meant: str, ipa: str) -> bool:
    return fold(meant, voicing=False) in fold(ipa, voicing=False)


def test_homographs_are_told_apart() -> None:
    assert wrong("homographs.tsv") == []
