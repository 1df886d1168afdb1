r"""Notes of Markdown: ``[^1]`` calls one, and a line that begins with ``[^1]:`` is one.

CommonMark has no notes, and drops such lines. They are ``escaped`` before it reads them, in a form of our own that
nobody types, and read back where the parser shows the words of a line.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

CALL = "note_call"
"""Type of the tokens: ``content`` is what is shown, ``meta`` has ``note``, its key, and ``defines``."""
_WRITTEN = re.compile(r"\[\^([\w-]{1,20})\](:?)")
_ESCAPED = re.compile(r"\\\[\^([\w-]{1,20})\^\\\](:?)")


def escaped(text: str) -> str:
    """A source whose notes are no links nor references for CommonMark."""
    return _WRITTEN.sub(r"\\[^\1^\\]\2", text)


def restored(code: str) -> str:
    """What was typed, where nothing is markup."""
    return _ESCAPED.sub(r"[^\1]\2", code)


def understand_notes(parser: "MarkdownIt") -> None:
    """A plugin of the parser: tokens for the calls of notes."""
    parser.inline.ruler.before("escape", CALL, _call)


def _call(state: "StateInline", silent: bool) -> bool:
    match = _ESCAPED.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push(CALL, "", 0)
        begins = not state.src[state.src.rfind("\n", 0, state.pos) + 1 : state.pos].strip()
        token.content = f"[{match[1]}]" + (" " if match[2] and not begins else "")
        token.meta = {"note": match[1], "defines": begins and bool(match[2])}
    state.pos = match.end()
    return True
