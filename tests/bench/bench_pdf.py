"""CPU time and memory of the large-print PDF beside Typst and WeasyPrint: same text, same font, contents, tags, links.

    python -m tests.bench.bench_pdf [--runs 5] [--articles 40] [--words 535]

Each maker runs in a process of its own, start-up included; runs take turns, so that a busy machine slows all alike.
« editions » is the layout of ready articles, « build » the whole command from their files, with nothing in the cache.
Typst and WeasyPrint must be installed (``pip install typst weasyprint``); a maker that is not is left out and named.
The text is the sample edition's sentences, shuffled.
"""

import argparse
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import suppress
from html import escape
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "assets" / "fonts"
MAKERS = {"editions": "reportlab", "build": "reportlab", "typst": "typst", "weasyprint": "weasyprint"}
TITLE = "Édition d’essai"


def articles(count: int, words: int, seed: int = 7) -> list[dict[str, object]]:
    """``title``, ``lede`` and ``paragraphs`` of each article."""
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "articles" / "bocage").glob("*.txt"))
    )
    sentences = [s.strip() for s in re.split(r"(?<=[.!?])\s+", source) if 30 < len(s) < 300]
    shuffled = random.Random(seed)
    made = []
    for number in range(count):
        paragraphs: list[str] = []
        while sum(len(p.split()) for p in paragraphs) < words:
            paragraphs.append(" ".join(shuffled.choices(sentences, k=4)).replace("\n", " "))
        title = f"{' '.join(shuffled.choice(sentences).split()[:9])} ({number})"
        made.append({"title": title, "lede": shuffled.choice(sentences), "paragraphs": paragraphs})
    return made


def editions(source: Path, target: Path) -> None:
    """Our own, from ready model objects."""
    from editions.model import Article, Block, Edition
    from editions.outputs import pdf
    from editions.publication import Publication
    from editions.settings import Settings

    made = []
    for number, article in enumerate(json.loads(source.read_text(encoding="utf-8"))):
        blocks = [Block("t", "title", article["title"], ()), Block("l", "lede", article["lede"], ())]
        blocks += [Block("p", "paragraph", text, ()) for text in article["paragraphs"]]
        made.append(Article(f"a{number}", article["title"], tuple(blocks), Path("a.txt")))
    publication = Publication(Edition("essai", TITLE, "", None, "fr-FR", tuple(made)), {}, {})
    pdf.render(publication, target.parent / "editions", Settings())
    (target.parent / "editions" / "print" / "large-print.pdf").rename(target)


def build(source: Path, target: Path) -> None:
    """The whole command: articles in Markdown are read, laid out and published."""
    from editions.cli import main

    folder = target.parent / "build"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, article in enumerate(json.loads(source.read_text(encoding="utf-8"))):
        head = f"# {article['title']}\n\n**{article['lede']}**"
        text = "\n\n".join((head, *article["paragraphs"]))
        (folder / f"{number:04}.md").write_text(text + "\n", encoding="utf-8")
    os.environ["EDITIONS_CACHE"] = str(folder / "cache")
    sys.argv = ["editions", "build", str(folder), "--to", "pdf", "--output", str(folder / "output"), "--json"]
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # to the process's end
    with suppress(SystemExit):
        main()
    (folder / "output" / "build" / "print" / "large-print.pdf").rename(target)


def typst(source: Path, target: Path) -> None:
    """Typst, PDF/UA-1 and PDF/A-2a in one file, as ours."""
    import typst as compiler

    def quoted(text: object) -> str:
        return re.sub(r"([\\#$*_`<>@\[\]~/\"'=+-])", r"\\\1", str(text))

    lines = [
        '#set document(title: "Essai")',
        '#set text(font: "Atkinson Hyperlegible Next", size: 20pt, lang: "fr", hyphenate: false)',
        '#set page(paper: "a4", margin: 25mm, numbering: "1")',
        "#set par(leading: 0.8em, spacing: 1.4em, justify: false)",
        "#outline(title: [Sommaire])",
    ]
    for article in json.loads(source.read_text(encoding="utf-8")):
        lines += ["#pagebreak()", f"= {quoted(article['title'])}", f"#strong[{quoted(article['lede'])}]", ""]
        lines += [quoted(text) + "\n" for text in article["paragraphs"]]
    document = target.with_suffix(".typ")
    document.write_text("\n".join(lines), encoding="utf-8")
    compiler.compile(str(document), output=str(target), font_paths=[str(FONTS)], pdf_standards=["ua-1", "a-2a"])


def weasyprint(source: Path, target: Path) -> None:
    """WeasyPrint, PDF/UA-1."""
    from weasyprint import HTML

    faces = "".join(
        f"@font-face {{ font-family: A; font-weight: {weight}; "
        f"src: url({(FONTS / f'AtkinsonHyperlegibleNext-{name}.ttf').as_uri()}) }}"
        for name, weight in (("Regular", 400), ("Bold", 700))
    )
    style = faces + (
        "body { font: 20pt/1.4 A } @page { size: A4; margin: 25mm; @bottom-right { content: counter(page) } }"
        "h1 { break-before: page } .t a::after { content: leader('.') target-counter(attr(href), page) }"
    )
    found = json.loads(source.read_text(encoding="utf-8"))
    contents = "".join(f"<li><a href='#a{n}'>{escape(a['title'])}</a></li>" for n, a in enumerate(found))
    body = "".join(
        f"<article><h1 id='a{n}'>{escape(a['title'])}</h1><p><b>{escape(a['lede'])}</b></p>"
        + "".join(f"<p>{escape(p)}</p>" for p in a["paragraphs"])
        + "</article>"
        for n, a in enumerate(found)
    )
    page = f"<html lang=fr><title>Essai</title><style>{style}</style><h1>Sommaire</h1><ul class=t>{contents}</ul>{body}"
    HTML(string=page).write_pdf(str(target), pdf_variant="pdf/ua-1")


def measured(maker: str, source: Path, target: Path) -> tuple[float, float]:
    """CPU seconds and MiB of one run in a process of its own."""
    command = [sys.executable, __file__, "--make", maker, str(source), str(target)]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{maker} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print a table; ratios are to our own median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--words", type=int, default=535)
    parser.add_argument("--make", nargs=3, metavar=("MAKER", "SOURCE", "TARGET"))
    options = parser.parse_args()
    if options.make:
        maker, source, target = options.make
        {"editions": editions, "build": build, "typst": typst, "weasyprint": weasyprint}[maker](
            Path(source), Path(target)
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.json"
        source.write_text(json.dumps(articles(options.articles, options.words)), encoding="utf-8")
        present = [maker for maker, package in MAKERS.items() if find_spec(package)]
        runs: dict[str, list[tuple[float, float]]] = {maker: [] for maker in present}
        for _ in range(options.runs):
            for maker in present:
                runs[maker].append(measured(maker, source, Path(folder) / f"{maker}.pdf"))
        ours = statistics.median(cpu for cpu, _ in runs["editions"])
        for maker, figures in runs.items():
            cpu = statistics.median(cpu for cpu, _ in figures)
            size = (Path(folder) / f"{maker}.pdf").stat().st_size // 1024
            memory = max(memory for _, memory in figures)
            print(f"{maker:<11} CPU {cpu:6.2f} s  ratio {cpu / ours:5.2f}  {memory:5.0f} MiB  {size:5d} KB")
        print(*(f"{maker} is not installed" for maker in MAKERS.keys() - set(present)), sep="\n")


if __name__ == "__main__":
    main()
