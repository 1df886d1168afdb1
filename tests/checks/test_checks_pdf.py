"""Each check finds the fault it is for: a good file is broken in one way, and that way is named."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from editions.checks import pdf as checks
from editions.outputs import booklet, pdf, press
from editions.settings import Settings
from tests.printing.printing_samples import brief_article, edition, rich_article

Break = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    out = tmp_path_factory.mktemp("results")
    publication = edition(rich_article(folder), brief_article(folder))
    for output in (pdf, press, booklet):
        output.render(publication, out, Settings())
    return out


def elements(file: pikepdf.Pdf, tag: str) -> list[Any]:
    def walk(element: Any) -> Iterator[Any]:
        if f"/{tag}" == element.S:
            yield element
        for kid in element.get("/K", []):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from walk(kid)

    return list(walk(file.Root.StructTreeRoot.K[0]))


def content(file: pikepdf.Pdf, number: int, change: Callable[[bytes], bytes]) -> None:
    page = file.pages[number]
    before = page.Contents.read_bytes()
    after = change(before)
    assert after != before, "this break breaks nothing"
    page.Contents = file.make_stream(after)


def swapped(pattern: bytes, replacement: bytes, count: int = 1) -> Callable[[bytes], bytes]:
    return lambda data: re.sub(pattern, replacement, data, count=count)


def fonts(file: pikepdf.Pdf) -> Any:
    return file.pages[3].Resources.Font


def reverse_kids(element: Any) -> None:
    element.K = Array(list(reversed(list(element.K))))


def rename(found: list[Any], tag: str) -> None:
    for element in found:
        element.S = Name(f"/{tag}")


def unwrap(file: pikepdf.Pdf) -> None:
    content(file, 3, swapped(rb"/P <</MCID 0>> BDC\n(.*\n)EMC", rb"\1"))


def shrink(file: pikepdf.Pdf) -> None:
    for number in range(len(file.pages)):
        content(file, number, swapped(rb" 20 Tf", b" 12 Tf", 0))


TAGGED: dict[str, tuple[str, Break]] = {
    "no tree": ("pdf-untagged", lambda f: f.Root.__delitem__("/StructTreeRoot")),
    "not marked": ("pdf-untagged", lambda f: f.Root.__delitem__("/MarkInfo")),
    "no language": ("pdf-language", lambda f: f.Root.__delitem__("/Lang")),
    "no title": ("pdf-title", lambda f: f.docinfo.__delitem__("/Title")),
    "file name in the window": ("pdf-title", lambda f: f.Root.__delitem__("/ViewerPreferences")),
    "no promise": ("pdf-metadata", lambda f: f.Root.__delitem__("/Metadata")),
    "no page labels": ("pdf-page-labels", lambda f: f.Root.__delitem__("/PageLabels")),
    "tag of content that is not there": ("pdf-empty-tag", lambda f: setattr(elements(f, "P")[1], "K", Array([99]))),
    "content that no tag has": ("pdf-orphan-content", lambda f: elements(f, "Art")[0].K.__delitem__(5)),
    "content of two tags": ("pdf-shared-content", lambda f: elements(f, "P")[3].K.append(elements(f, "P")[4].K[0])),
    "text outside tags": ("pdf-untagged-content", unwrap),
    "a rule outside artifacts": ("pdf-untagged-content", lambda f: content(f, 3, lambda d: d + b"\n0 0 m 9 9 l S")),
    "nested content": ("pdf-nested-content", lambda f: content(f, 3, lambda d: b"/P <</MCID 77>> BDC " + d + b" EMC")),
    "tags in another order": ("pdf-reading-order", lambda f: reverse_kids(elements(f, "Art")[0])),
    "another parent": ("pdf-wrong-parent", lambda f: setattr(elements(f, "P")[3], "P", f.Root.StructTreeRoot)),
    "no way back": ("pdf-parent-tree", lambda f: setattr(f.Root.StructTreeRoot.ParentTree, "Nums", Array())),
    "no key of the page": ("pdf-parent-tree", lambda f: f.pages[3].obj.__delitem__("/StructParents")),
    "list without items": ("pdf-grammar", lambda f: rename(elements(f, "LI"), "P")),
    "item without body": ("pdf-grammar", lambda f: rename(elements(f, "LBody"), "P")),
    "empty tag": ("pdf-no-content", lambda f: setattr(elements(f, "P")[3], "K", Array())),
    "level skipped": ("pdf-heading-level", lambda f: rename(elements(f, "H2"), "H3")),
    "two titles": ("pdf-two-titles", lambda f: rename(elements(f, "H2"), "H1")),
    "mute figure": ("pdf-figure-mute", lambda f: elements(f, "Figure")[0].__delitem__("/Alt")),
    "figure nowhere": ("pdf-figure-box", lambda f: elements(f, "Figure")[0].__delitem__("/A")),
    "figure off the page": (
        "pdf-figure-box", lambda f: setattr(elements(f, "Figure")[0].A, "BBox", Array([9, 9, 9000, 99]))
    ),
    "ragged table": ("pdf-table-ragged", lambda f: elements(f, "TR")[1].K.__delitem__(0)),
    "head of nothing": ("pdf-table-scope", lambda f: elements(f, "TH")[0].__delitem__("/A")),
    "tabs": ("pdf-tab-order", lambda f: f.pages[2].obj.__delitem__("/Tabs")),
    "mute link": ("pdf-link-mute", lambda f: f.pages[2].Annots[0].__delitem__("/Contents")),
    "link without tag": ("pdf-link-untagged", lambda f: f.pages[2].Annots[0].__delitem__("/StructParent")),
    "link to nowhere": ("pdf-link-nowhere", lambda f: f.pages[2].Annots[0].Dest.__setitem__(0, f.Root)),
    "font left out": (
        "pdf-font-outside", lambda f: fonts(f).F1.DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2")
    ),
    "italic": ("pdf-font-italic", lambda f: setattr(fonts(f).F1.DescendantFonts[0].FontDescriptor, "ItalicAngle", -12)),
    "text that cannot be read back": ("pdf-font-mute", lambda f: fonts(f).F1.__delitem__("/ToUnicode")),
    "empty box": ("pdf-glyph-missing", lambda f: content(f, 3, swapped(rb"\[<....", b"[<0000"))),
    "unknown code": ("pdf-text-mute", lambda f: content(f, 3, swapped(rb"\[<....", b"[<FFFE"))),
    "small text": ("print-small", lambda f: content(f, 3, swapped(rb"/F2 20 Tf", b"/F2 12 Tf"))),
    "small body": ("print-body-small", shrink),
    "long line": ("print-long-line", lambda f: content(f, 3, swapped(rb"\n?T\*", b"", 0))),
    "tight lines": ("print-tight", lambda f: content(f, 3, swapped(rb"28 TL", b"21 TL", 0))),
    "pale text": ("print-pale", lambda f: content(f, 3, lambda d: b"0.6 g " + d)),
    "text in the margin": ("print-outside", lambda f: content(f, 3, lambda d: b"1 0 0 1 -50 0 cm " + d)),
}  # fmt: skip

PRESS: dict[str, tuple[str, Break]] = {
    "links": ("press-annotation", lambda f: f.pages[0].obj.__setitem__("/Annots", Array([Dictionary()]))),
    "no trim": ("press-box", lambda f: f.pages[0].obj.__delitem__("/TrimBox")),
    "bleed inside the trim": ("press-box", lambda f: setattr(f.pages[0], "BleedBox", Array([90, 90, 200, 200]))),
    "colour": ("press-colour", lambda f: content(f, 3, lambda d: b"1 0 0 rg " + d)),
    "four inks": ("press-colour", lambda f: content(f, 3, lambda d: b"0 0 0 1 k " + d)),
    "colour picture": (
        "press-image-colour",
        lambda f: setattr(next(iter(f.pages[3].Resources.XObject.values())), "ColorSpace", Name.DeviceRGB),
    ),
    "transparency": ("press-transparency", lambda f: f.pages[0].obj.__setitem__("/Group", Dictionary())),
    "odd pages": ("press-pages", lambda f: f.pages.__delitem__(-1)),
    "no intent": ("press-intent", lambda f: f.Root.__delitem__("/OutputIntents")),
    "no profile": ("press-intent", lambda f: f.Root.OutputIntents[0].__delitem__("/DestOutputProfile")),
    "screen profile": (
        "press-profile",
        lambda f: setattr(f.Root.OutputIntents[0], "DestOutputProfile", f.make_stream(b"\0" * 12 + b"mntr" * 9)),
    ),
    "no trapping": ("press-info", lambda f: f.docinfo.__delitem__("/Trapped")),
    "no promise": ("press-metadata", lambda f: f.Root.__delitem__("/Metadata")),
    "action": ("press-action", lambda f: f.Root.__setitem__("/OpenAction", Dictionary(S=Name.Named, N=Name.Print))),
}  # fmt: skip


def codes(folder: Path, name: str, results: Path, spoil: Break) -> set[str]:
    path = folder / name
    with pikepdf.open(results / "print" / name) as file:
        spoil(file)
        file.save(path, fix_metadata_version=False)
    return {finding.code for finding in checks.of_file(path, name)}


def test_good_files_have_no_findings(results: Path) -> None:
    assert len(list((results / "print").glob("*.pdf"))) == 3
    assert checks.findings(results) == []


@pytest.mark.parametrize("fault", TAGGED)
def test_a_fault_of_the_large_print_file_is_found(fault: str, results: Path, tmp_path: Path) -> None:
    code, spoil = TAGGED[fault]
    assert code in codes(tmp_path, "large-print.pdf", results, spoil)


@pytest.mark.parametrize("fault", PRESS)
def test_a_fault_of_the_press_file_is_found(fault: str, results: Path, tmp_path: Path) -> None:
    code, spoil = PRESS[fault]
    assert code in codes(tmp_path, "press.pdf", results, spoil)


def test_a_newer_version_and_a_missing_identifier(results: Path, tmp_path: Path) -> None:
    data = (results / "print" / "press.pdf").read_bytes()
    path = tmp_path / "press.pdf"
    path.write_bytes(data.replace(b"%PDF-1.6", b"%PDF-1.7", 1))
    assert "press-version" in {f.code for f in checks.of_file(path, "press.pdf")}
    path.write_bytes(data.replace(b"/ID", b"/XX"))
    assert "press-id" in {f.code for f in checks.of_file(path, "press.pdf")}


@pytest.mark.parametrize("data", [b"", b"pas un PDF", b"%PDF-1.7\n1 0 obj"])
def test_a_file_that_is_no_pdf_is_one_finding(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "large-print.pdf"
    path.write_bytes(data)
    (finding,) = checks.of_file(path, "print/large-print.pdf")
    assert finding.code == "pdf-unreadable"
