"""What is heard before the first article and after the last: the words, the settings, the shape."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editions import announcements
from editions.audio.settings import AudioSettings
from editions.errors import UsageError
from editions.model import Article, Edition, List
from editions.model.runs import ArticleLink
from editions.model.tree import walk


def article(slug: str, section: str = "") -> Article:
    return Article(slug, f"Titre de {slug}", (), Path(f"{slug}.txt"), section=section)


def edition(*articles: Article, title: str = "Le Val", day: date | None = date(2026, 11, 23)) -> Edition:
    return Edition("lundi", title, "Le Courrier", day, "fr-FR", articles)


def told(edition: Edition, audio: AudioSettings | None = None, seconds: float = 200.0) -> tuple[list[str], list[str]]:
    """The texts of opening and ending."""
    found = announcements.around(edition, audio or AudioSettings(), {a.slug: seconds for a in edition.articles})
    opening, ending = ([block.text for block in one.blocks] if one else [] for one in found)
    return opening, ending


def test_an_edition_opens_with_its_facts_and_its_titles_and_ends() -> None:
    opening, ending = told(edition(article("crue", "Météo"), article("foire"), article("jeu", "Sports")))
    assert opening == [
        "Le Val", "Lundi 23 novembre 2026.", "3 articles, 10 minutes.", "Sommaire",
        "Météo", "Titre de crue", "Titre de foire", "Sports", "Titre de jeu",
    ]  # fmt: skip
    assert ending == ["Fin de l'édition", "C'était Le Val.", "Merci de votre écoute."]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(3.0, "6 secondes"), (29.9 * 60, "1 heure"), (31 * 60, "1 heure 2 minutes"), (61 * 60, "2 heures 2 minutes")],
)  # fmt: skip
def test_minutes_are_whole_and_hours_are_named(seconds: float, said: str) -> None:
    opening, _ = told(edition(article("a"), article("b")), seconds=seconds)
    assert opening[2] == f"2 articles, {said}."


def test_what_an_edition_has_not_is_not_said() -> None:
    assert "2026" not in " ".join(told(edition(article("a"), article("b"), day=None))[0])
    named = told(edition(article("a"), article("b"), title="Le Val du lundi 23 novembre 2026"))[0]
    assert [text for text in named if "2026" in text] == ["Le Val du lundi 23 novembre 2026"]
    asked = AudioSettings(opening_text="Bonjour\nNous sommes le {date}.")
    own = told(edition(article("a"), article("b"), title="Le Val du lundi 23 novembre 2026"), asked)[0]
    assert own[:2] == ["Bonjour", "Nous sommes le lundi 23 novembre 2026."]


def test_one_article_has_neither() -> None:
    assert told(edition(article("a"))) == ([], [])


def test_the_newsroom_has_its_own_words() -> None:
    audio = AudioSettings(
        opening_text="Bonjour\nVoici {titre}, par {média}.\n\nLe {date}.\n",
        ending_text="À demain\n{articles} en {durée}.",
        contents="none",
    )
    opening, ending = told(edition(article("a"), article("b"), day=None), audio)
    assert opening == ["Bonjour", "Voici Le Val, par Le Courrier."]
    assert ending == ["À demain", "2 articles en 7 minutes."]
    assert told(edition(article("a"), article("b")), AudioSettings(opening=False, ending=False)) == ([], [])


def test_a_place_that_there_is_not_is_refused() -> None:
    announcements.check(AudioSettings(opening_text="{titre}, {date}"), "edition.toml")
    with pytest.raises(UsageError) as refused:
        announcements.check(AudioSettings(ending_text="C'était {journal}."), "edition.toml")
    assert "{journal}" in refused.value.message
    assert "{titre}" in refused.value.hint


def test_a_long_edition_tells_its_sections() -> None:
    many = edition(*(article(f"a{n}", "Sports" if n > 9 else "") for n in range(40)))
    assert told(many)[0][4:] == [*(f"Titre de a{n}" for n in range(10)), "Sports, 30 articles"]
    assert len(told(many, AudioSettings(contents="titles"))[0]) == 4 + 40 + 1
    assert told(edition(*(article(f"a{n}") for n in range(40))))[0][3:] == []


def test_each_title_leads_to_its_article_below_its_section() -> None:
    whole = edition(article("crue", "Météo"), article("vent", "Météo"), article("foire"))
    made, _ = announcements.around(whole, AudioSettings(), dict.fromkeys(("crue", "vent", "foire"), 9.0))
    assert made is not None
    links = [(run.slug, block.text) for block in made.blocks for run in block.runs if isinstance(run, ArticleLink)]
    assert links == [("crue", "Titre de crue"), ("vent", "Titre de vent"), ("foire", "Titre de foire")]
    lists = [step for step in walk(made.body) if step.event == "enter" and isinstance(step.node, List)]
    assert [len(step.node.items) for step in lists if isinstance(step.node, List)] == [2, 2]


def test_articles_without_sound_are_not_announced() -> None:
    whole = edition(article("a"), article("b"), article("c"))
    made, _ = announcements.around(whole, AudioSettings(), {"a": 60.0, "c": 60.0})
    assert made is not None
    texts = [block.text for block in made.blocks]
    assert "Titre de b" not in texts
    assert "2 articles, 2 minutes." in texts
    assert announcements.around(whole, AudioSettings(), {}) == (None, None)
    assert announcements.around(replace(whole, articles=whole.articles[:1]), AudioSettings(), {"a": 9.0}) == (
        None,
        None,
    )
