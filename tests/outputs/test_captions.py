"""Captions within their limits: two lines of 42 characters, 7 seconds, 17 characters a second; every word, once."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.outputs import captions
from editions.outputs.captions import breaks, cutting, words
from editions.outputs.captions.pacing import LEAST, MOST, Caption
from editions.outputs.captions.words import WIDTH, Piece, Text
from editions.pipeline import Order, build
from editions.speech import Cue, Timeline, WordCues

RATE = 1000
"""Samples a second: a sample is a millisecond."""
GAP = 40
Said = tuple[dict[str, Text], Timeline]

signs = st.sampled_from([*"aàeéiourstlnmcpdvq'’-.,;:!?«»()[]–—/%€0123456789&<>{}", "\u00a0", "\u202f", "œ"])
any_word = st.text(signs, min_size=1, max_size=60)
COMMON = "le la de des et qui pour dans maire conseil « crue » vote, hier. l'eau dit-il : 12\u00a0%"
common = st.sampled_from(re.split(" ", COMMON))
blank = st.sampled_from([" ", " ", " ", " ", "\t", "\n", "  "])


@st.composite
def said(draw: st.DrawFn, fastest: int = 0) -> Said:
    """Blocks of sentences that are heard one after the other, with or without times of words.

    ``fastest``: characters a second at most, and then each sentence takes at least as long as any cue is shown.
    """
    texts, cues, now = {}, [], 200
    for block in range(draw(st.integers(1, 4))):
        sentences = draw(
            st.lists(st.lists(any_word if not fastest else common, min_size=1, max_size=40), min_size=1, max_size=4)
        )
        source, spans = "", []
        for sentence in sentences:
            start = len(source)
            source += "".join(word + (draw(blank) if not fastest else " ") for word in sentence)
            spans.append((start, len(source)))
        for number, (start, end) in enumerate(spans):
            name = f"a-b{block}s{number}"
            texts[name] = Text(f"a-b{block}", source, start, end)
            pace = draw(st.integers(60, 80)) if fastest else draw(st.integers(0, 300))
            length = max(1100, (end - start) * max(pace, 1000 // fastest + 1)) if fastest else (end - start) * pace
            cues.append(_cue(name, source, (start, end), (now, now + length), draw(st.booleans())))
            now += length + (300 if fastest else draw(st.sampled_from([0, 100, 300, 2000])))
    return texts, Timeline(RATE, tuple(cues))


def _cue(name: str, source: str, span: tuple[int, int], place: tuple[int, int], with_words: bool) -> Cue:
    found = list(re.finditer(r"\w+", source[slice(*span)])) if with_words else []
    pace = (place[1] - place[0]) / (span[1] - span[0])
    starts = [round(place[0] + pace * match.start()) for match in found]
    ends = [*starts[1:], place[1]] if starts else []
    numbers = (
        number
        for match, start, end in zip(found, starts, ends, strict=True)
        for number in (span[0] + match.start(), span[0] + match.end(), start, end)
    )
    return Cue(name, *place, WordCues(numbers))


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def limits(found: list[Caption]) -> None:
    """What holds for any text, however it is spoken."""
    for cue in found:
        assert 1 <= len(cue.lines) <= 2
        assert all(line and line == line.strip() and len(line) <= WIDTH for line in cue.lines), cue
        assert LEAST - GAP <= cue.end - cue.start <= MOST
    for one, other in pairwise(found):
        assert other.start - one.end >= GAP


@given(said())
def test_every_word_once_in_order_within_the_limits(given_text: Said) -> None:
    texts, timeline = given_text
    found = captions.captions(texts, timeline)
    limits(found)
    shown = letters("".join("".join(cue.lines) for cue in found)).replace(",", "")
    assert shown == letters("".join(t.source[t.start : t.end] for t in texts.values())).replace(",", "")


@given(said(fastest=14))
def test_no_cue_is_too_fast_when_the_voice_is_not(given_text: Said) -> None:
    found = captions.captions(*given_text)
    limits(found)
    assert [cue for cue in found if cue.is_fast] == []
    assert all(cue.end - cue.start >= 1000 for cue in found)


@pytest.fixture(scope="module")
def bocage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bocage")
    articles = Path(__file__).parents[2] / "articles" / "bocage"
    built = build(Order((articles,), folder, to=("captions",), voice="espeak"))
    assert [finding for finding in built.findings if finding.code.startswith("captions")] == []
    return built.folder


def test_the_sample_edition_keeps_all_limits(bocage: Path) -> None:
    every = 0
    for path in sorted((bocage / "captions").glob("[0-9]*.srt")):
        found = read(path)
        limits(found)
        assert [cue for cue in found if cue.is_fast] == []
        assert min(cue.end - cue.start for cue in found) >= 1000
        every += len(found)
        ends = [line for cue in found for line in cue.lines]
        assert sum(bool(re.search(r"(?:^|\s)(?:le|la|les|un|une|des|du|de|à|au|aux)$", line)) for line in ends) <= 2, (
            path
        )
    assert every > 300


DENSE = """Les agricultrices et les agriculteurs réclament des explications

