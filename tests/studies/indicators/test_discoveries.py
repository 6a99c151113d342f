"""Control of false discoveries, against R and a simulation."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.studies.indicators.discoveries import discoveries
from participatiemonitor.studies.indicators.funnels import funnel


def test_adjusted_p_values_are_those_of_r(counts, towns, of_kind):
    found = discoveries(counts.municipalities, funnel(counts).p)
    np.testing.assert_allclose(found.adjusted, towns[of_kind("adjusted")], rtol=1e-8, atol=1e-14)
    assert np.array_equal(found.signalled, towns[of_kind("adjusted")] <= 0.05)
    assert 0 < found.signalled.sum() < len(towns)
    assert set(found.names) == set(towns["municipality"][found.signalled])
    if counts.kind == "proportion":
        assert found.names[0] == "g31"


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.sampled_from([0.01, 0.05, 0.2]))
def test_signalled_are_those_under_the_line_of_the_method(values, false):
    p = np.array(values)
    order = np.sort(p)
    under = np.flatnonzero(order <= false * np.arange(1, len(p) + 1) / len(p) + 1e-15)
    most = order[under[-1]] if len(under) else -1.0
    found = discoveries([""] * len(p), p, false)
    near = np.abs(found.adjusted - false) < 1e-9
    assert np.array_equal(found.signalled[~near], (p <= most)[~near])


def test_no_municipality_is_no_discovery():
    assert discoveries([], np.empty(0)).names == ()


def test_of_what_is_signalled_few_are_false():
    random, parts = np.random.default_rng(16), []
    for _ in range(400):
        p = random.uniform(size=100)
        p[:20] = random.uniform(0, 0.002, size=20)
        signalled = discoveries([""] * 100, p, 0.1).signalled
        parts.append(signalled[20:].sum() / max(signalled.sum(), 1))
    assert 0.06 < np.mean(parts) < 0.1
