"""Documents of Writer: lists, notes, tables, pictures, formulas and charts."""

from pathlib import Path

from editions.articles import article
from editions.model import Figure
from tests.inputs.outlines import celled, marked, shape, tree
from tests.inputs.test_inputs_docx_drawings import image
from tests.inputs.word import texts
from tests.inputs.writer import (
    FIRST,
    NUMBERED,
    PICTURE,
    SPACES,
    STYLES,
    cell,
    document,
    frame,
    items,
    level,
    note,
    odt,
    p,
    row,
)


def test_lists_have_the_numbers_that_are_shown(tmp_path: Path) -> None:
    inner = items(p("a"), p("b") + items(p("fin"), style="L1"), style="L1")
    body = items(p("un") + inner, p("deux") + p("suite"), "<text:list-header/>" if False else p("trois"))
    body += p("Entre.") + items(p("neuf")) + items(p("point"), style="L2")
    found, _ = odt(tmp_path, body, automatic=NUMBERED)
    assert [piece.text for piece in found] == [
        "1. un", "a) a", "b) b", "1.b.1 fin", "2. deux", "suite", "3. trois", "Entre.", "1. neuf", "point"
    ]  # fmt: skip
    assert shape(tree(found[:2])) == "List(Item(item List(Item(item))))"


def test_lists_that_go_on_or_begin_elsewhere(tmp_path: Path) -> None:
    body = items(p("un"), p("deux"), more='xml:id="a"') + p("Entre.") + items(p("trois"), more='text:continue-list="a"')
    body += items(p("quatre"), more='text:continue-numbering="true"')
    body += '<text:list text:style-name="L1"><text:list-header>' + p("Tête") + "</text:list-header>"
    body += '<text:list-item text:start-value="7">' + p("sept") + "</text:list-item></text:list>"
    found, _ = odt(tmp_path, body, automatic=NUMBERED)
    assert [piece.text for piece in found] == ["1. un", "2. deux", "Entre.", "3. trois", "4. quatre", "Tête", "7. sept"]


def test_headings_have_the_numbers_of_the_outline(tmp_path: Path) -> None:
    levels = level(2, "1") + level(3, "A", "", 2)
    outline = f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'
    heads = ((2, "Un"), (3, "A"), (2, "Deux"))
    body = "".join(f'<text:h text:outline-level="{at}">{words}</text:h>' for at, words in heads)
    found, _ = odt(tmp_path, body, common=STYLES + outline)
    assert texts(found) == ["heading: 1. Un", "heading: 1.A A", "heading: 2. Deux"]


def test_notes_have_their_numbers_and_marks(tmp_path: Path) -> None:
    body = p(f"Un{note('n1', '1', 'La note.')} et{note('n2', '*', 'Étoile.', '*')}.") + p(
        note("n3", "i", "Fin.", kind="endnote")
    )
    found, _ = odt(tmp_path, body)
    assert texts(found) == [
        "paragraph: Un[1] et*.", "paragraph: [i]", "note: [1] La note.", "note: * Étoile.", "note: [i] Fin."
    ]  # fmt: skip
    assert marked(found[0]) == [("notecall", "[1]", "footnote-n1"), ("notecall", "*", "footnote-n2")]
    assert (found[2].within[0].key, found[2].within[0].label) == ("footnote-n1", "[1]")


def test_tables(tmp_path: Path) -> None:
    head = f"<table:table-header-rows>{row('Lieu', '2023', '2024')}</table:table-header-rows>"
    down = cell(p("Orne"), 'table:number-rows-spanned="2"')
    first = row(down, "1", cell(p("Ouvert") + p("lundi")))
    second = row("<table:covered-table-cell/>", cell(p("2"), 'table:number-columns-repeated="2"'))
    found, _ = odt(tmp_path, f"<table:table>{head}{first}{second}</table:table>" + p("Fin."))
    assert celled(found[0]) == [
        ("column", "Lieu", "0,0"), ("column", "2023", "0,1"), ("column", "2024", "0,2"),
        ("", "Orne", "1,0 2×1"), ("", "1", "1,1"), ("", "Ouvert\u2028lundi", "1,2"), ("", "2", "2,1"), ("", "2", "2,2"),
    ]  # fmt: skip


