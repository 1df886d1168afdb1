"""What all stories of a Word document share: its package, its styles and lists, its notes, what is left out."""

from dataclasses import dataclass, field

from editions.inputs.docx.notes import Notes
from editions.inputs.docx.numbering import Numbering
from editions.inputs.docx.package import Package
from editions.inputs.docx.styles import Styles
from editions.manuscript.left_out import LeftOut


@dataclass
class Document:
    """What all stories of a document share."""

    package: Package
    main: str
    styles: Styles
    numbering: Numbering
    notes: Notes
    left: LeftOut = field(default_factory=LeftOut)
    count: int = 0
    """Paragraphs so far: what messages call a line."""


def opened(package: Package) -> Document:
    """The document of a package."""
    main = package.main()
    styles = Styles(package.tree(package.part(main, "styles")))
    lists = Numbering(package.tree(package.part(main, "numbering")), styles)
    return Document(package, main, styles, lists, Notes())
