"""What is asked of the editor: readings that look as if something else were meant, and none of the plain ones."""

import pytest

from editions import french
from editions.model import Sentence
from editions.speech import DOUBTFUL

DOUBTED = [
    ("Le score est de 58s54x au bout.", "58"),
    ("Le code 312 458 771 est faux.", "312 458 771"),
    ("Ils notent 3 E encore.", "3"),
    ("Il compte 31/62 en tout.", "31/62"),
    ("Le dossier 012-19 est clos.", "012-19"),
    ("Le cas (VIS) est rare.", "VIS"),
    ("Le moteur de 5 N tourne.", "5 N"),
    ("On l'a vu 52' durant.", "52'"),
    ("Vu la liste, 15 xyl. de Caen.", "xyl."),
    ("La houle (Bfz), 7 au large.", "Bfz"),
    ("Roy et 34 z., puis rien.", "z."),
    ("Il a 12 bqz de fleurs.", "bqz"),
]
SURE = [
    "Le 12 mai à 20h30, 21 personnes ont couru 1 500 m à 3,50 €.",
    "Il a eu 17/20, elle 9,5 sur 10, et 2/3 des élus.",
    "M. Roy, né en 1950, habite au 3 bis, rue Foch.",
    "Victoire 31-12, puis 6-4, 7-5.",
    "Il a dit NON et TOUT.",
    "Il y en a. Il y va.",
    "Ouvert de 9h à 12h, 10 % de remise, 5 kg offerts.",
]


def doubts(text: str) -> list[str]:
    """What is written where a reading of a text is doubtful."""
    readings = [reading for span in french.segment(text) for reading in french.read(Sentence("s", text, span)).readings]
    return [text[r.span.start : r.span.end].strip() for r in readings if r.confidence < DOUBTFUL]


@pytest.mark.parametrize("text, doubted", DOUBTED)
def test_what_may_be_something_else_is_asked(text: str, doubted: str) -> None:
    assert doubted in doubts(text)


@pytest.mark.parametrize("text", SURE)
def test_what_is_plain_is_not_asked(text: str) -> None:
    assert doubts(text) == []
