"""Proofreading of articles before anything is spoken: what an editor would like to be asked about.

Example: ``« IRCGN » : sigle inconnu, se lira « I R C G N »``, with the line to paste into ``lexicon.tsv``. Advice
only: an edition can be made all the same.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from editions import pronunciation
from editions.manuscript import furniture
from editions.model import Article, Block, Branch, Figure, Finding, Sentence, Table, tree
from editions.speech import DOUBTFUL, Reading, Spoken

_WORD = re.compile(r"[^\W_]+")
_WORD_BEFORE = re.compile(r"[^\s{}*#]+\s+\Z|\w+['’-]\Z")
_WORD_AFTER = re.compile(r"\s*[^\s{}*#]*\w")
_ACRONYM_RULES = ("acronyms", "capitals")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""First words of the Unicode names of letters that can be taken for one another."""
_TWINS = frozenset("асеорхуіјѕһԁАВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιραυ")
"""Cyrillic and Greek letters that look like Latin ones: a word made of nothing else is no foreign word."""
_EXCERPT = 60
"""Characters that are shown of a line that was left out."""
_WITHOUT_PICTURES = (".txt", ".text")
"""Formats that have words alone: a caption there is all that there can be."""
_CAPITALS = 12
"""Letters from which a title all in capitals is worth a word."""


def proofread(article: Article, spoken: Sequence[Spoken]) -> Iterator[Finding]:
    """Everything worth a look in one article, by line: what its reader noted, text, pictures, readings."""
    found = [*article.findings, *_found(article, spoken)]
    yield from sorted(found, key=lambda finding: _line(finding.place))


def _line(place: str) -> int:
    """The line of a place, 0 for the whole article."""
    number = place.rpartition(":")[2]
    return int(number) if number.isdigit() else 0


def _found(article: Article, spoken: Sequence[Spoken]) -> Iterator[Finding]:
    yield from _left_out(article)
    yield from _titles(article)
    captioned = False
    for step in tree.walk(article.body):
        if isinstance(step.node, Block):
            yield from _characters(article, step.node)
            yield from _pictures(article, step.node, step.parents, captioned)
            captioned = step.node.kind == "caption"
    yield from _doubts(article, spoken)


def _place(article: Article, block: Block) -> str:
    return article.place(block.line)


def _left_out(article: Article) -> Iterator[Finding]:
    """What is neither printed nor said, all of it in one line."""
    found = article.left_out
    if found:
        lines = ", ".join(f"{f'{left.line} ' if left.line else ''}« {_shortened(left.text)} »" for left in found)
        several = "s" if len(found) > 1 else ""
        message = (
            f"{len(found)} ligne{several} laissée{several} de côté, ni imprimée{several} ni dite{several} : {lines}"
        )
        hint = (
            f'Pour en garder une, mettez « {furniture.KEPT} » devant ; toutes : furniture = "keep" dans edition.toml.'
        )
        yield Finding("text-left-out", article.name, message, hint, advice=True)


def _shortened(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1].rstrip()}…"


def _titles(article: Article) -> Iterator[Finding]:
    titles = [block for block in article.blocks if block.kind == "title"]
    if not titles:
        yield Finding("title-missing", article.name, f"pas de titre ; au sommaire : « {article.title} »",
                      "Mettez le titre seul sur la première ligne.")  # fmt: skip
    for block in article.blocks:
        letters = [character for character in block.text if character.isalpha()]
        if block.kind in ("title", "heading") and len(letters) >= _CAPITALS and all(map(str.isupper, letters)):
            message = f"titre tout en capitales, difficile à lire : « {block.text[:60]} »"
            yield Finding("title-capitals", _place(article, block), message, "Écrivez-le en minuscules accentuées.")


def _characters(article: Article, block: Block) -> Iterator[Finding]:
    """Words whose letters come from several alphabets: they look right and are read wrong."""
    if block.text.isascii():
        return
    for match in _WORD.finditer(block.text):
        scripts = _scripts(match[0])
        twins = len(match[0]) > 1 and _TWINS.issuperset(match[0])
        if len(scripts) > 1 or twins:
            message = f"« {match[0]} » a des caractères trompeurs ({', '.join(sorted(scripts)).lower()})"
            yield Finding("text-homoglyph", _place(article, block), message, "Retapez ce mot.")


def _scripts(word: str) -> set[str]:
    if word.isascii():
        return set()
    names = (unicodedata.name(character, "").split(" ")[0] for character in word)
    return {name for name in names if name in _SCRIPTS}


def _pictures(article: Article, block: Block, parents: Sequence[Branch], captioned: bool) -> Iterator[Finding]:
    """Captions without figure, where there may be figures; ``captioned``: the block before is a caption too."""
    alone = not (parents and isinstance(parents[-1], Figure | Table)) and not captioned
    if block.kind == "caption" and alone and article.source.suffix.lower() not in _WITHOUT_PICTURES:
        message = f"légende sans image ni texte alternatif : « {block.text[:60]} »"
        yield Finding("caption-no-alt", _place(article, block), message, "Ajoutez l'image et sa description.")


def _doubts(article: Article, spoken: Sequence[Spoken]) -> Iterator[Finding]:
    """Doubtful readings, each written form once, with how often it is met."""
    blocks = {sentence.id: (block, sentence) for block in article.blocks for sentence in block.sentences}
    met: dict[tuple[str, str], list[tuple[Block, Reading]]] = {}
    for said in spoken:
        for reading in (*said.readings, *pronunciation.doubts(said)):
            if reading.confidence < DOUBTFUL:
                block, sentence = blocks[said.sentence_id]
                written = sentence.source[reading.span.start : reading.span.end].strip()
                if reading.rule == pronunciation.HOMOGRAPH:  # each is decided by its own neighbours
                    yield _homograph(article, block, sentence, reading)
                    continue
                met.setdefault((written, reading.spoken.strip()), []).append((block, reading))
    for (written, heard), places in met.items():
        yield _doubt(article, written, heard, places)


def _doubt(article: Article, written: str, heard: str, places: list[tuple[Block, Reading]]) -> Finding:
    block, reading = places[0]
    acronym = reading.rule in _ACRONYM_RULES
    what = "sigle inconnu" if acronym else "lecture incertaine"
    often = f", {len(places)} fois" if len(places) > 1 else ""
    others = f" (ou « {' » ou « '.join(reading.alternatives)} »)" if reading.alternatives else ""
    message = f"« {written} » : {what}{often}, se lira « {heard} »{others}"
    other = reading.alternatives[0] if reading.alternatives else heard
    hint = f"Pour décider, dans lexicon.tsv : {written}<tabulation>{other}"
    return Finding("acronym-unknown" if acronym else "reading-doubtful", _place(article, block), message, hint)


def _homograph(article: Article, block: Block, sentence: Sentence, reading: Reading) -> Finding:
    text, (start, end) = sentence.source, (reading.span.start, reading.span.end)
    written = text[start:end]
    before = _WORD_BEFORE.search(text, sentence.span.start, start)
    after = _WORD_AFTER.match(text, end, sentence.span.end)
    form = f"{before[0] if before else ''}{{{written}}}{after[0] if after else ''}"
    others = " ou ".join(reading.alternatives)
    message = f"« {written} » : prononciation incertaine dans « {form} », se dira {reading.spoken} (ou {others})"
    hint = (
        f"Pour décider, dans lexicon.tsv : {form}<tabulation>{written}<tabulation><tabulation>{reading.alternatives[0]}"
    )
    return Finding("pronunciation-doubtful", _place(article, block), message, hint)
