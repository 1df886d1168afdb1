"""Numbers of lists, headings and notes: those that Word shows."""

from pathlib import Path

import pytest

from editions.manuscript.numerals import written
from tests.inputs.outlines import shape, tree
from tests.inputs.word import STYLES, item, p, part, texts, word


def level(at: int, kind: str, pattern: str, extra: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}">{extra}<w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'


def model(identifier: int, *levels: str, link: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{link}{"".join(levels)}</w:abstractNum>'


def num(identifier: int, of: int, extra: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def read(folder: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    parts = {"numbering.xml": part("w:numbering", numbering), "styles.xml": part("w:styles", STYLES + styles)}
    return texts(word(folder, body, parts)[0])


PLAIN = model(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%3."))


def test_a_list_begins_where_it_says(tmp_path: Path) -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item("un", 1) + item("deux", 1) + item("trois", 2) + item("quatre", 2) + item("cinq", 1)
    found = read(tmp_path, body, PLAIN + num(1, 0) + num(2, 0, start))
    assert found == ["item: 1. un", "item: 2. deux", "item: 5. trois", "item: 6. quatre", "item: 7. cinq"]


def test_lists_on_one_model_go_on_together_those_on_two_do_not(tmp_path: Path) -> None:
    other = model(1, level(0, "upperLetter", "%1."))
    body = item("un", 1) + p("Entre.") + item("deux", 2) + item("autre", 3) + item("trois", 1)
    found = read(tmp_path, body, PLAIN + other + num(1, 0) + num(2, 0) + num(3, 1))
    assert found == ["item: 1. un", "paragraph: Entre.", "item: 2. deux", "item: A. autre", "item: 3. trois"]


def test_a_deeper_level_begins_anew_below_a_higher_one(tmp_path: Path) -> None:
    body = item("un", 1) + item("a", 1, 1) + item("b", 1, 1) + item("deux", 1) + item("c", 1, 1)
    assert read(tmp_path, body, PLAIN + num(1, 0)) == [
        "item: 1. un", "item: a) a", "item: b) b", "item: 2. deux", "item: a) c"
    ]  # fmt: skip


def test_a_level_that_never_begins_anew(tmp_path: Path) -> None:
    kept = model(0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    body = item("un", 1) + item("a", 1, 1) + item("deux", 1) + item("b", 1, 1)
    assert read(tmp_path, body, kept + num(1, 0))[1::2] == ["item: 1) a", "item: 2) b"]


def test_legal_numbers_are_figures_throughout(tmp_path: Path) -> None:
    legal = model(0, level(0, "upperRoman", "%1."), level(1, "upperRoman", "%1.%2", "<w:isLgl/>"))
    body = item("un", 1) + item("deux", 1) + item("alinéa", 1, 1)
    assert read(tmp_path, body, legal + num(1, 0)) == ["item: I. un", "item: II. deux", "item: 2.1 alinéa"]


def test_a_level_of_its_own_in_one_list(tmp_path: Path) -> None:
    own = level(0, "upperLetter", "Article %1 :", '<w:start w:val="3"/>')
    over = f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride>'
    assert read(tmp_path, item("un", 1) + item("deux", 1), PLAIN + num(1, 0, over)) == [
        "item: Article C : un", "item: Article D : deux"
    ]  # fmt: skip


def test_a_list_and_its_level_come_from_the_style(tmp_path: Path) -> None:
    lists = model(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Sous"/>'))
    styles = (
        '<w:style w:styleId="Liste"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="Sous"><w:name w:val="List Number 2"/><w:basedOn w:val="Liste"/></w:style>'
        '<w:style w:styleId="Dit"><w:name w:val="Dit"/><w:basedOn w:val="Liste"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("un", "Liste") + p("a", "Sous") + p("b", "Dit") + p("deux", "Liste")
    body += p("hors", "Liste", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(tmp_path, body, lists + num(1, 0), styles) == [
        "item: 1. un", "item: a) a", "item: b) b", "item: 2. deux", "paragraph: hors"
    ]  # fmt: skip


def test_a_list_that_a_style_of_lists_defines(tmp_path: Path) -> None:
    linked = model(0, level(0, "decimal", "%1."), link='<w:styleLink w:val="Ma"/>') + model(
        1, link='<w:numStyleLink w:val="Ma"/>'
    )
    style = '<w:style w:type="numbering" w:styleId="Ma"><w:name w:val="Ma"/><w:pPr><w:numPr><w:numId w:val="9"/>' \
            "</w:numPr></w:pPr></w:style>"  # fmt: skip
    found = read(tmp_path, item("un", 1) + item("deux", 9), linked + num(9, 0) + num(1, 1), style)
    assert found == ["item: 1. un", "item: 2. deux"]


def test_links_between_styles_and_lists_that_go_round_end(tmp_path: Path) -> None:
    linked = model(0, link='<w:numStyleLink w:val="Ma"/>')
    style = (
        '<w:style w:type="numbering" w:styleId="Ma"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert read(tmp_path, item("un", 1), linked + num(1, 0), style) == ["item: un"]


def test_headings_captions_and_quotes_have_their_numbers(tmp_path: Path) -> None:
    heads = model(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "none", "Encadré"))
    body = item("Faits", 1, 0, "Titre1") + item("Suite", 1, 1, "Titre2") + item("Fin", 1, 0, "Titre1")
    body += item("Dit", 1, 1, "Citation") + item("Plus", 1, 2)
    found = read(tmp_path, body + p("Sans", "Titre1"), heads + num(1, 0))
    assert found == [
        "heading: 1. Faits", "heading: 1.1 Suite", "heading: 2. Fin", "quote: 2.1 Dit", "item: Encadré Plus",
        "heading: Sans",
    ]  # fmt: skip


def test_bullets_are_drawn_words_that_stand_for_one_are_kept(tmp_path: Path) -> None:
    lists = model(0, level(0, "bullet", "o"), level(1, "bullet", "NB"), level(2, "bullet", "\uf0a7"))
    body = item("un", 1) + item("deux", 1, 1) + item("trois", 1, 2)
    assert read(tmp_path, body, lists + num(1, 0)) == ["item: un", "item: NB deux", "item: trois"]


def test_what_is_empty_or_deleted_has_no_number(tmp_path: Path) -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>parti</w:delText></w:r></w:del>'
    body = item("un", 1) + item("<w:r/>", 1) + item(gone, 1) + item("deux", 1)
    found, _ = word(tmp_path, body, {"numbering.xml": part("w:numbering", PLAIN + num(1, 0))})
    assert texts(found) == ["item: 1. un", "item: 2. deux"]
    assert shape(tree(found)) == "List(Item(item) Item(item))"


@pytest.mark.parametrize(
    "number, kind, expected",
    [
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (7, "decimalZero", "07"),
        (1, "ordinal", "1er"),
        (2, "ordinal", "2e"),
        (1, "ordinalText", "premier"),
        (12, "cardinalText", "douze"),
        (21, "ordinalText", "21e"),
        (2, "chicago", "†"),
        (3, "decimalEnclosedCircle", "③"),
        (5, "numberInDash", "- 5 -"),
        (5, "hindiVowels", "5"),
        (0, "upperRoman", "0"),
    ],
)
def test_kinds_of_numbers(number: int, kind: str, expected: str) -> None:
    assert written(number, kind) == expected
