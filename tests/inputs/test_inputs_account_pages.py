"""A word-for-word account of pages, Markdown and text: documents are built of the parts of ``account.tsv``.

Every word that is seen is in the blocks and in what is said of them, or was named as left out; no hidden one is.
``HYPOTHESIS_EXAMPLES=2000 pytest tests/inputs/test_inputs_account_pages.py`` looks longer.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions import french, hypertext, tables
from editions.articles import article
from editions.audio.settings import AudioSettings
from editions.inputs.markdown import understood
from editions.manuscript import page
from editions.model import Article
from editions.narration import told

EXAMPLES = int(os.environ.get("HYPOTHESIS_EXAMPLES", "200"))
SEEN, UNSEEN = "lavu", "cach"
"""How the words of the two kinds begin; a sound of its own follows, so that each word is met once."""
_WORD = re.compile(rf"(?:{SEEN}|{UNSEEN})[a-z]+")

PARTS = [cells for _, cells in tables.rows((Path(__file__).parent / "account.tsv").read_text(encoding="utf-8"))]


def parts_of(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([source.replace("⏎", "\n") for kind, source in PARTS if kind == name])


@dataclass
class Document:
    """A source, and its words by what is to become of them."""

    source: str
    seen: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def document(parts: list[str]) -> Document:
    """The parts with words of their own in the places of their signs."""
    made = Document("")
    kinds = {"◯": (SEEN, made.seen), "●": (UNSEEN, made.unseen), "△": (SEEN, made.left_out)}
    numbers = iter(range(26 * 26 * 26))

    def word(match: re.Match[str]) -> str:
        start, listed = kinds[match[0]]
        number = next(numbers)
        letters = "".join(chr(97 + number // 26**place % 26) for place in (2, 1, 0))
        listed.append(f"{start}ou{letters}i")
        return listed[-1]

    made.source = re.sub("[◯●△]", word, "".join(parts))
    return made


def account(made: Document, found: Article, named: str) -> None:
    """Holds what is seen against what is shown and said, and against what was named."""
    shown = _WORD.findall(" ".join(block.text for block in found.blocks))
    aside = set(_WORD.findall(named)) - set(made.unseen)
    assert sorted([*shown, *aside]) == sorted(made.seen + made.left_out)
    assert set(made.left_out) <= aside
    printed = " ".join("".join(map(str, part.itertext())) + " " for part in hypertext.rendered(found).iter())
    assert set(shown) <= set(_WORD.findall(printed))
    assert set(_WORD.findall(" ".join(said(found)))) >= set(shown) - set(silent(found))


def said(found: Article) -> Iterator[str]:
    spoken = tuple(french.read(sentence) for block in found.blocks for sentence in block.sentences)
    yield from (utterance.spoken.text for utterance in told(found, spoken, AudioSettings()).utterances)


def silent(found: Article) -> Iterator[str]:
    """Words that are not said and are in ``Telling.left``: code, calls of notes."""
    spoken = tuple(french.read(sentence) for block in found.blocks for sentence in block.sentences)
    texts = {sentence.id: sentence.source for block in found.blocks for sentence in block.sentences}
    for left in told(found, spoken, AudioSettings()).left:
        yield from _WORD.findall(texts[left.sentence_id][left.span.start : left.span.end])


def read(place: Path, suffix: str, data: bytes) -> Article:
    path = place / f"une.{suffix}"
    path.write_bytes(data)
    return article(path)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("account")


@settings(max_examples=EXAMPLES)
@given(parts_of("frame"), st.lists(parts_of("html"), max_size=12))
def test_pages(place: Path, frame: str, parts: list[str]) -> None:
    prose = f"<h1>◯ ◯</h1><p>{'◯ ' * 40}.</p><p>{'◯ ' * 40}.</p>"
    body = frame.format("\n".join((prose, *parts)))
    made = document([f"<html lang=fr><head><title>●</title><style>.x {{ display: none }}</style></head>{body}"])
    saved = page.read(made.source)
    found = read(place, "html", made.source.encode())
    listed = (left.text for left in found.left_out)
    account(made, found, " ".join([*listed, *saved.hidden, *saved.struck]))


@settings(max_examples=EXAMPLES)
@given(st.lists(parts_of("md"), min_size=1, max_size=12))
def test_markdown(place: Path, parts: list[str]) -> None:
    made = document(["# ◯ ◯\n\n", *(f"{part}\n\n" for part in parts)])
    account(made, read(place, "md", made.source.encode()), " ".join(understood(made.source)[1].struck))


@settings(max_examples=EXAMPLES)
@given(st.lists(parts_of("txt"), min_size=1, max_size=12))
def test_text(place: Path, parts: list[str]) -> None:
    made = document(["◯ ◯ ◯\n\n", *(f"{part}\n\n" for part in parts)])
    found = read(place, "txt", made.source.encode())
    account(made, found, " ".join(left.text for left in found.left_out))


@pytest.mark.parametrize("wrong", ["lacking", "twice", "shown"])
def test_the_account_sees_what_is_wrong(place: Path, wrong: str) -> None:
    made = document(["<h1>◯</h1><p>◯ ◯</p><p hidden>●</p>"])
    account(made, read(place, "html", made.source.encode()), "")
    other = {
        "lacking": made.source.replace(made.seen[1], ""),
        "twice": made.source.replace(made.seen[1], f"{made.seen[1]} {made.seen[1]}"),
        "shown": made.source.replace("hidden", ""),
    }[wrong]
    with pytest.raises(AssertionError):
        account(made, read(place, "html", other.encode()), "")
