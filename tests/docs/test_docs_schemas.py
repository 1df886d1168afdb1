"""``edition.json`` and ``readings.json`` are as their schemas say; a schema misses each key that is not there."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from editions import verification
from editions.pipeline import Order, build
from tests.docs.pages import DOCS

ARTICLE = "Un titre\n\nLe 3 mai, 12 kg de « MIX ».\n\nEncore 5 M de plus.\n"


def schema(name: str) -> Draft202012Validator:
    values = json.loads((DOCS / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(values)
    return Draft202012Validator(values)


EDITION, READINGS = schema("edition"), schema("readings")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("schemas") / "val"
    folder.mkdir()
    (folder / "une.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "deux.html").write_text('<h1>Deux</h1><p>Un <span lang="en">deadline</span>. ***</p>', encoding="utf-8")
    return folder


def made(articles: Path, output: Path, *to: str, voice: str = "tone") -> Path:
    return build(Order((articles,), output, to, voice)).folder


def read(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    names = folder / "edition.json", folder / "report" / "readings.json"
    edition, readings = (json.loads(name.read_text(encoding="utf-8")) for name in names)
    return edition, readings


def check(folder: Path) -> dict[str, Any]:
    edition, readings = read(folder)
    EDITION.validate(edition)
    READINGS.validate(readings)
    return edition


def test_what_is_made_is_as_the_schemas_say(articles: Path, tmp_path: Path) -> None:
    assert check(made(articles, tmp_path / "print", "pdf"))["voice"] == {}
    folder = made(articles, tmp_path / "all")
    whole = check(folder)
    assert set(whole["outputs"]) >= {"mp3", "captions", "pdf", "report"}
    verification.verify(folder)
    assert check(folder)["verified"]["checks"]
    made(articles, tmp_path / "all", "captions", voice="tone:grave")
    assert not check(folder)["outputs"]["mp3"]["current"]
    (folder / "print" / "press.pdf").unlink()
    verification.verify(folder)
    assert check(folder)["verified"]["findings"]
    single = build(Order((articles / "une.txt",), tmp_path / "single", ("pdf",))).folder
    assert not check(single)["whole"]


def places(value: Any, where: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where the keys of a value are."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*where, key)
            yield from places(inner, (*where, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value[:2]):
            yield from places(inner, (*where, index))


OPTIONAL = {"sound", "voice", "named", "told", "verified", "languages", "audio", "opening", "ending"}


@pytest.mark.parametrize("validator, which", [(EDITION, 0), (READINGS, 1)], ids=["edition", "readings"])
def test_each_key_is_missed_and_no_other_is_let_in(
    validator: Draft202012Validator, which: int, articles: Path, tmp_path: Path
) -> None:
    values = read(made(articles, tmp_path))[which]
    missed = 0
    for *around, key in list(places(values)):
        broken = copy.deepcopy(values)
        holder: Any = broken
        for step in around:
            holder = holder[step]
        if around[-1:] in (["outputs"], ["files"]):  # any name
            continue
        holder["other"] = 1
        assert not validator.is_valid(broken), (*around, "other")
        del holder["other"]
        del holder[key]
        if key not in OPTIONAL or around[:1] == ["voice"]:
            assert not validator.is_valid(broken), (*around, key)
            missed += 1
    assert missed > 20
