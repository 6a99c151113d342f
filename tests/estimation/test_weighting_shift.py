"""How far weighting moves what is shown: from published figures, told in whole points."""

from fractions import Fraction

from keyed import results_of
from oracle import half_up

from participatiemonitor.estimation.analyses.weighting_shift import COLUMNS, weighting_shift
from participatiemonitor.estimation.results import Known, Results


def expected(results: Results) -> tuple[int, int, int]:
    """A second computation, from the table of results."""
    table = results.table()
    shown = table[table["domain"].eq("totaal") & table["measure"].eq("share")
                  & table["weighted"].notna()]
    shifts = [abs(round(100 * one.weighted) - Fraction(100 * round(one.count), int(one.n)))
              for one in shown.itertuples()]
    return len(shifts), half_up(sum(shifts) / len(shifts)), half_up(max(shifts))


def test_the_shift_is_that_of_published_figures(estimates):
    found, = weighting_shift(estimates).itertuples(index=False)
    assert found == expected(estimates)
    assert 0 < found.mean < found.most


def test_what_is_hidden_does_not_count(wave, with_rules, estimates):
    strict = results_of(with_rules(wave, minimum_base=50))
    found, = weighting_shift(strict).itertuples(index=False)
    assert found == expected(strict)
    assert 0 < found.shares < weighting_shift(estimates)["shares"].item()


def test_published_figures_are_all_that_is_needed(estimates):
    def closed():
        raise AssertionError("de antwoorden gaan open")

    found = weighting_shift(estimates)
    sealed = Results(estimates.wave, closed, Known(estimates=dict(estimates.known.estimates)))
    assert weighting_shift(sealed).equals(found)


def test_only_whole_points_are_kept(estimates):
    kept = weighting_shift(estimates)
    assert tuple(kept.columns) == COLUMNS
    assert (kept == kept.round()).all(axis=None)


def test_where_next_to_nothing_is_shown_there_is_no_shift(wave, with_rules):
    found = weighting_shift(results_of(with_rules(wave, minimum_base=1000)))
    assert found.empty
    assert tuple(found.columns) == COLUMNS
