"""Typed notes and their calls, in plain text and in the other formats."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.articles import article as read
from editions.manuscript import notes as manuscript_notes
from editions.manuscript.pieces import Piece
from editions.model import Article, Finding, Note, tree
from editions.model.runs import NoteCall

BODY = "Titre de l'article\n\n{}\n\nLa suite est là, et elle finit ici.\n\n{}\n"


def made(folder: Path, text: str, name: str = "a.txt") -> Article:
    (folder / name).write_text(text, encoding="utf-8")
    return read(folder / name)


def calls(article: Article) -> list[tuple[str, bool]]:
    """Each call, and whether there is its note."""
    keys = {step.node.key for step in tree.walk(article.body) if isinstance(step.node, Note)}
    return [
        (block.text[run.span.start : run.span.end], run.note in keys)
        for block in article.blocks
        for run in block.runs
        if isinstance(run, NoteCall)
    ]


def notes(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind == "note"]


def lost(article: Article) -> list[Finding]:
    return [found for found in article.findings if found.code == "note-missing"]


@pytest.mark.parametrize(
    ("words", "foot", "called", "found"),
    [
        ("Le maire[1] parle.", "[1] Élu en 2020.", ["[1]"], ["[1] Élu en 2020."]),
        ("Le maire[1] parle.", "[1]: Élu en 2020.", ["[1]"], ["[1]\u00a0: Élu en 2020."]),
        ("Il parle.[1] Elle dort[2].", "[1] Un.\n[2] Deux.", ["[1]", "[2]"], ["[1] Un.", "[2] Deux."]),
        ("Il parle [1]. Elle dort (2).", "[1] Un.\n\n(2) Deux.", ["[1]", "(2)"], ["[1] Un.", "(2) Deux."]),
        ("Marie (1) parle.", "(1) Le prénom a été changé.", ["(1)"], ["(1) Le prénom a été changé."]),
        ("Marie* parle.", "* Le prénom a été changé.", ["*"], ["* Le prénom a été changé."]),
        ("« Non »¹, dit-il, 12 km².", "¹ Hier.", ["¹"], ["¹ Hier."]),
        ("Le maire[1] parle.", "Notes\n1. Élu en 2020.", ["[1]"], ["1. Élu en 2020."]),
        ("Le maire[note 1] parle.", "[note 1] Élu.", ["[note 1]"], ["[note 1] Élu."]),
        ("Le maire[1] parle.", "[1] Élu en 2020\net battu.", ["[1]"], ["[1] Élu en 2020 et battu."]),
        ("Le maire[1] parle.", "[1] Élu.\n\nJean Dupont\n(Belga)", ["[1]"], ["[1] Élu."]),
        # What is no note stays what it was.
        ("Il a deux raisons (1) et (2).", "Une fin sans note.", [], []),
        ("Un hôtel 4* et un 3*.", "* un\n* deux\n* trois", [], []),
        ("Il l'a [a] dit.", "La fin.", [], []),
        ("Un terrain de 12 m² et 3 km².", "² La fin.", [], []),
        ("La fin de tout.", "[1] Ce qui commence ainsi n'est appelé nulle part.", [], []),
        ("Le maire[1] parle.", "[1] Un début.\n\n" + "Une longue phrase qui continue le texte. " * 4, ["[1]"], []),
    ],
)  # fmt: skip
def test_notes_at_the_foot_of_a_plain_text(
    tmp_path: Path, words: str, foot: str, called: list[str], found: list[str]
) -> None:
    article = made(tmp_path, BODY.format(words, foot))
    assert notes(article) == found
    assert [sign for sign, _ in calls(article)] == called
    assert all(there for _, there in calls(article)) == bool(found or not called)
    assert bool(lost(article)) == bool(called and not found)
    shown = "".join("".join(block.text.split()) for block in article.blocks)
    for word in f"{words} {foot}".replace("* un", "un").replace("* deux", "deux").replace("* trois", "trois").split():
        assert word in shown


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_typed_notes_of_other_formats(tmp_path: Path, name: str) -> None:
    text = "# Titre\n\nLe maire[1] parle, et Marie (2).\n\nLa fin.\n\n[1] Élu en 2020.\n[2] Rien.\n\n(2) Le prénom.\n"
    if name == "a.html":
        parts = text.replace("# Titre", "<h1>Titre</h1>").replace(".\n[2]", ".<br>[2]").split("\n\n")
        text = "\n".join(part if part.startswith("<h1") else f"<p>{part}</p>" for part in parts)
    article = made(tmp_path, text.replace("[2] Rien.", "[3] Rien.").replace("La fin.", "La fin[3]."), name)
    assert notes(article) == ["[1] Élu en 2020.", "[3] Rien.", "(2) Le prénom."]
    assert calls(article) == [("[1]", True), ("(2)", True), ("[3]", True)]


def test_roman_numbers_call_notes(tmp_path: Path) -> None:
    article = made(tmp_path, BODY.format("Le maire[ii] a parlé.", "[ii] Élu en 2020."))
    assert calls(article) == [("[ii]", True)]
    assert notes(article) == ["[ii] Élu en 2020."]
    assert calls(made(tmp_path, BODY.format("Le maire a dit « [sic] ».", "Voilà."))) == []


def test_a_raised_link_of_a_page_calls_the_item_that_it_leads_to(tmp_path: Path) -> None:
    page = """<article><h1>Le pont rouvre</h1><p>Le pont fut fermé en 2024<sup><a href="#fn3">3</a></sup> et rouvre.</p>
    <ol><li id="fn3">Selon la mairie. <a href="#ref3">↩</a></li></ol></article>"""
    article = made(tmp_path, page, "a.html")
    assert calls(article) == [("[3]", True)]
    assert notes(article) == ["[3] Selon la mairie."]


def test_a_signature_above_the_notes_is_a_signature(tmp_path: Path) -> None:
    article = made(tmp_path, BODY.format("Le maire[1] parle.", "Jeanne Dupont\n\n[1] Élu en 2020."))
    assert article.byline == "Jeanne Dupont"


def test_calls_without_a_note_are_named_once(tmp_path: Path) -> None:
    article = made(tmp_path, BODY.format("Il parle[12]. Elle dort[13] ici[12].", "Fin."))
    (finding,) = lost(article)
    assert finding.place == "a.txt:3"
    assert "[12], [13]" in finding.message


def test_a_title_keeps_its_call_on_the_page_alone(tmp_path: Path) -> None:
    article = made(tmp_path, "Le maire[1] parle\n\nIl parle hier soir.\n\n[1] Élu en 2020.\n")
    assert (article.title, article.slug) == ("Le maire parle", "le-maire-parle")
    assert article.blocks[0].text == "Le maire[1] parle"


def test_sentences_end_behind_the_call_of_a_note(tmp_path: Path) -> None:
    article = made(tmp_path, BODY.format("Il a parlé.[1] Elle dort. [2] Oui.", "[1] Un.\n[2] Deux."))
    texts = [sentence.text for sentence in article.blocks[1].sentences]
    assert texts == ["Il a parlé.[1] ", "Elle dort. [2] ", "Oui."]


PARTS = st.sampled_from([
    "Le maire[1] parle.", "[1] Élu.", "(1) Le prénom.", "Marie* dort (1).", "* Changé.", "Fin¹", "¹ Hier.", "Notes",
    "1. Un.", "[2]", "12 km²", "", "Une ligne\ncoupée", "[1]: Dit.", "Jean Dupont", "texte [3] et [4].", "†", "[a] b",
])  # fmt: skip


@given(st.lists(PARTS, max_size=12).map("\n".join))
def test_no_word_of_a_plain_text_is_lost_or_said_twice(text: str) -> None:
    kept, foot = manuscript_notes.at_foot(text)
    assert len(kept.split("\n")) == len(text.split("\n"))
    found = [*kept.split(), *(word for piece in foot for word in piece.text.split())]
    assert sorted(found) == sorted(text.split())


@given(st.lists(PARTS.filter(str.strip), max_size=12))
def test_linking_keeps_words_and_order(texts: list[str]) -> None:
    pieces = [Piece("paragraph", text) for text in texts]
    linked = manuscript_notes.linked(pieces, "a.txt", lambda _: None)
    assert " ".join(piece.text for piece in linked).split() == " ".join(texts).split()
    for piece in linked:
        for run in piece.runs:
            assert 0 <= run.span.start < run.span.end <= len(piece.text)
