from pathlib import Path

import pytest

from editions.french import segment
from editions.tables import rows

CASES = [
    pytest.param(cells[0].replace("\\n", "\n"), id=str(number))
    for number, cells in rows((Path(__file__).parent / "segmentation.tsv").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(text[span.start : span.end] for span in segment(text)) == marked


def test_nothing_has_no_sentence() -> None:
    assert segment("") == ()
    assert [span.end for span in segment("   ")] == [3]
