"""Front matter of a Markdown article: ``key: value`` lines between two ``---``, TOML between two ``+++``, or JSON.

Between ``---`` all are plain strings. No YAML: anchors, aliases, tags, lists and dates mean nothing here, so that
nothing can blow up. What is not read is named in a finding.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from editions import tables
from editions.model import Finding
from editions.terminal import squeezed

Facts = dict[str, str]
"""Kind of line (title, byline, date…) → its words."""
Note = Callable[[Finding], None]

_PAIR = re.compile(r"([^\W\d][\w-]*):(?:\s+(.*))?$")
_CONTINUED = re.compile(r"\s+\S|-\s|#")
_NOT_A_STRING = re.compile(r"[&*!\[{|>%@`]")


def split(text: str, name: str, note: Note) -> tuple[Facts, str, int]:
    """The facts, the body, and how many lines stand before the body.

    Without a closing line, or when something else than pairs stands before it, all lines are the body.
    """
    lines = text.split("\n")
    opening = lines[0].strip()
    if opening == "+++":
        return _data(lines, "+++", 1, tomllib.loads, name, note) or _open(text, f"{name}:1", "+++", note)
    if opening == "{":
        return _data(lines, "}", 0, json.loads, name, note) or ({}, text, 0)
    if opening != "---":
        return {}, text, 0
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), 0)
    strange = next((n for n, line in enumerate(lines[1 : end or len(lines)], 2) if not _may_belong(line)), 0)
    if not end or strange:
        return _open(text, f"{name}:{strange or 1}", "---", note)
    return _facts(lines[1:end], name, note), "\n".join(lines[end + 1 :]), end + 1


def _open(text: str, place: str, sign: str, note: Note) -> tuple[Facts, str, int]:
    message = f"en-tête « {sign} » jamais refermé ou illisible : tout est gardé comme texte"
    note(Finding("front-matter-open", place, message, f"Fermez l'en-tête par une ligne « {sign} »."))
    return {}, text, 0


def _data(
    lines: Sequence[str], closing: str, own: int, load: Callable[[str], Any], name: str, note: Note
) -> tuple[Facts, str, int] | None:
    """Front matter in TOML or JSON, whose first and last lines are its ``own`` in JSON; None when it is neither."""
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == closing), 0)
    try:
        data = load("\n".join(lines[own : end + 1 - own])) if end else None
    except (ValueError, RecursionError):  # both libraries' errors are ValueErrors
        return None
    if not isinstance(data, dict):
        return None
    return _told(data, lines, name, note), "\n".join(lines[end + 1 :]), end + 1


def _told(data: Mapping[str, Any], lines: Sequence[str], name: str, note: Note) -> Facts:
    kinds = tables.mapping("dictionaries/front_matter")
    facts: Facts = {}
    hint = f"Clés lues : {', '.join(kinds)}."
    for key, value in data.items():
        kind = kinds.get(key.casefold())
        words = _words(value)
        if kind and words and kind not in facts:
            facts[kind] = words
            continue
        line = next((n for n, text in enumerate(lines, 1) if text.strip().strip('"[').startswith(key)), 1)
        _name_ignored(f"{name}:{line}", lines[line - 1], hint, note)
        hint = ""  # said once is enough
    return facts


def _words(value: object) -> str:
    """A value on one line: a string, a day, or the names of several people; empty for all else."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    return " ".join(value.split()) if isinstance(value, str) else ""


def _may_belong(line: str) -> bool:
    return bool(_PAIR.match(line) or _CONTINUED.match(line))


def _facts(lines: list[str], name: str, note: Note) -> Facts:
    kinds = tables.mapping("dictionaries/front_matter")
    facts: Facts = {}
    hint = f"Clés lues : {', '.join(kinds)}."
    for number, line in enumerate(lines, 2):
        match = _PAIR.match(line)
        kind = kinds.get(match[1].casefold()) if match else None
        value = _unquoted((match[2] or "").strip()) if match else ""
        if kind and value and not _NOT_A_STRING.match(value) and kind not in facts:
            facts[kind] = value
        elif not line.startswith("#"):
            _name_ignored(f"{name}:{number}", line, hint, note)
            hint = ""  # said once is enough
    return facts


def _name_ignored(place: str, line: str, hint: str, note: Note) -> None:
    message = f"ligne d'en-tête non reprise : {squeezed(line)[:80]}"
    note(Finding("front-matter-ignored", place, message, hint))


def _unquoted(value: str) -> str:
    quoted = re.fullmatch(r"\"(.*)\"|'(.*)'", value)
    return (quoted[1] or quoted[2] or "") if quoted else value
