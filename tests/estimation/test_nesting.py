"""Options without counts by size class, since nearly the same respondents gave another one."""

import pytest

from participatiemonitor.estimation.disclosure.nesting import NEARLY, nested_options
from participatiemonitor.survey.codebook import Codebook, Derivation, Option, Question

LEVELS = ("hoog", "midden", "laag")
N = 60


def question(name, options, *, kind="single", asked=("g",), **more):
    return Question(id=name, kind=kind, asked=asked, **more, known="source",
                    **dict.fromkeys(("section", "nl", "en", "short"), "x"),
                    options=tuple(Option(id=one, nl="n", en="e") for one in options))


def nested(questions, name, totals, n=N):
    """With totals by question and option; of a net their sum."""
    def limits(ref):
        told = [totals[ref.question][option] for option in ref.options]
        ends = [one if isinstance(one, tuple) else (one, one) for one in told]
        return sum(low for low, _ in ends), sum(high for _, high in ends)

    return nested_options(Codebook.model_construct(questions=questions), name, "g", limits, n)


def highest(source, derived):
    questions = (question("bron", LEVELS),
                 question("hoogste", LEVELS,
                          derived=Derivation(highest=("bron", "ander"))))
    return nested(questions, "bron", {"bron": dict(zip(LEVELS, source, strict=True)),
                                      "hoogste": dict(zip(LEVELS, derived, strict=True))})


def test_the_highest_and_the_lowest_that_nearly_all_gave_to_a_source():
    near, far = NEARLY - 1, NEARLY
    # Lowest: who gave it to all sources; highest: who gave it to one at least.
    assert highest((20, 20, 20), (20 + near, 20 - near + far, 20 - far)) == {"hoog"}
    assert highest((20, 20, 20), (20 + far, 20 - far + near, 20 - near)) == {"laag"}
    assert highest((20, 20, 20), (20 + far, 20, 20 - far)) == set()
    assert highest((20, 20, 20), (20, 20, 20)) == {"hoog", "laag"}


def test_what_is_told_within_limits_counts_as_near_when_it_may_be():
    """Whatever the count of a class is, the outcome is the same: it would tell it otherwise."""
    few, far = (0, 2), NEARLY + 2
    assert highest((few, 38, 20), (far, 38, 20 - NEARLY)) == set()
    assert highest((few, 38, 20), (far - 1, 38, 20 - NEARLY)) == {"hoog"}


def test_answers_between_the_ends_follow_from_nothing():
    assert "midden" not in highest((20, 20, 20), (30, 20, 10))


@pytest.mark.parametrize(("yes", "expected"), [
    (40 + NEARLY - 1, set(LEVELS)), (40 + NEARLY, set())])
def test_who_gave_one_of_the_answers_and_nearly_nobody_besides(yes, expected):
    """A net that has hardly fewer; all outside it are told as its complement."""
    questions = (question("bron", LEVELS),
                 question("een", ("ja", "nee"),
                          derived=Derivation(any={"bron": ("hoog", "midden"), "ander": ("x",)})))
    assert nested(questions, "bron", {"bron": dict(zip(LEVELS, (25, 15, 20), strict=True)),
                                      "een": {"ja": yes, "nee": N - yes}}) == expected


@pytest.mark.parametrize("kind", ["multiple", "open"])
def test_an_item_that_nearly_all_ticked_who_ticked_any(kind):
    items = (question("items", ("a", "b", "geen"), kind=kind,
                      exclusive="geen" if kind == "multiple" else None),)
    totals = {"items": {"a": 40 - NEARLY + 1, "b": 40 - NEARLY, "geen": 20}}
    assert nested(items, "items", totals) == ({"a"} if kind == "multiple" else set())


def test_what_another_group_is_asked_says_nothing():
    questions = (question("bron", LEVELS), question("hoogste", LEVELS, asked=("h",),
                                                    derived=Derivation(highest=("bron",))))
    assert nested(questions, "bron", {}) == set()
