"""The order in which the sentences of an article are told, and what stands around each.

The tree says it: notes come last, the paper's name is not said again, a table is told by its records, pictures and
captions are announced and told in a lower voice.
"""

from collections.abc import Iterator

from editions import tables
from editions.audio.settings import AudioSettings
from editions.model import Article, Block, Branch, Note, Quotation, Table
from editions.model.runs import Label, NoteCall, Pause
from editions.model.tree import walk
from editions.narration import records
from editions.narration.values import End, Left, Manner, Passage, Why

_WORDS = tables.Table("grammar/announcements")
_HEADS = ("outlet", "section")
_TITLES = (*_HEADS, "title", "heading")


def passages(
    article: Article, audio: AudioSettings, before: Article | None
) -> tuple[list[Passage | Pause], list[Left]]:
    """Sentences and the pause marks between them as they are told, and the sentences that are not."""
    telling = _Telling(audio, _unsaid(article, audio, before))
    for step in walk(article.body):
        if isinstance(step.node, Block):
            telling.add(step.node, step.parents)
    return telling.in_order(), telling.left


class _Telling:
    """The passages of an article: those of its text, and of each note, which are told at another place."""

    def __init__(self, audio: AudioSettings, unsaid: dict[str, Why]) -> None:
        self.left: list[Left] = []
        self._audio, self._unsaid = audio, unsaid
        self._text: list[tuple[list[Passage | Pause], tuple[str, ...]]] = []
        """Of each block, what is told, and the keys of the notes that it calls."""
        self._notes: dict[str, list[tuple[list[Passage | Pause], tuple[str, ...]]]] = {}

    def add(self, block: Block, parents: tuple[Branch, ...]) -> None:
        """A block comes next."""
        key = next((parent.key for parent in parents if isinstance(parent, Note)), "" if block.kind == "note" else None)
        aside = key is not None and self._audio.notes != "place"
        told = self._notes.setdefault(key or "", []) if aside else self._text
        keys = tuple(run.note for run in block.runs if isinstance(run, NoteCall) and block.kind not in self._unsaid)
        told.append((list(self._told(block, parents)), keys))

    def _told(self, block: Block, parents: tuple[Branch, ...]) -> Iterator[Passage | Pause]:
        yield from (run for run in block.runs if isinstance(run, Pause) and not (block.ends and run.span.start))
        if block.kind in self._unsaid:
            self.left += (Left(sentence.id, sentence.span, self._unsaid[block.kind]) for sentence in block.sentences)
            yield from (run for run in block.runs if isinstance(run, Pause) and run.span.start)
        else:
            yield from _passages(block, parents, self._audio)

    def in_order(self) -> list[Passage | Pause]:
        """All that is told: notes behind the block that first calls them, or, like those that nobody calls, last."""
        found: list[Passage | Pause] = []
        waiting = self._text[::-1]
        while waiting:
            told, keys = waiting.pop()
            found += told
            if self._audio.notes == "paragraph":
                called = [note for key in dict.fromkeys(keys) for note in self._notes.pop(key, ())]
                waiting += called[::-1]
        return [*found, *(passage for note in self._notes.values() for told, _ in note for passage in told)]


def _unsaid(article: Article, audio: AudioSettings, before: Article | None) -> dict[str, Why]:
    """Kinds of blocks that are not said, unless nothing else would be."""
    if all(block.kind in _HEADS for block in article.blocks):
        return {}
    found: dict[str, Why] = {}
    asked: tuple[tuple[Why, str], ...] = (("outlet", audio.say_outlet), ("section", audio.say_section))
    for kind, said in asked:
        if said == "never":
            found[kind] = kind
        elif said == "change" and before and _texts(article, kind) == _texts(before, kind):
            found[kind] = "repeated"
    return found


def _texts(article: Article, kind: str) -> list[str]:
    return [block.text for block in article.blocks if block.kind == kind]


def _passages(block: Block, parents: tuple[Branch, ...], audio: AudioSettings) -> Iterator[Passage]:
    """The sentences of one block."""
    around = parents[-1] if parents else None
    if block.kind == "table":
        table = around if isinstance(around, Table) and around.text is block else None
        yield from records.passages(block, table if audio.tables == "records" else None)
        return
    of_table = isinstance(around, Table)
    manner = "" if of_table else _manner(block, audio)
    quoted = block.kind == "quote" or any(isinstance(parent, Quotation) for parent in parents)
    announced = _announced(block, of_table) if audio.announce else ()
    sentences = block.sentences
    for number, sentence in enumerate(sentences, 1):
        end: End = "block" if number == len(sentences) else "sentence"
        yield Passage(sentence, block, end, quoted, manner, () if number > 1 else announced)


def _manner(block: Block, audio: AudioSettings) -> Manner:
    if block.kind in _TITLES:
        return "title"
    return "aside" if audio.captions == "lower" and block.kind in ("figure", "caption") else ""


def _announced(block: Block, of_table: bool) -> tuple[str, ...]:
    """« Photo », « Légende »… unless its own first word says so."""
    kind = "table" if of_table else block.kind
    if kind not in _WORDS.mapping("said"):
        return ()
    opens = next(iter(block.text.casefold().replace(":", " ").split()), "")
    if opens.strip(".,()«»") in _WORDS.words("opens") or (kind == "note" and not numbered(block)):
        return ()
    return (_WORDS.mapping("said")[kind],)


def numbered(block: Block) -> bool:
    """Whether a block begins with its number or its sign."""
    return any(isinstance(run, Label) and run.span.start == 0 for run in block.runs)


def said_number(block: Block) -> bool:
    """Whether that number is said: « * » is not."""
    labels = (run.span for run in block.runs if isinstance(run, Label) and run.span.start == 0)
    return any(map(str.isalnum, "".join(block.text[span.start : span.end] for span in labels)))
