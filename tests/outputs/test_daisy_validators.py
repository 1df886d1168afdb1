"""DAISY books before judges: the W3C's DTDs, the Consortium's schemas with their rules, the parser of Thorium Reader.

The parser needs Node.js and the package ``r2-shared-js`` where ``NODE_PATH`` says.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import etree

from editions import articles
from editions.checks.daisy.book import Book
from editions.checks.daisy.links import findings as links
from editions.checks.daisy.metadata import findings as metadata
from editions.model import Article
from editions.outputs import daisy
from editions.settings import Settings
from editions.speech import Cue, Recording, Timeline, WordCues
from tests.conftest import missing
from tests.outputs import daisy_books
from tests.outputs import daisy_validators as validators
from tests.outputs.daisy_books import headings, texts
from tests.spoken_articles import Spoke, publication


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("daisy")
    return daisy_books.made(daisy_books.articles(place), place / "out")


def test_all_files_are_as_their_dtds_say(made: Path) -> None:
    for name, text in texts(made).items():
        dtd = validators.dtd(name)
        assert dtd.validate(etree.fromstring(text.encode())), (name, dtd.error_log.filter_from_errors())


@pytest.mark.parametrize("name", ["ncc.html", "master.smil", "article.smil"])
def test_the_schemas_have_nothing_to_say(name: str, made: Path, tmp_path: Path) -> None:
    found = texts(made)
    given = {name: found[name]} if name in found else {n: t for n, t in found.items() if re.match(r"\d+\.smil", n)}
    assert validators.judged(validators.schema(name), given, tmp_path) == []


RULED = (
    "ncc:charset", "dc:date", "dc:format", "dc:identifier", "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial",
    "dc:title", "ncc:tocItems", "ncc:totalTime", "dc:publisher", "dc:language", "dc:creator",
)  # fmt: skip
"""What the rules inside the schemas ask for."""
MISNAMED = {"ncc:pageSpecial": "dc:identifier", "ncc:totalTime": "ncc:totaltime"}
"""What they call it in what they say."""


@pytest.mark.parametrize("name, ruled", [("ncc.html", RULED), ("001.smil", ("dc:format",))])
def test_the_rules_inside_the_schemas_hold_and_miss_what_is_taken_out(
    name: str, ruled: tuple[str, ...], made: Path, tmp_path: Path
) -> None:
    text, rules = texts(made)[name], validators.rules(name, tmp_path)
    assert validators.judged(rules, {"good": text}, tmp_path) == []
    lacking = {key.replace(":", "-"): re.sub(rf'<meta name="{key}".*?/>', "", text) for key in ruled}
    said = validators.judged(rules, lacking, tmp_path)
    missed = [found[1] for line in said if (found := re.search(r"(\w+:\w+) seems not to be", line))]
    assert Counter(missed) == Counter(MISNAMED.get(key, key) for key in ruled)


def test_a_wrong_count_of_entries_breaks_a_rule(made: Path, tmp_path: Path) -> None:
    text = re.sub(r'(tocItems" content=")', r"\g<1>9", texts(made)["ncc.html"])
    assert validators.judged(validators.rules("ncc.html", tmp_path), {"ncc.html": text}, tmp_path)


@pytest.mark.parametrize("name", ["daisy", "lundi-daisy.zip"])
def test_the_parser_of_thorium_finds_what_was_written(name: str, made: Path, tool: Callable[[str], str]) -> None:
    node, script = tool("node"), Path(__file__).with_name("daisy_in_thorium.cjs")
    if subprocess.run([node, "-e", "require.resolve('r2-shared-js')"], capture_output=True).returncode:
        missing("Node.js does not find r2-shared-js: install it by npm and set NODE_PATH")
    run = subprocess.run([node, script, made / name], capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    assert found["title"] == "Lundi & mardi"
    assert [tuple(heading) for heading in found["headings"]] == headings(made)
    smils = Book(made).smils
    assert [heard["clips"] for heard in found["heard"]] == [
        [[clip.target, clip.sound, clip.start, clip.end] for clip in smil.clips] for smil in smils
    ]


LINES = st.sampled_from(
    [
        "# Autre", "## Deux", "### Trois", "#### Quatre", "###### Six", "## ***", "Une phrase.", "***", "**Qui ?**",
        "- Un point", "1. Un\n2. Deux", "| a | b |\n| --- | --- |\n| c | d |", "| seul |\n| --- |", "> Dit-il",
        "    code", "![Une place](place.png)",
    ]
)  # fmt: skip


HEADS = st.sampled_from(
    ["# Titre", "Sans titre.", "---\nsection: Sports\n---\n\n# Titre", "---\nsection: Culture\n---\n\nRien de plus.",
     "---\noutlet: Le Val\nsection: Sports\n---\n\n# Titre", "![Une place](place.png)\n\n# Titre"]
)  # fmt: skip


@given(st.lists(st.tuples(HEADS, st.lists(LINES, max_size=8)), min_size=1, max_size=4))
@hypothesis_settings(max_examples=30)
def test_whatever_an_article_is_made_of(
    tmp_path_factory: pytest.TempPathFactory, written: list[tuple[str, list[str]]]
) -> None:
    """Contents without jumps, all counts true, all files valid."""
    place = tmp_path_factory.mktemp("any")
    taken: set[str] = set()
    spoken: list[Spoke] = [(_article(place, n, [head, *lines], taken), ()) for n, (head, lines) in enumerate(written)]
    made = publication(spoken, {article.slug: _recording(place, article) for article, _ in spoken})
    made = replace(made, edition=replace(made.edition, identifier="urn:uuid:essai"))
    daisy.render(made, place / "out", Settings())
    book = Book(place / "out")
    assert [*links(book), *metadata(book)] == []
    levels = [int(tag[1]) for tag, _ in headings(place / "out")]
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))
    for name, text in texts(place / "out").items():
        dtd = validators.dtd(name)
        assert dtd.validate(etree.fromstring(text.encode())), (name, dtd.error_log.filter_from_errors(), text)


def _article(place: Path, number: int, lines: list[str], taken: set[str]) -> Article:
    path = place / f"{number}.md"
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    made = articles.article(path, taken)
    taken.add(made.slug)
    return made


def _recording(place: Path, article: Article) -> Recording:
    """A second for each sentence; no sound, as nothing listens."""
    names = [s.id for block in article.blocks for s in block.sentences if any(map(str.isalnum, s.text))]
    rate = 1000
    cues = tuple(Cue(name, rate * n, rate * n + 800, WordCues(())) for n, name in enumerate(names))
    sound, timeline = place / f"{article.slug}.mp3", place / f"{article.slug}.json"
    sound.write_bytes(b"")
    timeline.write_bytes(Timeline(rate, cues).packed())
    return Recording(sound, "audio/mpeg", rate, rate * len(names), timeline)
