"""The source of a Markdown text without what CommonMark would drop: reference-like lines, bottomless nesting."""

import re
from itertools import islice, takewhile

from editions.inputs.markdown import references
from editions.inputs.markdown.notes import escaped

_DEEPEST = 30
"""Levels of quotes and lists; beyond it the signs of a line are taken as one."""
_RULE = re.compile(r"[>\s*+-]{0,9}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_UNCLOSED = 50
_NESTED = re.compile(rf"^((?:[ \t]*(?:>|[-*+](?=[ \t]))){{{_DEEPEST}}})(?:[ \t]*(?:>|[-*+](?=[ \t])))+", re.M)
_INDENTED = re.compile(r"^[ \t]{60,}", re.M)


def tamed(text: str) -> str:
    """What the parser is given."""
    text = _NESTED.sub(r"\1", _INDENTED.sub(" " * 60, text))
    text = _widened(references.kept(escaped(text)))
    return "\n\n".join(map(_unbracketed, text.split("\n\n")))


def _widened(text: str) -> str:
    """Tables with as many columns as their longest row: cells beyond the header's would be dropped."""
    lines = text.split("\n")
    rule = 1
    while rule < len(lines):
        columns = _columns(lines[rule]) if _RULE.match(lines[rule]) else 0
        if columns and _columns(lines[rule - 1]) == columns:
            body = list(takewhile(str.strip, islice(lines, rule + 1, None)))
            lacking = max(map(_columns, body), default=0) - columns
            if lacking > 0:
                lines[rule - 1] = f"{lines[rule - 1].rstrip().removesuffix('|')}|" + " |" * lacking
                lines[rule] = f"{lines[rule].rstrip().removesuffix('|')}|" + "-|" * lacking
            rule += len(body)
        rule += 1
    return "\n".join(lines)


def _columns(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))) + 1


def _unbracketed(paragraph: str) -> str:
    """Brackets that nobody closes are no links; looking for their ends takes quadratic time."""
    if paragraph.count("[") - paragraph.count("]") <= _UNCLOSED:
        return paragraph
    return paragraph.replace("[", r"\[")
