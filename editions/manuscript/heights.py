"""What raised and lowered figures mean: a power, a fraction, the call of a note. None joins the number before it.

meant([Piece("paragraph", "106 euros en 20241", runs=(Raised(Span(2, 3)), Raised(Span(17, 18))))])
→ Piece("paragraph", "10⁶ euros en 2024[1]")      # the call of a note, as it is typed: see ``notes``

Letters (« 1er », « n° ») and the figures of formulas (« CO2 ») stay as they are, raised or lowered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editions.manuscript.edits import Edit, edited
from editions.manuscript.formulas import fraction, lowered, raised
from editions.manuscript.pieces import Piece
from editions.model.runs import Label, Lowered, NoteCall, Raised, Run, Span
from editions.tables import Table

_TYPED = re.compile("[⁰¹²³⁴-⁹⁻]+")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉", "0123456789-0123456789")
_FRACTION = re.compile(r"(?P<above>[⁰¹²³⁴-⁹]+)[/\u2044](?P<below>[₀-₉]+)")
_CALLS = re.compile(r"(?P<open>[\[(]?)(?P<numbers>[0-9]{1,3}(?:[,;][ \u00a0]?[0-9]{1,3})*)(?P<close>[\])]?)\Z")
_EXPONENT = re.compile(r"[-−–][0-9]{1,3}|[0-9]{1,3}|[-+−–0-9]*[ni][-+−–0-9]*")
_MOST = 200
"""Notes of an article, at most: a larger number that is raised is a power."""
_TEN = re.compile(r"(?<![\w.,])(?<![0-9][ \u00a0\u202f])10\Z|[×·.*x][ \u00a0\u202f]?10\Z")
_WORD = re.compile(r"[^\W\d_]+\Z")
_NUMBER = re.compile(r"[0-9][0-9 \u00a0\u202f.,]*\Z")
_GROUPED = re.compile(r"[0-9]{4}|[0-9][ \u00a0\u202f.][0-9]{3}")
_REST_AFTER = re.compile(r"[ \u00a0\u202f]?[=+×÷*/^√−<>≤≥][ \u00a0\u202f]?\w")
_REST_BEFORE = re.compile(r"[=+×÷*/√−<>≤≥(][ \u00a0\u202f]?[\w.,]+\Z")
_BRACKET = re.compile(r"\([^()]*[-+×*/−][^()]*\)\Z")
_BEFORE_UNIT = re.compile(r"(?:[0-9][ \u00a0\u202f]?|[/·.(] ?|\A|[ \u00a0\u202f])\Z")
_NEAR = 40
"""Characters that are looked at on either side."""


_WORDS = Table("grammar/heights")


@dataclass(frozen=True, slots=True)
class _High:
    """A raised stretch: ``typed`` as signs of their own (« ² »), or else as figures set higher."""

    span: Span
    written: str
    typed: bool


def meant(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, what is raised or lowered in them told by its meaning."""
    called: set[str] = set()
    return [_meant(_footed(piece, called), called) for piece in pieces]


