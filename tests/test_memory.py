"""What is recalled equals what is made anew; what has changed is made anew."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editions import document, french, memory
from editions.cache import Cache
from editions.french import lexicon
from editions.french.lexicon import Lexicon
from editions.memory import AT_HAND, Memory, Readings
from editions.model import Article, Edition, Sentence
from editions.speech import Spoken

TEXT = """# La foire attire 12 500 curieux

**Alix Gallet** — Publié le 3 mai 2025

Le maire du XIXe arrondissement était là. « MIX » est le nom du bar, ouvert à 18h30. Il a payé 5 M, note 17/20.

- un point ;
- un autre, à 3,5 %.
"""
NO_WORDS = Lexicon()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "foire.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_an_article_and_its_readings_come_back_as_they_were(
    article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Memory(cache).article(article)
    spoken = Memory(cache).readings(first, NO_WORDS, "fr-FR")
    assert first == document.article(article)
    assert any(reading.alternatives for line in spoken for reading in line.readings)
    monkeypatch.setattr(document, "article", None)
    monkeypatch.setattr(french, "read", None)
    again = Memory(cache).article(article)
    assert again == first
    assert Memory(cache).readings(again, NO_WORDS, "fr-FR") == spoken


def test_what_has_changed_is_made_anew(article: Path, cache: Cache, tmp_path: Path) -> None:
    first = Memory(cache).article(article)
    french_line = Memory(cache).readings(first, NO_WORDS, "fr-FR")[2].text
    (tmp_path / "lexicon.tsv").write_text("MIX\tmixe\n", encoding="utf-8")
    words = lexicon.load(tmp_path / "lexicon.tsv")
    texts = [line.text for line in Memory(cache).readings(first, words, "fr-FR")]
    assert any("mixe" in text for text in texts)
    article.write_text(TEXT.replace("12 500", "95"), encoding="utf-8")
    second = Memory(cache).article(article)
    assert second.title == "La foire attire 95 curieux"
    belgian = Memory(cache).readings(second, NO_WORDS, "fr-BE")
    assert belgian[0].text == "La foire attire nonante-cinq curieux"
    assert Memory(cache).readings(second, NO_WORDS, "fr-FR")[0].text == "La foire attire quatre-vingt-quinze curieux"
    assert Memory(cache).readings(first, NO_WORDS, "fr-FR")[2].text == french_line


def test_another_program_remembers_nothing(article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    Memory(cache).article(article)
    monkeypatch.setattr(memory, "program", lambda: "another")
    monkeypatch.setattr(document, "article", lambda path: pytest.fail("made anew, as it must be"))
    with pytest.raises(pytest.fail.Exception):
        Memory(cache).article(article)


def test_two_articles_of_one_title_keep_two_names(article: Path, cache: Cache) -> None:
    for _ in range(2):
        first = Memory(cache).article(article)
        second = Memory(cache).article(article, {first.slug})
        assert (first.slug, second.slug) == ("la-foire-attire-12-500-curieux", "la-foire-attire-12-500-curieux-2")
        assert second.blocks[0].id.startswith(second.slug)


@pytest.mark.parametrize("count, made", [(AT_HAND, AT_HAND), (AT_HAND + 1, 2 * (AT_HAND + 1))])
def test_readings_of_hundreds_of_articles_are_recalled_those_of_a_day_are_held(
    count: int, made: int, article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Memory(cache).article(article)
    articles = tuple(replace(found, slug=f"a{number}") for number in range(count))
    asked: list[str] = []
    recall = Memory.readings

    def counted(self: Memory, one: Article, words: Lexicon, language: str) -> tuple[Spoken, ...]:
        asked.append(one.slug)
        return recall(self, one, words, language)

    monkeypatch.setattr(Memory, "readings", counted)
    edition = Edition("jour", "Le jour", "", None, "fr-FR", articles)
    readings = Readings(Memory(cache), edition, NO_WORDS)
    for _ in range(2):
        assert all(readings[one.slug] == readings[one.slug] for one in articles)
    assert len(asked) == made


def test_articles_with_pictures_are_read_anew(tmp_path: Path, cache: Cache) -> None:
    path = tmp_path / "photo.md"
    path.write_text("# Titre\n\n![Un pont](pont.png)\n\nUne phrase.\n", encoding="utf-8")
    assert [found.code for found in Memory(cache).article(path).findings] == ["image-missing"]
    (tmp_path / "pont.png").write_bytes(b"")
    assert "image-missing" not in [found.code for found in Memory(cache).article(path).findings]


def test_a_cache_that_refuses_costs_only_time(article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(name: str, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache, "put", full)
    kept = Memory(cache)
    made = kept.article(article)
    assert made == document.article(article)
    assert kept.readings(made, NO_WORDS, "fr-FR") == Memory(None).readings(made, NO_WORDS, "fr-FR")


def test_the_program_is_its_modules_and_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    digest = memory.program()
    memory.program.cache_clear()
    assert memory.program() == digest
    memory.program.cache_clear()
    monkeypatch.setattr(sys, "version", "another")
    assert memory.program() != digest
    memory.program.cache_clear()


def test_a_corrected_paragraph_is_read_alone(article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    Memory(cache).readings(Memory(cache).article(article), NO_WORDS, "fr-FR")
    article.write_text(TEXT.replace("arrondissement", "siècle").replace("Alix", "Alice"), encoding="utf-8")
    read: list[str] = []
    french_read = french.read

    def watched(sentence: Sentence, lexicon: Lexicon, language: str) -> Spoken:
        read.append(sentence.text)
        return french_read(sentence, lexicon, language)

    monkeypatch.setattr(french, "read", watched)
    corrected = Memory(cache).article(article)
    spoken = Memory(cache).readings(corrected, NO_WORDS, "fr-FR")
    assert all("siècle" in text or "Alice" in text or "«" in text or "Il a payé" in text for text in read)
    assert read
    sentences = [sentence for block in corrected.blocks for sentence in block.sentences]
    assert spoken == tuple(french_read(sentence, NO_WORDS, "fr-FR") for sentence in sentences)
