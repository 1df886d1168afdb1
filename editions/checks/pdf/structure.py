"""Tags: the structure tree and the content agree both ways, and the tree says what an article is.

A validator checks the tree and the pages apart; it does not see a piece of content that no element holds, nor an
element that points to nothing. PDF/UA-1 is ISO 14289-1.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf

from editions.checks.pdf.content import PageContent
from editions.checks.pdf.reading import PdfFile
from editions.model import Finding

_HEADINGS = {f"/H{level}": level for level in range(1, 7)}
_HOLDERS = {
    "/L": ("/LI", "/L", "/Caption"),
    "/LI": ("/Lbl", "/LBody"),
    "/TR": ("/TH", "/TD"),
    "/TOC": ("/TOCI", "/TOC"),
}


class Tree:
    """The structure tree, flattened in reading order."""

    def __init__(self, file: PdfFile) -> None:
        self.root = file.root.get("/StructTreeRoot")
        self.elements: list[Any] = []
        self.parents: dict[Any, Any] = {}
        self.content: list[tuple[Any, Any, int]] = []
        """``(element, page's object id, MCID)`` in reading order."""
        if self.root is not None:
            for kid in _kids(self.root):
                self._visit(kid, self.root)

    def _visit(self, element: Any, parent: Any) -> None:
        pending = [(element, parent)]
        while pending:
            element, parent = pending.pop()
            if isinstance(element, tuple):
                self.content.append(element)
                continue
            self.elements.append(element)
            self.parents[element.objgen] = parent
            below: list[tuple[Any, Any]] = []
            for kid in _kids(element):
                if isinstance(kid, int):
                    below.append(((element, _page_of(element), kid), None))
                elif kid.get("/Type") == "/MCR":
                    below.append(((element, kid.Pg.objgen, int(kid.MCID)), None))
                elif "/S" in kid:
                    below.append((kid, element))
            pending += reversed(below)


def findings(file: PdfFile) -> Iterator[Finding]:
    """Everything wrong with a tagged file."""
    tree = Tree(file)
    marked = file.root.get("/MarkInfo", {}).get("/Marked")
    if tree.root is None or not marked:
        yield file.finding("pdf-untagged", "le fichier n'est pas balisé")
        return
    yield from _document(file)
    yield from _both_ways(file, tree)
    yield from _index(file, tree)
    yield from _grammar(file, tree)
    yield from _headings(file, tree)
    yield from _figures(file, tree)
    yield from _tables(file, tree)
    yield from _links(file, tree)


def _document(file: PdfFile) -> Iterator[Finding]:
    if not str(file.root.get("/Lang", "")).startswith("fr"):
        yield file.finding("pdf-language", "la langue du document n'est pas dite")
    title = str(file.pdf.docinfo.get("/Title", ""))
    shown = file.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
    if not title or not shown:
        yield file.finding("pdf-title", "le titre manque, ou la fenêtre n'affiche que le nom du fichier")
    if "pdfuaid:part" not in file.metadata:
        yield file.finding("pdf-metadata", "les métadonnées n'annoncent pas PDF/UA")
    if "/PageLabels" not in file.root:
        yield file.finding("pdf-page-labels", "les pages n'ont pas d'étiquettes")


def _both_ways(file: PdfFile, tree: Tree) -> Iterator[Finding]:
    held: dict[Any, list[int]] = {}
    for _, page, mcid in tree.content:
        held.setdefault(page, []).append(mcid)
    ids = {page.obj.objgen: page for page in file.pages}
    for number in held.keys() - ids.keys():
        yield file.finding("pdf-tag-elsewhere", f"une balise désigne une page qui n'existe pas ({number})")
    for key, page in ids.items():
        drawn, wanted = page.mcids, held.get(key, [])
        if page.loose:
            yield file.finding("pdf-untagged-content", "du contenu n'appartient à aucune balise", page.number)
        if page.nested:
            yield file.finding("pdf-nested-content", "des contenus balisés sont emboîtés", page.number)
        if set(wanted) - set(drawn):
            yield file.finding("pdf-empty-tag", "une balise désigne un contenu qui n'est pas là", page.number)
        if set(drawn) - set(wanted) or len(set(drawn)) < len(drawn):
            yield file.finding("pdf-orphan-content", "un contenu n'est dans aucune balise, ou dans deux", page.number)
        if len(set(wanted)) < len(wanted):
            yield file.finding("pdf-shared-content", "deux balises ont le même contenu", page.number)
        elif sorted(wanted) == sorted(drawn) and wanted != drawn:
            yield file.finding("pdf-reading-order", "l'ordre des balises n'est pas celui de la page", page.number)
    yield from _page_order(file, tree, {key: page.number for key, page in ids.items()})


def _page_order(file: PdfFile, tree: Tree, numbers: dict[Any, int]) -> Iterator[Finding]:
    order = [numbers[page] for _, page, _ in tree.content if page in numbers]
    if order != sorted(order):
        yield file.finding("pdf-reading-order", "l'ordre des balises n'est pas celui des pages")


def _index(file: PdfFile, tree: Tree) -> Iterator[Finding]:
    """The way back, from content and annotations to elements (ISO 32000-1, 14.7.4.4)."""
    for element in tree.elements:
        parent = tree.parents[element.objgen]
        if "/P" not in element or element.P.objgen != parent.objgen:
            yield file.finding("pdf-wrong-parent", f"une balise {element.S} désigne un autre parent que le sien")
            break
    index = _number_tree(tree.root.get("/ParentTree"))
    owners: dict[Any, dict[int, Any]] = {}
    for element, page, mcid in tree.content:
        owners.setdefault(page, {})[mcid] = element
    for page in file.pages:
        if not page.mcids:
            continue
        entry = index.get(int(page.obj.get("/StructParents", -1)))
        expected = owners.get(page.obj.objgen, {})
        if entry is None or any(
            mcid >= len(entry) or entry[mcid].objgen != element.objgen for mcid, element in expected.items()
        ):
            yield file.finding("pdf-parent-tree", "le chemin du contenu vers sa balise est faux", page.number)


def _grammar(file: PdfFile, tree: Tree) -> Iterator[Finding]:
    for element in tree.elements:
        tag = str(element.S)
        below = [str(kid.S) for kid in _kids(element) if not isinstance(kid, int) and "/S" in kid]
        allowed = _HOLDERS.get(tag)
        if allowed and any(kid not in allowed for kid in below):
            yield file.finding("pdf-grammar", f"une balise {tag} contient {', '.join(sorted(set(below)))}")
        if tag == "/LI" and "/LBody" not in below:
            yield file.finding("pdf-grammar", "un élément de liste n'a pas de corps")
        if not _kids(element) and tag not in ("/TD", "/TH"):
            yield file.finding("pdf-no-content", f"une balise {tag} est vide")


def _headings(file: PdfFile, tree: Tree) -> Iterator[Finding]:
    last = 0
    for element in tree.elements:
        level = _HEADINGS.get(str(element.S))
        if level is not None:
            if level > last + 1:
                yield file.finding("pdf-heading-level", f"un titre de niveau {level} suit un titre de niveau {last}")
            last = level
    for element in tree.elements:
        if element.S == "/Art" and sum(kid.S == "/H1" for kid in _kids(element) if not isinstance(kid, int)) > 1:
            yield file.finding("pdf-two-titles", "un article a deux titres")


def _figures(file: PdfFile, tree: Tree) -> Iterator[Finding]:
    for element in tree.elements:
        if element.S != "/Figure":
            continue
        if not str(element.get("/Alt", "")).strip():
            yield file.finding("pdf-figure-mute", "une image n'a pas de description")
        box = element.get("/A", {}).get("/BBox")
        page = next((p for p in file.pages if p.obj.objgen == _page_of(element)), None)
        if box is None or page is None or not _inside([float(v) for v in box], page):
            yield file.finding("pdf-figure-box", "la place d'une image n'est pas dite, ou hors de la page")


def _tables(file: PdfFile, tree: Tree) -> Iterator[Finding]:
    for element in tree.elements:
        if element.S == "/Table" and len(_widths([row for row in _kids(element) if row.S == "/TR"])) > 1:
            yield file.finding("pdf-table-ragged", "les lignes d'un tableau n'ont pas autant de cases")
        if element.S == "/TH" and "/Scope" not in element.get("/A", {}):
            yield file.finding("pdf-table-scope", "une case d'en-tête ne dit pas ce qu'elle nomme")


def _widths(rows: list[Any]) -> set[int]:
    """How many columns the rows of a table have, with those of the cells that reach over columns or rows."""
    widths: set[int] = set()
    above: list[tuple[int, int]] = []  # rows to come, and columns, of cells that reach below their row
    for row in rows:
        spans = [(cell.get("/A", {}).get("/RowSpan", 1), cell.get("/A", {}).get("/ColSpan", 1)) for cell in _kids(row)]
        widths.add(sum(int(columns) for _, columns in spans) + sum(columns for _, columns in above))
        below = [(int(down) - 1, int(columns)) for down, columns in spans]
        above = [
            (down, columns) for down, columns in (*((down - 1, columns) for down, columns in above), *below) if down
        ]
    return widths


def _links(file: PdfFile, tree: Tree) -> Iterator[Finding]:
    index = _number_tree(tree.root.get("/ParentTree"))
    pages = {page.obj.objgen for page in file.pages}
    for page in file.pages:
        annotations = page.obj.get("/Annots", [])
        if len(annotations) and page.obj.get("/Tabs") != "/S":
            yield file.finding("pdf-tab-order", "la touche de tabulation ne suit pas les balises", page.number)
        for annotation in annotations:
            if not str(annotation.get("/Contents", "")).strip():
                yield file.finding("pdf-link-mute", "un lien ne dit pas où il mène", page.number)
            owner = index.get(int(annotation.get("/StructParent", -1)))
            if owner is None or isinstance(owner, pikepdf.Array) or owner.get("/S") != "/Link":
                yield file.finding("pdf-link-untagged", "un lien n'est dans aucune balise Link", page.number)
            if "/Dest" in annotation and annotation.Dest[0].objgen not in pages:
                yield file.finding("pdf-link-nowhere", "un lien mène à une page qui n'existe pas", page.number)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return [int(k) if isinstance(k, int) else k for k in kids] if isinstance(kids, pikepdf.Array) else [kids]


def _page_of(element: Any) -> Any:
    page = element.get("/Pg")
    return page.objgen if page is not None else None


def _number_tree(node: Any) -> dict[int, Any]:
    if node is None:
        return {}
    flat = list(node.get("/Nums", []))
    pairs = {int(flat[i]): flat[i + 1] for i in range(0, len(flat) - 1, 2)}
    for kid in node.get("/Kids", []):
        pairs |= _number_tree(kid)
    return pairs


def _inside(box: list[float], page: PageContent) -> bool:
    edge = [float(value) for value in page.obj.MediaBox]
    return edge[0] <= box[0] < box[2] <= edge[2] and edge[1] <= box[1] < box[3] <= edge[3]
