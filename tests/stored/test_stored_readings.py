"""What is recalled equals what is made anew; what has changed is made anew."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editions import articles, french, stored
from editions.cache import Cache
from editions.french import lexicon
from editions.french.lexicon import Lexicon
from editions.model import Article, Edition, Sentence
from editions.speech import Spoken
from editions.stored import AT_HAND, Store
from editions.stored import readings as stored_readings
from editions.stored.articles import Articles
from editions.stored.readings import Readings, readings
from tests.stored.conftest import NO_WORDS, TEXT


def test_an_article_and_its_readings_come_back_as_they_were(
    article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Articles(Store(cache)).article(article)
    spoken = readings(Store(cache), first, NO_WORDS, "fr-FR")
    assert first == articles.article(article)
    assert any(reading.alternatives for line in spoken for reading in line.readings)
    monkeypatch.setattr(articles, "article", None)
    monkeypatch.setattr(french, "read", None)
    again = Articles(Store(cache)).article(article)
    assert again == first
    assert readings(Store(cache), again, NO_WORDS, "fr-FR") == spoken


def test_what_has_changed_is_made_anew(article: Path, cache: Cache, tmp_path: Path) -> None:
    first = Articles(Store(cache)).article(article)
    french_line = readings(Store(cache), first, NO_WORDS, "fr-FR")[2].text
    (tmp_path / "lexicon.tsv").write_text("MIX\tmixe\n", encoding="utf-8")
    words = lexicon.load(tmp_path / "lexicon.tsv")
    texts = [line.text for line in readings(Store(cache), first, words, "fr-FR")]
    assert any("mixe" in text for text in texts)
    article.write_text(TEXT.replace("12 500", "95"), encoding="utf-8")
    second = Articles(Store(cache)).article(article)
    assert second.title == "La foire attire 95 curieux"
    belgian = readings(Store(cache), second, NO_WORDS, "fr-BE")
    assert belgian[0].text == "La foire attire nonante-cinq curieux"
    assert readings(Store(cache), second, NO_WORDS, "fr-FR")[0].text == "La foire attire quatre-vingt-quinze curieux"
    assert readings(Store(cache), first, NO_WORDS, "fr-FR")[2].text == french_line


@pytest.mark.parametrize("count, made", [(AT_HAND, AT_HAND), (AT_HAND + 1, 2 * (AT_HAND + 1))])
def test_readings_of_hundreds_of_articles_are_recalled_those_of_a_day_are_held(
    count: int, made: int, article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Articles(Store(cache)).article(article)
    copies = tuple(replace(found, slug=f"a{number}") for number in range(count))
    asked: list[str] = []

    def counted(store: Store, one: Article, words: Lexicon, language: str) -> tuple[Spoken, ...]:
        asked.append(one.slug)
        return readings(store, one, words, language)

    monkeypatch.setattr(stored_readings, "readings", counted)
    edition = Edition("jour", "Le jour", "", None, "fr-FR", copies)
    kept = Readings(Store(cache), edition, NO_WORDS)
    for _ in range(2):
        assert all(kept[one.slug] == kept[one.slug] for one in copies)
    assert len(asked) == made


def test_a_cache_that_refuses_costs_only_time(article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(name: str, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache, "put", full)
    store = Store(cache)
    made = Articles(store).article(article)
    assert made == articles.article(article)
    assert readings(store, made, NO_WORDS, "fr-FR") == readings(Store(None), made, NO_WORDS, "fr-FR")


def test_the_program_is_its_modules_and_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    digest = stored.program()
    stored.program.cache_clear()
    assert stored.program() == digest
    stored.program.cache_clear()
    monkeypatch.setattr(sys, "version", "another")
    assert stored.program() != digest
    stored.program.cache_clear()


def test_a_corrected_paragraph_is_read_alone(article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    readings(Store(cache), Articles(Store(cache)).article(article), NO_WORDS, "fr-FR")
    article.write_text(TEXT.replace("arrondissement", "siècle").replace("Alix", "Alice"), encoding="utf-8")
    read: list[str] = []
    french_read = french.read

    def watched(sentence: Sentence, lexicon: Lexicon, language: str) -> Spoken:
        read.append(sentence.text)
        return french_read(sentence, lexicon, language)

    monkeypatch.setattr(french, "read", watched)
    corrected = Articles(Store(cache)).article(article)
    spoken = readings(Store(cache), corrected, NO_WORDS, "fr-FR")
    assert all("siècle" in text or "Alice" in text or "«" in text or "Il a payé" in text for text in read)
    assert read
    sentences = [sentence for block in corrected.blocks for sentence in block.sentences]
    assert spoken == tuple(french_read(sentence, NO_WORDS, "fr-FR") for sentence in sentences)


def test_how_it_sounds_is_kept_and_makes_the_readings_anew(article: Path, cache: Cache, tmp_path: Path) -> None:
    made = articles.article(article)
    words = tmp_path / "lexicon.tsv"
    for sound in ("/miks/", "/mi dis/"):
        words.write_text(f"MIX\tMIX\t\t{sound}\n", encoding="utf-8")
        for _ in range(2):
            lines = readings(Store(cache), made, lexicon.load(words), "fr-FR")
            assert [r.sound for line in lines for r in line.readings if r.rule == "lexicon"] == [sound]
