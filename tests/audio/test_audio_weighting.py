"""The K filter against its definition, sample by sample."""

import numpy as np
import pytest

from editions.audio import weighting
from editions.audio.weighting import ROW, Weighting


def by_definition(sound: list[float], rate: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Both sections in transposed direct form II, in double precision."""
    for b, a in (weighting._shelf(rate), weighting._high_pass(rate)):
        z1 = z2 = 0.0
        out = []
        for x in sound:
            y = b[0] * x + z1
            z1, z2 = b[1] * x - a[0] * y + z2, b[2] * x - a[1] * y
            out.append(y)
        sound = out
    return np.array(sound)


def test_the_coefficients_are_those_of_the_recommendation() -> None:
    (b0, b1, b2), (a1, a2) = weighting._shelf(48_000)
    assert (b0, b1, b2) == pytest.approx((1.53512485958697, -2.69169618940638, 1.19839281085285))
    assert (a1, a2) == pytest.approx((-1.69065929318241, 0.73248077421585))
    assert weighting._high_pass(48_000)[1] == pytest.approx((-1.99004745483398, 0.99007225036621))


@pytest.mark.parametrize("rate", [16_000, 22_050, 48_000])
def test_rows_give_what_samples_one_by_one_give(rate: int) -> None:
    sound = (np.random.default_rng(rate).standard_normal(ROW * 700) * 6_000 + 2_000).astype(np.float32)
    expected = by_definition(sound.tolist(), rate)
    assert np.abs(Weighting(rate)(sound) - expected).max() < 1e-4 * np.abs(expected).max()


@pytest.mark.parametrize("cuts", [(1,), (1, 2, 3), (64, 65), (300, 699)])
def test_the_memory_goes_on_from_piece_to_piece(cuts: tuple[int, ...]) -> None:
    sound = (np.random.default_rng(1).standard_normal(ROW * 700) * 6_000).astype(np.float32)
    filtering = Weighting(22_050)
    made = np.concatenate([filtering(piece) for piece in np.split(sound, [cut * ROW for cut in cuts])])
    assert np.abs(made - Weighting(22_050)(sound)).max() < 0.1
