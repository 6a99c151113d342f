"""Weighted figures of 2011 follow from what is published by size class, by textbook formulas."""

import itertools
import math

import pytest
from oracle import stratified
from scipy.stats import beta

from participatiemonitor.estimation.refs import ALL, Ref

FRAME = ("register", "respons")


def test_published_weighted_figures_are_in_whole_percents(table, unprotected_table):
    for name, digits in (("weighted", 2), ("weighted_low", 2), ("weighted_high", 2),
                         ("weighted_se", 3)):
        figures = table[name].dropna()
        assert len(figures) > 700
        assert (figures - figures.round(digits)).abs().max() < 1e-12
        assert (unprotected_table[name] - unprotected_table[name].round(digits)).abs().max() > 1e-4


def _parts(estimates, ref, domains):
    """Published counts by size class; none where one is hidden."""
    parts = [estimates[Ref(ref.question, ref.option, ref.group, domain)] for domain in domains]
    return parts if all(part.status == "ok" for part in parts) else []


def _exchanged(counts, bases):
    """The variance that exchanges give, between each two of three classes of a table of two rows.

    Two sweeps make a count one more, or one less, with a chance of .1, and of .18 where any of the
    four counts is one at most; in each sweep a class meets either of the others.
    """
    near = [min(count, n - count) <= 1 for count, n in zip(counts, bases, strict=True)]
    return {(one, other): 2 * 2 * (0.18 if near[one] or near[other] else 0.1) / 2
            for one, other in itertools.combinations(range(3), 2)}


def test_weighted_figures_follow_from_the_published_counts(estimates, wave, oracle, routed):
    """By textbook formulas: of questions to all, with two rows a table."""
    domains = wave.info.publication.domains
    sizes = [oracle.organisations(domain) for domain in domains]
    weights = [size / sum(sizes) for size in sizes]
    seen = 0
    for ref in estimates.refs:
        if ref.domain != ALL or ref.question in {*FRAME, *routed}:
            continue
        parts = _parts(estimates, ref, domains)
        if not parts or wave.codebook[ref.question].kind not in ("multiple", "open"):
            continue
        counts, bases = [part.count for part in parts], [part.n for part in parts]
        value, se = stratified(sizes, counts, bases)
        exchanged = _exchanged(counts, bases)
        noise = sum(variance * (weights[one] / bases[one] - weights[other] / bases[other])**2
                    for (one, other), variance in exchanged.items())
        size = 1 / (sum(weight**2 * (1 - n / size) / n * size / (size - 1) for weight, n, size in
                        zip(weights, bases, sizes, strict=True)) + noise / (value * (1 - value)))
        low, high = beta.ppf([0.025, 0.975], value * size + 0.5, (1 - value) * size + 0.5)
        one = estimates[ref].weighted
        assert [one.value, one.low, one.high] == pytest.approx([value, low, high], abs=0.005 + 1e-9)
        assert one.se == pytest.approx(math.hypot(se, noise**0.5), abs=0.0005 + 1e-9)
        for place, part in enumerate(parts):
            noise = sum(variance for pair, variance in exchanged.items() if place in pair)
            value, se = stratified([sizes[place]], [part.count], [part.n])
            assert part.weighted.value == pytest.approx(value, abs=0.005 + 1e-9)
            assert part.weighted.se == pytest.approx(
                math.hypot(se, noise**0.5 / part.n), abs=0.0005 + 1e-9)
            seen += 1
    assert seen > 60


def test_a_weighted_share_of_a_routed_question_is_over_whom_it_is_about(
        estimates, wave, oracle, routed):
    domains = wave.info.publication.domains
    seen = 0
    for ref in estimates.refs:
        parts = _parts(estimates, ref, domains) if ref.question in routed else []
        if ref.domain != ALL or not parts or parts[0].measure == "mean":
            continue
        weights = [oracle.organisations(domain) / oracle.known(ref.question, ref.group, domain)
                   for domain in domains]
        value = (sum(weight * part.count for weight, part in zip(weights, parts, strict=True))
                 / sum(weight * part.n for weight, part in zip(weights, parts, strict=True)))
        assert estimates[ref].weighted.value == pytest.approx(value, abs=0.005 + 1e-9)
        seen += 1
    assert seen > 10


def test_weighted_means_follow_from_the_published_means(estimates, wave, oracle):
    """How far clients of a class count more than its respondents moves the mean of the latter."""
    domains = wave.info.publication.domains
    clients = [sum(int(row["clients"]) for row in oracle.frame
                   if row["stratum"] in domain.split("+")) for domain in domains]
    seen = 0
    for ref in estimates.refs:
        parts = _parts(estimates, ref, domains)
        if ref.domain == ALL and parts and parts[0].measure == "mean":
            n = sum(part.n for part in parts)
            value = estimates[ref].value + sum(
                (own / sum(clients) - part.n / n) * part.value
                for own, part in zip(clients, parts, strict=True))
            assert estimates[ref].weighted.value == pytest.approx(value, abs=0.005 + 1e-9)
            assert [part.weighted.value for part in parts] == pytest.approx(
                [part.value for part in parts])
            seen += 1
    assert seen > 10
