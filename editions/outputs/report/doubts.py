"""The doubts of an edition, each decided once: the same reading of the same form is one doubt, wherever it stands.

A line of ``lexicon.tsv`` changes its form in the whole edition. Where the form also stands for something else, the
line says between which words it means: ``Jean {M.}``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_BEFORE = re.compile(r"[^\s{}*#]+\s+$|\w+['’-]$")
_AFTER = re.compile(r"\s*[^\s{}*#]*\w")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One decision for the editor."""

    places: tuple[Mapping[str, Any], ...]
    """Entries of ``report["doubtful"]`` with the same written form and the same reading, in the report's order."""
    forms: tuple[str, ...]
    """First cells of the lines for ``lexicon.tsv`` that mean these places and no others."""

    @property
    def written(self) -> str:
        """The form as it stands in the text."""
        return str(self.places[0]["written"])

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be said: first what is said now, then what else it could be. None that is empty."""
        others = (other for place in self.places for other in place["alternatives"])
        said = (choice.strip() for choice in (self.places[0]["spoken"], *others))
        return tuple(dict.fromkeys(choice for choice in said if choice))

    def lines(self, choice: str) -> str:
        """What to paste into ``lexicon.tsv`` to have ``choice`` said: one line for each form."""
        return "".join(f"{form}\t{choice}\n" for form in self.forms)


def doubts(values: Mapping[str, Any]) -> Iterator[Doubt]:
    """The doubts of ``entries.report``, least sure first; linear in the text for each."""
    text = "\n".join(sentence["text"] for article in values["articles"] for sentence in article["sentences"])
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for entry in values["doubtful"]:
        groups.setdefault((entry["written"], entry["spoken"].strip()), []).append(entry)
    for (written, _), places in groups.items():
        alone = _count(text, written) == len(places)
        forms = (_plain(written),) if alone else tuple(dict.fromkeys(map(_in_context, places)))
        yield Doubt(tuple(places), forms)


def _count(text: str, written: str) -> int:
    """How often a form stands in the text; as in the lexicon, small letters also mean a capital in front."""
    capital = written[:1].upper() + written[1:]
    return text.count(written) + (text.count(capital) if capital != written else 0)


def _in_context(place: Mapping[str, Any]) -> str:
    """The form in braces between its neighbours; without usable neighbours the form alone."""
    text, start = place["text"], place["at"]
    end = start + len(place["written"])
    before, after = _BEFORE.search(text, 0, start), _AFTER.match(text, end)
    if before is None and after is None:
        return _plain(place["written"])
    return _plain(f"{before[0] if before else ''}{{{place['written']}}}{after[0] if after else ''}")


def _plain(form: str) -> str:
    """With ordinary blanks, which mean any blank in the lexicon."""
    return _BLANKS.sub(" ", form)
