"""Intervals cover with noise what they cover without, and are not much wider.

The samples are those of `test_coverage`. Of each the counts get noise as published ones do, and so
do the bases of a question that is put to some, by that of the question which decides. The interval
is held against the one that the same sample has without noise.
"""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from keyed import results_of
from sampling import SHARES, drawn

from participatiemonitor.estimation.design.classes import Classes
from participatiemonitor.estimation.disclosure.noise import perturbed
from participatiemonitor.estimation.disclosure.spread import chances, exchanged
from participatiemonitor.estimation.refs import Ref

SIZES = (232, 34, 35)
BASES = {"sociale_dienst": (76, 27, 30), "afdeling_welzijn": (41, 9, 12)}
ROUTED, MISSING = (1.0, 0.6, 0.45, 0.3), (0.0, 0.1)
MEAN = "belemmeringen__opleiding"
KEYS = (b"one", b"another", b"a third")
LEAST, LEAST_TOTAL = 10, 3  # respondents of a class, and of a total


def moved(samples, draw, key, subject):
    """The noise of the base: that of who was asked, which empties no class."""
    asked, answered = samples.asked[:, draw], samples.answered[:, draw]
    table = np.array([asked, samples.placed[:, draw] - asked])
    if not table[1].any():
        return np.zeros(len(asked), int)
    if (found := perturbed(table, key, b"base" + subject)) is None:
        return None
    noise = np.maximum(found[0] - asked, np.minimum(1 - answered, 0))
    noise[np.argmax(answered)] -= noise.sum()
    return noise


def outcomes(group, routed, missing, draws, fixed):
    """A row an interval: the share, its class, whether it covers, and widths; also without noise.

    Samples whose total is a class of counts, or that leave no room, are not shown and do not count.
    """
    rows = []
    for number, share in enumerate(SHARES):
        samples = drawn(SIZES, BASES[group], share, routed, missing, draws, fixed=fixed)
        known = samples.placed - samples.asked + samples.answered
        about = samples.population[1]
        truths = np.vstack([samples.truth, samples.would / np.maximum(about, 1)])
        for draw in range(draws):
            key, subject = KEYS[draw % len(KEYS)], b"%d %d" % (number, draw)
            n, given = samples.answered[:, draw], samples.given[:, draw]
            counts = np.array([given, n - given])
            base = moved(samples, draw, key, subject)
            if base is None or n.min() == 0 or counts.sum(axis=1).min() < LEAST_TOTAL:
                continue
            noised = perturbed(counts, key, subject, base)
            if noised is None:
                continue
            shown = [None, *np.flatnonzero(n + base >= LEAST)]
            pairs = [intervals(table, noise, known[:, draw], samples.asked[:, draw] + shift, shown)
                     for table, noise, shift in ((noised, exchanged(noised, [0]), base),
                                                 (counts, np.zeros((3, 3)), 0))]
            for place, *both in zip(shown, *pairs, strict=True):
                truth = truths[0 if place is None else place + 1, draw]
                rows.append((share, place is None, *(
                    value for one in both for value in (
                        one.low - 1e-9 <= truth <= one.high + 1e-9, one.high - one.low))))
    return pd.DataFrame(rows, columns=["share", "total", "covered", "width", "plain", "narrow"])


def intervals(table, noise, known, asked, places):
    """Of a sample: of classes, and of the total where it says none."""
    of = Classes(np.array(SIZES, float), np.ones(3), np.ones(3), table.sum(axis=0).astype(float),
                 known.astype(float), asked.astype(float))
    variances = noise.sum(axis=1)
    return [of.share(table[0], noise) if place is None else of.within(
        table[0], [place], variances[place], tuple(chances(variances[place], int(noise.any()))))
        for place in places]


def assert_good(group, routed, missing, draws, fixed=False):
    found = outcomes(group, routed, missing, draws, fixed)
    for name, part, widest in (("in total", found[found["total"]], 1.1),
                               ("by class", found[~found["total"]], 1.5)):
        mean, width = part.mean(), part["width"].mean() / part["narrow"].mean()
        print(f"{group} {routed} {missing} {'fixed' if fixed else 'drawn'}, {name}: "
              f"covered {mean['covered']:.3f}, without noise {mean['plain']:.3f}; "
              f"{width:.2f} times as wide")
        assert mean["covered"] >= 0.93
        assert mean["covered"] >= mean["plain"] - 0.01
        assert width <= widest
        ends = part[(part["share"] < 0.11) | (part["share"] > 0.89)].mean()
        assert ends["covered"] >= min(0.95, ends["plain"]) - 0.01


@pytest.mark.parametrize("group, routed, missing", [
    ("sociale_dienst", 1.0, 0.1), ("sociale_dienst", 0.45, 0.0), ("afdeling_welzijn", 1.0, 0.0),
    ("afdeling_welzijn", 0.6, 0.1)])
def test_in_a_small_simulation_noise_costs_no_coverage(group, routed, missing):
    assert_good(group, routed, missing, 120)


@pytest.mark.audit
@pytest.mark.parametrize("fixed", [False, True])
@pytest.mark.parametrize("missing", MISSING)
@pytest.mark.parametrize("routed", ROUTED)
@pytest.mark.parametrize("group", BASES)
def test_noise_costs_no_coverage(group, routed, missing, fixed):
    assert_good(group, routed, missing, 1000, fixed)


def means(wave, mean, concentration, draws):
    """Whether published intervals hold the mean of all clients, whatever the size of who answers.

    Percentages are drawn from a beta distribution: a concentration of 2 is flat where the mean is
    a half, and of more has them closer together.
    """
    rng = np.random.default_rng([int(100 * mean), concentration])
    clients = wave.frame["clients"]
    for draw in range(draws):
        answers = pd.Series(rng.beta(mean * concentration, (1 - mean) * concentration,
                                     len(clients)), clients.index)
        responses = wave.responses.copy()
        given = responses[MEAN].notna()
        responses.loc[given, MEAN] = 100 * answers[responses.loc[given, "organisation"]].to_numpy()
        results = results_of(replace(wave, responses=responses), KEYS[draw % len(KEYS)])
        found = results[Ref(*MEAN.split("__"), "sociale_dienst")].weighted
        truth = (clients * answers).sum() / clients.sum()
        yield found.low - 0.005 <= truth <= found.high + 0.005, found.high - found.low


@pytest.mark.parametrize("mean, concentration, least", [
    (0.5, 2, 0.93), (0.2, 2, 0.93), (0.9, 2, 0.93), (0.2, 8, 0.98)])
def test_an_interval_of_a_mean_covers_answers_that_may_be_anything(
        wave, mean, concentration, least):
    covered, width = np.mean(list(means(wave, mean, concentration, 150)), axis=0)
    print(f"{mean} {concentration}: covered {covered:.3f}, {width:.3f} wide")
    assert covered >= least
    assert width < 0.35
