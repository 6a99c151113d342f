"""How far weighting moves what is shown: from unrounded figures, told in whole points."""

from dataclasses import replace
from fractions import Fraction

from oracle import half_up

from participatiemonitor.estimation.analyses.weighting_shift import COLUMNS, weighting_shift
from participatiemonitor.estimation.results import Results, results_of


def shown_shares(results: Results) -> list:
    """Every share of respondents that has a weighted figure, as rows of the table."""
    table = results.table()
    return list(table[table["domain"].eq("totaal") & table["measure"].eq("share")
                      & table["weighted"].notna()].itertuples())


def expected(oracle, shown: list) -> tuple[int, int, int]:
    """A second computation, in fractions: the largest in the steps of the figure it is of."""
    shifts = [(100 * abs(oracle.weighted(one.question, [one.option], one.group)
                         - oracle.quantity(one.question, (one.option,), one.group,
                                           ("totaal",)).value),
               round(100 * one.weighted_step)) for one in shown]
    largest, step = max(shifts)
    return (len(shown), half_up(sum(shift for shift, _ in shifts) / len(shifts)),
            step * half_up(largest / step))


def test_the_shift_is_that_of_the_answers_and_not_of_their_rounded_figures(estimates, oracle):
    shown = shown_shares(estimates)
    found, = weighting_shift(estimates).itertuples(index=False)
    assert found == expected(oracle, shown)
    rounded = [100 * abs(one.weighted - one.value) for one in shown]
    told = [half_up(Fraction(number)) for number in (sum(rounded) / len(rounded), max(rounded))]
    assert list(found[1:]) != told


def test_what_is_hidden_does_not_count(wave, with_rules, oracle, estimates):
    strict = results_of(with_rules(wave, minimum_cell=6))
    shown = shown_shares(strict)
    found, = weighting_shift(strict).itertuples(index=False)
    assert 0 < len(shown) < len(shown_shares(estimates))
    assert found == expected(oracle, shown)


def test_the_largest_is_told_no_finer_than_its_figure(estimates, oracle, wave):
    """Of a wave with those questions only whose weighted figures are rounded to fives or more."""
    steps: dict[str, set[float]] = {}
    for one in shown_shares(estimates):
        steps.setdefault(one.question, set()).add(one.weighted_step)
    coarse = tuple(one for one in wave.codebook.questions if min(steps.get(one.id, {0})) >= 0.05)
    results = Results(
        replace(wave, codebook=wave.codebook.model_copy(update={"questions": coarse})),
        lambda: estimates.door, estimates.known)
    found, = weighting_shift(results).itertuples(index=False)
    assert found == expected(oracle, shown_shares(results))
    assert found.most % 5 == 0


def test_only_whole_points_are_kept(estimates):
    kept = weighting_shift(estimates)
    assert tuple(kept.columns) == COLUMNS
    assert (kept == kept.round()).all(axis=None)


def test_where_next_to_nothing_is_shown_there_is_no_shift(wave, with_rules):
    found = weighting_shift(results_of(with_rules(wave, minimum_base=1000)))
    assert found.empty
    assert tuple(found.columns) == COLUMNS
