"""How articles are told: order, announcements, tables by records, notes, pauses; nothing is lost, whatever the tree."""

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.articles import article as read
from editions.audio.settings import PACES, AudioSettings
from editions.french import blocks as french
from editions.model import Article, Block, Figure, List, Note, Quotation, Section, Table, leaves
from editions.model.nodes import Cell, Item, Node
from editions.model.runs import Credit, NoteCall, Pause, Span
from editions.narration import Telling, Utterance, told
from editions.narration.wording import INTRODUCTION
from editions.speech import Spoken
from tests.model import trees

AUDIO = AudioSettings()
WORD = re.compile(r"\w+")


def made(folder: Path, text: str, name: str = "a.md") -> Article:
    (folder / name).write_text(text, encoding="utf-8")
    return read(folder / name)


def readings(article: Article) -> tuple[Spoken, ...]:
    return tuple(said for block in article.blocks for said in french.read(block))


def telling(article: Article, audio: AudioSettings = AUDIO, before: Article | None = None) -> Telling:
    return told(article, readings(article), audio, before)


def lines(found: Telling) -> list[str]:
    return [" ".join(said.spoken.text.split()) for said in found.utterances]


def test_pictures_and_captions_are_announced_once_and_told_lower(tmp_path: Path) -> None:
    figures = '![Un moulin](a.jpg "Le pont. - ANNE LEVAL / AFP")\n\n![Un pré](b.jpg "Photo de famille, 1950.")'
    text = f"# Titre\n\n{figures}\n"
    found = telling(made(tmp_path, text))
    assert lines(found)[1:] == ["Photo : Un moulin", "Légende : Le pont.", "- Anne Leval , A F P", "Photo : Un pré",
                                "Photo de famille, mille neuf cent cinquante."]  # fmt: skip
    assert [said.manner for said in found.utterances] == ["title", *["aside"] * 5]
    plain = telling(made(tmp_path, text), AudioSettings(announce=False, captions="same"))
    assert lines(plain)[1] == "Un moulin"
    assert [said.manner for said in plain.utterances][1:] == [""] * 5


def test_titles_of_all_kinds_are_told_as_such(tmp_path: Path) -> None:
    head = "---\noutlet: Le Journal\nsection: Sports\n---\n"
    found = telling(made(tmp_path, f"{head}# Titre\n\nUn mot.\n\n## Inter\n\nUn autre.\n"))
    assert [said.manner for said in found.utterances] == ["title", "title", "title", "", "title", ""]


def test_credits_are_left_out_if_the_newsroom_says_so_and_named(tmp_path: Path) -> None:
    article = made(tmp_path, '# Titre\n\n![Un moulin](a.jpg "Le pont de fer. - ANNE LEVAL / AFP")\n')
    found = telling(article, AudioSettings(credits=False))
    assert lines(found) == ["Titre", "Photo : Un moulin", "Légende : Le pont de fer"]
    caption = article.blocks[-1].text
    left = "".join(caption[one.span.start : one.span.end] for one in found.left)
    assert "ANNE LEVAL / AFP" in left
    assert {one.why for one in found.left} == {"credit"}


def test_the_paper_is_named_when_it_changes_and_so_is_the_section(tmp_path: Path) -> None:
    head = "---\noutlet: Le Journal\nsection: {}\n---\n# Titre {}\n\nUn mot.\n"
    one, two, three = (
        made(tmp_path, head.format(section, number), f"{number}.md")
        for number, section in ((1, "Sports"), (2, "Sports"), (3, "Orne"))
    )
    assert lines(telling(one))[:2] == ["Le Journal", "Sports"]
    found = telling(two, before=one)
    assert lines(found)[0] == "Titre deux"
    assert [one.why for one in found.left] == ["repeated"] * 2
    assert lines(telling(three, before=two))[:2] == ["Orne", "Titre trois"]
    assert lines(telling(two, AudioSettings(say_outlet="always"), one))[:2] == ["Le Journal", "Titre deux"]
    never = telling(one, AudioSettings(say_outlet="never", say_section="never"))
    assert lines(never)[0] == "Titre un"
    assert [one.why for one in never.left] == ["outlet", "section"]


