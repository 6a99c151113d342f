"""A second opinion: two hundred random designs, estimated by the package svy as well."""

import numpy as np
import polars as pl
import pytest
import svy

from participatiemonitor.estimation.design.stratified import Design, ratios

DESIGNS = 200


def drawn(seed: int) -> tuple[Design, np.ndarray, np.ndarray, np.ndarray]:
    """A design of two to five strata with amounts, ticks and a domain of its respondents."""
    rng = np.random.default_rng(seed)
    counts = rng.integers(2, 30, size=rng.integers(2, 6))
    sizes = counts + rng.integers(0, 60, size=len(counts)) * (rng.random(len(counts)) < 0.8)
    strata = np.repeat(np.arange(len(counts)), counts)
    amounts = rng.gamma(2.0, 10.0, size=len(strata))
    ticks = (rng.random(len(strata)) < rng.uniform(0.1, 0.9)).astype(float)
    domain = rng.random(len(strata)) < 0.7
    domain[:2] = True
    return Design(strata, sizes.astype(float)), amounts, ticks, domain


@pytest.fixture(scope="module")
def opinions():
    """By seed, what svy makes of the amounts, the ticks, and the ticks within the domain."""
    found = {}
    for seed in range(DESIGNS):
        design, amounts, ticks, domain = drawn(seed)
        sizes = design.sizes[design.strata]
        counts = np.bincount(design.strata)[design.strata]
        data = pl.DataFrame({"stratum": design.strata, "size": sizes, "weight": sizes / counts,
                             "amount": amounts, "tick": ticks, "inside": domain})
        sample = svy.Sample(data, svy.Design(stratum="stratum", wgt="weight", pop_size="size"))
        means = sample.estimation.mean(["amount", "tick"])
        within = sample.estimation.mean("tick", where=svy.col("inside"))
        found[seed] = [one.estimates[0] for one in (*means, within)]
    return found


@pytest.mark.parametrize("seed", range(DESIGNS))
def test_means_shares_and_domains_agree(opinions, seed):
    design, amounts, ticks, domain = drawn(seed)
    values = np.column_stack([amounts, ticks, ticks])
    everyone = np.ones(values.shape, bool)
    inside = everyone.copy()
    inside[:, 2] = domain
    found = ratios(design, values, inside, everyone)
    expected = opinions[seed]
    assert found.value == pytest.approx([one.est for one in expected], rel=1e-9, abs=1e-12)
    assert found.se == pytest.approx([one.se for one in expected], rel=1e-9, abs=1e-12)
