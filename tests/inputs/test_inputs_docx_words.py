"""What a paragraph of Word shows: changes, hidden and struck words, fields, signs, equations, large first letters."""

from pathlib import Path

import pytest

from tests.inputs.outlines import marked
from tests.inputs.word import CONTROL, STYLES, field, p, part, t, texts, word


def one(folder: Path, runs: str, extra: str = "") -> str:
    """The text of one paragraph."""
    found, _ = word(folder, p(runs, extra=extra))
    assert len(found) == 1
    return found[0].text


GONE = '<w:del w:id="1"><w:r><w:delText>parti </w:delText></w:r></w:del>'
COME = '<w:ins w:id="2"><w:r><w:t>venu</w:t></w:r></w:ins>'


def test_tracked_changes_as_they_will_be(tmp_path: Path) -> None:
    moved = f'<w:moveFrom w:id="3">{t("là ")}</w:moveFrom><w:moveTo w:id="4">{t(" ici")}</w:moveTo>'
    assert one(tmp_path, t("Il est ") + GONE + COME + moved) == "Il est venu ici"


@pytest.mark.parametrize("mark", ['<w:del w:id="1"/>', '<w:moveFrom w:id="1"/>', "<w:vanish/>", "<w:specVanish/>"])
def test_an_end_of_paragraph_that_is_gone_or_hidden(tmp_path: Path, mark: str) -> None:
    found, _ = word(tmp_path, p("Le début ", "Titre1", f"<w:rPr>{mark}</w:rPr>") + p("et la fin.") + p("Suite."))
    assert texts(found) == ["paragraph: Le début et la fin.", "paragraph: Suite."]


def test_an_inserted_end_of_paragraph_is_one(tmp_path: Path) -> None:
    found, _ = word(tmp_path, p("Un.", extra='<w:rPr><w:ins w:id="1"/></w:rPr>') + p("Deux."))
    assert texts(found) == ["paragraph: Un.", "paragraph: Deux."]


def test_a_deleted_end_before_a_table_or_at_the_end_loses_nothing(tmp_path: Path) -> None:
    end = '<w:rPr><w:del w:id="1"/></w:rPr>'
    cell = f"<w:tc>{p('Dans', extra=end)}</w:tc>"
    found, _ = word(tmp_path, p("Avant", extra=end) + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + p("Fin", extra=end))
    assert texts(found) == ["paragraph: Avant", "paragraph: Dans", "paragraph: Fin"]


@pytest.mark.parametrize("kind", ["drop", "margin"])
@pytest.mark.parametrize("letter, rest", [("L", "e lac dort."), ("«\u00a0L", "e lac\u00a0», dit-il.")])
def test_a_large_first_letter_belongs_to_its_word(tmp_path: Path, kind: str, letter: str, rest: str) -> None:
    frame = f'<w:framePr w:dropCap="{kind}" w:lines="3"/>'
    found, _ = word(tmp_path, p(letter, extra=frame) + p(rest, "Citation"))
    assert texts(found) == [f"quote: {letter}{rest}"]


def test_a_frame_without_a_large_letter_is_a_paragraph(tmp_path: Path) -> None:
    found, _ = word(tmp_path, p("Encadré", extra='<w:framePr w:w="20"/>') + p("Suite."))
    assert texts(found) == ["paragraph: Encadré", "paragraph: Suite."]


CACHE = (
    '<w:style w:type="character" w:styleId="Masque"><w:name w:val="Masque"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Fils"><w:basedOn w:val="Masque"/></w:style>'
    '<w:style w:styleId="Interne"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Barre"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:styleId="Capitales"><w:rPr><w:caps/></w:rPr></w:style>'
)


def test_what_a_style_hides_is_hidden_unless_shown_again(tmp_path: Path) -> None:
    body = p(t("Vu. ") + t("A. ", '<w:rStyle w:val="Masque"/>') + t("B. ", '<w:rStyle w:val="Fils"/>') + t("Lu."))
    body += p("Interne.", "Interne") + p(t("Montré.", '<w:vanish w:val="0"/>'), "Interne")
    body += p(t("Croisé.", '<w:rStyle w:val="Masque"/>'), "Interne") + p(t("Non.", "<w:vanish/>") + t("Oui."))
    found, findings = word(tmp_path, body, {"styles.xml": part("w:styles", STYLES + CACHE)})
    assert [piece.text for piece in found] == ["Vu. Lu.", "Montré.", "Croisé.", "Oui."]
    assert findings == []


def test_struck_words_are_left_out_and_named_each(tmp_path: Path) -> None:
    body = p(t("Il coûte ") + t("20 €", "<w:strike/>") + t(" 30 € et ") + t("deux", "<w:dstrike/>") + t(" trois."))
    body += p("Tout barré.", "Barre") + p(t("Gardé.", '<w:strike w:val="0"/>'), "Barre")
    found, findings = word(tmp_path, body, {"styles.xml": part("w:styles", STYLES + CACHE)})
    assert [piece.text for piece in found] == ["Il coûte 30 € et trois.", "Gardé."]
    assert [finding.code for finding in findings] == ["struck-left-out"]
    assert all(f"«\u00a0{words}\u00a0»" in findings[0].message for words in ("20 €", "deux", "Tout barré."))