def test_notes_come_last_and_their_calls_are_not_heard(tmp_path: Path) -> None:
    article = made(tmp_path, "# Titre\n\nLe maire[^1] a dit non.\n\n[^1]: Élu en 2020.\n\nLa suite.\n")
    assert lines(telling(article)) == [
        "Titre", "Le maire a dit non.", "La suite.", "Note un : Élu en deux mille vingt.",
    ]  # fmt: skip
    assert lines(telling(article, AudioSettings(notes="place")))[2] == "Note un : Élu en deux mille vingt."
    assert [one.why for one in telling(article).left] == ["call"]


def test_notes_may_be_told_behind_the_paragraph_that_first_calls_them(tmp_path: Path) -> None:
    text = (
        "# Titre\n\nUn[^1] et deux[^2].\n\nEncore[^1].\n\n[^2]: Note b[^3].\n\n[^1]: Note a.\n\n[^4]: D.\n\n[^3]: C.\n"
    )
    article = made(tmp_path, text)
    assert lines(telling(article, AudioSettings(notes="paragraph"))) == [
        "Titre", "Un et deux.", "Note un : Note a.", "Note deux : Note b.", "Note trois : C.", "Encore.",
        "Note quatre : D.",
    ]  # fmt: skip


def test_a_note_with_a_star_has_no_number_to_say(tmp_path: Path) -> None:
    article = made(tmp_path, "Titre\n\nMarie* a dit non.\n\nElle part.\n\n* Le prénom a été changé.\n", "a.txt")
    assert lines(telling(article))[1:] == ["Marie a dit non.", "Elle part.", "Note : Le prénom a été changé."]


def test_a_table_is_told_by_records(tmp_path: Path) -> None:
    text = "# Titre\n\n| Commune | Jour |\n|---|---|\n| Montlouvet | samedi |\n| Pont | |\n| Évre | lundi |\n"
    found = telling(made(tmp_path, text))
    assert lines(found)[1:] == ["Commune :", "Montlouvet", "Jour :", "samedi", "Commune : Pont", "Commune : Évre",
                                "Jour : lundi"]  # fmt: skip
    item, cell, head = 0.6, 0.27, 0.135
    assert [said.pause for said in found.utterances[1:]] == [head, cell, head, item, item, cell, 2.0]
    rows = telling(made(tmp_path, text), AudioSettings(tables="rows"))
    assert lines(rows)[1:] == ["Commune", "Jour", "Montlouvet", "samedi", "Pont", "Évre", "lundi"]


HTML = """<h1>Titre</h1><table><caption>Marchés</caption>
<tr><th rowspan="2">Commune</th><th colspan="2">Matin</th></tr><tr><th>Début</th><th>Fin</th></tr>
<tr><td rowspan="2">Pont</td><td>8 h</td><td>9 h</td></tr><tr><td>10 h</td><td>11 h</td></tr></table>"""


