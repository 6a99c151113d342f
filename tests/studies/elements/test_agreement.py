"""Agreement of two coders, against R package psych."""

import pytest

from participatiemonitor.studies.elements.agreement import element_agreement, rung_agreement


def test_kappa_of_elements_is_that_of_r(found, kappa):
    overall, *each = element_agreement(found)
    assert overall.decisions == 180
    assert (overall.same, overall.kappa) == pytest.approx(tuple(kappa.loc["all"]))
    for one in each[:10]:
        assert one.decisions == 15
        assert (one.same, one.kappa) == pytest.approx(tuple(kappa.loc[one.name]))


def test_kappa_of_rungs_is_that_of_r_with_squares(found, kappa):
    one = rung_agreement(found)
    assert (one.same, one.kappa) == pytest.approx(tuple(kappa.loc["rung"]))
    assert len(one.differ) == round(15 * (1 - one.same))
    assert all(text[0] != text[2] for _, text in one.differ)


def test_where_a_coder_always_says_the_same_there_is_no_kappa(found):
    never, once = element_agreement(found)[11:]
    assert (never.name, never.same, never.kappa, never.differ) == ("e11", 1, None, ())
    assert (once.kappa, once.differ) == (None, (("i03", "e12"),))


def test_differences_are_named(found):
    overall, *each = element_agreement(found)
    assert sorted(overall.differ) == sorted(pair for one in each for pair in one.differ)
    assert len(overall.differ) == round(180 * (1 - overall.same))
    for intervention, element in overall.differ:
        row, column = found.interventions.index(intervention), found.elements.index(element)
        assert found.marks[0, row, column] != found.marks[1, row, column]
