"""What the formats cost: 40 articles read from ``.html``, ``.docx`` and ``.md``, beside the same in ``.txt``.

    python -m tests.bench.bench_inputs [ARTICLES]

Each format is read in a process of its own (``document.edition``: everything up to blocks with their sentences), the
best of three. Prints seconds of processor time, their ratio to ``.txt``, and the peak of memory. A page has what pages
have around an article: a head, menus, scripts, share buttons, cards of other articles, comments, a footer.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
ROUNDS = 3
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MENU = "".join(f'<li class="item"><a href="/rubrique/{n}">Rubrique numéro {n}</a></li>' for n in range(60))
CARDS = "".join(f'<article class="card"><h3><a href="/a/{n}">Un autre titre {n}</a></h3></article>' for n in range(30))
SHEET = "".join(f".bloc-{n} .titre {{ color: #{n:06x}; margin: 0 {n}px }}\n" for n in range(800)) + ".x{display:none}"


def main(count: int) -> None:
    """One line a format."""
    texts = [path.read_text(encoding="utf-8").splitlines() for path in sorted(SAMPLE.glob("0[2-9]*.txt"))]
    articles = [[line.strip() for line in texts[n % len(texts)] if line.strip()] for n in range(count)]
    first = 0.0
    for suffix, written in (("txt", text), ("html", page), ("docx", word), ("md", markdown)):
        seconds, peak = best(suffix, written, articles)
        first = first or seconds
        print(f"{count} .{suffix:5s} {seconds:7.3f} s  × {seconds / first:4.2f}  {peak / 1024:6.1f} MB")


def best(suffix: str, written: Callable[[list[str]], bytes], articles: list[list[str]]) -> tuple[float, int]:
    """Processor seconds of the fastest round, and its peak of memory in kilobytes."""
    with tempfile.TemporaryDirectory() as folder:
        for number, lines in enumerate(articles):
            (Path(folder) / f"{number:02}.{suffix}").write_bytes(written(lines))
        return min(measured(folder) for _ in range(ROUNDS))


def measured(folder: str) -> tuple[float, int]:
    """One reading in a new process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(read, (folder,))


def read(folder: str) -> tuple[float, int]:
    """Seconds to read the edition, imports included, and the peak of memory of this process."""
    start = time.process_time()
    from editions import document
    from editions.settings import Settings

    edition, errors = document.edition([Path(folder)], Settings())
    assert not errors, errors
    assert all(len(article.blocks) > 5 for article in edition.articles)
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def text(lines: list[str]) -> bytes:
    """As it was pasted."""
    return "\n\n".join(lines).encode()


def page(lines: list[str]) -> bytes:
    """As a site has it, 40 kB of it around the article."""
    title, *body = map(escape, lines)
    head = f"<head><meta charset=utf-8><title>{title} - Le Bocage</title><style>{SHEET}</style></head>"
    paragraphs = "".join(f'<p class="texte">{line}</p>\n' for line in body)
    around = f"<header><nav><ul>{MENU}</ul></nav></header>"
    below = (
        f'<section class="related">{CARDS}</section><footer><ul>{MENU}</ul></footer><script>{"x=1;" * 2000}</script>'
    )
    share = '<div class="share"><button>Partager</button></div>'
    article = f"<main><article><h1>{title}</h1>{share}{paragraphs}</article></main>"
    return f"<!doctype html><html lang=fr>{head}<body>{around}{article}{below}</body></html>".encode()


def word(lines: list[str]) -> bytes:
    """As a word processor has it, each word of its paragraphs in a run."""
    import io

    made = io.BytesIO()
    paragraphs = "".join(
        "<w:p>"
        + "".join(f'<w:r><w:t xml:space="preserve">{escape(part)} </w:t></w:r>' for part in line.split())
        + "</w:p>"
        for line in lines
    )
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{paragraphs}</w:body></w:document>')
    return made.getvalue()


def markdown(lines: list[str]) -> bytes:
    """With its title as a heading."""
    return "\n\n".join([f"# {lines[0]}", *lines[1:]]).encode()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 40)
