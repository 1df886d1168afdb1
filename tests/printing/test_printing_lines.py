import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.printing import hyphenation, marks
from editions.printing.composing import composed
from editions.printing.embedding import Embedding
from editions.printing.faces import Face
from editions.printing.founts import Fount, undrawn
from editions.printing.lines import Run, balanced, cut, mixed_lines, plain_lines
from editions.printing.typecase import house_face


def fount(size: float = 20) -> Fount:
    return Fount(Embedding(house_face("AtkinsonHyperlegibleNext-Regular"), "F1"), lambda _: None, size)


def reading(made: Fount, code: str) -> str:
    """The text that codes stand for (without ActualText)."""
    back = {int(code, 16): text for (_, text), (code, _) in made.main._codes.items()}
    digits = "".join(part.split(">")[0] for part in code.split("<")[1:])
    return "".join(back[int(digits[i : i + 4], 16)] for i in range(0, len(digits), 4))


def drawn_width(made: Fount, code: str) -> float:
    """Width that a viewer gives to a ``TJ`` operator."""
    advances = {int(number, 16): width for number, width in made.main._codes.values()}
    total = 0.0
    for part in code.removeprefix("[").split("]")[0].split("<"):
        digits, _, correction = part.partition(">")
        total += sum(advances[int(digits[i : i + 4], 16)] for i in range(0, len(digits), 4)) if _ else 0
        total -= float(correction or 0)
    return total * made.size / 1000


words = st.text("abcdéèçœ'’,.!?-AVWTo\u00a0\u202f0123456789", min_size=1, max_size=40)


@given(st.lists(words, min_size=1, max_size=30), st.integers(60, 400))
@settings(max_examples=60, deadline=None)
def test_lines_fit_and_say_the_whole_text(parts: list[str], width: int) -> None:
    made = fount()
    lines = plain_lines(made, " ".join(parts), width)
    assert reading(made, "".join(lines)).replace("\u00ad", "") == " ".join(parts)
    assert all(drawn_width(made, line) <= width + made.space[0] + 0.1 for line in lines)


@given(st.lists(words, min_size=1, max_size=20), st.integers(60, 400), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_styled_lines_say_the_same(parts: list[str], width: int, middle: int) -> None:
    made, text = fount(), " ".join(parts)
    runs = [run for run in (Run(text[:middle], made), Run(text[middle:], made, 4, 1)) if run.text]
    lines = mixed_lines(runs, width)
    told = "".join(reading(made, segment.code) for line in lines for segment in line)
    assert told.replace("\u00ad", "") == text
    assert all(sum(segment.width for segment in line) <= width + made.space[0] + 0.1 for line in lines)


def test_a_no_break_space_stays_one_and_holds_its_words_together() -> None:
    made = fount()
    lines = plain_lines(made, "dix\u00a0pour\u202fcent ici", made.width("dix\u00a0pour\u202fcent") + 1)
    assert [reading(made, line) for line in lines] == ["dix\u00a0pour\u202fcent ", "ici"]
    assert 0 < made.width("\u202f") < made.width("\u00a0") == pytest.approx(made.space[0])


def test_a_word_wider_than_the_line_is_cut_after_a_slash() -> None:
    made = fount()
    pieces = cut(made, "https://exemple.fr/une/adresse/sans/fin", made.width("https://exemple.fr/une/adre"))
    assert pieces[0] == "https://exemple.fr/une/"
    assert "".join(pieces) == "https://exemple.fr/une/adresse/sans/fin"


def test_forced_line_breaks_are_kept() -> None:
    made = fount()
    lines = plain_lines(made, "Un vers\n\net l’autre", 400)
    assert [reading(made, line) for line in lines] == ["Un vers ", " ", "et l’autre"]


def test_letters_are_kerned() -> None:
    made = fount()
    assert made.width("AV") < made.width("A") + made.width("V")


@given(st.text("AVTWaeéoçfil'’.,-Ytr0147«»", min_size=1, max_size=30))
def test_pairs_are_kerned_as_whole_words_are(word: str) -> None:
    made = fount()
    shaped = sum(advance for _, _, advance in made.main.face.shape(word)) * made.size / 1000
    assert made.width(word) == pytest.approx(shaped, abs=0.011 * len(word))


def test_a_missing_character_is_named_and_stays_extractable() -> None:
    width, code = fount().word("中")
    assert width > 0
    assert "/ActualText <FEFF4E2D>" in code
    made = fount()
    assert reading(made, made.word("中")[1].split("BDC")[1]) == "[U+4E2D]"
    assert list(undrawn("a中\u00a0\u00ad→", frozenset(map(ord, "a→ ")))) == ["中"]


def test_a_decomposed_letter_is_composed() -> None:
    made = fount()
    assert made.word("e\u0301te\u0301") == made.word("été")


def test_a_font_without_truetype_outlines_is_refused(tmp_path: Path) -> None:
    from editions.errors import UsageError

    (tmp_path / "x.ttf").write_bytes(b"OTTO, no font at all")
    with pytest.raises(UsageError, match="TrueType"):
        Face(tmp_path / "x.ttf")


def test_a_word_wider_than_the_line_is_parted_as_french_does() -> None:
    made = fount()
    pieces = cut(made, "intercommunalité", made.width("intercomm"))
    assert [piece.replace(marks.HYPHEN, "-") for piece in pieces] == ["intercom-", "munalité"]
    assert hyphenation.places("www.exemple.fr/intercommunalite") == ()


def test_marks_are_drawn_curved_and_read_as_they_are_written() -> None:
    made = fount()
    (line,) = plain_lines(made, composed('"L\'eau", dit-elle à 3 amis.'), 1000)
    glyphs = {text: glyph for glyph, text in made.main._codes}
    assert glyphs["'"] == made.main.face.glyph("’")
    assert line.count("/ActualText <FEFF0022>") == 2
    plain = re.sub(r"]TJ /Span .*? BDC \[.*?]TJ EMC \[", "", line)
    assert reading(made, plain) == "L'eau, dit-elle à 3 amis."


def test_blanks_that_are_held_are_let_go_when_the_line_is_too_short() -> None:
    made, text = fount(), "le 14 mars 2025 enfin"
    held, room = composed(text), made.width("14 mars 2025") + 1
    lines = ["le 14 mars ", "2025 enfin"]
    assert [reading(made, line) for line in plain_lines(made, held, room)] == lines
    runs = [Run(held[:6], made), Run(held[6:], made, 0, 1)]
    said = ["".join(reading(made, segment.code) for segment in line) for line in mixed_lines(runs, room)]
    assert "".join(said) == text
    assert len(said) == 2


def test_titles_are_balanced() -> None:
    made, text = fount(), "Hôpital de Saint-Évre : les urgences rouvrent la nuit dès lundi"
    wide = plain_lines(made, text, 300)
    fair = balanced(lambda width: plain_lines(made, text, width), 300, 50)
    assert len(fair) == len(wide)
    assert min(drawn_width(made, line) for line in fair) > 2 * min(drawn_width(made, line) for line in wide)
