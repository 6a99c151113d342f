"""How two suppliers were linked, as it is told."""

import pytest

from participatiemonitor.studies.overlap.register import (
    BY_NAME,
    BY_NUMBER,
    LIKELY,
    NOT,
    THROUGH,
    Pair,
)
from participatiemonitor.studies.overlap.results.links import links_of

from ..registers import cell, histogram, register

KEY = bytes(32)


@pytest.mark.parametrize("way, likely, told", [
    (BY_NAME, 40, LIKELY), (THROUGH, 40, LIKELY), (BY_NUMBER, 40, BY_NUMBER), (NOT, 0, NOT),
    (BY_NAME, 0, BY_NAME), (THROUGH, 0, THROUGH), (BY_NAME, 1, BY_NAME)])
def test_likely_is_who_no_keys_link(way, likely, told):
    """And only where it is not told that these are few."""
    pair = Pair(("a", "b"), way, cell(50), cell(0), cell(likely))
    given = register(histogram([((0,), 100)]), persons={"a": cell(100), "b": cell(90)},
                     pairs=(pair,))
    [found] = links_of(given, KEY).pairs
    assert found.way == told
