"""Numbers in classes with round bounds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.studies.ladder.scales import FEW, Scale, classes_of


def test_ages_are_told_by_tens():
    place, scale = classes_of(np.arange(18, 65, dtype=float))
    names = [scale.name((one,)) for one in range(len(scale))]
    assert names == ["tot 30", "30 tot 40", "40 tot 50", "50 of meer"]
    assert [names[place[age - 18]] for age in (29, 30, 49, 50)] == [
        "tot 30", "30 tot 40", "40 tot 50", "50 of meer"]
    assert scale.name((0, 1)) == "tot 40"
    assert scale.name((1, 2)) == "30 tot 50"
    assert scale.middle((1,)) == 35
    assert scale.middle((0,)) == 25
    assert scale.middle((3,)) == 55


def test_few_different_numbers_are_classes_of_their_own():
    place, scale = classes_of(np.array([3.0, 0, 1, 1, 0]))
    assert place.tolist() == [2, 0, 1, 1, 0]
    assert scale.name((0,)) == "0"
    assert scale.name((1, 2)) == "1 tot en met 3"
    assert scale.middle((1, 2)) == 2


def test_decimals_are_written_as_far_as_they_go():
    scale = Scale.of_values((0.5, 1.25))
    assert scale.name((0, 1)) == "0,5 tot en met 1,25"


@given(st.lists(st.floats(-1e6, 1e6).map(lambda one: round(one, 2)), min_size=1, max_size=60))
def test_every_number_is_in_its_class(values):
    numbers = np.array(values)
    place, scale = classes_of(numbers)
    assert place.min() >= 0 and place.max() < len(scale)
    if len(np.unique(numbers)) > FEW:
        assert len(scale) <= 8
        assert all(scale.low[one] <= number < scale.high[one]
                   for one, number in zip(place, numbers, strict=True))
        widths = {round(high - low, 6) for low, high in zip(scale.low, scale.high, strict=True)
                  if np.isfinite(high - low)}
        assert len(widths) <= 1


@pytest.mark.parametrize("spread", [0.001, 1, 1e5])
def test_one_number_far_away_does_not_stretch_the_classes(spread):
    rng = np.random.default_rng(1)
    numbers = np.append(rng.random(100), 1000) * spread
    _, scale = classes_of(numbers)
    assert len(scale) >= 4
