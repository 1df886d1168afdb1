r"""Reference definitions of Markdown, ``[carte]: cartes/lac.png``, told from lines of text that only look like them.

CommonMark drops every line of that form. One is a definition when its label is used elsewhere or when what follows is
an address; « [Note]: à revoir » is text, and is escaped.
"""

import re

_LINE = re.compile(r"^( {0,3})\[(?P<label>[^\]\n]{1,200})\]:(?P<rest>[^\n]*)", re.M)
_TARGET = re.compile(r"[ \t]*(?P<address><[^<>\n]*>|\S+)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*")
_ADDRESS = re.compile(r"<?(?:https?:|mailto:|www\.|[/#.]|[^\s<>]+\.[a-z][a-z0-9]{1,4}>?$)", re.I)
_USED = re.compile(r"\[([^\[\]\n]{1,200})\](?!:)")


def kept(text: str) -> str:
    """The source with a backslash before what is no definition, so that CommonMark shows it."""
    if not _LINE.search(text):
        return text
    used = {_folded(label) for label in _USED.findall(text)}

    def escaped(match: re.Match[str]) -> str:
        return match[0] if _defines(match, used) else f"{match[1]}\\{match[0][len(match[1]) :]}"

    return _LINE.sub(escaped, text)


def _defines(match: re.Match[str], used: set[str]) -> bool:
    target = _TARGET.fullmatch(match["rest"])
    if target is None:
        return not match["rest"].strip() and _folded(match["label"]) in used
    return _folded(match["label"]) in used or bool(_ADDRESS.match(target["address"]))


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
