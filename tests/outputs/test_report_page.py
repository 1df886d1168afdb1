"""The report's values and its page: doubts decided once, lines that mean what they say, nothing left unsaid."""

import html
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editions.model import Sentence, Span
from editions.outputs.report.doubts import Doubt, doubts
from editions.pipeline import Order, build

TOML = 'title = "L’essai & <b>"\npublisher = "Le Journal"\ndate = 2025-03-14\n'
Values = dict[str, Any]


def made(folder: Path, output: Path, *to: str, voice: str = "tone", **texts: str) -> tuple[Values, str]:
    """The values and the page of an edition of these texts."""
    folder.mkdir(exist_ok=True)
    (folder / "edition.toml").write_text(TOML, encoding="utf-8")
    for name, text in texts.items():
        path = folder / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")
    place = build(Order((folder,), output, to=to or ("pdf",), voice=voice, jobs=2)).folder / "report"
    return json.loads((place / "readings.json").read_text("utf-8")), (place / "readings.html").read_text("utf-8")


def words(page: str) -> str:
    """What a reader sees, without what is said in brackets."""
    body = page.partition("<main>")[2].partition("</main>")[0]
    body = re.sub(r" <i>.*?</i>|<small>.*?</small>", "", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())


def values_of(*sentences: tuple[str, *tuple[tuple[str, str, float], ...]]) -> Values:
    """A report with one article: each sentence and its readings (written, spoken, confidence)."""
    told: list[Values] = []
    for number, (text, *readings) in enumerate(sentences):
        entries = [
            {"at": text.index(w), "written": w, "spoken": s, "rule": "r", "confidence": c, "alternatives": ["autre"]}
            for w, s, c in readings
        ]
        told.append({"id": f"b{number}s1", "text": text, "said": text, "role": "paragraph", "readings": entries})
    doubtful = [{"article": "a", **s, **r} for s in told for r in s["readings"] if r["confidence"] < 0.7]
    return {
        "findings": [],
        "doubtful": doubtful,
        "articles": [{"slug": "a", "title": "A", "left_out": [], "sentences": told}],
    }


def only(values: Values) -> Doubt:
    [doubt] = doubts(values)
    return doubt


def test_the_same_doubt_in_several_sentences_is_one_decision() -> None:
    doubt = only(values_of(("La KVZ.", ("KVZ", "K V Z", 0.6)), ("Une KVZ.", ("KVZ", "K V Z", 0.6))))
    assert [place["text"] for place in doubt.places] == ["La KVZ.", "Une KVZ."]
    assert doubt.choices == ("K V Z", "autre")
    assert doubt.lines("kavèze") == "KVZ\tkavèze\n"


@pytest.mark.parametrize(
    "sentences, forms",
    [
        ([("Jean M. est là.", ("M.", "monsieur", 0.6)), ("M. Bon.", ("M.", "monsieur", 0.9))], ["jean {M.}"]),
        ([("Le est du pays.", ("est", "esste", 0.6)), ("Il est du parti.",)], ["le {est}"]),
        ([("Un est là.", ("est", "esste", 0.6)), ("Un est bon. Il est là.",)], ["un {est} là"]),
        ([("KVZ gagne.", ("KVZ", "K V Z", 0.6)), ("KVZ perd.", ("KVZ", "kavèze", 0.9))], ["{KVZ} gagne"]),
        ([("Voici 12\u00a0T de blé.", ("12\u00a0T", "douze tonnes", 0.6))], ["12 T"]),
        ([("Voici 12 T.", ("12 T", "douze tonnes", 0.6)), ("Voilà 112 T.",)], ["12 T"]),
        ([("L’est gagne.", ("est", "esste", 0.6)), ("Il est là.",)], ["l’{est}"]),
        ([("Un {KVZ} ici.", ("KVZ", "K V Z", 0.6)), ("KVZ perd.",)], ["KVZ"]),
    ],
    ids=["name", "before", "both", "after", "blank", "part of a number", "apostrophe", "no usable neighbour"],
)
def test_a_line_means_its_places_and_no_others(sentences: list[Any], forms: list[str]) -> None:
    assert only(values_of(*sentences)).forms == tuple(forms)


def test_the_lexicon_reads_what_the_lines_mean(tmp_path: Path) -> None:
    from editions.french import lexicon

    texts = ("Jean M. vient.", "M. Bon vient.", "Avec Paul M. ici.", "M. Paul M.")
    given = values_of(
        (texts[0], ("M.", "monsieur", 0.6)), (texts[1],), (texts[2], ("M.", "monsieur", 0.6)), (texts[3],)
    )
    (tmp_path / "lexicon.tsv").write_text(only(given).lines("emme"), encoding="utf-8")
    known = lexicon.load(tmp_path / "lexicon.tsv")
    found = [[r.span for r in known.read(Sentence("s", text, Span(0, len(text))))] for text in texts]
    assert found == [[Span(5, 7)], [], [Span(10, 12)], []]


