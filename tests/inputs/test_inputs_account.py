"""A word-for-word account of .docx and .odt: each word that is shown is printed and said, or named; no hidden one is.

Documents are put together of parts; a part writes ``lavu…`` where its program shows a word, ``cach…`` where it hides
one.
"""

import itertools
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editions import hypertext
from editions.articles import article
from tests.inputs import word, writer
from tests.inputs.test_inputs_account_pages import SEEN, UNSEEN, said, silent
from tests.inputs.test_inputs_docx_drawings import box, drawn, shape
from tests.inputs.test_inputs_docx_lists import PLAIN, num
from tests.inputs.test_inputs_docx_tables import cell, row, table
from tests.inputs.word import CONTROL, field, item, p, part, t

Words = Iterator[str]
_WORD = re.compile(rf"(?:{SEEN}|{UNSEEN})[a-z]+")
_LETTERS = str.maketrans("0123456789", "abcdefghij")
DELETED = '<w:del w:id="1"><w:r><w:delText>{}</w:delText></w:r></w:del>'
GONE = '<w:rPr><w:del w:id="2"/></w:rPr>'
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
CHUNK = '<w:altChunk r:id="rId9"/>'


def seen(counter: Words) -> str:
    return _word(SEEN, counter)


def unseen(counter: Words) -> str:
    return _word(UNSEEN, counter)


def _word(start: str, counter: Words) -> str:
    """A word that is met once, and read as it is written."""
    return f"{start}ou{next(counter).translate(_LETTERS)}i"


PARTS: dict[str, Callable[[Words], str]] = {
    "plain": lambda w: p(f"{seen(w)} {seen(w)}."),
    "heading": lambda w: p(seen(w), "Titre2"),
    "quote": lambda w: p(seen(w), "Citation"),
    "item": lambda w: item(seen(w), 1) + item(seen(w), 1, 1),
    "deleted": lambda w: p(t(f"{seen(w)} ") + DELETED.format(unseen(w)) + t(f" {seen(w)}")),
    "moved": lambda w: p(f'<w:moveFrom w:id="3">{t(unseen(w))}</w:moveFrom><w:moveTo w:id="4">{t(seen(w))}</w:moveTo>'),
    "joined": lambda w: p(f"{seen(w)} ", extra=GONE) + p(seen(w)),
    "hidden": lambda w: p(t(unseen(w), "<w:vanish/>") + t(seen(w))),
    "styled": lambda w: p(t(unseen(w), '<w:rStyle w:val="Masque"/>') + t(seen(w))) + p(unseen(w), "Interne"),
    "struck": lambda w: p(t(seen(w), "<w:strike/>") + t(f" {seen(w)}")),
    "field": lambda w: p(field(f" REF {unseen(w)} ", t(seen(w)))),
    "nested": lambda w: p(field(f" IF {unseen(w)} ", field(f" PAGE {unseen(w)}", t(seen(w))))),
    "prompt": lambda w: CONTROL.format("<w:showingPlcHdr/>", p(seen(w))),
    "control": lambda w: p(CONTROL.format("<w:text/>", t(seen(w)))),
    "contents": lambda w: p(field(' TOC \\o "1-3" ', t(seen(w)))),
    "box": lambda w: p(t(seen(w)) + drawn(box(p(seen(w)), p(seen(w))), "")),
    "letters": lambda w: p(shape(f'<v:textpath string="{seen(w)}"/>')),
    "table": lambda w: table(row(seen(w), seen(w)), row(cell(p(seen(w)) + p(seen(w))), seen(w))),
    "one cell": lambda w: table(row(cell(p(seen(w)) + item(seen(w), 1)))),
    "breaks": lambda w: p(f'{t(seen(w))}<w:r><w:br w:type="page"/><w:t>{seen(w)}</w:t><w:tab/></w:r>{t(seen(w))}'),
    "equation": lambda w: p(f"<m:oMath><m:f><m:num><m:r><m:t>{seen(w)}</m:t></m:r></m:num><m:den><m:r><m:t>{seen(w)}"
                            "</m:t></m:r></m:den></m:f></m:oMath>"),
    "insert": lambda w: f'<w:customXml><w:p><w:ins w:id="7">{t(seen(w))}</w:ins></w:p></w:customXml>',
    "link": lambda w: p(f'<w:hyperlink w:anchor="x">{t(seen(w))}</w:hyperlink>'),
    "ruby": lambda w: p(f"<w:r><w:ruby><w:rubyBase>{t(seen(w))}</w:rubyBase></w:ruby></w:r>"),
    "drop": lambda w: p(seen(w), extra='<w:framePr w:dropCap="drop"/>') + p(f" {seen(w)}"),
}  # fmt: skip
HIDING = (
    '<w:style w:type="character" w:styleId="Masque"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Interne"><w:rPr><w:vanish/></w:rPr></w:style>'
)
OPEN_DOCUMENT: dict[str, Callable[[Words], str]] = {
    "plain": lambda w: writer.p(f"{seen(w)} {seen(w)}."),
    "heading": lambda w: f'<text:h text:outline-level="2">{seen(w)}</text:h>',
    "quote": lambda w: writer.p(seen(w), "Quotations"),
    "list": lambda w: writer.items(writer.p(seen(w)) + writer.items(writer.p(seen(w))), writer.p(seen(w))),
    "deleted": lambda w: f"<text:tracked-changes>{writer.p(unseen(w))}</text:tracked-changes>",
    "hidden": lambda w: writer.p(writer.span(unseen(w), "Cache") + seen(w)) + writer.p(unseen(w), "Tu"),
    "section": lambda w: f'<text:section text:display="none">{writer.p(unseen(w))}</text:section>',
    "struck": lambda w: writer.p(writer.span(seen(w), "Barre") + f" {seen(w)}"),
    "placeholder": lambda w: writer.p(f"<text:placeholder>&lt;{seen(w)}&gt;</text:placeholder>."),
    "contents": lambda w: f"<text:table-of-content>{writer.p(seen(w))}</text:table-of-content>",
    "box": lambda w: writer.p(seen(w) + writer.frame(f"<draw:text-box>{writer.p(seen(w))}</draw:text-box>", "")),
    "table": lambda w: f"<table:table>{writer.row(seen(w), seen(w))}{writer.row(seen(w), seen(w))}</table:table>",
    "one cell": lambda w: f"<table:table>{writer.row(seen(w))}</table:table>",
    "note": lambda w: writer.p(seen(w) + writer.note(f"n{next(w)}", "1", seen(w))),
    "comment": lambda w: writer.p(f"{seen(w)}<office:annotation>{writer.p(seen(w))}</office:annotation>"),
    "field": lambda w: writer.p(f"<text:author-name>{seen(w)}</text:author-name><text:tab/>{seen(w)}"),
    "repeated": lambda w: writer.p(f"{seen(w)}<text:line-break/>{seen(w)}<text:s/>{seen(w)}"),
}  # fmt: skip


