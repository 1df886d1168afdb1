"""Notes of Word with the numbers and marks that the reader sees."""

from pathlib import Path

from tests.inputs.outlines import marked
from tests.inputs.word import p, part, t, texts, word


def call(identifier: int, kind: str = "footnote", extra: str = "") -> str:
    return f'<w:r><w:{kind}Reference {extra} w:id="{identifier}"/></w:r>'


def notes(kind: str = "footnote", **written: str) -> dict[str, str]:
    made = f'<w:{kind} w:type="separator" w:id="-1">{p("—")}</w:{kind}>'
    made += "".join(f'<w:{kind} w:id="{key[1:]}">{p(text)}</w:{kind}>' for key, text in written.items())
    return {f"{kind}s.xml": part(f"w:{kind}s", made)}


def test_numbers_are_counted_in_the_order_of_the_calls(tmp_path: Path) -> None:
    body = p(t("Un") + call(7) + t(" et deux") + call(0) + t("."))
    found, _ = word(tmp_path, body, notes(_0="La seconde.", _7="La première.", _9="Que nul n'appelle."))
    assert texts(found) == ["paragraph: Un[1] et deux[2].", "note: [1] La première.", "note: [2] La seconde."]
    assert marked(found[0]) == [("notecall", "[1]", "footnote-7"), ("notecall", "[2]", "footnote-0")]
    assert (found[1].within[0].key, found[1].within[0].label) == ("footnote-7", "[1]")


def test_footnotes_and_endnotes_have_numbers_of_their_own_kinds(tmp_path: Path) -> None:
    body = p(t("Un") + call(1) + call(1, "endnote") + call(2, "endnote"))
    found, _ = word(tmp_path, body, {**notes(_1="Bas."), **notes("endnote", _1="Fin.", _2="Fin deux.")})
    assert texts(found) == ["paragraph: Un[1][i][ii]", "note: [1] Bas.", "note: [i] Fin.", "note: [ii] Fin deux."]


def test_kinds_first_numbers_and_fresh_starts(tmp_path: Path) -> None:
    kind = (
        '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/><w:numRestart w:val="{}"/></w:footnotePr>'
    )
    end = "<w:sectPr/>"
    body = p(t("Un") + call(1)) + p(t("Deux") + call(2), extra=end) + p(t("Trois") + call(3))
    parts = notes(_1="A.", _2="B.", _3="C.")
    settings = {"settings.xml": part("w:settings", kind.format("eachSect"))}
    assert [piece.text for piece in word(tmp_path, body, {**parts, **settings})[0]][:3] == [
        "Un[c]",
        "Deux[d]",
        "Trois[c]",
    ]
    settings = {"settings.xml": part("w:settings", kind.format("continuous"))}
    assert [piece.text for piece in word(tmp_path, body, {**parts, **settings})[0]][2] == "Trois[e]"
    paged = p(t("Un") + call(1) + '<w:r><w:br w:type="page"/></w:r>' + call(2))
    settings = {"settings.xml": part("w:settings", kind.format("eachPage"))}
    assert word(tmp_path, paged, {**parts, **settings})[0][0].text == "Un[c]\n[c]"


def test_marks_of_ones_own_count_for_nothing(tmp_path: Path) -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    found, _ = word(tmp_path, p(t("Le maire") + own + t(" a dit") + call(2)), notes(_1="* Étoile.", _2="Note."))
    assert texts(found) == ["paragraph: Le maire* a dit[1]", "note: * Étoile.", "note: [1] Note."]
    assert marked(found[0]) == [("notecall", "*", "footnote-1"), ("notecall", "[1]", "footnote-2")]


def test_calls_that_are_not_shown_count_for_nothing(tmp_path: Path) -> None:
    gone = f'<w:del w:id="4">{call(1)}</w:del>'
    hidden = call(2).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    found, _ = word(tmp_path, p(t("Un") + gone + hidden + call(3)), notes(_1="A.", _2="B.", _3="C."))
    assert texts(found) == ["paragraph: Un[1]", "note: [1] C."]


def test_a_note_of_several_paragraphs_and_one_in_a_table(tmp_path: Path) -> None:
    long = part("w:footnotes", f'<w:footnote w:id="1">{p("Un.")}{p("Deux.")}</w:footnote>')
    row = f"<w:tr><w:tc>{p(t('A') + call(1))}</w:tc><w:tc>{p('B')}</w:tc></w:tr>"
    found, _ = word(tmp_path, f"<w:tbl>{row}</w:tbl>", {"footnotes.xml": long})
    assert texts(found) == ["table: A[1]\tB", "note: [1] Un.", "note: Deux."]
