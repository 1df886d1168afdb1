"""``build``: the stages in order, on one screen. Nothing else knows the order.

    understood → read → spoken → rendered → published

Each stage is a function of the frozen values before it, in a file of its own.
"""

from editions.model import Finding
from editions.pipeline import publishing, reading, rendering, speaking, understanding
from editions.pipeline.order import Built, Order
from editions.pipeline.reading import Read
from editions.pipeline.understanding import refuse_to_share
from editions.progress import Progress, Silent
from editions.staging import staging, standing

__all__ = ["Built", "Order", "build", "proof", "refuse_to_share"]


def build(order: Order, progress: Progress | None = None) -> Built:
    """Make an edition; what only concerns one article is in ``failures``. Without a readable article nothing is made.

    Raises EditionError for what concerns them all: settings, voice, disk; and with ``strict`` the first failure.
    """
    progress = progress or Silent()
    asked = rendering.asked(order.to)
    understood = understanding.understand(order)
    if not understood.edition.articles:
        return Built(understood.target, (), understood.failures, understood.findings)
    rendering.refuse(asked, understood.settings)
    publishing.refuse_to_replace(understood)
    place = standing(understood.target)
    with staging(place.parent, place.name) as new:
        read = reading.read(understood)
        with rendering.early(asked, understood, new) as early:
            if rendering.needs_sound(asked):
                spoken = speaking.speak(read, new.parent / "sound", progress)
            else:
                spoken = speaking.silent(read, progress)
            rendered = rendering.render(asked, spoken, early, new, progress)
        return publishing.publish(rendered, new)


def proof(order: Order) -> tuple[Read, tuple[Finding, ...]]:
    """What would be spoken, without speaking: articles with their readings, those left out; and what was noticed.

    What outputs find that need the edition alone is told too: all that can be known before the day's build.
    """
    understood = understanding.understand(order)
    return reading.read(understood), (*understood.findings, *rendering.foreseen(understood))
