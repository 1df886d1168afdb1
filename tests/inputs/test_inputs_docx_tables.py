"""Tables of Word: cells that are merged or begin late, paragraphs in cells, boxes made of one cell."""

import io
from pathlib import Path

from PIL import Image

from tests.inputs.outlines import celled, shape, tree
from tests.inputs.test_inputs_docx_drawings import LINKS, drawn, image, pic
from tests.inputs.test_inputs_docx_lists import PLAIN, num
from tests.inputs.word import item, p, part, texts, word


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    made = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def test_rows_that_begin_or_end_late(tmp_path: Path) -> None:
    late = row("12", "15", properties='<w:gridBefore w:val="1"/>')
    early = row("Orne", properties='<w:gridAfter w:val="2"/>')
    found, _ = word(tmp_path, table(row("Commune", "2023", "2024"), late, early))
    assert texts(found) == ["table: Commune\t2023\t2024\n\t12\t15\nOrne\t\t"]


def test_cells_merged_downwards_and_sideways(tmp_path: Path) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    first = row(cell("Orne", down), cell("Lait", '<w:gridSpan w:val="2"/>'))
    second = row(cell("", on), "2023", "2024")
    third = row("Manche", cell("7", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"))
    found, _ = word(tmp_path, table(first, second, third))
    assert celled(found[0]) == [
        ("", "Orne", "0,0 2×1"),
        ("", "Lait", "0,1 1×2"),
        ("", "2023", "1,1"),
        ("", "2024", "1,2"),
        ("", "Manche", "2,0"),
        ("", "7", "2,1 1×2"),
    ]


def test_rows_taken_out_while_changes_are_tracked(tmp_path: Path) -> None:
    found, _ = word(tmp_path, table(row("A", "B"), row("x", "y", properties='<w:del w:id="1"/>'), row("1", "2")))
    assert texts(found) == ["table: A\tB\n1\t2"]


def test_rows_that_are_hidden_and_cells_taken_out(tmp_path: Path) -> None:
    gone = cell("parti", '<w:cellDel w:id="1"/>')
    found, _ = word(tmp_path, table(row("A", gone, "B"), row("x", "y", properties="<w:hidden/>"), row("1", "2")))
    assert texts(found) == ["table: A\tB\n1\t2"]


def test_a_cell_that_only_invites_to_type(tmp_path: Path) -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{cell('Cliquez ici.')}</w:sdtContent></w:sdt>"
    found, findings = word(tmp_path, table(f"<w:tr>{cell('Nom')}{prompt}{cell('Âge')}</w:tr>"))
    assert texts(found) == ["table: Nom\t\tÂge"]
    assert [(one.code, "Cliquez ici." in one.message) for one in findings] == [("document-prompt", True)]


def test_paragraphs_of_one_cell_stay_apart(tmp_path: Path) -> None:
    listed = cell(item("Lac", 1) + item("Rive", 1))
    lists = {"numbering.xml": part("w:numbering", PLAIN + num(1, 0))}
    found, _ = word(tmp_path, table(row(listed, cell(p("Ouvert") + p("le lundi")))), lists)
    assert texts(found) == ["table: 1. Lac\u20282. Rive\tOuvert\u2028le lundi"]


def test_tables_in_cells_and_controls_around_rows(tmp_path: Path) -> None:
    inner = table(row("1", "2"), row("3", "4"))
    control = f"<w:sdt><w:sdtContent>{row('C', 'D')}</w:sdtContent></w:sdt>"
    found, _ = word(tmp_path, table(row("A", cell(inner + p("B"))), control))
    assert texts(found) == ["table: A\t1 2\u20283 4\u2028B\nC\tD"]


def test_a_box_of_one_cell_is_what_stands_in_it(tmp_path: Path) -> None:
    inside = p("Repères", "Titre2") + p("Trois barques.") + item("un", 1) + item("deux", 1) + p(drawn(pic()))
    lists: dict[str, str | bytes] = {"numbering.xml": part("w:numbering", PLAIN + num(1, 0))}
    lists["media/image1.png"] = image()
    found, _ = word(
        tmp_path, p("Avant.") + table(row(cell(inside)), row("Fin de la boîte.")) + p("Après."), lists, LINKS
    )
    assert texts(found) == [
        "paragraph: Avant.", "heading: Repères", "paragraph: Trois barques.", "item: 1. un", "item: 2. deux",
        "figure: Une vache", "paragraph: Fin de la boîte.", "paragraph: Après.",
    ]  # fmt: skip
    assert "List(Item(item) Item(item))" in shape(tree(found))


def test_a_picture_in_a_table_stands_below_it(tmp_path: Path) -> None:
    found, _ = word(tmp_path, table(row("A", cell(p(drawn(pic()))))), {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["table: A\t", "figure: Une vache"]
    assert Image.open(io.BytesIO(found[1].content)).size == (40, 20)
