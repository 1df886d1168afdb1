"""Files made from templates of ``assets``: what a template is given becomes text, never markup."""

from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any


def filled(place: str, /, **values: Any) -> str:
    """``filled("epub/nav.xhtml", title=…)``: the file with its values; a value that is lacking is an error.

    A value that is markup of ours says so: ``markupsafe.Markup``.
    """
    return _template(place)(**values)


@cache
def _template(place: str) -> Callable[..., str]:
    import jinja2

    source = resources.files("editions.assets").joinpath(*place.split("/")).read_text(encoding="utf-8")
    house = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return house.from_string(source).render
