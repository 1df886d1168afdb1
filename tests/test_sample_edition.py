"""The sample edition: what the README shows must be worth showing."""

import re
from pathlib import Path

from editions import document, settings
from editions.french import lexicon
from editions.model import Edition, Figure
from editions.model.runs import Credit
from editions.model.tree import walk
from editions.pipeline.understanding import sections

BOCAGE = Path(__file__).parents[1] / "articles" / "bocage"


def bocage() -> Edition:
    edition, errors = document.edition([BOCAGE], settings.load(BOCAGE, sections()))
    assert errors == ()
    return edition


def test_its_articles_are_whole() -> None:
    edition = bocage()
    assert edition.name == "bocage"
    assert len(edition.articles) >= 8
    for article in edition.articles:
        words = sum(len(re.findall(r"\w+", block.text)) for block in article.blocks)
        assert 250 <= words <= 800, article.slug
        kinds = [block.kind for block in article.blocks]
        assert kinds.count("title") == kinds.count("outlet") == kinds.count("section") == kinds.count("lede") == 1
        assert {"heading", "question"} & set(kinds)
        assert article.findings == ()


def test_it_has_a_picture_a_list_a_table_and_an_interview() -> None:
    edition = bocage()
    blocks = [block for article in edition.articles for block in article.blocks]
    figures = [block for block in blocks if block.kind == "figure"]
    pictures = [step.node.picture for a in edition.articles for step in walk(a.body)
                if step.event == "enter" and isinstance(step.node, Figure)]  # fmt: skip
    assert [picture is not None and picture.path.is_file() for picture in pictures] == [True]
    assert all(len(block.text) > 40 for block in figures)
    credited = [block for block in blocks if any(isinstance(run, Credit) for run in block.runs)]
    assert len(credited) == 2
    assert {"item", "table", "quote"} <= {block.kind for block in blocks}


def test_its_lexicon_is_used() -> None:
    words = lexicon.load(BOCAGE / "lexicon.tsv")
    text = "\n".join(block.text for article in bocage().articles for block in article.blocks)
    assert len(words.entries) >= 10
    unused = [entry.written for entry in words.entries if not entry.pattern.search(text)]
    assert unused == []
