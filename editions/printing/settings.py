"""``[print]``: the large-print page, the press file, the booklet."""

import re
from dataclasses import dataclass
from typing import ClassVar

from editions.errors import UsageError
from editions.settings import setting

_ADDRESS = re.compile(r"https?://[!-~]{3,300}")


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """How the three PDF files are made up."""

    SECTION: ClassVar = "print"

    size: float = setting(20.0, least=14.0, most=72.0, unit="points")
    """Points, of Atkinson Hyperlegible Next: another font is set so that its small x is as high."""
    leading: float = setting(1.4, least=1.0, most=3.0)
    """Line height as a multiple of the size."""
    letter_spacing: float = setting(0.0, least=0.0, most=0.5)
    """More white between letters, in parts of the size (WCAG 1.4.12: 0.12)."""
    word_spacing: float = setting(0.0, least=0.0, most=1.0)
    """More white between words, in parts of the size (WCAG 1.4.12: 0.16)."""
    typography: bool = True
    """Whether straight quotes are drawn curved, and no line ends on a little word, a number or a dash."""
    measure: int = setting(65, least=20, most=80, unit="lettres")
    """Characters a line holds at most, on average."""
    font: str = setting("", file=True)
    """Path of a TTF to use instead of Atkinson Hyperlegible Next."""
    nameplate: str = setting("", file=True)
    """Path of a picture of the newspaper's name, for the cover."""
    address: str = ""
    """Where the edition is heard: printed on the back cover, with its code."""
    article_start: str = setting("page", choices=("page", "flow"))
    """``page``: each article on a new page; ``flow``: one after the other."""
    lighten_pictures: bool = True
    """Whether dark photographs are made lighter for black ink."""
    screen_colours: str = setting(
        "black-on-white", choices=("black-on-white", "cream", "yellow-on-black", "white-on-black")
    )
    """Of the large-print file, which is read on a screen too."""
    standard: str = setting("PDF/X-4", choices=("PDF/X-4", "PDF/X-1a:2003"))
    """Of the press file."""
    icc: str = setting("", file=True)
    """Path of the printer's ICC profile; a profile of black ink is made without one."""
    condition: str = ""
    """The printing condition's name in the ICC registry: ``FOGRA39``."""
    booklet: str = setting("A3", choices=("A3", "A4"))
    """Paper of the booklet, folded once: ``A3`` for pages of A4, ``A4`` for pages of A5."""
    volume_pages: int = setting(80, least=8, most=400, unit="pages")
    """Pages of a volume of the booklet, at most."""
    paper_thickness: float = setting(0.12, least=0.0, most=1.0, unit="mm")
    """Millimetres: how far the pages creep with each sheet of a booklet."""

    def __post_init__(self) -> None:
        """UsageError for what is no address of the web."""
        if self.address and not _ADDRESS.fullmatch(self.address):
            message = f"« print.address » n'est pas l'adresse d'une page : « {self.address} »"
            raise UsageError(message, "Écrivez-la comme https://journal.fr/audio, rien après.", "edition.toml")
