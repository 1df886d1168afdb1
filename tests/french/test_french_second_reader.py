"""The second reader: from readings to readings, in order, without loss, in linear time."""

from time import process_time

from editions.french.second_reader import agreed
from editions.model import Span
from editions.speech import PLAIN, Reading


def said(*parts: tuple[str, str]) -> list[Reading]:
    """``(spoken, rule)`` as the readings of a sentence, one behind the other."""
    made, place = [], 0
    for spoken, rule in parts:
        made.append(Reading(Span(place, place + len(spoken)), spoken, rule))
        place += len(spoken)
    return made


def text(readings: list[Reading]) -> str:
    return "".join(reading.spoken for reading in readings)


def test_a_number_takes_the_gender_of_a_short_form() -> None:
    apart = said(("vingt et un", "numbers"), (" ", PLAIN), ("pages", "abbreviations"))
    assert text(agreed(apart)) == "vingt et une pages"


def test_a_short_form_takes_the_number() -> None:
    apart = said(("trente", "numbers"), (" ", PLAIN), ("édition", "abbreviations"))
    assert text(agreed(apart)) == "trente éditions"


def test_what_is_named_does_not_count() -> None:
    apart = said(("page", "abbreviations"), (" ", PLAIN), ("vingt et un", "numbers"), (" ", PLAIN))
    apart += said(("édition", "abbreviations"))
    assert text(agreed(apart)) == "page vingt et un édition"


def test_other_rules_have_agreed_already() -> None:
    apart = said(("un", "titles"), (" ", PLAIN), ("page", "abbreviations"))
    assert text(agreed(apart)) == "un page"


def test_a_word_before_a_short_form_is_elided_with_its_place() -> None:
    first, second = agreed(said(("près de ", PLAIN), ("environ", "abbreviations")))
    assert (first.spoken, second.spoken) == ("près ", "d'environ")
    assert first.span.end == second.span.start == len("près ")


def test_what_stands_for_itself_stays() -> None:
    apart = said(
        ("de un et de environ", PLAIN),
    )
    assert agreed(apart) == apart


def test_time_is_linear() -> None:
    def seconds(times: int) -> float:
        parts = said(*[("vingt et un", "numbers"), (" ", PLAIN), ("pages", "abbreviations"), (" de ", PLAIN)] * times)
        start = process_time()
        agreed(parts)
        return process_time() - start

    seconds(100)
    assert seconds(16000) < 16 * 4 * max(seconds(1000), 0.001)
