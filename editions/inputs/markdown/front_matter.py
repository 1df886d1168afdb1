"""Front matter of a Markdown article: ``key: value`` lines between two ``---``, read as plain strings.

No YAML: anchors, aliases, tags, lists and dates mean nothing here, so that nothing can blow up. What is not read is
named in a finding.
"""

import re
from collections.abc import Callable

from editions import tables
from editions.model import Finding
from editions.terminal import squeezed

Facts = dict[str, str]
"""Kind of line (title, byline, date…) → its words."""

_PAIR = re.compile(r"([^\W\d][\w-]*):(?:\s+(.*))?$")
_CONTINUED = re.compile(r"\s+\S|-\s|#")
_NOT_A_STRING = re.compile(r"[&*!\[{|>%@`]")


def split(text: str, name: str, note: Callable[[Finding], None]) -> tuple[Facts, str, int]:
    """The facts, the body, and how many lines stand before the body.

    Without a closing ``---``, or when something else than pairs stands before it, all lines are the body.
    """
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return {}, text, 0
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), 0)
    strange = next((n for n, line in enumerate(lines[1 : end or len(lines)], 2) if not _may_belong(line)), 0)
    if not end or strange:
        place = f"{name}:{strange or 1}"
        message = "en-tête « --- » jamais refermé : tout est gardé comme texte"
        note(Finding("front-matter-open", place, message, "Fermez l'en-tête par une ligne « --- »."))
        return {}, text, 0
    return _facts(lines[1:end], name, note), "\n".join(lines[end + 1 :]), end + 1


def _may_belong(line: str) -> bool:
    return bool(_PAIR.match(line) or _CONTINUED.match(line))


def _facts(lines: list[str], name: str, note: Callable[[Finding], None]) -> Facts:
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
            message = f"ligne d'en-tête non reprise : {squeezed(line)[:80]}"
            note(Finding("front-matter-ignored", f"{name}:{number}", message, hint))
            hint = ""  # said once is enough
    return facts


def _unquoted(value: str) -> str:
    quoted = re.fullmatch(r"\"(.*)\"|'(.*)'", value)
    return (quoted[1] or quoted[2] or "") if quoted else value
