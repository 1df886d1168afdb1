"""French words live in tables, not in code: nor do those by which inputs know what a line is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from editions import french, tables
from editions.french.grammar import NUMBERS

FOLDER = Path(french.__file__).parent
FILES = sorted([*FOLDER.glob("*.py"), *(FOLDER / "rules").glob("*.py")])
READERS = sorted(path for name in ("inputs", "manuscript") for path in (FOLDER.parent / name).rglob("*.py"))
MESSAGES = {"lexicon.py"}  # its errors are read by people
CLASSES = re.compile(r"\[[^\]]*\]")  # sets of characters are no words
ACCENTED = re.compile("[a-zà-öø-ÿœ]*[à-öø-ÿœ][a-zà-öø-ÿœ]+|[a-zà-öø-ÿœ]+[à-öø-ÿœ]")
NUMERALS = {word for row in NUMBERS.rows("number") for form in row[1:] for word in re.split("[ -]", form)} - {
    "et",
    "un",
    "six",
}
PATTERN = re.compile(r"\\[bswdWS]|\(\?|\[\^|(?<! )\|")
SYNTAX = re.compile(r"\(\?P[<=][^>)]*[>)]|\(\?[a-z]*[:)]|\\(?:u[0-9a-f]{4}|.)")
FORMATS = {"base", "contents", "data", "descendant", "image", "le", "style", "table"}
"""Words of HTML, OpenDocument, Word and encodings that are words of French too."""
FORMATS |= {"big", "container", "dark", "important", "latin", "layer", "macintosh", "media", "pointer", "portrait"}
FORMATS |= {"scope", "speech", "supports"}
MARKS = {"note"}
"""What is written in brackets: « [note 3] »."""
UNITS = {"dam"}


def literals(path: Path) -> Iterator[str]:
    """String constants that are not docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_accented_word_and_no_number_word_in_code(path: Path) -> None:
    if path.name in MESSAGES:
        return
    accented = [text for text in literals(path) if ACCENTED.search(CLASSES.sub("", text))]
    numbers = [text for text in literals(path) if set(re.findall(r"[^\W\d_]+", text)) & NUMERALS]
    assert accented == []
    assert numbers == []


def words_of(pattern: str) -> set[str]:
    """Words of two letters and more in a pattern, without its syntax and its sets of characters."""
    bare = SYNTAX.sub(" ", CLASSES.sub(" ", pattern))
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", bare)}


@pytest.mark.parametrize("path", READERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_word_of_the_language_in_the_patterns_of_inputs(path: Path) -> None:
    french_words = tables.words("dictionaries/forms") | tables.words("dictionaries/word_capitals") | NUMERALS
    patterns = [text for text in literals(path) if PATTERN.search(text)]
    assert [text for text in patterns if words_of(text) & french_words - FORMATS - MARKS - UNITS] == []


@pytest.mark.parametrize("path", READERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_accented_word_alone_in_the_code_of_inputs(path: Path) -> None:
    """A message is a sentence, and letters that are looked for have no plain ones among them."""
    alone = [text for text in literals(path) if re.fullmatch(r"[^\W\d_]+", text)]
    assert [text for text in alone if ACCENTED.search(text) and re.search("[a-z]", text)] == []


def test_words_in_patterns_are_seen() -> None:
    assert words_of(r"\b(?:à gauche|lors d)\b") == {"gauche", "lors"}
    assert words_of(r"(?P<word>page|p\.)?\s*[a-zé]\u00a0(?i:par)") == {"page", "par"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_confidences_are_named(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    numbers = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is float}
    assert path.stem == "confidence" or numbers == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_pattern_longer_than_a_line_is_laid_out(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    written = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.Constant)]
    assert [
        text for text in written if "(?" in text and "\\n" not in text and "\n" not in text and len(text) > 150
    ] == []


def test_there_is_code_to_look_at() -> None:
    assert len(FILES) > 20
    assert len(READERS) > 60
    assert "quatre" in NUMERALS
