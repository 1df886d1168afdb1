"""Markdown written for a test, and what is read of it."""

from pathlib import Path

from editions.inputs.markdown import read, understood
from editions.manuscript.pieces import Piece
from editions.model import Finding


def read_text(tmp_path: Path, text: str) -> tuple[list[Piece], list[Finding]]:
    path = tmp_path / "une.md"
    path.write_text(text, encoding="utf-8")
    findings: list[Finding] = []
    return list(read(path, findings.append)), findings


def pieces(text: str) -> list[Piece]:
    return understood(text)[0]