def test_every_sentence_is_on_the_page_and_remarks_come_first(tmp_path: Path) -> None:
    une = "# La une : 12 km\n\nLe 3 mai, 5 % de A&B < C. La fin est là.\n\n![](absente.jpg)\n\n- un\n- deux\n"
    values, page = made(tmp_path / "e", tmp_path / "out", une_md=une, deux_txt="Titre deux\n\nUn mot. Deux mots.\n")
    seen = words(page)
    for article in values["articles"]:
        for sentence in article["sentences"]:
            assert " ".join(sentence["text"].split()) in seen
    assert "une.md:5 : image introuvable : absente.jpg" in seen
    assert seen.index("image introuvable") < seen.index("À vérifier") < seen.index("Toutes les lectures")
    assert "Aucune lecture douteuse." in seen
    assert "Écouter" not in seen
    assert "<mark>5 %</mark> <i>cinq pour cent</i>" in page.replace("\u00a0", " ").replace("\u202f", " ")
    assert "<title>Lectures — L’essai &amp; &lt;b&gt;</title>" in page


def test_the_build_says_where_to_decide(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "editions", "build", "une.txt", "--to", "pdf"]
    told = []
    for text in ("Titre\n\nLe SMVO est là.\n", "Titre\n\nLe SMVO est au SMVO.\n", "Titre\n\nLa fin.\n"):
        (tmp_path / "une.txt").write_text(text, encoding="utf-8")
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=True)
        told += [line for line in run.stderr.splitlines() if line.startswith("À vérifier")] or [""]
    place = Path("output", "une", "report", "readings.html")
    assert told == [
        f"À vérifier : 1 passage douteux, dans {place}",
        f"À vérifier : 2 passages douteux, dans {place}",
        "",
    ]


def test_a_sentence_without_sound_is_told_in_an_edition_with_sound(tmp_path: Path) -> None:
    from editions.outputs.report.page import page

    values, _ = made(tmp_path / "e", tmp_path / "out", "mp3", une_txt="Titre un\n\nUn mot. Deux mots.\n")
    del values["articles"][0]["sentences"][1]["audio"]
    text = "\n".join(page(values))
    assert text.count("(sans son)") == 1
    assert text.count("data-cue=") == len(values["articles"][0]["sentences"]) - 1


def test_sounds_of_doubts_and_of_the_lexicon_are_shown_and_heard_alone(tmp_path: Path) -> None:
    words = {"une_txt": "Titre\n\nHier, on voit les fils. À Craon aussi.\n", "lexicon_tsv": "Craon\tCraon\t\t/kʁɑ̃/\n"}
    values, page = made(tmp_path / "e", tmp_path / "out", "mp3", voice="espeak", **words)
    [doubt] = values["doubtful"]
    assert (doubt["written"], doubt["spoken"], doubt["alternatives"]) == ("fils", "/fis/", ["/fil/"])
    [craon] = [r for s in values["articles"][0]["sentences"] for r in s["readings"] if r["rule"] == "lexicon"]
    assert craon["ipa"] == "/kʁˈɑ̃/"
    sentences = {s["id"]: s for s in values["articles"][0]["sentences"]}
    start, end = doubt["heard"]
    assert sentences[doubt["id"]]["start"] < start < end <= sentences[doubt["id"]]["end"]
    assert f'<button data-cue="{start} {end}"><b>Écouter</b> « fils »</button>' in page
    assert "<b>Écouter</b> « Craon »" in page
    assert "<i>Craon /kʁˈɑ̃/</i>" in page
    assert "les {fils}\tfils\t\t/fil/" in page


def test_foreign_words_keep_their_language_and_nothing_else_gets_in(tmp_path: Path) -> None:
    source = '<h1>Titre</h1><p>Le <span lang="en">big 5 %</span> et le <span lang="x onload=1">reste</span> ici.</p>'
    values, page = made(tmp_path / "e", tmp_path / "out", une_html=f"<html><body>{source}</body></html>")
    told = [sentence for sentence in values["articles"][0]["sentences"] if "languages" in sentence]
    assert [stretch[2] for sentence in told for stretch in sentence["languages"]] == ["en", "x onload=1"]
    assert '<span lang="en">big </span><mark><span lang="en">5' in page
    assert "onload" not in page


def test_the_page_grows_with_the_text_not_faster() -> None:
    from editions.outputs.report.page import page

    sizes = []
    for count in (100, 1000):
        values = values_of(*((f"Le {n} mai, 5 % ont payé.", ("5 %", "cinq pour cent", 1.0)) for n in range(count)))
        values |= {"title": "T", "language": "fr-FR"}
        values["articles"][0]["findings"] = []
        for sentence in values["articles"][0]["sentences"]:
            sentence |= {"audio": "../audio/01-la-une.mp3", "start": 123.456, "end": 789.012}
        sizes.append(len("\n".join(page(values)).encode()))
    assert sizes[1] - sizes[0] < 900 * 250


def test_what_is_noticed_of_the_edition_is_on_the_page(tmp_path: Path) -> None:
    values, page = made(tmp_path / "ed", tmp_path / "out", a_txt="Le pont\n\nIl rouvre.\n", plan_dwg="")
    (finding,) = values["findings"]
    assert "plan.dwg" in finding["message"]
    assert "plan.dwg" in words(page)
