"""The communes of France, from npm's ``@etalab/decoupage-administratif`` 6.0.0 (MIT).

The names are of INSEE's code officiel géographique, licence ouverte 2.0.
"""

import json
import re
from pathlib import Path

LARGE = 2000
"""Inhabitants above which every commune must be said in French."""


def names(package: Path, above: int = 0) -> list[str]:
    """Names of the communes of the package (``npm pack``, unpacked) with more inhabitants than that."""
    rows = json.loads((package / "data" / "communes.json").read_text(encoding="utf-8"))
    return sorted({row["nom"] for row in rows if row.get("population", 0) > above or not above})


def words(commune_names: list[str]) -> list[str]:
    """The words of which names are made."""
    return sorted({word for name in commune_names for word in re.findall(r"[^\W\d_]{2,}", name)})
