"""What each block was taken for, and what was left out of the article: both seen at a glance in the report."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from editions.manuscript.furniture import KEPT

_NAMES = {
    "outlet": "média", "section": "rubrique", "title": "titre", "lede": "chapeau", "heading": "intertitre",
    "question": "question", "paragraph": "paragraphe", "quote": "citation", "item": "liste", "figure": "image",
    "caption": "légende", "byline": "signature", "table": "tableau", "code": "code", "note": "note",
}  # fmt: skip

Values = Mapping[str, Any]


def role(sentence: Values, before: Values) -> str:
    """What the block is that a sentence begins; nothing for the block's other sentences."""
    if _block(sentence) == _block(before):
        return ""
    return f'<small class="role">{_NAMES[sentence["role"]]}</small> '


def _block(sentence: Values) -> str:
    return str(sentence.get("id", "")).rpartition("s")[0]


def left_out(values: Values) -> Iterator[str]:
    """Each line that is neither printed nor said, and what to paste in its place to keep it."""
    found = [line for article in values["articles"] for line in article["left_out"]]
    if not found:
        return
    yield f'<section aria-labelledby="left-out"><h2 id="left-out">Laissé de côté : {len(found)}</h2>'
    yield (
        "<p>Ces lignes sont du site ou de la page, non de l’article : ni imprimées, ni dites. Pour en garder une, "
        f"collez à sa place, dans l’article, la même ligne précédée de <code>{KEPT}</code>.</p><ul>"
    )
    for line in found:
        kept = f"{KEPT} {line['text']}"
        yield (
            f'<li>{escape(line["place"])} : {escape(line["text"])} <button data-copy="{escape(kept)}">Garder'
            f'<span class="aside"> : copier la ligne {escape(line["text"])}</span></button></li>'
        )
    yield "</ul></section>"
