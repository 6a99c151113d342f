"""How far weighting moves what is shown: from unrounded figures, told in whole points."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
from oracle import half_up

from participatiemonitor.estimation.analyses.weighting_shift import COLUMNS, weighting_shift
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results, results_of


def exact_shifts(oracle, shown) -> list[Fraction]:
    """A second computation, in fractions, of what is shown."""
    return [100 * abs(oracle.weighted(question, [option], group)
                      - oracle.quantity(question, (option,), group, ("totaal",)).value)
            for question, option, group in shown]


def shares_shown(results) -> list[tuple[str, str, str]]:
    """Question, option and group of every share of respondents that has a weighted figure."""
    table = results.table()
    table = table[table["domain"].eq("totaal") & table["measure"].eq("share")
                  & table["weighted"].notna()]
    return list(table[["question", "option", "group"]].itertuples(index=False, name=None))


def test_the_shift_is_that_of_the_answers_and_not_of_their_rounded_figures(estimates, oracle):
    shown = shares_shown(estimates)
    shifts = exact_shifts(oracle, shown)
    found, = weighting_shift(estimates).itertuples(index=False)
    assert found == (len(shown), half_up(sum(shifts) / len(shifts)), half_up(max(shifts)))
    table = estimates.table().set_index(["question", "option", "group", "domain"])
    rounded = [100 * abs(table.loc[(*one, "totaal"), "weighted"]
                         - table.loc[(*one, "totaal"), "value"]) for one in shown]
    assert (half_up(Fraction(np.mean(rounded))), half_up(Fraction(max(rounded)))) != found[1:]


def test_what_is_hidden_does_not_count(wave, with_rules, oracle):
    strict = results_of(with_rules(wave, minimum_cell=20))
    shown = shares_shown(strict)
    shifts = exact_shifts(oracle, shown)
    found, = weighting_shift(strict).itertuples(index=False)
    assert 0 < len(shown) < len(shares_shown(results_of(wave)))
    assert found == (len(shown), half_up(sum(shifts) / len(shifts)), half_up(max(shifts)))


def test_the_largest_is_told_no_finer_than_its_figure(estimates, oracle, wave):
    """Of a wave in which only figures in tens and fives are shown."""
    table = estimates.table()
    coarse = table[table["domain"].eq("totaal") & table["measure"].eq("share")
                   & table["weighted_step"].ge(0.05)]
    names = set(coarse["question"]) - set(table.loc[table["weighted_step"].eq(0.01), "question"])
    codebook = wave.codebook.model_copy(update={"questions": tuple(
        one for one in wave.codebook.questions if one.id in names)})
    results = Results(replace(wave, codebook=codebook), lambda: estimates.door, estimates.known)
    shown = [one for one in shares_shown(estimates) if one[0] in names]
    largest, step = max((shift, round(100 * estimates[Ref(*one)].weighted.step))
                        for shift, one in zip(exact_shifts(oracle, shown), shown, strict=True))
    found = weighting_shift(results)
    assert found["shares"].item() == len(shown) > 5
    assert step > 1
    assert found["most"].item() == step * half_up(largest / step)


def test_only_whole_points_are_kept(estimates):
    kept = weighting_shift(estimates)
    assert tuple(kept.columns) == COLUMNS
    assert (kept == kept.round()).all(axis=None)


def test_where_next_to_nothing_is_shown_there_is_no_shift(wave, with_rules):
    found = weighting_shift(results_of(with_rules(wave, minimum_base=1000)))
    assert found.empty
    assert tuple(found.columns) == COLUMNS
