"""What stands above the title of a pasted article, and where the title is: outlet, section, signature, date."""

import re
from collections.abc import Iterator

from editions.inputs.text.lines import Unit
from editions.manuscript import roles
from editions.model import Role

_LABELS = 6
"""Outlet, section, place, paper of the group… : more short lines than that are no masthead."""


def title_index(lines: list[Unit]) -> int:
    """Which line is the title: the first that is neither label nor service, or the last label when prose follows."""
    labels: list[int] = []
    index = 0
    while index < min(2 * _LABELS, len(lines)) and lines[index].shape == "line" and len(labels) <= _LABELS:
        if not is_service(lines[index].text):
            if not roles.is_label(lines[index].text):
                break
            labels.append(index)
        index += 1
    if len(labels) > _LABELS:
        return labels[0]
    if labels and (index == len(lines) or not _may_be_title(lines, index, [lines[label] for label in labels])):
        return labels[-1]
    return min(index, len(lines) - 1)


def is_service(text: str) -> bool:
    """Whether a line above the title is « Par Anne Durand », a date, a reading time or a button."""
    signs = roles.after_word(text, "signed") is not None and roles.is_signature(text)
    return signs or roles.is_dated(text) or roles.is_aside(text)


def is_prose(text: str) -> bool:
    """Whether the first line of a text without a title is already the text."""
    return len(text) > 300 or (len(text) > 160 and bool(re.search(r"[.!?] .*\.$", text)))


def above_title(lines: list[Unit]) -> Iterator[Role]:
    """Kinds of the lines above the title: outlets, then sections; of a single label, the words decide."""
    labels = [unit for unit in lines if not is_service(unit.text)]
    outlets = [unit for unit in labels if roles.is_outlet(unit.text)]
    if not outlets and len(labels) > 1 and not roles.is_section(labels[0].text):
        outlets = labels[:1]
    for unit in lines:
        if unit in labels:
            yield "outlet" if unit in outlets else "section"
        else:
            yield "paragraph" if roles.is_aside(unit.text) else "byline"


def _may_be_title(lines: list[Unit], index: int, labels: list[Unit]) -> bool:
    """Whether the line after the labels reads as a title; after a single unknown label one must be sure of it."""
    unit = lines[index]
    if unit.shape != "line" or len(unit.text) > 220 or re.search(r"\.[»”\"]?$", unit.text):
        return False
    if not unit.closes and not _goes_with_a_title(lines[index + 1].text):
        return False
    if not any(map(str.isalnum, unit.text)) or roles.credit(unit.text) or roles.is_signature(unit.text):
        return False
    twice = index + 1 < len(lines) and lines[index + 1].text.startswith(unit.text)
    if twice or roles.is_picture(unit.text):
        return False
    known = any(roles.is_outlet(label.text) or roles.is_section(label.text) for label in labels)
    return known or len(labels) > 1 or len(unit.text) > 1.5 * len(labels[0].text)


def _goes_with_a_title(text: str) -> bool:
    """Whether a line may follow the title without a blank line: a caption, a signature, a date."""
    return is_service(text) or roles.credit(text) is not None or roles.is_picture(text)
