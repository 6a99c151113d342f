"""Whether weighted figures give hidden cells away, on the design of 2011."""

import itertools

import numpy as np
import pytest

from participatiemonitor.estimation.answers import Answers, collect
from participatiemonitor.estimation.design.weighting import GroupDesign
from participatiemonitor.estimation.disclosure.betrayal import betrays, betrays_together

GROUP = "sociale_dienst"
DOMAINS = [(0,), (1,), (2, 3)]
BASES = [76, 27, 26, 4]


@pytest.fixture(scope="module")
def design(wave):
    return GroupDesign(wave, GROUP)


@pytest.fixture(scope="module")
def strata(wave):
    return wave.members(GROUP)["stratum"].cat.codes.to_numpy(np.intp)


def yes_and_no(strata: np.ndarray, given) -> np.ndarray:
    """So many of each stratum say yes."""
    yes = np.zeros(len(strata))
    for stratum, count in enumerate(given):
        yes[np.flatnonzero(strata == stratum)[:count]] = 1
    return np.column_stack([yes, 1 - yes])


def answers_of(strata: np.ndarray, table: np.ndarray) -> Answers:
    everybody = np.ones(len(strata), bool)
    return Answers("multiple", ("ja",), table[:, :1], strata, everybody, everybody)


def hide(*columns: int) -> np.ndarray:
    hidden = np.zeros((2, 4), bool)
    hidden[:, list(columns)] = True
    return hidden


def verdict(design, strata, given, hidden, step, **options) -> bool:
    table = yes_and_no(strata, given)
    return betrays(answers_of(strata, table), table, hidden, DOMAINS, design, step, **options)


def test_the_strata_are_those_of_the_wave(strata):
    assert np.bincount(strata).tolist() == BASES


def test_fine_figures_fix_a_hidden_cell_that_coarse_ones_do_not(design, strata):
    """A yes moved from a small service to an isd shifts the share by 0.6 points, its se by more."""
    given = (2, 6, 8, 1)
    assert verdict(design, strata, given, hide(0, 1), 0.01)
    assert not verdict(design, strata, given, hide(0, 1), 0.10)


def test_where_nothing_is_hidden_and_no_domain_joins_strata_nothing_is_betrayed(design, strata):
    table = yes_and_no(strata, (2, 6, 8, 1))
    apart = [(0,), (1,), (2,), (3,)]
    hidden = np.zeros((2, 5), bool)
    assert not betrays(answers_of(strata, table), table, hidden, apart, design, 0.01)


def test_the_parts_of_a_domain_are_a_secret_too(design, strata):
    """Figures to a thousandth of a point tell the four largest from the other cities."""
    assert verdict(design, strata, (30, 12, 9, 2), hide(), 0.00001)
    assert not verdict(design, strata, (30, 12, 9, 2), hide(), 0.05)


@pytest.mark.parametrize("given", [(30, 12, 0, 0), (30, 12, 26, 4)])
def test_a_domain_that_shows_none_or_all_has_no_secret(design, strata, given):
    assert not verdict(design, strata, given, hide(), 0.00001)


def test_what_other_tables_tell_leaves_fewer_ways_out(design, strata):
    """Where nobody can have said yes less often there is nothing to exchange."""
    given, hidden = (30, 3, 8, 1), hide(1, 2)
    assert not verdict(design, strata, given, hidden, 0.05)
    least = np.array([[30, 3, 8, 1], [46, 23, 17, 2]])
    assert verdict(design, strata, given, hidden, 0.05, least=least)


@pytest.mark.parametrize("seed", range(25))
def test_what_is_not_betrayed_has_two_readings_by_enumeration(design, strata, seed):
    """Every other division over the hidden domains, estimated respondent by respondent."""
    rng = np.random.default_rng(seed)
    given = [int(rng.integers(0, base + 1)) for base in BASES]
    given[1:] = [min(one, 4) for one in given[1:]]
    step = [0.01, 0.05, 0.10][seed % 3]
    if not verdict(design, strata, given, hide(1, 2), step):
        hidden_total = sum(given[1:])
        readings = []
        for isd, large in itertools.product(range(hidden_total + 1), range(5)):
            other = (given[0], isd, hidden_total - isd - large, large)
            if 0 <= other[2] <= BASES[2] and isd <= BASES[1]:
                readings.append(other)
        values = np.column_stack([yes_and_no(strata, one)[:, 0] for one in readings])
        everyone = np.ones(values.shape, bool)
        found = design.many(values, everyone, everyone, everyone).rounded(step)
        figures = np.nan_to_num([found.value, found.se, found.low, found.high], nan=-1)
        truth = readings.index(tuple(given))
        same = (np.abs(figures - figures[:, [truth]]) < 1e-9).all(axis=0)
        alike = np.array(readings)[same]
        if hidden_total:
            assert np.ptp(alike[:, 1]) > 0
            assert np.ptp(alike[:, 2] + alike[:, 3]) > 0


LINKED = ("koppeling_wmo", "koppeling_wmo_leefbaarheid", "koppeling_wmo_diensten",
          "koppeling_wmo_vrijwilligers")


@pytest.fixture(scope="module")
def linked(wave):
    hidden = np.zeros((4, 4), bool)
    hidden[:, [1, 2]] = True
    return [(collect(wave, name, GROUP), hidden) for name in LINKED]


def test_figures_of_linked_questions_are_judged_together(linked, design, strata):
    whole, alike = np.array([False, True, True]), np.zeros(len(strata), int)
    assert betrays_together(linked, alike, whole, DOMAINS, design, 0.0001)
    assert not betrays_together(linked, alike, whole, DOMAINS, design, 0.25)


def test_respondents_who_cannot_exchange_answers_say_nothing(linked, design, strata):
    whole, nobody = np.array([False, True, True]), np.full(len(strata), -1)
    assert not betrays_together(linked, nobody, whole, DOMAINS, design, 0.0001)
