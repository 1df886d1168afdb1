"""Articles as HTML: all words, in order, each sentence with its id; nothing of an article becomes markup."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from editions import articles, hypertext
from editions.model import Article, Block, Span
from editions.model.runs import Lowered, Raised, Strong
from tests.inputs import word

EVERY_KIND = """---
title: "Le marché : tout & plus"
---

Le *marché* rouvre à 13 h, [dit-on](https://exemple.fr/a?b=1&c=2), **samedi**[^1]. Oui. Deux lignes\\
ici.

> « On attend ça depuis un an. »

## Les horaires \\<b>d'ici\\</b>

| Commune | Jour |
| --- | --- |
| Vérin | samedi |

1. Venez à pied.
2. Prenez un sac.

- Un
  - Deux

### Plus bas

![Une place](place.png)

[^1]: Voir [ici](ftp://exemple.fr).
"""


@pytest.fixture
def every(tmp_path: Path) -> Article:
    path = tmp_path / "a.md"
    path.write_text(EVERY_KIND, encoding="utf-8")
    return articles.article(path)


def words(text: str) -> list[str]:
    return text.split()


def shown(element: "etree._Element") -> str:
    """The words, with a blank where an element ends."""
    return " ".join(str(text) for text in element.itertext())


def test_every_word_is_there_in_order(every: Article) -> None:
    section = hypertext.rendered(every)
    expected = [block.text for block in every.blocks]
    assert "".join("".join(map(str, section.itertext())).split()) == "".join("".join(expected).split())


def test_each_sentence_has_its_id_once(every: Article) -> None:
    found = [str(name) for name in hypertext.rendered(every).xpath("//@id")]
    assert len(found) == len(set(found))
    assert {sentence.id for block in every.blocks for sentence in block.sentences} <= set(found)


def test_each_kind_keeps_its_nature(every: Article) -> None:
    section = hypertext.rendered(every)
    for path in (
        "h1", "blockquote/p", "section/h2", "section/section/h3", ".//table/thead/tr/th[@scope='col']",
        ".//tbody/tr/td",
        ".//ol[@role='list']/li", ".//ul/li/ul/li", ".//strong", ".//br", ".//aside[@class='note']",
    ):  # fmt: skip
        assert section.find(path) is not None, path
    title = section.find("h1")
    assert title is not None
    assert section.get("aria-labelledby") == title.get("id")


def test_a_call_leads_to_its_note_and_links_run_nothing(every: Article) -> None:
    section = hypertext.rendered(every)
    addresses = [str(address) for address in section.xpath("//a/@href")]
    assert addresses == ["https://exemple.fr/a?b=1&c=2", f"#{every.slug}-note-1", f"#{every.slug}-note-1-call"]
    assert [str(made.get("role")) for made in section.iter("a", "aside")] == [
        "None", "doc-noteref", "doc-footnote", "doc-backlink",
    ]  # fmt: skip
    assert all(section.xpath(f"//*[@id='{address[1:]}']") for address in addresses[1:])


def test_a_note_that_nobody_calls_leads_nowhere_and_the_first_call_alone_has_an_id(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nUn[^1] et[^1] deux.\n\n[^1]: B.\n\n[^2]: C.\n", encoding="utf-8")
    section = hypertext.rendered(articles.article(tmp_path / "a.md"))
    assert section.xpath("//a/@href") == ["#a-note-1", "#a-note-1", "#a-note-1-call"]
    assert section.xpath("//a/@id") == ["a-note-1-call"]


def test_paragraphs_of_one_cell_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    cells = f"<w:tr><w:tc>{word.p('Lac')}</w:tc><w:tc>{word.p('Ouvert')}{word.p('le lundi')}</w:tc></w:tr>"
    word.package(tmp_path / "a.docx", f"{word.TITLE}<w:tbl>{cells}</w:tbl>", {}, {})
    section = hypertext.rendered(articles.article(tmp_path / "a.docx"))
    cell = section.xpath("//td")[1]
    assert [len(cell.xpath(".//br")), "".join(cell.itertext())] == [1, "Ouvertle lundi"]


def test_nothing_becomes_markup(every: Article) -> None:
    text = etree.tostring(hypertext.rendered(every), encoding="unicode")
    assert "<b>" not in text
    assert "&lt;b&gt;" in text


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_any_words_and_runs_are_kept(text: str, places: list[tuple[int, int]]) -> None:
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff")
    kinds: tuple[type[Strong | Raised | Lowered], ...] = (Strong, Raised, Lowered, Strong)
    spans = [Span(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places]
    runs = tuple(kind(span) for kind, span in zip(kinds, spans, strict=False) if span.start < span.end)
    block = Block("a-b1", "paragraph", text, (len(text),) if text else (), runs)
    section = hypertext.rendered(Article("a", "", (block,), Path("a.txt")))
    again = etree.fromstring(etree.tostring(section))  # well-formed, whatever the characters
    whole = "".join(map(str, again.itertext()))
    assert [c for c in whole if c.isalnum()] == [c for c in text if c.isalnum()] or "\ufffd" in whole


def test_a_picture_has_its_words_and_one_that_is_lacking_leaves_them(every: Article) -> None:
    section = hypertext.rendered(every)  # there is no place.png
    assert section.find(".//img") is None
    assert "Une place" in shown(section)


def test_what_is_lit_has_no_blank_at_its_end(every: Article) -> None:
    sentences = [block.sentences for block in every.blocks if len(block.sentences) > 1]
    first = sentences[0][0]
    (holder,) = hypertext.rendered(every).xpath("//*[@id=$name]", name=first.id)
    assert "".join(holder.itertext()) == first.text.rstrip()
    assert holder.tail == " "
