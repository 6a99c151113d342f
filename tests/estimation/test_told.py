"""What analyses of answers one by one know of the size classes: what is published of these."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from keyed import results_of

from participatiemonitor.estimation.analyses.ranks import REACH, covariance, standard_ranks
from participatiemonitor.estimation.analyses.told import as_told
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Known, Results

CARE = Ref("taken", "zorg", "sociale_dienst")


@pytest.fixture(scope="session")
def told(hundred):
    """Answers as they are told: ``told(true, published)``, both by size class."""
    published_by = {}

    def make(true, published, rng=None):
        if published not in published_by:
            source = results_of(hundred({"zorg": published}, None), protect=False)
            published_by[published] = {replace(CARE, domain=domain): source[
                replace(CARE, domain=domain)] for domain in ("totaal", "klein", "groot")}
        wave = hundred({"zorg": true}, None)
        if rng:
            responses = wave.responses.copy()
            order = np.concatenate([rng.permutation(50), 50 + rng.permutation(50)])
            responses.loc[responses.index[:100], "taken__zorg"] = responses[
                "taken__zorg"].to_numpy()[order]
            wave = replace(wave, responses=responses)
        results = Results(wave, results_of(wave).open_door, Known(published_by[published]))
        return as_told(results, results.door.bare, CARE)

    return make


@pytest.mark.parametrize(("true", "published"), [
    ((10, 20), (11, 19)), ((10, 20), (8, 22)), ((0, 20), (2, 18)), ((2, 20), (0, 22)),
    ((50, 20), (49, 21)), ((49, 20), (50, 19)), ((10, 20), (10, 20))])
def test_each_class_has_its_published_share_and_those_alike_stay_so(told, true, published):
    answers, weights = told(true, published)
    assert (weights == 1).all()
    assert answers.between(0, 1).all()
    for part, given, count in zip((answers[:50], answers[50:]), true, published, strict=True):
        assert part.sum() == pytest.approx(count)
        assert part[:given].nunique() <= 1
        assert part[given:].nunique() <= 1
        assert part[:given].min() > part[given:].max() or given in (0, 50) or count in (0, 50)


def test_a_correlation_does_not_tell_which_counts_were_the_true_ones(told):
    """On average over who in a class it was, which nobody knows; the exact one does tell."""
    rng = np.random.default_rng(1)

    def average(true, published):
        found = [told(true, published, rng) for _ in range(60)]
        return np.mean([covariance(*one, *ranked(one[0].index)) for one in found])

    published = (11, 21)
    apart = [average(true, published) - average(published, published)
             for true in ((9, 23), (13, 19))]
    exact = [average(true, true) - average(published, published)
             for true in ((9, 23), (13, 19))]
    assert max(np.abs(apart)) < min(np.abs(exact)) / 3


def ranked(index):
    """Ranks of a hundred sizes, and two size classes."""
    sizes = pd.Series(np.arange(100.0), index)
    return standard_ranks(sizes, sizes * 0 + 1), sizes.ge(50)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_correlation_is_told_as_three_quarters_of_the_strongest_at_most(sign):
    """Ten of either class: the counts say nothing, so that all of it is within the classes."""
    index = pd.RangeIndex(100)
    ranks, classes = ranked(index)
    largest = pd.Series((index % 50 >= 40).astype(float)[::sign], index)
    strongest = np.mean(largest * ranks)
    assert covariance(largest, ranks * 0 + 1, ranks, classes) == pytest.approx(REACH * strongest)
    for moved in range(1, 10):
        answers = largest.copy()
        answers[:] = np.concatenate([np.roll(largest[:50], -sign * 2 * moved),
                                     np.roll(largest[50:], -sign * 2 * moved)])
        found = np.mean(answers * ranks)
        expected = sign * min(sign * found, sign * REACH * strongest)
        assert covariance(answers, ranks * 0 + 1, ranks, classes) == pytest.approx(expected)


def test_noise_of_a_base_is_a_weight_and_a_single_hidden_class_follows(wave, estimates):
    ref = next(Ref(question.id, option, group)
               for question in wave.codebook.questions if question.when
               for option in question.option_ids for group in question.asked
               if _hidden(estimates, Ref(question.id, option, group)) == 1
               and estimates[Ref(question.id, option, group)].status == "ok")
    total = estimates[ref]
    answers, weights = as_told(estimates, estimates.door.bare, ref)
    strata = wave.responses.loc[answers.index, "stratum"]
    assert (answers * weights).sum() == pytest.approx(total.count)
    assert weights.sum() == pytest.approx(total.n)
    for domain in wave.info.publication.domains:
        one = estimates[replace(ref, domain=domain)]
        here = strata.isin(domain.split("+"))
        if one.status == "ok":
            assert weights[here].sum() == pytest.approx(one.n)
            assert (answers * weights)[here].sum() == pytest.approx(one.count)


def test_of_two_hidden_classes_nothing_follows(wave, estimates):
    refs = [Ref(question.id, option, group) for question in wave.codebook.questions
            if question.kind in ("single", "multiple", "open")
            for option in question.option_ids for group in question.asked]
    hidden = [ref for ref in refs if _hidden(estimates, ref) > 1]
    assert hidden
    assert all(as_told(estimates, estimates.door.bare, ref) is None for ref in hidden)


def _hidden(estimates, ref):
    return sum(estimates[replace(ref, domain=domain)].status == "te_weinig"
               for domain in estimates.wave.info.publication.domains)
