"""Values of ``edition.toml`` against the fields they are for; each mistake is told, not the first alone."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from datetime import date as Date
from pathlib import Path
from typing import Any

from editions import names
from editions.errors import UsageError
from editions.settings.source import Source

_FORMS: dict[Any, str] = {
    str: "un texte entre guillemets",
    int: "un nombre entier",
    float: "un nombre",
    bool: "true ou false, sans guillemets",
    Date | None: "une date, sans guillemets : 2025-03-14",
    tuple[str, ...]: 'une liste de textes : ["une.txt", "deux.txt"]',
}
_OPTIONAL: dict[Any, type] = {float | None: float, int | None: int}
"""Numbers that have no default of their own."""


class Checker:
    """Makes a section of its values, and keeps what is wrong with them."""

    def __init__(self, source: Source, section: str = "") -> None:
        """``section``: its name, empty for what stands above all sections."""
        self._source = source
        self._section = section
        self.mistakes: list[UsageError] = []

    def built(self, cls: Any, values: Any, hidden: tuple[str, ...] = (), others: tuple[str, ...] = ()) -> Any:
        """The dataclass with the values that are right; ``hidden``: its fields that are not written there.

        ``others``: the sections that there may be beside.
        """
        if not isinstance(values, Mapping):
            where = self._source.where(self._section)
            message = f"« {self._section} » doit être une section [{self._section}]"
            self.mistakes.append(UsageError(message, f"Écrivez [{self._section}], seul sur sa ligne.", where))
            return cls()
        known = {field.name: field for field in fields(cls) if field.name not in hidden}
        given: dict[str, Any] = {}
        for key, value in values.items():
            try:
                name = self._known(key, known, others)
                given[name] = self._checked(self._value(value, known[name], key), known[name], key)
            except UsageError as mistake:
                self.mistakes.append(mistake)
        return cls(**given)

    def _known(self, key: str, known: Mapping[str, Any], others: tuple[str, ...]) -> str:
        name = key.replace("-", "_")
        if name in known:
            return name
        choice = ", ".join((*map(_written, known), *(f"[{other}]" for other in others)))
        raise UsageError(f"réglage inconnu « {self._called(key)} »", f"Au choix : {choice}.", self._where(key))

    def _value(self, value: Any, known: "Field[Any]", key: str) -> Any:
        """The value in the form that the field has; a whole number will do for a float."""
        kind: Any = _OPTIONAL.get(known.type, known.type)
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if kind == tuple[str, ...] and isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        if kind is str and isinstance(value, str) and known.metadata.get("file") and value:
            return _located(value, self._source.path.parent)
        if kind in (str, int, float, bool) and type(value) is kind:
            return value
        if kind == Date | None and type(value) is Date:
            return value
        hint = f"Il faut {_FORMS.get(kind, 'un autre genre de valeur')}."
        if kind in (int, float) and isinstance(value, str) and re.fullmatch(r"[+-]?\d+(?:[.,]\d+)?", value.strip()):
            hint = f"Écrivez : {_written(known.name)} = {value.strip().replace(',', '.')}, sans guillemets."
        raise UsageError(f"« {self._called(key)} » n'a pas la bonne forme : {_shown(value)}", hint, self._where(key))

    def _checked(self, value: Any, known: "Field[Any]", key: str) -> Any:
        about = known.metadata
        choices, least, most = about.get("choices", ()), about.get("least"), about.get("most")
        if choices and value not in choices:
            hint = f"Au choix : {', '.join(map(str, choices))}."
            raise UsageError(f"« {self._called(key)} » n'a pas cette valeur : « {value} »", hint, self._where(key))
        if least is not None and most is not None and not least <= value <= most:
            unit = f" {about['unit']}" if about["unit"] else ""
            usual = "" if known.default in (MISSING, None) else f" D'ordinaire : {_number(known.default)}{unit}."
            hint = f"De {_number(least)} à {_number(most)}{unit}.{usual}"
            raise UsageError(f"« {self._called(key)} » est hors des bornes : {_shown(value)}", hint, self._where(key))
        return value

    def _called(self, key: str) -> str:
        return f"{self._section}.{_written(key)}" if self._section else _written(key)

    def _where(self, key: str) -> str:
        return self._source.where(key, self._section)


def _located(name: str, folder: Path) -> str:
    """A file's path from the edition's folder; what is no file there is left as it is written, for who knows it."""
    path = names.found(folder / names.expanded(name)).absolute()
    return str(path) if path.is_file() else name


def _written(name: str) -> str:
    """The name of a field as ``edition.toml`` has it."""
    return name.replace("_", "-")


def _shown(value: Any) -> str:
    """A value as it is written there, in so many words where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return "une liste" if isinstance(value, list) else "une section"
    if isinstance(value, int | float):
        return repr(value)
    return f'"{value[:60]}"' if isinstance(value, str) else str(value)


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
