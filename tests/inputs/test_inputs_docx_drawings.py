"""Pictures, text boxes, WordArt, SmartArt, charts and documents inside a Word document."""

import io
from pathlib import Path

import pytest
from PIL import Image

from editions.articles import article
from editions.model import Figure
from tests.inputs.outlines import celled
from tests.inputs.word import TITLE, p, package, part, t, texts, word


def drawn(inner: str, properties: str = 'descr="Une vache"', more: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1" {properties}>{more}</wp:docPr>'
        f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def pic(relation: str = "rId1", crop: str = "", name: str = "") -> str:
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x" descr="{name}"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/>{crop}</pic:blipFill></pic:pic>'
    )


def image(kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    buffer = io.BytesIO()
    made = Image.new("RGB", size, "red")
    made.paste("blue", (0, 0, size[0] // 2, size[1]))
    made.save(buffer, kind)
    return buffer.getvalue()


def shape(inner: str, given: str = "") -> str:
    return f"<w:r><w:pict><v:shape {given}>{inner}</v:shape></w:pict></w:r>"


LINKS = {"rId1": "media/image1.png"}


def test_a_picture_is_taken_out_with_its_alternative_text(tmp_path: Path) -> None:
    body = p(t("Le pré.") + drawn(pic())) + p("La vache, hier.", "Legende")
    found, findings = word(tmp_path, body, {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["paragraph: Le pré.", "figure: Une vache", "caption: La vache, hier."]
    assert (found[1].picture, found[1].content) == ("une.docx/image1.png", image())
    assert findings == []


def test_an_article_has_the_picture_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "une.docx"
    package(path, TITLE + p(drawn(pic())) + p("Fin."), {"media/image1.png": image()}, LINKS)
    figure = next(node for node in article(path).body if isinstance(node, Figure))
    assert figure.picture
    assert figure.picture.path.read_bytes() == image()
    assert (figure.picture.name, figure.picture.media_type) == ("une.docx/image1.png", "image/png")
    assert (figure.picture.width, figure.picture.height) == (40, 20)


def test_a_picture_that_nothing_opens_is_named(tmp_path: Path) -> None:
    path = tmp_path / "une.docx"
    package(path, TITLE + p(drawn(pic())) + p("Fin."), {"media/image1.png": b"\x01\x00\x00\x00 EMF"}, LINKS)
    made = article(path)
    assert [(found.code, found.place) for found in made.findings] == [("image-embedded", "une.docx:2")]
    assert "une.docx/image1.png" in made.findings[0].message


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_kinds_that_readers_do_not_show_are_made_png(tmp_path: Path, kind: str) -> None:
    found, _ = word(tmp_path, p(drawn(pic())), {"media/image1.png": image(kind)}, LINKS)
    with Image.open(io.BytesIO(found[0].content)) as shown:
        assert (shown.format, shown.size) == ("PNG", (40, 20))


def test_what_is_cut_off_is_not_shown(tmp_path: Path) -> None:
    found, _ = word(tmp_path, p(drawn(pic(crop='<a:srcRect r="50000"/>'))), {"media/image1.png": image()}, LINKS)
    with Image.open(io.BytesIO(found[0].content)) as shown:
        assert shown.size == (20, 20)
        assert shown.convert("RGB").getpixel((10, 10)) == (0, 0, 255)


def test_old_pictures(tmp_path: Path) -> None:
    old = shape('<v:imagedata r:id="rId1" o:title="vache" cropleft="32768f"/>', 'alt="Une vache"')
    found, _ = word(tmp_path, p(old), {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["figure: Une vache"]
    with Image.open(io.BytesIO(found[0].content)) as shown:
        assert shown.size == (20, 20)
    found, _ = word(
        tmp_path, p(shape('<v:imagedata r:id="rId1" o:title="vache"/>')), {"media/image1.png": image()}, LINKS
    )
    assert texts(found) == ["figure: vache"]


def test_an_object_shows_its_picture_and_is_named(tmp_path: Path) -> None:
    made = shape('<v:imagedata r:id="rId1"/>', 'alt="Un tableau"').replace("w:pict", "w:object")
    made = made.replace("</w:object>", '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object>')
    found, findings = word(tmp_path, p(made), {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["figure: Un tableau"]
    assert [(one.code, "Excel.Sheet.12" in one.message) for one in findings] == [("document-object", True)]


def test_pictures_of_a_group_have_their_own_words(tmp_path: Path) -> None:
    parts = {"media/image1.png": image(), "media/image2.png": image()}
    links = {**LINKS, "rId2": "media/image2.png"}
    found, _ = word(tmp_path, p(drawn(pic(name="Un bœuf") + pic("rId2", name="Un veau"))), parts, links)
    assert texts(found) == ["figure: Un bœuf", "figure: Un veau"]
    assert [piece.picture for piece in found] == ["une.docx/image1.png", "une.docx/image2.png"]


def test_a_picture_that_decorates_is_none(tmp_path: Path) -> None:
    more = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'
    found, findings = word(tmp_path, p(t("Seul.") + drawn(pic(), "", more)), {"media/image1.png": image()}, LINKS)
    assert (texts(found), findings) == (["paragraph: Seul."], [])


@pytest.mark.parametrize(
    "added", ["Description générée automatiquement", "Le contenu généré par l’IA peut être incorrect."]
)
def test_words_that_word_adds_to_an_alternative_text_are_none(tmp_path: Path, added: str) -> None:
    body = p(drawn(pic(), f'descr="Une image contenant herbe&#10;&#10;{added}"'))
    found, findings = word(tmp_path, body, {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["figure: Une image contenant herbe"]
    assert [finding.code for finding in findings] == ["document-alternative"]


def test_a_hidden_or_deleted_picture_is_none(tmp_path: Path) -> None:
    gone = f'<w:del w:id="1">{drawn(pic())}</w:del>'
    hidden = drawn(pic()).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    found, _ = word(tmp_path, p(t("Seul.") + gone + hidden), {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["paragraph: Seul."]


def test_a_picture_elsewhere_keeps_its_address(tmp_path: Path) -> None:
    found, _ = word(tmp_path, p(drawn(pic().replace("embed", "link"))), {}, {"rId1": "https://exemple.fr/a.png"})
    assert (found[0].picture, found[0].content) == ("https://exemple.fr/a.png", b"")


def box(*paragraphs: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wps:txbx></wps:wsp>"


def test_a_text_box_is_no_picture_and_is_shown_once(tmp_path: Path) -> None:
    inner = box(p("En chiffres", "Titre2"), p("Trois barques."))
    old = shape(f"<v:textbox><w:txbxContent>{p('Trois barques.')}</w:txbxContent></v:textbox>")
    choice = f'<mc:Choice Requires="wps">{drawn(inner, "")[5:-6]}</mc:Choice><mc:Fallback>{old[5:-6]}</mc:Fallback>'
    body = p(t("Avant ") + f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>" + t("après.")) + p("Fin.")
    found, findings = word(tmp_path, body)
    assert texts(found) == [
        "paragraph: Avant après.", "heading: En chiffres", "paragraph: Trois barques.", "paragraph: Fin."
    ]  # fmt: skip
    assert findings == []


def test_what_is_not_understood_is_shown_as_older_programs_do(tmp_path: Path) -> None:
    choice = f'<mc:Choice Requires="cx9">{t("Non.")[5:-6]}</mc:Choice>'
    body = p(
        f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{drawn(pic())[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    found, _ = word(tmp_path, body, {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["figure: Une vache"]


def test_a_box_that_captions_the_picture_beside_it(tmp_path: Path) -> None:
    body = p(t("Texte.") + drawn(pic()) + drawn(box(p("La vache.", "Legende")), ""))
    found, _ = word(tmp_path, body, {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["paragraph: Texte.", "figure: Une vache", "caption: La vache."]


def test_a_caption_above_a_picture_is_its_caption(tmp_path: Path) -> None:
    above = p("Figure 1. La vache.", "Legende") + p(drawn(pic())) + p("Texte.")
    found, _ = word(tmp_path, above, {"media/image1.png": image()}, LINKS)
    assert texts(found) == ["figure: Une vache", "caption: Figure 1. La vache.", "paragraph: Texte."]
    both = above.replace("<w:p>", p(drawn(pic())) + "<w:p>", 1).replace("Texte.", "Sous la seconde.")
    found, _ = word(tmp_path, both, {"media/image1.png": image()}, LINKS)
    assert [piece.kind for piece in found] == ["figure", "caption", "figure", "paragraph"]


def test_words_drawn_as_letters(tmp_path: Path) -> None:
    found, _ = word(
        tmp_path, p(shape('<v:textpath string="Le lac  rouvre !"/>')) + p(shape('<v:textpath string=" "/>'))
    )
    assert texts(found) == ["paragraph: Le lac rouvre !"]


def test_diagrams_are_lists(tmp_path: Path) -> None:
    points = "".join(
        f'<dgm:pt type="{kind}">{prompt}<dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for kind, prompt, words in (
            ("node", "", "Semer"), ("parTrans", "", "non"), ("node", '<dgm:prSet phldr="1"/>', "[Texte]"),
            ("node", '<dgm:prSet phldr="0"/>', "Récolter"),
        )
    )  # fmt: skip
    parts = {"diagrams/data1.xml": part("dgm:dataModel", f"<dgm:ptLst>{points}</dgm:ptLst>")}
    body = p(t("Avant.") + drawn('<dgm:relIds r:dm="rId8"/>')) + p("Après.")
    found, _ = word(tmp_path, body, parts, {"rId8": "diagrams/data1.xml"})
    assert texts(found) == ["paragraph: Avant.", "item: Semer", "item: Récolter", "paragraph: Après."]


def points(kind: str, *values: str) -> str:
    made = "".join(f'<c:pt idx="{at}"><c:v>{written}</c:v></c:pt>' for at, written in enumerate(values))
    return f"<c:{kind}>{made}</c:{kind}>"


def test_charts_are_tables(tmp_path: Path) -> None:
    series = "".join(
        f"<c:ser><c:tx><c:strRef>{points('strCache', name)}</c:strRef></c:tx>"
        f"<c:cat><c:strRef>{points('strCache', '2023', '2024')}</c:strRef></c:cat>"
        f"<c:val><c:numRef>{points('numCache', *values)}</c:numRef></c:val></c:ser>"
        for name, values in (("Orne", ("12.5", "13.000000001")), ("Manche", ("7", "1e3")))
    )
    letters = "<a:r><a:t>Le lait</a:t></a:r><a:r><a:t> monte</a:t></a:r>"
    title = f"<c:title><c:tx><c:rich><a:p>{letters}</a:p></c:rich></c:tx></c:title>"
    chart = part(
        "c:chartSpace", f"<c:chart>{title}<c:plotArea><c:barChart>{series}</c:barChart></c:plotArea></c:chart>"
    )
    found, _ = word(
        tmp_path, p(drawn('<c:chart r:id="rId7"/>')), {"charts/chart1.xml": chart}, {"rId7": "charts/chart1.xml"}
    )
    assert texts(found) == ["caption: Le lait monte", "table: \tOrne\tManche\n2023\t12,5\t7\n2024\t13\t1000"]
    assert [cell[0] for cell in celled(found[1])][:3] == ["column"] * 3


def test_a_chart_that_has_only_a_title(tmp_path: Path) -> None:
    title = (
        "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Le lait</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart>"
    )
    parts = {"charts/chart1.xml": part("c:chartSpace", title)}
    found, _ = word(tmp_path, p(drawn('<c:chart r:id="rId7"/>')), parts, {"rId7": "charts/chart1.xml"})
    assert texts(found) == ["paragraph: Le lait"]


@pytest.mark.parametrize(
    "name, content",
    [
        ("chunk.html", "<html><body><h1>Dedans</h1><p>Le texte du milieu.</p></body></html>"),
        ("chunk.txt", "Dedans\n\nLe texte du milieu."),
        (
            "afchunk.mht",
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
            "Content-Type: text/html; charset=utf-8\n\n"
            "<html><body><h1>Dedans</h1><p>Le texte du milieu.</p></body></html>\n--b--\n",
        ),
    ],
)
def test_documents_inside_are_read_in_their_place(tmp_path: Path, name: str, content: str) -> None:
    body = p("Avant.") + '<w:altChunk r:id="rId9"/>' + p("Après.")
    found, _ = word(tmp_path, body, {name: content}, {"rId9": name})
    assert texts(found) == [
        "paragraph: Avant.",
        "heading: Dedans",
        "paragraph: Le texte du milieu.",
        "paragraph: Après.",
    ]


def test_a_word_document_inside_is_read_too(tmp_path: Path) -> None:
    package(tmp_path / "inner.docx", p("Dedans.") + p("Encore."), {}, {})
    inner = (tmp_path / "inner.docx").read_bytes()
    found, _ = word(tmp_path, p("Avant.") + '<w:altChunk r:id="rId9"/>', {"inner.docx": inner}, {"rId9": "inner.docx"})
    assert [piece.text for piece in found] == ["Avant.", "Dedans.", "Encore."]


@pytest.mark.parametrize("name", ["chunk.rtf", "chunk.docx"])
def test_a_document_inside_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    found, findings = word(tmp_path, p("Avant.") + '<w:altChunk r:id="rId9"/>', {name: "{\\rtf1"}, {"rId9": name})
    assert texts(found) == ["paragraph: Avant."]
    assert [(one.code, name in one.message) for one in findings] == [("document-object", True)]
