"""Encodings, odd characters, files that are no text."""

import gzip
import os
import unicodedata
from pathlib import Path

import pytest

from editions.errors import ArticleError
from editions.manuscript.octets import text_of
from editions.model import Finding

FRENCH = (
    "L’œuvre coûte 3 450 € : « c'est très cher… », dit Noël.\nÀ Sées, l'été où la forêt brûla, un garçon naïf naquit.\n"
)
PLAIN = "L'été à Sées, le maire a dit non.\n"


def read(tmp_path: Path, data: bytes) -> tuple[str, list[Finding]]:
    path = tmp_path / "une.txt"
    path.write_bytes(data)
    findings: list[Finding] = []
    return text_of(path, findings.append), findings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_certain(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, FRENCH.encode(encoding)) == (FRENCH, [])


@pytest.mark.parametrize("encoding, name", [("cp1252", "Windows-1252"), ("mac-roman", "Mac Roman")])
@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        "« Allô »\n",
        "Été\n",
        "DÉCÈS À ARGENTAN : L’ÂGE N’Y FAIT RIEN\n",
        "à 5 €\n",
        "À 172 km/h\n",
        "Anaïs et Gaëlle\n",
    ],
)
def test_old_encodings_are_told_apart(tmp_path: Path, encoding: str, name: str, text: str) -> None:
    read_text, findings = read(tmp_path, text.encode(encoding))
    assert read_text == text
    assert [finding.code for finding in findings] == ["text-encoding"]
    assert name in findings[0].message


@pytest.mark.parametrize("text", ["L’Écho du Bocage\n", "ANAÏS\n", "Un verre de ¾ d'été\n", "Il a bu 0,8 ‰\n"])
def test_few_words_are_enough(tmp_path: Path, text: str) -> None:
    for encoding in ("cp1252", "mac-roman"):
        if "¾" not in text or encoding == "cp1252":
            assert read(tmp_path, text.encode(encoding))[0] == text


@pytest.mark.parametrize("text", ["L'½uvre : 5 ¤\n".replace("½", "œ").replace("¤", "€"), "Un cœur, 30 € la sœur\n"])
def test_latin_9(tmp_path: Path, text: str) -> None:
    read_text, findings = read(tmp_path, text.encode("iso8859-15"))
    assert read_text == text
    assert "ISO-8859-15" in findings[0].message


def test_a_doubt_between_two_encodings_is_said(tmp_path: Path) -> None:
    _, findings = read(tmp_path, "Un peu d'été, 1 ½ tasse de lait\n".encode("cp1252"))
    assert "peut-être" in findings[0].message


def test_strays_in_utf_8(tmp_path: Path) -> None:
    data = PLAIN.encode() + "Un été à Flers, ".encode() + "payé".encode("cp1252") + b"\n"
    text, findings = read(tmp_path, data)
    assert text == f"{PLAIN}Un été à Flers, payé\n"
    assert [(finding.code, finding.place) for finding in findings] == [("text-damaged", "une.txt:2")]


def test_double_encoding_is_suspected_line_by_line(tmp_path: Path) -> None:
    twice = "L'été\n".encode().decode("cp1252").encode()
    text, findings = read(tmp_path, PLAIN.encode() + twice + "CITÉ » ; l’Île… — ÉTÉ\n".encode())
    assert "Ã©" in text
    assert [(finding.code, finding.place) for finding in findings] == [("text-mojibake", "une.txt:2")]


def test_line_ends(tmp_path: Path) -> None:
    text, findings = read(tmp_path, "a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\u0085h\n".encode())
    assert text == "a\nb\nc\nd\n\ne\nf\n\ng\nh\n"
    assert findings == []


def test_what_cannot_be_seen_goes(tmp_path: Path) -> None:
    text, findings = read(tmp_path, "mu\u00adni\u200bci\ufeffpal\u2060 \u202aA\u202c 👩\u200d🌾\n".encode())
    assert text == "municipal A 👩\u200d🌾\n"
    assert findings == []


def test_null_and_control_characters_go_and_are_named(tmp_path: Path) -> None:
    text, findings = read(tmp_path, b"bud\0get\nvote\x1b[31m\n\0\0")
    assert text == "budget\nvote[31m\n"
    assert [(finding.code, finding.place) for finding in findings] == [("text-control", "une.txt:1")]
    assert "U+0000, U+001B" in findings[0].message


def test_private_characters_go_and_are_named_but_word_bullets_become_bullets(tmp_path: Path) -> None:
    text, findings = read(tmp_path, "\uf0b7 Vins\n\ue000 Cidre\U000f0000\n".encode())
    assert text == "• Vins\n Cidre\n"
    assert findings[0].code == "text-private"
    assert "U+E000, U+F0000" in findings[0].message


def test_accents_are_composed(tmp_path: Path) -> None:
    assert read(tmp_path, unicodedata.normalize("NFD", FRENCH).encode())[0] == FRENCH


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(b"texte"),
        b"PK\x03\x04rest",
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0",
        b"\x89PNG\r\n",
        bytes(range(256)) * 4,
    ],
    ids=["gzip", "zip", "pdf", "ole", "png", "bytes"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match="ce n'est pas du texte"):
        read(tmp_path, data)


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\xef\xbb\xbf", b"\0\0\0\0"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match="vide"):
        read(tmp_path, data)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "une.txt"
    with path.open("wb") as file:
        file.truncate(1_200_000)
    with pytest.raises(ArticleError, match=r"trop grand \(1,2 Mo\)") as caught:
        text_of(path, lambda finding: None)
    assert caught.value.hint == "Au plus 1 Mo."


def test_what_cannot_be_opened_is_refused_with_its_reason(tmp_path: Path) -> None:
    loop, pipe, folder = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"
    loop.symlink_to("a.txt")
    os.mkfifo(pipe)
    folder.mkdir()
    reasons = {loop: "boucle", pipe: "ordinaire", folder: "dossier", tmp_path / "d.txt": "introuvable"}
    for path, reason in reasons.items():
        with pytest.raises(ArticleError, match=reason) as caught:
            text_of(path, lambda finding: None)
        assert caught.value.where == path.name
        assert caught.value.hint