def test_capitals_are_shown(tmp_path: Path) -> None:
    body = p(t("La ") + t("sncf", "<w:caps/>") + t(" au ") + t("xix", "<w:smallCaps/>") + t("e siècle"))
    body += p("l'été à l'œuvre", "Capitales")
    found, _ = word(tmp_path, body, {"styles.xml": part("w:styles", STYLES + CACHE)})
    assert [piece.text for piece in found] == ["La SNCF au XIXe siècle", "L'ÉTÉ À L'ŒUVRE"]


def test_breaks_and_tabs_part_words(tmp_path: Path) -> None:
    kinds = ("", ' w:type="page"', ' w:type="column"', ' w:type="textWrapping"')
    runs = "".join(f"<w:r><w:t>mot</w:t><w:br{kind}/></w:r>" for kind in kinds)
    runs += "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"
    assert one(tmp_path, runs) == "mot\nmot\nmot\nmot\na b c\nd"
    assert one(
        tmp_path, "<w:r><w:t>porte</w:t><w:noBreakHyphen/><w:t>avi</w:t><w:softHyphen/><w:t>ons</w:t></w:r>"
    ) == ("porte\u2011avions")


def test_raised_lowered_and_moved_letters(tmp_path: Path) -> None:
    runs = (
        t("88") + t("e", '<w:vertAlign w:val="superscript"/>') + t(", CO") + t("2", '<w:vertAlign w:val="subscript"/>')
    )
    runs += t(", 10") + t("6", '<w:position w:val="8"/>') + t(" x", '<w:position w:val="1"/>')
    found, _ = word(tmp_path, p(runs))
    assert marked(found[0]) == [("raised", "e", ""), ("lowered", "2", ""), ("raised", "6", "")]


@pytest.mark.parametrize(
    "runs, expected",
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Symbol" w:char="0061"/></w:r>', "α"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>', "☎"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Arial" w:char="0041"/></w:r>', "A"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/></w:r>', ""),
        (t("\uf0a3 5", '<w:rFonts w:ascii="Symbol"/>'), "≤ 5"),
        (t("b", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "β"),
        (t("b", '<w:rFonts w:ascii="Arial"/>'), "b"),
    ],
)
def test_signs_of_symbol_fonts(tmp_path: Path, runs: str, expected: str) -> None:
    assert one(tmp_path, t("Le ") + runs + t(" là")) == " ".join(f"Le {expected} là".split())


def listed(*entries: str, chosen: str = "") -> str:
    shown = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    return f"<w:ffData><w:ddList>{chosen}{shown}</w:ddList></w:ffData>"


@pytest.mark.parametrize(
    "runs, expected",
    [
        (field(" PAGE ", t("7")), "7"),
        (field(" IF " + "", t("visible")), "visible"),
        (field(" DATE "), ""),
        (field(" FORMDROPDOWN ", data=listed("Orne", "Manche", chosen='<w:result w:val="1"/>')), "Manche"),
        (field(" FORMDROPDOWN ", t("Manche"), listed("Orne", "Manche", chosen='<w:default w:val="1"/>')), "Manche"),
        (field(" FORMDROPDOWN ", data=listed("Orne", "Manche")), "Orne"),
        (field(" FORMDROPDOWN ", data=listed(chosen='<w:result w:val="9"/>')), ""),
        (field(" FORMTEXT ", t("Laval"), "<w:ffData><w:textInput/></w:ffData>"), "Laval"),
        (field(" FORMCHECKBOX ", data="<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"), "☒"),
        (field(" FORMCHECKBOX ", data='<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'), "☐"),
        (field(r" EQ \f(1;2) "), "1⁄2"),
        (field(r" EQ \r(3;x+1) "), "∛(x+1)"),
        (field(r" EQ x\s\up8(2) "), "x²"),
        (field(r' SYMBOL 179 \f "Symbol" '), "≥"),
        ('<w:fldSimple w:instr=" AUTHOR ">' + t("Léa") + "</w:fldSimple>", "Léa"),
        ("<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>" + t("Caen") + "</w:sdtContent></w:sdt>", "Caen"),
    ],
)
def test_fields_show_their_value(tmp_path: Path, runs: str, expected: str) -> None:
    assert one(tmp_path, t("Vu ") + runs + t(" là")) == " ".join(f"Vu {expected} là".split())


def test_a_field_in_the_code_of_another_is_not_shown(tmp_path: Path) -> None:
    inner = field(" PAGE ", t("7"))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + t("vu") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert one(tmp_path, t("Page ") + begin + inner + rest + t(" fin.")) == "Page vu fin."


