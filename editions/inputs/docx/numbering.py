"""Numbers of items and headings as Word shows them, counted as they come.

Several lists on one model go on counting together, unless one says where it begins; a level begins anew below a higher
one, unless it says otherwise (ECMA-376, 17.9).
"""

import re
from dataclasses import dataclass, field, replace

from editions.inputs.docx.elements import Element, child, is_on, name, number, value
from editions.inputs.docx.styles import Styles
from editions.manuscript.numerals import written

_PLACE = re.compile("%([1-9])")
_WORDY = re.compile(r"[^\W\d_]{2}")
"""A bullet made of words (« NB ») is part of the text; a single letter is a sign of a symbol font."""


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str = "decimal"
    pattern: str = ""
    first: int = 1
    style: str = ""
    legal: bool = False
    restart: int = -1
    """The level below which it begins anew: -1 any higher one, 0 none, else that level, from 1."""


@dataclass
class _List:
    """One ``w:num``."""

    model: str = ""
    overrides: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: bool = False


class Numbering:
    """The lists of a document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._models: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = styles
        for one in root if root is not None else ():
            if name(one) == "w:abstractNum":
                self._add_model(one)
            elif name(one) == "w:num":
                self._add_list(one)

    def _add_model(self, one: Element) -> None:
        identifier = value(one, "abstractNumId")
        self._models[identifier] = {number(e, "ilvl"): _level(e, _Level()) for e in one if name(e) == "w:lvl"}
        self._links[identifier] = value(child(one, "w:numStyleLink"))

    def _add_list(self, one: Element) -> None:
        made = self._lists[value(one, "numId")] = _List(value(child(one, "w:abstractNumId")))
        for override in (e for e in one if name(e) == "w:lvlOverride"):
            level = number(override, "ilvl")
            own, start = child(override, "w:lvl"), child(override, "w:startOverride")
            if own is not None:
                made.overrides[level] = _level(own, _Level())
            if start is not None:
                made.starts[level] = number(start, default=1)

    def place(self, list_id: str | None, level: int | None, style_id: str) -> tuple[str, int]:
        """List and level of a paragraph, as it says itself or as its styles do; no list when it is in none."""
        of_style, style_level = self._styles.list_of(style_id)
        list_id = of_style if list_id is None else list_id
        if not list_id or list_id == "0" or list_id not in self._lists:
            return "", 0
        if level is None:
            ids = self._styles.ids(style_id)
            linked = (at for at, one in sorted(self._levels(list_id).items()) if one.style and one.style in ids)
            level = next(linked, style_level or 0)
        return list_id, min(max(level, 0), 8)

    def label(self, list_id: str, level: int) -> str:
        """The number of the next paragraph there, empty for a bullet."""
        levels, counts = self._levels(list_id), self._begin(list_id)
        here = levels.get(level, _Level("bullet"))
        counts[level] = counts.get(level, here.first - 1) + 1
        for deeper in [other for other in counts if other > level]:
            restart = levels.get(deeper, _Level()).restart
            if restart == -1 or level < restart:
                del counts[deeper]
        if here.kind == "bullet":
            return here.pattern if _WORDY.search(here.pattern) else ""
        if here.kind == "none":
            return _PLACE.sub("", here.pattern).strip()
        return _PLACE.sub(lambda match: self._number(levels, counts, int(match[1]) - 1, here.legal), here.pattern)

    def _number(self, levels: dict[int, _Level], counts: dict[int, int], level: int, legal: bool) -> str:
        known = levels.get(level, _Level())
        count = counts.setdefault(level, known.first)
        if known.kind in ("bullet", "none"):
            return ""
        return written(count, "decimal" if legal and known.kind != "decimalZero" else known.kind)

    def _begin(self, list_id: str) -> dict[int, int]:
        """The counts of a list; those levels that it begins itself are set when it is first met."""
        mine = self._lists[list_id]
        counts = self._counts.setdefault(self._model(list_id), {})
        if not mine.begun:
            mine.begun = True
            for level, start in mine.starts.items():
                counts[level] = start - 1
        return counts

    def _levels(self, list_id: str) -> dict[int, _Level]:
        mine = self._lists[list_id]
        levels = {**self._models.get(self._model(list_id), {}), **mine.overrides}
        return {at: replace(one, first=mine.starts[at]) if at in mine.starts else one for at, one in levels.items()}

    def _model(self, list_id: str) -> str:
        """The model of a list; one that only names a style is that style's, whatever the detours."""
        model = self._lists[list_id].model
        for _ in range(len(self._lists)):
            linked = self._styles.list_of(self._links.get(model, ""))[0] if self._links.get(model) else ""
            if not linked or linked not in self._lists:
                break
            model = self._lists[linked].model
        return model


def _level(one: Element, base: _Level) -> _Level:
    kind = child(one, "w:numFmt")
    if kind is None:  # a kind that older programs do not know stands beside one that they do
        kind = child(one, "AlternateContent", "Fallback", "w:numFmt")
    restart = child(one, "w:lvlRestart")
    return replace(
        base,
        kind=value(kind) or "decimal",
        pattern=value(child(one, "w:lvlText")),
        first=number(child(one, "w:start"), default=1),
        style=value(child(one, "w:pStyle")),
        legal=is_on(child(one, "w:isLgl")),
        restart=number(restart) if restart is not None else -1,
    )
