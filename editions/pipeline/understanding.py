"""From paths to an edition: settings, articles, lexicon. Nothing is read aloud, nothing is written."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from editions import cache, document, names, registry, settings
from editions.cache import Cache
from editions.errors import ArticleError, EditionError, UsageError
from editions.french import lexicon
from editions.french.lexicon import Lexicon
from editions.model import Edition, Finding
from editions.pipeline.order import Order
from editions.settings import Settings
from editions.stored import Store
from editions.stored.articles import Articles


@dataclass(frozen=True, slots=True)
class Understood:
    """What is to be made, and of what."""

    order: Order
    settings: Settings
    edition: Edition
    lexicon: Lexicon
    store: Store
    cache: Cache | None
    """Where what was spoken is kept; None where it cannot be written."""
    failures: tuple[EditionError, ...]
    """Articles that cannot be read."""
    findings: tuple[Finding, ...] = ()
    """What concerns no single article: files that are left out, lines of the lexicon."""

    @property
    def target(self) -> Path:
        """Where the edition goes."""
        return self.order.output / self.edition.name


def understand(order: Order) -> Understood:
    """Settings and articles; with ``strict``, ArticleError for the first one that cannot be read."""
    folder = document.folder(order.paths)
    kinds = sections()
    chosen = settings.load(folder, kinds, sections(order.to) if order.to else None)
    chosen = settings.with_options(chosen, kinds, voice=order.voice or None, asked=order.to, **order.options)
    kept = cache.usable()
    store = Store(kept)
    edition, errors = document.edition(order.paths, chosen, Articles(store, chosen.furniture == "keep").article)
    failures = list(errors)
    if not edition.articles and not failures:
        names = ", ".join(str(path) for path in order.paths)
        failures.append(ArticleError("aucun article ici", "Ajoutez un fichier .txt ou .md.", names))
    if failures and order.strict:
        raise failures[0]
    words = _lexicon(folder, chosen)
    findings = (*map(_spared, chosen.mistakes), *edition.findings, *words.findings)
    return Understood(order, chosen, edition, words, store, kept, tuple(failures), findings)


def sections(outputs: Iterable[str] = ()) -> tuple[type, ...]:
    """The sections that ``edition.toml`` may have: those that these outputs read; all outputs by default.

    With those that are made whatever is asked for, and those that these bring along.
    """
    needs = {name: registry.load("outputs", name).NEEDS for name in registry.names("outputs")}
    asked = {name for name in outputs if name in needs} or set(needs)
    asked |= {other for name in asked for other in needs[name].brings}
    read = (needs[name].settings for name in needs if name in asked or needs[name].unasked)
    return tuple(dict.fromkeys(kind for kinds in read for kind in kinds))


def _spared(mistake: UsageError) -> Finding:
    """A mistake in a section that nothing made today reads."""
    return Finding("setting-wrong", mistake.where, mistake.message, mistake.hint)


def refuse_to_share(orders: tuple[Order, ...]) -> None:
    """UsageError when two of these editions would be made in the same folder, on any system."""
    taken: dict[tuple[Path, str], Order] = {}
    for order in orders:
        name = document.name(order.paths)
        place = order.output, unicodedata.normalize("NFC", name).casefold()
        if place in taken:
            first = taken[place].paths[0]
            message = f"« {first} » et « {order.paths[0]} » donneraient la même édition : {order.output / name}"
            raise UsageError(message, "Fabriquez-les l'une après l'autre, chacune avec son « --output ».")
        taken[place] = order


def _lexicon(folder: Path, chosen: Settings) -> Lexicon:
    """The house's lexicon, then the edition's, which wins."""
    house = [folder / chosen.lexicon] if chosen.lexicon else []
    own = names.found(folder / "lexicon.tsv")
    return lexicon.load(*house, *([own] if own.is_file() else []))
