"""How articles are told: order, announcements, tables by records, notes, pauses; nothing is lost, whatever the tree."""

from dataclasses import replace
from pathlib import Path

import pytest

from editions.audio.settings import PACES, AudioSettings
from tests.narration.tellings import lines, made, telling


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
