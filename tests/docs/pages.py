"""The pages that people read, README.md and docs/*.md, cut into what tests look at.

A page is plain Markdown. Three conventions make it testable, and none of them shows where it is read:

- a block ```` ```console ```` holds commands behind ``$ `` and what they print, ``…`` standing for what varies;
- a comment ``<!-- fichier : articles/lundi/lexicon.tsv -->`` before a block says that the block is that file;
- a comment ``<!-- sortie : 3 -->`` before a block says with which code its last command ends.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = (README, *sorted(DOCS.glob("*.md")))

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!-- (fichier|sortie) : (.+?) -->\n*\Z")
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block, or the indented ones of README.md."""

    kind: str
    text: str
    line: int
    file: str = ""
    code: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture, with its text."""

    picture: bool
    text: str
    target: str


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = text_of(page)
    found = []
    for match in _FENCE.finditer(text):
        said = {"fichier": "", "sortie": "0"}
        comment = _COMMENT.search(text[: match.start()])
        if comment:
            said[comment[1]] = comment[2]
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(match[1], match[2], line, said["fichier"], int(said["sortie"])))
    return found


def indented(page: Path) -> list[str]:
    """The blocks that are set off by four blanks, as README.md has them."""
    prose = _FENCE.sub("\n", text_of(page))
    found = re.findall(r"(?:(?:^    .*|^)\n)+", prose, re.MULTILINE)
    return [re.sub(r"^    ", "", block.strip("\n"), flags=re.MULTILINE) for block in found if block.strip()]


def prose(page: Path) -> str:
    """The page without its blocks and without the code in its lines."""
    return re.sub(r"`[^`\n]+`", "``", _FENCE.sub("\n", text_of(page)))


def links(page: Path) -> list[Link]:
    return [Link(mark == "!", text, target) for mark, text, target in _LINK.findall(prose(page))]


def anchors(page: Path) -> set[str]:
    """What ``#…`` may name in a page: its headings as GitHub names them, and its own anchors."""
    text = _FENCE.sub("\n", text_of(page))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    named = {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
    return named | set(re.findall(r'<a id="([^"]+)">', text))


def rows(page: Path) -> list[tuple[str, list[str]]]:
    """The cells of the rows of all tables, each with the heading above it; heads and rulers are left out."""
    found, heading, head = [], "", True
    for line in _FENCE.sub("\n", text_of(page)).split("\n"):
        if line.startswith("#"):
            heading = line.lstrip("# ")
        if not line.startswith("|"):
            head = True
            continue
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if set(line) <= set("|-: "):
            head = False
        elif not head:
            found.append((heading, cells))
    return found
