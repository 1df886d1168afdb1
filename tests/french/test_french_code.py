"""French words live in tables, not in code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from editions import french
from editions.french.grammar import NUMBERS

FOLDER = Path(french.__file__).parent
FILES = sorted([*FOLDER.glob("*.py"), *(FOLDER / "rules").glob("*.py")])
MESSAGES = {"lexicon.py"}  # its errors are read by people
CLASSES = re.compile(r"\[[^\]]*\]")  # sets of characters are no words
ACCENTED = re.compile("[a-zà-öø-ÿœ]*[à-öø-ÿœ][a-zà-öø-ÿœ]+|[a-zà-öø-ÿœ]+[à-öø-ÿœ]")
NUMERALS = {word for row in NUMBERS.rows("number") for form in row[1:] for word in re.split("[ -]", form)} - {
    "et",
    "un",
    "six",
}


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
    assert "quatre" in NUMERALS
