"""The picture that goes with a shared link."""

import io

import matplotlib.image
import numpy as np
import pytest
from keyed import results_of
from matplotlib.colors import to_rgb
from telling import tell, telling

from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.exhibits import share_picture as picture
from participatiemonitor.presentation.exhibits.theme import apply_theme


@pytest.fixture(scope="session")
def drawn(given):
    return matplotlib.image.imread(io.BytesIO(picture.share_picture(given)))[..., :3]


def test_it_has_the_size_that_sites_expect(drawn):
    assert drawn.shape == (630, 1200, 3)


def test_the_bars_are_as_long_as_the_shares(drawn, given):
    left, right = picture.CARD_LEFT + 36, picture.CARD_RIGHT - 36
    for row, colour, group in ((209, picture.TEAL, "sd"), (361, picture.AMBER, "aw")):
        filled = np.isclose(drawn[row, left:right], to_rgb(colour), atol=0.01).all(axis=1)
        assert filled.mean() == pytest.approx(given[f"koppeling.ja@{group}"].value, abs=0.01)


def test_the_ground_is_the_colour_of_the_house_also_after_figures_were_drawn(estimates):
    apply_theme()
    made = matplotlib.image.imread(io.BytesIO(picture.share_picture(estimates)))
    assert made[5, 1190, :3] == pytest.approx(to_rgb(picture.TEAL), abs=0.01)


def test_the_same_answers_give_the_same_bytes(estimates):
    assert picture.share_picture(estimates) == picture.share_picture(estimates)


def test_it_carries_no_name_of_a_program_and_no_date(estimates):
    assert b"tEXt" not in picture.share_picture(estimates)


def test_the_alternative_says_what_it_shows(given, mini_wave):
    assert picture.alternative(given) == (
        "Maximaal vermogen 2011: 51% van de sociale diensten en 61% van de afdelingen welzijn "
        "voert projecten uit op het grensvlak van Wwb en Wmo.")
    # A wave without that question shows its response.
    assert picture.alternative(results_of(mini_wave)) == (
        "Kleine peiling 2009: 75% van de sociale diensten en 50% van de afdelingen welzijn "
        "deed mee aan de enquête over Wwb en Wmo.")


@pytest.mark.parametrize(("told", "phrase", "length"), [
    ((98, 100), "minstens 98%", 0.99), ((0, 2), "hooguit 2%", 0.01), ((9, 11), "9 tot 11%", 0.1)])
def test_what_is_told_within_limits_is_said_and_drawn_so(mini_wave, told, phrase, length):
    estimates = telling(mini_wave)
    for group in mini_wave.info.groups:
        ref = Ref("respons", "organisaties", group)
        estimates.known.estimates[ref] = tell(ref, told)
    assert f"{phrase} van de sociale diensten" in picture.alternative(estimates)
    drawn = matplotlib.image.imread(io.BytesIO(picture.share_picture(estimates)))[..., :3]
    left, right = picture.CARD_LEFT + 36, picture.CARD_RIGHT - 36
    filled = np.isclose(drawn[209, left:right], to_rgb(picture.TEAL), atol=0.01).all(axis=1)
    assert filled.mean() == pytest.approx(length, abs=0.01)


def test_real_answers_carry_no_badge(estimates, mini_wave):
    badge = (slice(520, 550), slice(76, 100))
    amber = np.array(to_rgb(picture.AMBER))
    made = [matplotlib.image.imread(io.BytesIO(picture.share_picture(one)))[..., :3][badge]
            for one in (estimates, results_of(mini_wave))]
    assert [bool(np.isclose(part, amber, atol=0.01).all(axis=2).any()) for part in made] == [
        True, False]