def account(path: Path, body: str) -> None:
    """Each word that is seen is printed and said, or named; no other is there."""
    made = article(path)
    shown = set(_WORD.findall(" ".join(block.text for block in made.blocks)))
    named = set(_WORD.findall(" ".join(finding.message for finding in made.findings)))
    assert shown | named == {word for word in _WORD.findall(body) if word.startswith(SEEN)}
    printed = " ".join(" ".join(part.itertext()) for part in hypertext.rendered(made).iter())
    assert shown <= set(_WORD.findall(printed))
    assert shown - set(silent(made)) <= set(_WORD.findall(" ".join(said(made))))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=12))
def test_words_of_word(names: list[str]) -> None:
    counter = map(str, itertools.count(1000))
    body = "".join(PARTS[name](counter) for name in names)
    note, chunk, header = seen(counter), seen(counter), seen(counter)
    parts = {
        "styles.xml": part("w:styles", word.STYLES + HIDING),
        "numbering.xml": part("w:numbering", PLAIN + num(1, 0)),
        "footnotes.xml": part("w:footnotes", f'<w:footnote w:id="1">{p(note)}</w:footnote>'),
        "header1.xml": part("w:hdr", p(header)),
        "chunk.html": f"<p>{chunk}</p>",
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "une.docx")
        whole = body + p(t(seen(counter)) + NOTE) + CHUNK
        word.package(path, word.TITLE + whole, parts, {"rId9": "chunk.html"})
        account(path, " ".join((whole, note, chunk, header)))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.sampled_from(sorted(OPEN_DOCUMENT)), min_size=1, max_size=12))
def test_words_of_writer(names: list[str]) -> None:
    counter = map(str, itertools.count(1000))
    body = "".join(OPEN_DOCUMENT[name](counter) for name in names) + writer.p(seen(counter))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "une.odt")
        writer.document(path, writer.FIRST + body, writer.LOOKS + writer.NUMBERED)
        account(path, body)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_each_part_of_word_alone(name: str, tmp_path: Path) -> None:
    body = PARTS[name](map(str, itertools.count(1000))) + p("Fin du texte.")
    parts = {
        "styles.xml": part("w:styles", word.STYLES + HIDING),
        "numbering.xml": part("w:numbering", PLAIN + num(1, 0)),
    }
    word.package(tmp_path / "une.docx", word.TITLE + body, parts, {})
    account(tmp_path / "une.docx", body)


@pytest.mark.parametrize("wrong", ["lacking", "twice", "shown"])
def test_the_account_of_documents_sees_what_is_wrong(wrong: str, tmp_path: Path) -> None:
    body = p("lavuouai lavuouei.") + p(t("cachouai", "<w:vanish/>") + t("lavuouoi"))
    other = {
        "lacking": body.replace("lavuouei", ""),
        "twice": body.replace("lavuouei", "lavuouei lavuouui"),
        "shown": body.replace("<w:vanish/>", ""),
    }[wrong]
    word.package(tmp_path / "une.docx", word.TITLE + body, {}, {})
    account(tmp_path / "une.docx", body)
    word.package(tmp_path / "une.docx", word.TITLE + other, {}, {})
    with pytest.raises(AssertionError):
        account(tmp_path / "une.docx", body)