Les représentants des exploitations agricoles, la présidente de la chambre d'agriculture et les maires des quatre
communes concernées ont présenté mercredi les résultats des prélèvements effectués pendant les inondations. Les
analyses montrent que les sols ont souffert, mais que les cultures peuvent reprendre. Les agricultrices et les
agriculteurs présents ont réclamé des explications supplémentaires, notamment sur les retards constatés dans le
versement des indemnisations promises. Plusieurs responsables syndicaux dénoncent des procédures incompréhensibles
et demandent que les services de l'État accompagnent davantage les familles installées récemment. « Nous attendons
des réponses précises », insiste la porte-parole des exploitants, qui rappelle que deux exploitations sur trois ont
perdu leurs récoltes.
""".replace("\n", " ").replace("  ", "\n\n")
"""Full of letters that nobody hears."""


@pytest.mark.parametrize(("audio", "fast"), [("", False), ('pace = "slow"', False), ("pause-reading = 0", True)])
def test_pauses_leave_the_eye_the_time_for_dense_articles(tmp_path: Path, audio: str, fast: bool) -> None:
    (tmp_path / "dense.txt").write_text(DENSE, encoding="utf-8")
    (tmp_path / "edition.toml").write_text(f"[audio]\n{audio}\n", encoding="utf-8")
    built = build(Order((tmp_path,), tmp_path / "out", to=("captions",), voice="espeak"))
    assert any(finding.code == "captions-fast" for finding in built.findings) == fast
    assert any(cue.is_fast for cue in read(next((built.folder / "captions").glob("0*.srt")))) == fast


def test_those_of_the_edition_are_those_of_all_recordings_one_after_the_other(bocage: Path) -> None:
    values = json.loads((bocage / "edition.json").read_text(encoding="utf-8"))
    heard = [values["opening"], *values["articles"], values["ending"]]
    paths = sorted((bocage / "captions").glob("[0-9]*.srt"))
    whole, at, before = read(bocage / "captions" / "edition.srt"), 0, 0.0
    limits(whole)
    for path, seconds in zip(paths, (one["sound"]["seconds"] for one in heard), strict=True):
        found = read(path)
        here, at = whole[at : at + len(found)], at + len(found)
        assert [cue.lines for cue in here] == [cue.lines for cue in found]
        for one, other in zip(here, found, strict=True):
            assert abs(one.start - other.start - before * 1000) <= 20
            assert abs(one.end - min(other.end, round(seconds * 1000)) - before * 1000) <= 20
        before += seconds
    assert at == len(whole)


def read(path: Path) -> list[Caption]:
    return [_read(cue) for cue in path.read_text(encoding="utf-8").strip().split("\n\n")]


def _read(cue: str) -> Caption:
    _, times, *lines = cue.split("\n")
    start, end = (
        sum(int(part) * unit for part, unit in zip(re.split("[:,]", time), (3_600_000, 60_000, 1000, 1), strict=True))
        for time in times.split(" --> ")
    )
    return Caption(tuple(lines), start, end)


def one(source: str, milliseconds: int, numbers: tuple[int, ...] = ()) -> list[Caption]:
    timeline = Timeline(RATE, (Cue("s1", 0, milliseconds, WordCues(numbers)),))
    return captions.captions({"s1": Text("b", source, 0, len(source))}, timeline)


def test_a_cue_comes_with_its_first_word_and_stays_a_little() -> None:
    (cue,) = one("Le conseil a voté.", 1500)
    assert (cue.lines, cue.start, cue.end) == (("Le conseil a voté.",), 0, 2000)


def test_long_sentences_are_cut_at_clauses() -> None:
    text = "Le maire a salué un vote historique, et le préfet de la région a promis que l'État serait au rendez-vous."
    found = one(text, 8000)
    assert [cue.lines for cue in found] == [
        ("Le maire a salué un vote historique,",),
        ("et le préfet de la région a promis", "que l'État serait au rendez-vous."),
    ]


def test_french_signs_stay_with_their_word_even_between_plain_blanks() -> None:
    for width in range(30, 44):
        filler = "mot " * 20
        shown = [line for cue in one(f"{filler[:width]}x « oui » ! {filler}", 20_000) for line in cue.lines]
        assert any(
            "«\u00a0oui\u00a0»\u00a0!"
            in line.replace(" »", "\u00a0»").replace("« ", "«\u00a0").replace(" !", "\u00a0!")
            for line in shown
        ), shown


def test_times_of_words_place_the_second_cue() -> None:
    first, second = (
        "Les élus ont voté hier soir le budget de la ville,",
        "sans un mot de trop, puis se sont quittés fâchés.",
    )
    text = f"{first} {second}"
    at = len(first) + 1
    found = one(text, 9000, (0, 3, 0, 6000, at, at + 4, 6000, 9000))
    assert (found[0].start, found[1].start) == (0, 6000)


def test_a_table_s_cells_are_set_off() -> None:
    (cue,) = one("un\tdeux\t3 :\t!\n", 2000)
    assert cue.lines == ("un, deux, 3\u00a0: !",)


def test_an_address_longer_than_a_line_is_cut_without_a_blank() -> None:
    address = "https://www.exemple.fr/actualites/2025/03/14/la-crue-de-la-vere-atteint-son-plus-haut-niveau-depuis-1995"
    found = one(address, 9000)
    assert "".join("".join(cue.lines) for cue in found) == address


def test_a_voice_that_is_too_fast_is_counted() -> None:
    found = one("Trop vite pour être lu, ce texte est dit en une seconde et demie seulement, hélas. " * 4, 6000)
    assert any(cue.is_fast for cue in found)
    limits(found)


def test_where_a_line_may_end() -> None:
    def cost(text: str, following: str) -> float:
        return breaks.costs([Piece(text, 0, 1), Piece(following, 1, 2)])[0]

    order = [
        cost("vote :", "rien"),
        cost("vote,", "rien"), cost("vote", "(rien"), cost("vote", "pour"), cost("vote", "les"), cost("vote", "rien"),
        cost("Claire", "Vautier"), cost("34", "élus"), cost("(la", "ville"),
    ]  # fmt: skip
    assert order == sorted(order)
    assert len({*order}) == len(order)


def test_a_recording_without_cues_has_none() -> None:
    assert captions.captions({}, Timeline(RATE, ())) == []
    assert list(words.blocks({"s": Text("b", "\u00a0 ", 0, 2)}, Timeline(RATE, (Cue("s", 0, 9, WordCues(())),)))) == []
    assert cutting.cut([Piece("Oui.", 0, 1, last=True)])[0].lines == ("Oui.",)
