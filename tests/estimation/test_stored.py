"""What a build keeps of its results: read back exactly as it was, and the same bytes each time."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Known
from participatiemonitor.estimation.stored import read_known, write_known

numbers = st.floats(allow_infinity=False)
texts = st.text(st.characters(codec="utf-8"), max_size=8)
refs = st.builds(Ref, texts, texts, texts, texts)
estimates = st.builds(
    Estimate, refs, st.sampled_from(["share", "mean"]), st.none() | st.integers(0, 10**9), numbers,
    numbers, texts, st.builds(Weighted, *[numbers] * 4), texts, texts, texts,
    st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)), st.integers(0, 9))
tables = st.builds(lambda rows: pd.DataFrame(rows, columns=["a", "b", "c", "d"]), st.lists(
    st.tuples(texts, numbers, st.integers(-10**6, 10**6), st.booleans()), min_size=1, max_size=4))
known = st.builds(
    Known, st.lists(estimates, max_size=4).map(lambda some: {one.ref: one for one in some}),
    st.dictionaries(st.tuples(texts, texts), tables, max_size=3))


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("results") / ".results" / "2011.json"


@settings(deadline=None)
@given(known)
def test_what_is_read_is_what_was_written(path, known):
    write_known(known, path)
    found = read_known(path)
    # As text, because no number is not equal to itself.
    assert repr(found.estimates) == repr(dict(sorted(known.estimates.items())))
    assert found.analyses.keys() == known.analyses.keys()
    for key, table in known.analyses.items():
        pd.testing.assert_frame_equal(found.analyses[key], table, check_exact=True)


@settings(deadline=None)
@given(known)
def test_the_same_results_are_the_same_bytes_in_any_order(path, known):
    write_known(known, path)
    content = path.read_bytes()
    turned = Known(*(dict(reversed(part.items())) for part in (
        known.estimates, known.analyses)))
    write_known(turned, path)
    assert path.read_bytes() == content


def test_a_hidden_base_is_not_one_of_nought(path):
    hidden, none = (Estimate(Ref(name), "share", n, math.nan, math.nan)
                    for name, n in (("a", None), ("b", 0)))
    write_known(Known({one.ref: one for one in (hidden, none)}), path)
    assert [one.n for one in read_known(path).estimates.values()] == [None, 0]
    assert np.isnan(read_known(path).estimates[Ref("a")].value)


def test_a_table_without_rows_is_one_of_text_and_of_numbers_alike(path):
    """As of quotes and correlations where all is hidden."""
    empty = pd.DataFrame(columns=["text", "rho"])
    write_known(Known({}, {("quotes", "x"): empty}), path)
    table = read_known(path).analyses["quotes", "x"]
    assert table[table["text"].str.len() <= 3].empty
    assert table[table["rho"].abs().ge(0.3)].empty
