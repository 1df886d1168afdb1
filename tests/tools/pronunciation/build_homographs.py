"""Make ``editions/pronunciation/data/homographs_espeak.tsv``: how eSpeak NG must read each sound of each homograph.

    python -m tests.tools.pronunciation.build_homographs

Every spelling is one that the voice says as meant, alone and in a sentence. What no spelling gives is printed.
"""

import sys
from pathlib import Path

from editions.pronunciation import homographs
from tests.tools.pronunciation.build import column
from tests.tools.pronunciation.ear import Ear
from tests.tools.pronunciation.folding import fold, plain
from tests.tools.pronunciation.search import found

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
OUTPUT = ROOT / "editions" / "pronunciation" / "data" / "homographs_espeak.tsv"
HEAD = """\
# Homographs for eSpeak NG 1.52 (espeakng-loader 0.2.4): word, sound meant (IPA), spelling that the voice says so.
# Source: made by tests/tools/pronunciation/build_homographs.py from homographs.tsv and models.tsv.
# Licence: GPL-3.0-or-later; CC BY-SA 4.0 for sounds from Lexique 3.83.
"""


def main() -> None:
    """Write the table."""
    ear, lines = Ear(), []
    for word in sorted(homographs.forms()):
        for ipa in dict.fromkeys(row.sound.ipa for row in homographs.rows_of(word)):
            spelling = _spelling(ear, word, ipa) if ipa else None
            if spelling:
                lines.append(f"{word}\t{ipa}\t{spelling}\n")
            elif ipa:
                print(f"nothing says {word} {ipa}", file=sys.stderr)
    OUTPUT.write_text(HEAD + "".join(sorted(lines)), encoding="utf-8")


def _spelling(ear: Ear, word: str, ipa: str) -> str | None:
    if ipa.startswith(homographs.NO_LIAISON):
        plainly = _spelling(ear, word, ipa[1:])
        bound = plain(ear.hears(f"verres h{plainly}")).startswith("vɛʁz")  # « les héros » or « les heures »
        return f"'{plainly}" if bound else f"h{plainly}"
    unsteady = word in column(HERE / "unsteady.tsv")
    if (
        not unsteady
        and fold(ear.hears(word)) == fold(ipa)
        and fold(ear.hears(f"la {word} noire")) == fold(f"la{ipa}nwaʁ")
    ):
        return word
    spelling = found(word, ipa, ear.hears, () if not unsteady else (word,))
    return spelling[0] if spelling else None


if __name__ == "__main__":
    main()