def test_cells_that_span_are_told_once_and_repeated_as_words_of_others(tmp_path: Path) -> None:
    found = telling(made(tmp_path, HTML, "a.html"))
    assert lines(found)[1:] == [
        "Tableau : Marchés", "Commune :", "Pont", "Matin :", "Début :", "huit heures", "Fin :", "neuf heures",
        "Commune : Pont : Matin : Début : dix heures", "Fin : onze heures",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text, seconds",
    [
        ("Un mot.\n\n[pause 2s]\n\nFin.", 2.0),
        ("Un mot. [pause 1,5 s]\n\nFin.", 1.5),
        ("Un mot.\n\n[pause 0.1 secondes] Fin.", 0.1),
        ("Un mot.\n\n***\n\nFin.", 1.6),
        ("Un mot.\n\n***\n\n[pause 3s]\n\nFin.", 3.0),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_marks_are_heard_and_not_shown(text: str, seconds: float, name: str, tmp_path: Path) -> None:
    article = made(tmp_path, f"# Titre\n\n{text}\n" if name == "a.md" else f"Titre\n\n{text}\n", name)
    assert [block.text for block in article.blocks] == ["Titre", "Un mot.", "Fin."]
    assert [said.pause for said in telling(article).utterances] == [1.3, seconds, 2.0]


def test_a_mark_inside_a_sentence_cuts_it_and_keeps_its_places(tmp_path: Path) -> None:
    article = made(tmp_path, "# Titre\n\nIl a dit : [pause 2s] **12 kg**. Voilà [pause 1s].\n")
    block = article.blocks[1]
    assert block.text == "Il a dit\u00a0: 12\u00a0kg. Voilà."
    found = telling(article).utterances[1:]
    assert [(said.sentence_id[-2:], said.pause) for said in found] == [("s1", 2.0), ("s1", 0.45), ("s2", 1.0)]
    assert found[1].spoken.readings[0].span.start == block.text.index("12")


def test_what_was_meant_as_a_mark_is_named(tmp_path: Path) -> None:
    article = made(tmp_path, "# Titre\n\nUn mot [pause 100s] et [pause : 2].\n")
    assert [finding.code for finding in article.findings] == ["pause-mark"] * 2
    assert made(tmp_path, "# Titre\n\nUn mot [pause 2s], puis [pause].\n").findings == ()


def test_pauses_grow_with_what_ends(tmp_path: Path) -> None:
    text = "# Titre\n\nUn. Deux ? Trois.\n\nQuatre.\n\n> Cinq.\n\nSix.\n\n- a\n- b\n\n## Inter\n\nFin.\n"
    found = [said.pause for said in telling(made(tmp_path, text)).utterances]
    assert found == [1.3, 0.45, 0.6, 0.75, 0.85, 0.85, 0.75, 0.6, 1.0, 1.0, 2.0]
    slow = telling(made(tmp_path, text), AudioSettings(pace="slow", pause_heading=0.2)).utterances
    assert [said.pause for said in slow[:2]] == [1.82, 0.63]
    assert slow[-2].pause == 0.2


@pytest.mark.parametrize("pace", PACES)
def test_a_pace_sets_speed_and_pauses_and_what_is_set_wins(pace: str) -> None:
    audio = AudioSettings(pace=pace)
    assert (audio.words_a_minute, audio.slowness) == (PACES[pace].speed, PACES[pace].slowness)
    assert replace(audio, speed=160, length_scale=1.0).words_a_minute == 160
    assert replace(audio, pause_item=0.0).pause("item") == 0
    assert audio.pause("sentence") < audio.pause("paragraph") < audio.pause("heading") < audio.pause("article")


SETTINGS = st.builds(
    AudioSettings,
    pace=st.sampled_from(tuple(PACES)),
    say_outlet=st.sampled_from(("change", "always", "never")),
    say_section=st.sampled_from(("change", "always", "never")),
    announce=st.booleans(),
    credits=st.booleans(),
    captions=st.sampled_from(("lower", "same")),
    tables=st.sampled_from(("records", "rows")),
    notes=st.sampled_from(("end", "paragraph", "place")),
)
TEXTS = st.lists(st.sampled_from(["mot", "deux", "12 kg", "Non.", "Qui ?", "« Oui »", "[1]", "-"]), max_size=6)


@st.composite
def blocks(draw: st.DrawFn, kind: Any = None) -> Block:
    words = draw(TEXTS)
    text = " ".join(words)
    ends = tuple(match.end() for match in re.finditer(r"[^.?]+(?:[.?] |$)", text)) if text else ()
    runs: list[Any] = []
    for make in draw(st.lists(st.sampled_from((Credit, "call", "pause")), max_size=3)):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        if make == "pause":
            runs.append(Pause(Span(start, start), draw(st.sampled_from((0.0, 0.5, 2.0)))))
        else:
            runs.append(NoteCall(Span(start, end), "1") if make == "call" else Credit(Span(start, end)))
    kinds: st.SearchStrategy[Any] = st.sampled_from(
        ("outlet", "section", "title", "heading", "question", "paragraph", "quote", "byline")
    )
    return Block("x", kind or draw(kinds), text, ends if ends[-1:] == (len(text),) else (), tuple(runs))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    rows, width = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    text, cells, ends = "", [], []
    for row in range(rows):
        found = []
        for column in range(width):
            words = draw(st.sampled_from(("", "mot", "deux mots", "12 kg")))
            header: Any = draw(st.sampled_from(("column", "", "row"))) if row else "column"
            span = Span(len(text), len(text) + len(words))
            reach = draw(st.integers(1, rows - row))
            found.append(Cell(span, row, column, header, reach, draw(st.integers(1, width - column))))
            text += words + ("\t" if column + 1 < width else "\n" if row + 1 < rows else "")
            if words:
                ends.append(len(text))
        cells.append(tuple(found))
    if ends:
        ends[-1] = len(text)
    return Table(Block("x", "table", text, tuple(ends)), tuple(cells), draw(st.none() | blocks("caption")))


def _around(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    body = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(st.builds(Item, st.just(""), body), max_size=3).map(tuple)
    return (
        st.builds(Section, blocks("heading"), st.just(2), body)
        | st.builds(List, st.booleans(), items)
        | st.builds(Quotation, body)
        | st.builds(Note, st.just("1"), st.just("[1]"), body)
    )


FIGURES = st.builds(Figure, st.none(), blocks("figure"), st.none() | blocks("caption"))
TREES = st.lists(st.recursive(blocks() | tables() | FIGURES, _around, max_leaves=8), min_size=1, max_size=5)


def numbered(nodes: list[Node]) -> Article:
    """An article of a drawn tree, each block with an id of its own."""
    from editions.stored.articles import tree_of, values_of

    values = values_of(nodes)
    count = iter(range(10_000))

    def named(value: Any) -> Any:
        if isinstance(value, tuple) and value[:1] == ("Block",):
            return ("Block", f"b{next(count)}", *value[2:])
        return type(value)(map(named, value)) if isinstance(value, list | tuple) else value

    return Article("a", "A", tree_of(named(values), Path()), Path("a.md"))


def written(article: Article, said: tuple[Utterance, ...]) -> Counter[tuple[str, int]]:
    """Where each written word that is said begins."""
    sources = {sentence.id: (block.id, block.text) for block in article.blocks for sentence in block.sentences}
    found: Counter[tuple[str, int]] = Counter()
    for one in said:
        name, text = sources[one.sentence_id]
        for reading in one.spoken.readings:
            if reading.rule != INTRODUCTION:
                found.update((name, place) for place in range(reading.span.start, reading.span.end)
                             if text[place].isalnum())  # fmt: skip
    return found


@given(TREES, SETTINGS, st.booleans())
def test_every_letter_is_in_one_utterance_or_named_as_left_out(
    nodes: list[Node], audio: AudioSettings, again: bool
) -> None:
    article = numbered(nodes)
    found = telling(article, audio, article if again else None)
    heard = written(article, found.utterances)
    assert set(heard.values()) <= {1}
    sources = {sentence.id: block for block in article.blocks for sentence in block.sentences}
    left = {(sources[one.sentence_id].id, place) for one in found.left for place in range(one.span.start, one.span.end)}
    all_letters = {(block.id, place) for block in article.blocks if block.ends
                   for place, letter in enumerate(block.text) if letter.isalnum()}  # fmt: skip
    assert all_letters - set(heard) <= left
    if audio.credits:
        assert all(one.why != "credit" for one in found.left)


@given(TREES, SETTINGS)
def test_each_sentence_is_told_in_one_go_with_sound_pauses(nodes: list[Node], audio: AudioSettings) -> None:
    article = numbered(nodes)
    said = telling(article, audio).utterances
    runs = [name for name, _ in groupby(said, key=lambda one: one.sentence_id)]
    assert len(runs) == len(set(runs))
    assert all(one.pause > 0 for one in said)
    if said:
        assert said[-1].pause >= 0.5
    marks = sum(run.seconds for block in article.blocks for run in block.runs if isinstance(run, Pause))
    assert sum(one.pause for one in said) >= marks * bool(said) - 1e-6


@given(st.lists(trees.leaves(), min_size=1, max_size=10))
def test_pieces_of_any_tree_are_told_without_fault(found: list[Any]) -> None:
    from editions.model.tree import grown

    named = []
    for number, leaf in enumerate(found):
        ends = (len(leaf.block.text),) if leaf.block.text else ()
        named.append(replace(leaf, block=replace(leaf.block, id=f"b{number}", ends=ends)))
    article = Article("a", "A", grown(named), Path("a.md"))
    said = telling(article).utterances
    assert {one.sentence_id for one in said} <= {s.id for block in leaves(article.body) for s in block.sentences}
