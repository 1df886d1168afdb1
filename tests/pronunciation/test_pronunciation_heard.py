"""What the embedded voice says of sentences, by its own phonemes: homographs, words, names."""

from pathlib import Path

import pytest

from editions import french, voices
from editions.model import Sentence
from editions.phonemes import phonemizer
from editions.pronunciation import homographs
from editions.pronunciation.store import table
from editions.speech import DOUBTFUL, Narrator
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


TABLES = ("homographs", "homographs_fresh", "homographs_second", "homographs_third", "homographs_fourth")


@pytest.mark.parametrize("name", TABLES)
def test_homographs_are_told_apart(name: str) -> None:
    assert wrong(f"{name}.tsv") == []


def test_each_row_of_the_table_is_said_as_meant() -> None:
    ear = phonemizer()
    said = ((word, ipa, ear.ipa(spelling)) for word, spelling, ipa in table("espeak"))
    assert [row for row in said if "(en)" in row[2] or fold(row[1]) != fold(row[2])] == []


def test_each_sound_of_a_homograph_has_a_spelling_that_is_said_so() -> None:
    ear = phonemizer()
    known = {(word, ipa): spelling for word, ipa, spelling in table("homographs_espeak")}
    for word in homographs.forms():
        for row in homographs.rows_of(word):
            ipa = row.sound.ipa
            if ipa:
                assert fold(ear.ipa(known[word, ipa])) == fold(ipa), (word, ipa)


def test_a_doubt_has_a_sound_to_show() -> None:
    rows = [row for word in homographs.forms() for row in homographs.rows_of(word)]
    assert all(row.sound.ipa for row in rows if row.sound.confidence < DOUBTFUL)
