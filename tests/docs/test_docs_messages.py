"""docs/messages.md has each message of the source, and no other; each is met by a test."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

from tests.docs.pages import DOCS, PAGES, ROOT, anchors, blocks, rows, text_of
from tests.docs.sources import HOLE, Message, messages, plain

PAGE = DOCS / "messages.md"
TESTS = ROOT / "tests"
_ANCHOR = re.compile(r'^<a id="([^"]+)"></a>')
ROWS = [(heading, _ANCHOR.sub("", cells[0]), cells) for heading, cells in rows(PAGE) if _ANCHOR.match(cells[0])]
SOURCE = messages()


def quotes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def matches(quote: str, message: Message) -> bool:
    """Whether a quote is this message, or says more of what varies in it; of what is told, or less."""
    return _fits(message.text, quote) or (message.kind == "told" and _fits(quote, message.text))


def _fits(pattern: str, text: str) -> bool:
    return bool(re.fullmatch(".*".join(map(re.escape, pattern.split(HOLE))), text))


def kept_in(message: Message) -> Callable[[str, str], bool]:
    """Whether a row, by its heading and its first cell, is where a message belongs."""
    if message.kind == "finding":
        return lambda heading, cell: quotes(cell)[0] == message.code
    if message.code and message.code != "130":
        return lambda heading, cell: heading in _headings_of(f"Code {message.code}")
    return lambda heading, cell: True


def _headings_of(chapter: str) -> set[str]:
    """The headings of a chapter: its own and those below."""
    found, inside = set(), False
    for line in text_of(PAGE).split("\n"):
        if line.startswith("## "):
            inside = line.removeprefix("## ").startswith(chapter)
        if line.startswith("#") and inside:
            found.add(line.lstrip("# "))
    return found


def test_the_source_has_messages_of_all_kinds() -> None:
    """Else the tests below would hold nothing."""
    assert {message.kind for message in SOURCE} == {"error", "finding", "told", "cause"}
    assert {message.code for message in SOURCE if message.kind == "error"} == {"2", "3", "4", "5", "6", "130"}
    known = {message.text for message in SOURCE}
    assert {
        "réglage inconnu « … »",  # a plain call
        "fichier trop grand (… Mo)",  # a name that stands for the text
        "voix inconnue « … »",  # out of a table
        "caractères de commande retirés : …",  # out of the calls of a function
        "option inconnue …",  # what click says, in French
    } <= known


def test_each_message_has_its_row() -> None:
    missing = []
    for message in SOURCE:
        belongs = kept_in(message)
        found = [cell for heading, cell, _ in ROWS if belongs(heading, cell)]
        said = message.kind == "finding" and message.text == HOLE  # what a validator says: its code is enough
        if not any(said or matches(quote, message) for cell in found for quote in quotes(cell)):
            missing.append(f"`{message.code}` `{message.text}` ({message.place})")
    assert missing == [], "docs/messages.md lacks rows"


def test_each_row_has_its_source() -> None:
    codes = {message.code for message in SOURCE if message.kind == "finding"}
    strange = []
    for _, cell, cells in ROWS:
        assert len(cells) == 3, cell
        assert all(cells), cell
        anchor, found = _ANCHOR.match(cells[0]), quotes(cell)
        known = [message for message in SOURCE if message.kind != "finding"]
        if found[0] in codes:
            assert anchor is not None
            assert anchor[1] == found[0].removesuffix(f"-{HOLE}")
            known = [message for message in SOURCE if message.code == found[0]]
            found = found[1:]
        assert found, cell
        strange += [quote for quote in found if not any(matches(quote, message) for message in known)]
    assert strange == [], "nothing in the source says this"


def test_anchors_are_named_once() -> None:
    named = re.findall(r'<a id="([^"]+)">', text_of(PAGE))
    assert len(named) == len(set(named))
    assert set(named) <= anchors(PAGE)


def test_each_message_is_met_by_a_test() -> None:
    """Two words of it stand in a test or a page's console, or a test expects what it matches."""
    told, expected = quoted()
    lacking = [message for message in SOURCE if not _is_met(message, told, expected)]
    assert [f"{message.text} ({message.place})" for message in lacking] == []


def _is_met(message: Message, told: str, expected: list[re.Pattern[str]]) -> bool:
    if message.kind == "finding" and message.code.split(HOLE)[0] in told:
        return True
    words = [part.split() for part in message.text.split(HOLE)]
    pairs = (" ".join(part[at : at + 2]) for part in words for at in range(max(1, len(part) - 1)))
    if any(len(pair) > 5 and pair in told for pair in pairs):
        return True
    text = message.text.replace(HOLE, "x")
    return any(pattern.search(text) or _fits(message.text, pattern.pattern) for pattern in expected)


def quoted() -> tuple[str, list[re.Pattern[str]]]:
    """All texts of the tests and of the pages' consoles; the patterns that tests expect errors to match."""
    told = [block.text for page in PAGES for block in blocks(page) if block.kind == "console"]
    told += [path.read_text(encoding="utf-8") for path in TESTS.rglob("*.tsv")]
    expected: list[re.Pattern[str]] = []
    for path in TESTS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "match":
                texts = (part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant))
                expected += [re.compile(text) for text in texts if isinstance(text, str) and _is_pattern(text)]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and path.name != Path(__file__).name:
                told.append(node.value)
    return plain("\n".join(told)), expected


def _is_pattern(text: str) -> bool:
    """A half of an f-string may be none."""
    try:
        return len(text) > 3 and bool(re.compile(text))
    except re.error:
        return False
