"""Menus, tabs and paths of a site above the title of a pasted page."""

from collections.abc import Sequence

from editions.inputs.text.foot import sure
from editions.inputs.text.sorting import Line, Sort
from editions.manuscript import furniture
from editions.manuscript.furniture import SURE

_MENU = 5
"""Sections in a row that are a menu, no path to the article."""
_TABS = 3
"""Words of boxes in a row that are tabs: « Résultats », « Classement », « Calendrier »."""


def above(found: list[Line], first: int) -> None:
    """The site's menu above the title: many sections in a row, or a few words that menus have, tabs among them."""
    top = min(first, len(found))
    for run in _runs(found[:top], ("section", "filler")):
        words = sum(_is_of_menu(found[index]) for index in run)
        if len(run) >= _MENU or (words == len(run) > 1):
            _all_sure(found, run)
    for run in _runs(found[:top], ("box", "filler")):
        if len(run) >= _TABS and run[-1] + 1 < top:
            _all_sure(found, run)
    _paths(found, first)


def _is_of_menu(line: Line) -> bool:
    return line.sort == "filler" or line.confidence < SURE


def _runs(lines: Sequence[Line], sorts: tuple[Sort, ...]) -> list[list[int]]:
    """Where lines of some sorts follow one another."""
    runs: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if line.sort in sorts:
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _all_sure(found: list[Line], run: Sequence[int]) -> None:
    for index in run:
        found[index] = sure(found[index])


def _paths(found: list[Line], first: int) -> None:
    """« Accueil > Bretagne », the path that a site shows, when another line says which section it is."""
    top = [index for index in range(min(first, len(found))) if found[index].sort == "section"]
    paths = [index for index in top if furniture.is_path(found[index].text)]
    if len(paths) < len(top):
        _all_sure(found, paths)