def test_a_box_of_one_cell_is_what_stands_in_it(tmp_path: Path) -> None:
    inner = '<text:h text:outline-level="2">Repères</text:h>' + p("Trois barques.")
    found, _ = odt(tmp_path, f"<table:table>{row(cell(inner))}</table:table>")
    assert texts(found) == ["heading: Repères", "paragraph: Trois barques."]


def test_pictures_boxes_and_captions(tmp_path: Path) -> None:
    captioned = frame(f"<draw:text-box>{p(frame(PICTURE) + 'La vache, hier.', 'Illustration')}</draw:text-box>", "")
    decorating = frame(PICTURE, more='loext:decorative="true"')
    body = p("Le pré." + frame(PICTURE, "<svg:title>Vache</svg:title>") + decorating) + p(captioned)
    body += p("<draw:custom-shape><text:p>Dans la forme.</text:p></draw:custom-shape>")
    parts: dict[str, str | bytes] = {"Pictures/1.png": image()}
    found, findings = odt(tmp_path, body, parts=parts)
    assert sorted(texts(found)) == sorted([
        "paragraph: Le pré.", "figure: Vache", "figure: Une vache", "caption: La vache, hier.",
        "paragraph: Dans la forme.",
    ])  # fmt: skip
    assert [(piece.picture, piece.content) for piece in found if piece.kind == "figure"] == 2 * [
        ("une.odt/1.png", image())
    ]
    assert findings == []


def test_an_article_has_the_picture_with_its_caption(tmp_path: Path) -> None:
    captioned = frame(f"<draw:text-box>{p(frame(PICTURE) + 'La vache, hier.', 'Illustration')}</draw:text-box>", "")
    document(tmp_path / "une.odt", FIRST + p("Le pré.") + p(captioned), parts={"Pictures/1.png": image()})
    figure = next(node for node in article(tmp_path / "une.odt").body if isinstance(node, Figure))
    assert figure.picture
    assert figure.picture.path.read_bytes() == image()
    assert figure.caption
    assert figure.caption.text == "La vache, hier."


FORMULA = (
    f"<math:math {SPACES}><math:semantics><math:mrow><math:mfrac><math:mn>1</math:mn><math:mn>2</math:mn></math:mfrac>"
    "<math:mo>+</math:mo><math:msup><math:mn>10</math:mn><math:mn>6</math:mn></math:msup></math:mrow>"
    '<math:annotation encoding="StarMath 5.0">1 over 2 + 10^6</math:annotation></math:semantics></math:math>'
)


def test_formulas_are_words_of_their_sentence(tmp_path: Path) -> None:
    linked = frame('<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>', "")
    found, _ = odt(tmp_path, p(f"Soit {linked} ici."), parts={"Object 1/content.xml": FORMULA})
    assert texts(found) == ["paragraph: Soit 1⁄2+10⁶ ici."]


def test_charts_are_tables(tmp_path: Path) -> None:
    table = f"<table:table>{row(cell(''), 'Lait')}{row('2024', '12,5')}</table:table>"
    chart = f"<chart:chart><chart:title>{p('Les prix')}</chart:title><chart:plot-area/>{table}</chart:chart>"
    body = f"<office:body><office:chart>{chart}</office:chart></office:body>"
    content = f"<office:document-content {SPACES}>{body}</office:document-content>"
    linked = frame('<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>', "")
    found, _ = odt(tmp_path, p(linked), parts={"Object 1/content.xml": content})
    assert texts(found) == ["caption: Les prix", "table: \tLait\n2024\t12,5"]
