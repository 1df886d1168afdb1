"""Articles written for a test, and what is told of them."""

import re
from pathlib import Path

from editions.articles import article as read
from editions.audio.settings import AudioSettings
from editions.french import blocks as french
from editions.model import Article
from editions.narration import Telling, told
from editions.speech import Spoken

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