def test_links_of_fields(tmp_path: Path) -> None:
    runs = field(' HYPERLINK "https://exemple.fr/a" ', t("le site")) + field(r' HYPERLINK \l "signet" ', t(", là"))
    found, _ = word(tmp_path, p(runs))
    assert marked(found[0]) == [("link", "le site", "https://exemple.fr/a"), ("link", ", là", "#signet")]


def contents(style: str = "") -> str:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    line = "<w:r><w:tab/></w:r>"
    return p(begin + t("Faits") + line + t("2"), style) + p(
        t("Suite") + line + t("3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', style
    )


GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'


@pytest.mark.parametrize(
    "body",
    [
        contents(),
        CONTROL.format(GALLERY, p("Faits 2") + p("Suite 3")),
        p("<w:r><w:t>Faits</w:t><w:tab/><w:t>2</w:t></w:r>", "TM1")
        + p("<w:r><w:t>Suite</w:t><w:tab/><w:t>3</w:t></w:r>", "TM1"),
    ],
    ids=["field", "control", "style"],
)
def test_tables_of_contents_are_left_out_and_named(tmp_path: Path, body: str) -> None:
    toc = '<w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style>'
    found, findings = word(tmp_path, p("Avant.") + body + p("Après."), {"styles.xml": part("w:styles", STYLES + toc)})
    assert texts(found) == ["paragraph: Avant.", "paragraph: Après."]
    assert [finding.code for finding in findings] == ["document-contents"]
    assert "«\u00a0Faits 2\u00a0», «\u00a0Suite 3\u00a0»" in findings[0].message


@pytest.mark.parametrize(
    "body",
    [
        CONTROL.format("<w:showingPlcHdr/>", p("Cliquez ici.")),
        p(CONTROL.format("<w:showingPlcHdr/>", t("Cliquez ici."))),
        p(field(" MACROBUTTON NoMacro Cliquez ici. ")),
    ],
    ids=["block", "run", "button"],
)
def test_prompts_are_left_out_and_named(tmp_path: Path, body: str) -> None:
    found, findings = word(tmp_path, p("Avant.") + body + CONTROL.format("<w:text/>", p("Rempli.")))
    assert texts(found) == ["paragraph: Avant.", "paragraph: Rempli."]
    assert [(finding.code, "Cliquez ici." in finding.message) for finding in findings] == [("document-prompt", True)]


def m(name: str, **parts: str) -> str:
    return f"<m:{name}>{''.join(f'<m:{key}>{value}</m:{key}>' for key, value in parts.items())}</m:{name}>"


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


SUM = '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'


@pytest.mark.parametrize(
    "formula, expected",
    [
        (m("f", num=r("1"), den=r("2")), "1⁄2"),
        (m("f", num=r("a+b"), den=r("2x")), "(a+b)⁄(2x)"),
        (m("f", fPr='<m:type m:val="noBar"/>', num=r("n"), den=r("k")), "k parmi n"),
        (m("rad", deg="", e=r("16")), "√16"),
        (m("rad", deg=r("3"), e=r("x+1")), "∛(x+1)"),
        (m("sSup", e=r("10"), sup=r("6")), "10⁶"),
        (m("sSup", e=r("10"), sup=r("-3")), "10⁻³"),
        (m("sSup", e=r("e"), sup=r("2x")), "e^(2x)"),
        (m("sSub", e=r("x"), sub=r("1")), "x₁"),
        (m("sSubSup", e=r("x"), sub=r("1"), sup=r("2")), "x₁²"),
        (m("d", e=r("2+3")) + r("×4"), "(2+3)×4"),
        ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr>' + m("e", r=r("x")[5:-6]) + "</m:d>", "[x"),
        (m("nary", sub=r("i=1"), sup=r("n"), e=r("x")).replace("<m:nary>", f"<m:nary>{SUM}"), "∑ de i=1 à n de x"),
        (m("func", fName=r("sin"), e=r("x")), "sin x"),
        (r("𝑥") + r("+1"), "x+1"),
    ],
)  # fmt: skip
def test_equations_keep_what_they_mean(tmp_path: Path, formula: str, expected: str) -> None:
    assert one(tmp_path, t("Soit ") + f"<m:oMath>{formula}</m:oMath>" + t(" ici.")) == f"Soit {expected} ici."
    assert one(tmp_path, f"<m:oMathPara><m:oMath>{formula}</m:oMath></m:oMathPara>") == expected


def test_a_fraction_behind_a_number_stands_apart(tmp_path: Path) -> None:
    half = f"<m:oMath>{m('f', num=r('1'), den=r('2'))}</m:oMath>"
    assert one(tmp_path, t("2") + half + t(" litres")) == "2\u00a01⁄2 litres"


def test_strong_words_of_styles(tmp_path: Path) -> None:
    fort = '<w:style w:type="character" w:styleId="Fort"><w:rPr><w:b/></w:rPr></w:style>'
    body = p(t("Un ") + t("mot", '<w:rStyle w:val="Fort"/>') + t(" fort."))
    found, _ = word(tmp_path, body, {"styles.xml": part("w:styles", STYLES + fort)})
    assert marked(found[0]) == [("strong", "mot", "")]
