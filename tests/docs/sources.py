"""The messages that the source can print, read from its syntax tree: fixed words as they are, ``…`` for what varies."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editions import errors

EDITIONS = Path(errors.__file__).parent
HOLE = "…"
_ERRORS = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.EditionError)
}
_CAUSES = ("Fault", "gave_up")
_WHY = {"_narrator": 4, "_instead": 2, "without_network": 2}
"""Functions that take the reason of a choice, and at which place."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the source."""

    kind: str
    """``error``, ``finding``, ``told`` or ``cause``."""
    text: str
    place: str
    code: str = ""
    """Of a finding: its name; of an error: its exit code."""


def messages() -> list[Message]:
    """All of them, file by file."""
    return [message for path in sorted(EDITIONS.rglob("*.py")) for message in _Module(path).messages()]


def plain(text: str) -> str:
    """With holes side by side as one, and blanks of all kinds as one blank."""
    return re.sub(rf"{HOLE}+", HOLE, re.sub(r"\s+", " ", text)).strip()


def _says_something(text: str, words: int = 1) -> bool:
    return len(re.findall(r"[^\W\d_]{3,}", re.sub("Attention|Conseil|Erreur", "", text))) >= words


class _Module:
    """One source file."""

    def __init__(self, path: Path) -> None:
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._name = path.relative_to(EDITIONS.parent).as_posix()
        self._owner: dict[ast.AST, Function] = {}
        for function in ast.walk(self._tree):  # outer functions first: the innermost one wins
            if isinstance(function, Function):
                self._owner |= dict.fromkeys(ast.walk(function), function)

    def messages(self) -> Iterator[Message]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call):
                yield from self._called(node)
            elif isinstance(node, ast.Return) and node.value is not None:
                yield from self._returned(node, node.value)
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                yield from self._table(node)

    def _called(self, call: ast.Call) -> Iterator[Message]:
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in _ERRORS and call.args:
            exit_code = str(_ERRORS[name].exit_code)
            yield from self._made("error", call.args[0], call, exit_code)
        elif name == "_complain" and call.args:
            yield from self._made("error", call.args[0], call, "130")
        elif name == "Finding" and len(call.args) >= 3:
            yield from self._finding(call.args[0], call.args[2], call)
        elif name == "finding" and len(call.args) >= 2:
            yield from self._finding(call.args[0], call.args[1], call)
        elif name in _CAUSES and call.args:
            yield from self._made("cause", call.args[0], call)
        elif name in _WHY and len(call.args) > _WHY[name]:
            yield from self._made("told", call.args[_WHY[name]], call)
        elif name == "echo" and call.args and "/commands/" in self._name:
            yield from self._made("told", call.args[0], call)

    def _returned(self, node: ast.Return, value: ast.expr) -> Iterator[Message]:
        """What functions that give messages give."""
        function = self._owner.get(node)
        if function is None:
            return
        if function.name == "_in_french" and isinstance(value, ast.Tuple):
            yield from self._made("error", value.elts[0], node, "2")
        elif function.name == "missing" or function.name == "_refusal":
            yield from self._made("cause", value, node)
        elif "/commands/" in self._name and isinstance(function.returns, ast.Name) and function.returns.id == "str":
            yield from self._made("told", value, node)

    def _table(self, node: ast.Assign | ast.AnnAssign) -> Iterator[Message]:
        """Tables of words for what the system, or click, says."""
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        name = getattr(target, "id", "")
        if name == "_REASONS" and isinstance(node.value, ast.Dict):
            for value in node.value.values:
                yield from self._made("cause", value, node)
        elif name == "_REFUSALS" and isinstance(node.value, ast.Tuple):
            for pair in node.value.elts:
                text = self._texts(pair.elts[1], node)[0] if isinstance(pair, ast.Tuple) else ""
                yield Message("cause", plain(re.sub(r"\\\d", HOLE, text)), self._place(node))

    def _made(self, kind: str, value: ast.expr, node: ast.AST, code: str = "") -> Iterator[Message]:
        for text in map(plain, self._texts(value, node)):
            if _says_something(text, 2 if kind == "told" else 1):
                yield Message(kind, text, self._place(node), code)

    def _finding(self, code: ast.expr, value: ast.expr, node: ast.AST) -> Iterator[Message]:
        """A finding; whose code is a parameter, one for each call of its function that names one."""
        function = self._owner.get(node)
        names = [argument.arg for argument in function.args.args] if function else []
        if function is not None and isinstance(code, ast.Name) and code.id in names:
            given = [argument.arg for argument in function.args.args if argument.arg != "self"]
            for call in ast.walk(self._tree):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") == function.name:
                    known = {name: self._texts(at, call)[0] for name, at in zip(given, call.args, strict=False)}
                    for text in self._texts(value, node, known):
                        yield Message("finding", plain(text), self._place(call), known[code.id])
            return
        for name in self._texts(code, node):
            for text in self._texts(value, node):
                yield Message("finding", plain(text), self._place(node), name)

    def _place(self, node: ast.AST) -> str:
        return f"{self._name}:{getattr(node, 'lineno', 0)}"

    def _texts(self, value: ast.AST, at: ast.AST, known: dict[str, str] | None = None) -> list[str]:
        """What an expression may come out as; what cannot be known is a hole."""
        known = known or {}
        match value:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=parts):
                return _joined(self._texts(part, at, known) for part in parts)
            case ast.FormattedValue(value=inner):
                known_name = isinstance(inner, ast.Name) and (inner.id in known or "/commands/" in self._name)
                return self._texts(inner, at, known) if known_name or _is_lookup(inner) else [HOLE]
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _joined([self._texts(left, at, known), self._texts(right, at, known)])
            case ast.IfExp(body=body, orelse=other):
                return [*self._texts(body, at, known), *self._texts(other, at, known)]
            case ast.Name(id=name):
                return [known[name]] if name in known else self._assigned(name, at, known)
            case ast.Call() if _is_lookup(value):
                return self._looked_up(value)
            case ast.Call(func=ast.Attribute(value=inner, attr="replace")) if isinstance(inner, ast.JoinedStr):
                return self._texts(inner, at, known)
            case ast.Call(args=[inner, *_]) if getattr(value.func, "attr", getattr(value.func, "id", "")) in (
                "safe", "squeezed", "style",
            ):  # fmt: skip
                return self._texts(inner, at, known)
        return [HOLE]

    def _assigned(self, name: str, at: ast.AST, known: dict[str, str]) -> list[str]:
        """What a name stands for where it is used: its last value above, with what is added to it."""
        function = self._owner.get(at)
        texts: list[str] = []
        steps = [step for step in ast.walk(function or self._tree) if isinstance(step, ast.Assign | ast.AugAssign)]
        for step in sorted(steps, key=lambda step: step.lineno):
            target = step.targets[0] if isinstance(step, ast.Assign) else step.target
            if step.lineno >= getattr(at, "lineno", 0) or (function and self._owner.get(step) is not function):
                continue
            if isinstance(target, ast.Name) and target.id == name:
                if isinstance(step, ast.AugAssign):
                    texts = [text + HOLE for text in texts]
                else:
                    texts = self._texts(step.value, step, known)
        return texts or [HOLE]

    def _looked_up(self, call: ast.Call) -> list[str]:
        """The values of a table of this file, and what is said without one."""
        assert isinstance(call.func, ast.Attribute)
        name = getattr(call.func.value, "id", "")
        values: list[str] = []
        for step in self._tree.body:
            if isinstance(step, ast.Assign) and getattr(step.targets[0], "id", "") == name:
                assert isinstance(step.value, ast.Dict)
                values = [text for value in step.value.values for text in self._texts(value, step)]
        return list(dict.fromkeys([*values, *self._texts(call.args[1], call)]))


def _is_lookup(node: ast.AST) -> bool:
    """``_UNKNOWN.get(family, "nom inconnu")``."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get"), args=[_, ast.Constant()]):
            return name.startswith("_") and name.isupper()
    return False


def _joined(parts: "Iterator[list[str]] | list[list[str]]") -> list[str]:
    """All that pieces side by side may come out as."""
    found = [""]
    for alternatives in parts:
        found = [start + end for start in found for end in alternatives]
    return found
