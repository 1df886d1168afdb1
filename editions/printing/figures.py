"""A figure of an article on the page: its picture, as large as it is useful, with the words that stand for it."""

from editions.model import Figure
from editions.printing import pictures
from editions.printing.pictures import PictureItem, Tone
from editions.printing.setter import Setter
from editions.printing.tags import Element

_NO_DESCRIPTION = "Image sans description"
_PICTURE_DEPTH = 0.6
"""A picture takes at most this part of a page's height."""


def shown(figure: Figure, setter: Setter, parent: Element | None, tone: Tone) -> PictureItem | None:
    """The item of its picture; None when there is none that can be read. ``tone``: of its ink."""
    picture = pictures.opened(figure.picture.path) if figure.picture and figure.picture.width else None
    if picture is None or figure.picture is None:
        return None
    sheet, styles = setter.sheet, setter.styles
    caption = figure.caption.text if figure.caption else ""
    words = figure.alternative.text.strip() or caption or _NO_DESCRIPTION
    element = setter.writer.element("Figure", parent, alternative=words)
    width, height = pictures.fitted(picture, sheet.measure, sheet.depth * _PICTURE_DEPTH)
    photograph = figure.picture.media_type in ("image/jpeg", "image/webp")
    image = pictures.encoded(picture, width, photograph=photograph, tone=tone)
    item = PictureItem(element, image, width, height=height)
    item.before, item.after, item.keep = styles.caption.before, styles.caption.before, bool(caption)
    if not caption:
        item.after = styles.body.after
    return item
