"""The written form of a quantity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.estimation.refs import Ref

NAME = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
NET = st.lists(NAME, min_size=1, max_size=4).map("+".join)
REFS = st.builds(Ref, NAME, st.one_of(st.just(""), NET),
                 st.sampled_from(["beide", "sociale_dienst", "afdeling_welzijn"]),
                 st.one_of(st.just("totaal"), NET))


@given(REFS)
def test_what_is_written_is_read_back(ref):
    assert Ref.parse(str(ref)) == ref


@given(REFS, st.sampled_from(["sociale_dienst", "afdeling_welzijn"]))
def test_a_group_alone_is_the_same_quantity_of_that_group(ref, group):
    assert Ref.parse(f"@{group}", within=ref) == ref.of(group)


@pytest.mark.parametrize(("text", "expected"), [
    ("vraag", Ref("vraag", "", "beide", "totaal")),
    ("vraag.een", Ref("vraag", "een", "beide", "totaal")),
    ("vraag.een+twee@sd", Ref("vraag", "een+twee", "sociale_dienst", "totaal")),
    ("vraag.een@aw/g32+g4", Ref("vraag", "een", "afdeling_welzijn", "g32+g4")),
    ("vraag@sociale_dienst", Ref("vraag", "", "sociale_dienst", "totaal")),
    ("2011:vraag.een@sd/g4", Ref("vraag", "een", "sociale_dienst", "g4", "2011")),
])
def test_parts_may_be_left_out(text, expected):
    assert Ref.parse(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("@aw", "vraag.een@afdeling_welzijn/g4"),
    ("/isd", "vraag.een@sociale_dienst/isd"),
    ("@aw/isd", "vraag.een@afdeling_welzijn/isd"),
    (".twee", "vraag.twee@sociale_dienst/g4"),
    ("andere.drie", "andere.drie@sociale_dienst/g4"),
    ("divosa2011:", "divosa2011:vraag.een@sociale_dienst/g4"),
    ("andere", "andere@sociale_dienst/g4"),  # not the option of the other question
])
def test_what_is_left_out_comes_from_the_other_side(text, expected):
    assert str(Ref.parse(text, within=Ref.parse("vraag.een@sd/g4"))) == expected


def test_nets_are_split_into_options_and_strata():
    ref = Ref.parse("vraag.een+twee@sd/g32+g4")
    assert ref.options == ("een", "twee")
    assert ref.domains == ("g32", "g4")
    assert Ref.parse("vraag@sd").options == ("",)
    assert Ref.parse("vraag@sd").domains == ("totaal",)