def silenced(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, raised figures that were typed as signs and call a note (« 2024¹ ») marked so: they are not said."""
    return [_silenced(piece) for piece in pieces]


def _silenced(piece: Piece) -> Piece:
    if piece.kind == "code" or not _TYPED.search(piece.text):
        return piece
    found = [high for high in _highs(piece) if high.typed and (calls := _CALLS.match(high.written))
             and _is_call(piece.text, high, calls)]  # fmt: skip
    return replace(piece, runs=(*piece.runs, *(NoteCall(high.span, "") for high in found))) if found else piece


def _meant(piece: Piece, called: set[str]) -> Piece:
    if piece.kind == "code" or not _is_concerned(piece):
        return piece
    piece = _with_fractions(piece)
    edits: list[Edit] = []
    for high in (high for high in _highs(piece) if not high.typed):
        edits += _edit(piece.text, high, called)
    edits += _indices(piece)
    within = [edit.span for edit in edits] + [run.span for run in piece.runs if isinstance(run, NoteCall)]
    dropped = [run for run in _heights(piece) if any(run.span.overlaps(span) for span in within)]
    return edited(piece, edits, dropped)


def _is_concerned(piece: Piece) -> bool:
    return any(isinstance(run, Raised | Lowered) for run in piece.runs) or bool(_TYPED.search(piece.text))


def _heights(piece: Piece) -> list[Run]:
    return [run for run in piece.runs if isinstance(run, Raised | Lowered)]


def _highs(piece: Piece) -> Iterator[_High]:
    """Raised stretches, those that touch put together; calls of notes that are known already are none."""
    known = [run.span for run in piece.runs if isinstance(run, NoteCall | Label)]
    for span in _joined(piece, Raised):
        if not any(span.overlaps(other) for other in known):
            yield _High(span, piece.text[span.start : span.end].strip(), False)
    set_higher = [run.span for run in _heights(piece)]
    for match in _TYPED.finditer(piece.text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in (*set_higher, *known)):
            yield _High(span, match[0].translate(_PLAIN), True)


def _joined(piece: Piece, kind: type[Run]) -> list[Span]:
    spans: list[Span] = []
    for run in sorted((run for run in piece.runs if isinstance(run, kind)), key=lambda run: run.span.start):
        if spans and run.span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, run.span.end))
        else:
            spans.append(run.span)
    return spans


def _with_fractions(piece: Piece) -> Piece:
    """« 3 » raised, a bar and « 4 » lowered are three quarters."""
    typed = [Edit(Span(*m.span()), _fraction(piece.text, *m.span(), m["above"], m["below"]))
             for m in _FRACTION.finditer(piece.text)]  # fmt: skip
    made: list[Edit] = []
    below = {span.start: span for span in _joined(piece, Lowered)}
    for above in _joined(piece, Raised):
        low = below.get(above.end + 1)
        if low and piece.text[above.end : above.end + 1] in ("/", "\u2044"):
            parts = piece.text[above.start : above.end], piece.text[low.start : low.end]
            if all(part.isdigit() for part in parts):
                made.append(Edit(Span(above.start, low.end), _fraction(piece.text, above.start, low.end, *parts)))
    dropped = [run for run in _heights(piece) if any(run.span.overlaps(edit.span) for edit in made)]
    return edited(piece, [*typed, *made], dropped)


def _fraction(text: str, start: int, end: int, above: str, below: str) -> str:
    """A blank parts it from the whole number before: « 2 3⁄4 »."""
    blank = "\u00a0" if text[start - 1 : start].isdigit() else ""
    return blank + fraction(above.translate(_PLAIN), below.translate(_PLAIN))


def _edit(text: str, high: _High, called: set[str]) -> list[Edit]:
    """What takes the place of a raised stretch; nothing when it stays as it is."""
    calls = _CALLS.match(high.written)
    if calls and bool(calls["open"]) == bool(calls["close"]) and _is_call(text, high, calls):
        numbers = [str(int(number)) for number in re.findall("[0-9]+", calls["numbers"])]
        called.update(numbers)
        start = len(text[: high.span.start].rstrip(" \u00a0\u202f"))
        return [Edit(Span(start, high.span.end), "".join(f"[{number}]" for number in numbers))]
    if _is_power(text, high) and (power := raised(high.written)):
        return [Edit(high.span, power)]
    if text[high.span.start - 1 : high.span.start].isdigit() and high.written[:1].isdigit():  # neither, nor one number
        return [Edit(Span(high.span.start, high.span.start), "\u00a0")]
    return []


def _is_call(text: str, high: _High, calls: re.Match[str]) -> bool:
    """Whether figures that are raised call a note."""
    before, after = text[max(0, high.span.start - _NEAR) : high.span.start], text[high.span.end :][:_NEAR]
    if not before.strip() or max(int(n) for n in re.findall("[0-9]+", calls["numbers"])) >= _MOST:
        return False
    if calls["open"] or not calls["numbers"].isdigit():
        return True
    if before[-1] in " \u00a0\u202f" and after[:1].isalpha():  # « le 14C »
        return False
    return not _is_power(text, high)


def _is_power(text: str, high: _High) -> bool:
    """Whether what is raised is an exponent, or the square of a unit."""
    before, after = text[max(0, high.span.start - _NEAR) : high.span.start], text[high.span.end :][:_NEAR]
    if not before or before[-1].isspace() or not _EXPONENT.fullmatch(high.written):
        return False
    if not high.written.isdigit():
        return before[-1].isalnum() or before[-1] == ")"
    reckoned = bool(_REST_AFTER.match(after) or _REST_BEFORE.search(before))
    if before[-1] == ")":
        return bool(_BRACKET.search(before))
    if before[-1].isdigit():
        return _raises_number(before, high, reckoned)
    word = _WORD.search(before)
    return word is not None and _raises_word(before[: word.start()], word[0], high, reckoned)


def _raises_number(before: str, high: _High, reckoned: bool) -> bool:
    if int(high.written) >= _MOST:
        return True
    if high.written == "1":
        return False
    if _TEN.search(before):
        return True
    number = _NUMBER.search(before)
    whole = number is not None and not before[: number.start()][-1:].isalpha()
    if high.typed and whole and number and not _GROUPED.search(number[0]):
        return True
    return reckoned and whole


def _raises_word(before: str, word: str, high: _High, reckoned: bool) -> bool:
    """« 30 m2 », « x2 », « E = mc2 »; typed by mistake, « CO² » is no call either."""
    if high.written == "1":
        return False
    if word in _WORDS.words("unit") and high.written in ("2", "3") and _BEFORE_UNIT.search(before):
        return True
    if len(word) == 1 and not before[-1:].isalnum() and before[-1:] not in ("'", "’"):
        return reckoned or high.typed or word not in _WORDS.words("letter")
    return reckoned or (word in _WORDS.words("formula") or (high.typed and not word.islower()))


def _indices(piece: Piece) -> Iterator[Edit]:
    """Lowered figures behind a variable or a number: « x1 »; those of a formula stay (« H2O »)."""
    for span in _joined(piece, Lowered):
        written, before = piece.text[span.start : span.end], piece.text[: span.start]
        variable = before[-1:].islower() and not before[-2:-1].isalpha()
        goes_on = piece.text[span.end : span.end + 1].isalpha()
        if written.isdigit() and not goes_on and (variable or before[-1:].isdigit()):
            yield Edit(span, lowered(written))


def _footed(piece: Piece, called: set[str]) -> Piece:
    """A paragraph that begins with the raised number of a note that was called before is written as notes are."""
    highs = (high for high in _highs(piece) if high.span.start == 0 and not high.typed)
    high = next(highs, None) if called else None
    number = str(int(figures)) if high and (figures := high.written.strip("[]().")).isdigit() else ""
    if high is None or number not in called:
        return piece
    end = len(piece.text) - len(piece.text[high.span.end :].lstrip(" \u00a0."))
    dropped = [run for run in _heights(piece) if run.span.start < high.span.end]
    return edited(piece, [Edit(Span(0, end), f"[{number}] ")], dropped)
