"""Names within limits: valid, each another, and as they were where they can be."""

from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.survey.exchange.naming import short_names

NAMES = st.from_regex("[a-z][a-z0-9_]{0,59}", fullmatch=True)
# Of few letters, so that they collide.
ALIKE = st.text("ab", min_size=1, max_size=12)


@given(st.dictionaries(st.text(), NAMES | ALIKE, max_size=40), st.integers(3, 64),
       st.sets(ALIKE, max_size=10))
def test_short_names(wanted, longest, taken):
    names = short_names(wanted, longest, taken)
    assert list(names) == list(wanted)
    assert len({name.lower() for name in names.values()}) == len(names)
    assert not {name.lower() for name in names.values()} & taken
    assert all(0 < len(name) <= longest for name in names.values())
    assert names == short_names(wanted, longest, taken)


@given(st.dictionaries(st.text(), NAMES, max_size=40))
def test_a_name_that_fits_stays(wanted):
    names = short_names(wanted, 60)
    first = {name: key for key, name in reversed(wanted.items())}
    assert all(names[key] == name for name, key in first.items())


def test_collisions_are_numbered():
    assert short_names({"x": "to", "y": "To", "z": "lange_naam", "a": "lange_naan"}, 8,
                       {"to"}) == {"x": "to2", "y": "To3", "z": "lange_n2", "a": "lange_n3"}
