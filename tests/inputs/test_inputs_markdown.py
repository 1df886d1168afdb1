"""Articles in Markdown: blocks, marks, front matter, and words that CommonMark would drop."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.inputs.markdown import understood
from tests.inputs.marked import pieces, read_text
from tests.inputs.outlines import celled, kinds, marked, shape, tree


def test_title_headings_and_their_levels(tmp_path: Path) -> None:
    found, _ = read_text(tmp_path, "# Un\n\nA.\n\n#### Deux\n\n## Trois\n\n###### Quatre\n\n##\n\n# Cinq\n\nB.\n")
    assert kinds(found) == [
        ("title", 0, "Un"),
        ("paragraph", 0, "A."),
        ("heading", 2, "Deux"),
        ("heading", 2, "Trois"),
        ("heading", 3, "Quatre"),
        ("heading", 2, "Cinq"),
        ("paragraph", 0, "B."),
    ]


def test_a_title_given_twice_is_one_title(tmp_path: Path) -> None:
    found, _ = read_text(tmp_path, "---\ntitle: Le lait\n---\n# Le lait\n\nTexte.\n")
    assert kinds(found) == [("title", 0, "Le lait"), ("paragraph", 0, "Texte.")]


def test_a_first_paragraph_in_bold_is_the_lede_and_a_last_name_signs(tmp_path: Path) -> None:
    found, _ = read_text(tmp_path, "# Le lait\n\n**Tout augmente.**\n\nTexte.\n\nAnne Durand\n")
    assert [piece.kind for piece in found] == ["title", "lede", "paragraph", "byline"]
    assert found[1].runs == ()


def test_words_inside_a_paragraph() -> None:
    (piece,) = pieces("Du *lait* **cru** à [la ferme](https://exemple.fr), `code` &amp; <b>html</b>  \nfin\nde ligne\n")
    assert piece.text == "Du lait cru à la ferme, code & html\nfin de ligne"
    assert marked(piece) == [
        ("strong", "lait", ""),
        ("strong", "cru", ""),
        ("link", "la ferme", "https://exemple.fr"),
        ("strong", "html", ""),
    ]


def test_lists() -> None:
    found = list(pieces("3. un\n4. deux\n   - sous\n     - plus bas\n\n   encore deux\n\n* point\n"))
    assert kinds(found) == [
        ("item", 1, "3. un"),
        ("item", 1, "4. deux"),
        ("item", 2, "sous"),
        ("item", 3, "plus bas"),
        ("paragraph", 0, "encore deux"),
        ("item", 1, "point"),
    ]
    assert marked(found[0]) == [("label", "3.", "")]
    nested = "Item(item List(Item(item List(Item(item)))) paragraph)"
    assert shape(tree(found)) == f"List(Item(item) {nested}) List(Item(item))"


def test_numbers_without_words_stay() -> None:
    assert kinds(list(pieces("12)\n\ntexte\n\n1. - un\n"))) == [
        ("item", 1, "12)"),
        ("paragraph", 0, "texte"),
        ("item", 1, "1."),
        ("item", 2, "un"),
    ]


def test_quotes_and_code() -> None:
    assert kinds(list(pieces("> Une citation\n> longue\n\n```\nx  = 1\n\ty\n```\n"))) == [
        ("quote", 0, "Une citation longue"),
        ("code", 0, "x  = 1\n\ty"),
    ]


def test_tables_keep_every_cell() -> None:
    (piece,) = pieces("| Lait | Prix |\n|---|--:|\n| **cru** | 1 € |\n| | 2 € |\n")
    assert piece.text == "Lait\tPrix\ncru\t1 €\n\t2 €"
    assert marked(piece) == [("strong", "cru", "")]
    assert celled(piece) == [
        ("column", "Lait", "0,0"),
        ("column", "Prix", "0,1"),
        ("", "cru", "1,0"),
        ("", "1 €", "1,1"),
        ("", "", "2,0"),
        ("", "2 €", "2,1"),
    ]


def test_cells_beyond_the_header_are_kept() -> None:
    (piece,) = pieces("| Lait |\n|---|\n| cru | 1 € | bio |\n| 2 |\n")
    assert piece.text == "Lait\t\t\ncru\t1 €\tbio\n2\t\t"


def test_an_image_is_a_figure_with_its_caption() -> None:
    found = list(pieces('Avant ![Le *moulin*](moulin.png "Le moulin. Photo : Anne Durand") après\n\n![](b.png)\n'))
    assert kinds(found) == [
        ("paragraph", 0, "Avant après"),
        ("figure", 0, "Le moulin"),
        ("caption", 0, "Le moulin. Photo : Anne Durand"),
        ("figure", 0, ""),
    ]
    assert (found[1].picture, found[1].runs) == ("moulin.png", ())
    assert marked(found[2]) == [("credit", "Photo : Anne Durand", "")]
    assert found[3].picture == "b.png"


def test_a_paragraph_in_italics_below_a_figure_is_its_caption(tmp_path: Path) -> None:
    found, _ = read_text(tmp_path, "# Crue\n\n![Le moulin](m.png)\n\n*Le moulin - Anne Durand / AFP*\n\nTexte.\n")
    assert kinds(found)[2] == ("caption", 0, "Le moulin - Anne Durand / AFP")
    assert marked(found[2]) == [("credit", "Anne Durand / AFP", "")]


def test_words_that_look_like_references_stay() -> None:
    found = list(
        pieces("Texte[^1].\n\n[^1]: Note.\n\n[Édito]: demain\n\n[vu](x) et [là]\n\n[là]: https://exemple.fr\n")
    )
    assert [piece.text for piece in found] == ["Texte[1].", "[1] Note.", "[Édito]: demain", "vu et là"]
    assert [marked(piece) for piece in found[:2]] == [[("notecall", "[1]", "1")], [("label", "[1]", "")]]
    assert shape(tree(found)) == "paragraph Note(note) paragraph paragraph"


def test_lines_that_define_notes_are_a_note_each() -> None:
    found = list(
        pieces("Un[^a] `[^b]` deux[^b].\n\n[^a]: **Dit** hier[^b].\n[^b]: https://exemple.fr\n\n    [^c]: x\n")
    )
    assert [piece.text for piece in found] == [
        "Un[a] [^b] deux[b].", "[a] Dit hier[b].", "[b] https://exemple.fr", "[^c]: x"
    ]  # fmt: skip
    assert marked(found[1]) == [("label", "[a]", ""), ("strong", "Dit", ""), ("notecall", "[b]", "b")]
    assert shape(tree(found)) == "paragraph Note(note) Note(note) code"


def test_two_lists_are_two_and_a_quotation_is_one() -> None:
    found = list(pieces("- a\n- b\n\n1. c\n2. d\n"))
    assert shape(tree(found)) == "List(Item(item) Item(item)) List(Item(item) Item(item))"
    found = list(pieces("> Un.\n>\n> Deux.\n>\n> - trois\n\nQuatre.\n\n> Cinq.\n"))
    assert shape(tree(found)) == "Quotation(quote quote List(Item(item))) paragraph Quotation(quote)"


def test_questions_in_bold_head_their_answers(tmp_path: Path) -> None:
    text = "# Le lait\n\nUn entretien.\n\n**D'où vient-il ?**\n\nDe la ferme.\n\n## Plus tard\n\nEncore.\n\n"
    found, _ = read_text(tmp_path, f"{text}**Et la crème ?**\n\nAussi.\n\n**Fin ?**\n")
    assert kinds(found)[2:] == [
        ("question", 2, "D'où vient-il ?"),
        ("paragraph", 0, "De la ferme."),
        ("heading", 2, "Plus tard"),
        ("paragraph", 0, "Encore."),
        ("question", 3, "Et la crème ?"),
        ("paragraph", 0, "Aussi."),
        ("paragraph", 0, "Fin ?"),
    ]
    assert found[2].runs == ()


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "![" * 20_000, ">" * 5_000 + " fin", "\n".join("  " * n + "- x" for n in range(300)), "*a " * 5_000,
     "\n".join(">" * n + " x" for n in range(300)), "`" * 20_000, "&" * 20_000, "<" * 20_000],
    ids=["brackets", "images", "quotes", "lists", "stars", "stairs", "ticks", "entities", "angles"],
)  # fmt: skip
def test_hostile_markup_is_read_in_no_time(text: str) -> None:
    started = time.process_time()
    found = list(pieces(text))
    assert time.process_time() - started < 5
    assert sum(piece.text.count("x") for piece in found) == text.count("x")


def test_a_wide_table(tmp_path: Path) -> None:
    rows = ["|" + "|".join(f"c{column}" for column in range(60)) + "|", "|" + "-|" * 60]
    rows += ["|" + "|".join(f"r{row}x{column}" for column in range(60)) + "|" for row in range(40)]
    (piece,) = pieces("\n".join(rows))
    assert len(piece.cells) == 41 * 60
    assert piece.text.split("\n")[40].split("\t")[59] == "r39x59"


MARKUP = st.sampled_from(
    ["mot", "Crue", "n12", "*", "**", "_", "`", "[", "]", "(", ")", "!", "> ", "- ", "1. ", "# ", "\n", "\n\n", "    ",
     "|", "|-|-|\n", "<b>", "&", "\\", "---", "^", ":", "~~", "  \n", '"']
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(MARKUP, max_size=40).map("".join))
def test_no_word_is_lost(text: str) -> None:
    found, left_out = understood(text)
    shown = re.findall(r"mot|Crue|n12", " ".join([*(piece.text for piece in found), *left_out.struck]))
    typed = re.findall(r"mot|Crue|n12", text)
    if "](" not in text and "```" not in text and "~~~" not in text:
        assert sorted(shown) == sorted(typed)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Un <!-- à voir --> deux.\n\n<!--\nà relire\n\n-->\n\nTrois.\n", ["Un deux.", "Trois."]),
        ("Un<br>deux<br/>trois\n", ["Un\ndeux\ntrois"]),
        ("Le 1<sup>er</sup>, H<sub>2</sub>O, <u>vu</u>, <b>gras</b>, <kbd>a</kbd>\n", ["Le 1er, H2O, vu, gras, a"]),
        ("Il dit <q>oui</q>.\n", ["Il dit «\u00a0oui\u00a0»."]),
        ("Il coûte ~~20 €~~ <del>10 €</del> 30 €.\n", ["Il coûte 30 €."]),
        ("Lire <span hidden>non</span> la <i class='sr-only'>non</i> suite.\n", ["Lire la suite."]),
        ("<Anne Durand> et <nom> et 1 < 2 > 0\n", ["<Anne Durand> et <nom> et 1 < 2 > 0"]),
        ("<auteur>\n\nUn.\n", ["<auteur>", "Un."]),
        ("<div class=boite>\n\nUn *mot*.\n\n</div>\n", ["Un mot."]),
        ("<ol reversed><li>un<li>deux</ol>\n\n<ul><li>trois</ul>\n", ["2. un", "1. deux", "trois"]),
        ("<table><tr><th>A<th>B<tr><td>1<td>2</table>\n", ["A\tB\n1\t2"]),
        ("<script>x = 1</script>\n\n<style>p {}</style>\n\nUn.\n", ["Un."]),
        ("1&#8203;200&nbsp;&euro; et con&shy;seil\n", ["1200\u00a0€ et conseil"]),
        ("`<b>` et\n\n    <!-- code -->\n", ["<b> et", "<!-- code -->"]),
        ("- <!-- rien -->\n- un\n", ["un"]),
    ],
)
def test_html_in_markdown(text: str, expected: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == expected


def test_marks_of_html_in_markdown() -> None:
    (piece,) = pieces("Le 1<sup>er</sup> H<sub>2</sub> <b>gras</b> <a href='x'>lien</a>\n")
    assert marked(piece) == [("raised", "er", ""), ("lowered", "2", ""), ("strong", "gras", ""), ("link", "lien", "x")]
    assert kinds(pieces("<figure><img src=a.jpg alt=Pont><figcaption>Vu</figcaption></figure>\n")) == [
        ("figure", 0, "Pont"),
        ("caption", 0, "Vu"),
    ]
    lists = pieces("<ul><li>un</ul>\n\nMot.\n\n<ul><li>deux</ul>\n")
    assert shape(tree(lists)) == "List(Item(item)) paragraph List(Item(item))"


def test_what_is_not_shown_is_named(tmp_path: Path) -> None:
    text = "# Lac\n\nUn <!-- à voir --> ~~mot~~ <span hidden>caché</span>.\n\n<!-- vu -->\n"
    _, findings = read_text(tmp_path, text)
    assert [(finding.code, finding.message) for finding in findings] == [
        ("comment-left-out", "commentaire non repris : à voir · vu"),
        ("struck-left-out", "texte barré non repris : mot"),
        ("html-hidden", "texte caché non repris : caché"),
    ]


def test_struck_words_are_named_to_the_last(tmp_path: Path) -> None:
    long = " ".join(f"mot{number}" for number in range(80))
    _, (finding,) = read_text(tmp_path, f"# Lac\n\nIl coûte ~~{long}~~ 30 €.\n")
    assert finding.message.endswith(long)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("![Carte][c]\n\n[c]: cartes/lac.png\n", ["Carte"]),
        ('![Carte][c]\n\n[c]: lac "Vu du pont"\n', ["Carte", "Vu du pont"]),
        ("Voir [la carte].\n\n[La carte]: <mon lac.png>\n", ["Voir la carte."]),
        ("Un.\n\n[c]: cartes/lac.png\n", ["Un."]),
        ("Un.\n\n[Note]: à revoir\n", ["Un.", "[Note]: à revoir"]),
        ("Un.\n\n[Édito]: demain\n", ["Un.", "[Édito]: demain"]),
        ("Un.\n\n[Vu]: et/ou\n", ["Un.", "[Vu]: et/ou"]),
    ],
)
def test_reference_definitions(text: str, expected: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == expected


def test_a_rule_is_a_pause_and_makes_no_heading_of_a_sentence(tmp_path: Path) -> None:
    found, _ = read_text(tmp_path, "# Lac\n\nUn.\n\n---\n\nDeux.\n---\nTrois.\n\n___\n\nInter\n---\nQuatre.\n")
    assert kinds(found)[1:] == [
        ("paragraph", 0, "Un."),
        ("paragraph", 0, "Deux."),
        ("paragraph", 0, "Trois."),
        ("heading", 2, "Inter"),
        ("paragraph", 0, "Quatre."),
    ]
    assert [marked(piece) for piece in found[1:4]] == [[("pause", "", "0.0")]] * 3
