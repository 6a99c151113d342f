"""Random stratified designs, held against the survey package svy."""

import numpy as np
import polars as pl
import pytest
import svy

from participatiemonitor.estimation.design import Design, ratios, shares
from participatiemonitor.estimation.intervals import logit_interval

CLOSE = {"rel": 1e-9, "abs": 1e-12}


def random_design(seed: int):
    """Two to six strata, some of them in full, with values and a share in every one."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(3, 300, size=rng.integers(2, 7))
    counts = np.array([rng.integers(2, size + 1) for size in sizes])
    counts[rng.random(len(sizes)) < 0.2] = sizes.min()
    counts = np.minimum(counts, sizes)
    strata = np.repeat(np.arange(len(sizes)), counts)
    means = rng.normal(50, 20, size=len(sizes))
    values = rng.normal(means[strata], 15)
    yes = (rng.random(len(strata)) < rng.uniform(0.1, 0.9)).astype(float)
    yes[:2] = 0, 1
    rng.shuffle(yes)
    return Design(strata, sizes.astype(float)), values, yes


@pytest.mark.parametrize("block", range(20))
def test_means_and_shares_of_random_designs_agree_with_svy(block):
    """Ten designs a block, two hundred in all."""
    for seed in range(10 * block, 10 * block + 10):
        design, values, yes = random_design(seed)
        counts = np.bincount(design.strata, minlength=len(design.sizes))
        sample = svy.Sample(
            pl.DataFrame({
                "stratum": design.strata, "size": design.sizes[design.strata],
                "weight": (design.sizes / counts)[design.strata], "value": values, "yes": yes}),
            svy.Design(stratum="stratum", wgt="weight", pop_size="size"))
        theirs = [*sample.estimation.mean("value").estimates,
                  *sample.estimation.mean("yes").estimates]
        columns = np.column_stack([values, yes])
        everyone = np.ones(columns.shape, bool)
        ours = ratios(design, columns, everyone, everyone)
        for place, one in enumerate(theirs):
            assert ours.value[place] == pytest.approx(one.est, **CLOSE), seed
            assert ours.se[place] == pytest.approx(one.se, **CLOSE), seed
        given = np.bincount(design.strata, yes, minlength=len(design.sizes))
        counted = shares(design.sizes, given, counts, counts)
        assert counted.value == pytest.approx(theirs[1].est, **CLOSE), seed
        assert counted.se == pytest.approx(theirs[1].se, **CLOSE), seed


def test_logit_intervals_agree_with_svy():
    for seed in range(20):
        design, _, yes = random_design(seed)
        counts = np.bincount(design.strata, minlength=len(design.sizes))
        sample = svy.Sample(
            pl.DataFrame({"stratum": design.strata, "size": design.sizes[design.strata],
                          "weight": (design.sizes / counts)[design.strata], "yes": yes}),
            svy.Design(stratum="stratum", wgt="weight", pop_size="size"))
        theirs = sample.estimation.prop("yes", ci_method="logit").estimates[1]
        everyone = np.ones((len(yes), 1), bool)
        found = ratios(design, yes[:, None], everyone, everyone)
        low, high = logit_interval(found.value, found.se, found.df)
        assert (low[0], high[0]) == pytest.approx((theirs.lci, theirs.uci), **CLOSE), seed
