"""Rules are read as they are written, and refused where they are not understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.parser import parse
from participatiemonitor.studies.demand.rules import (
    SIGNS,
    And,
    Comparison,
    Not,
    Or,
    comparisons,
)

OLD = Comparison("age", ">=", (50.0,))
WOMAN = Comparison("sex", "=", ("vrouw",))
DEBTS = Comparison("barriers", "has", ("schulden",))
WORDS = st.sampled_from(["vrouw", "alleenstaande ouder", "and", "50+", "é", "12"])
COMPARISONS = st.one_of(
    st.builds(Comparison, st.sampled_from(["age", "duration", "barriers"]), st.sampled_from(SIGNS),
              st.tuples(st.sampled_from([0.0, 3.0, 50.5]))),
    st.builds(Comparison, st.sampled_from(["sex", "household", "origin"]),
              st.sampled_from(["=", "!="]), st.tuples(WORDS)),
    st.builds(Comparison, st.just("origin"), st.just("in"),
              st.lists(WORDS, min_size=1, max_size=3).map(tuple)),
    st.builds(Comparison, st.just("barriers"), st.just("has"), st.tuples(WORDS)))
RULES = st.recursive(COMPARISONS, lambda inner: st.one_of(
    st.builds(Not, inner),
    st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
    st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple))), max_leaves=8)


def written(rule):
    """A rule as somebody careful would write it."""
    if isinstance(rule, Comparison):
        values = [f'"{one}"' if isinstance(one, str) else f"{one:g}" for one in rule.values]
        listed = f"({', '.join(values)})" if rule.sign == "in" else values[0]
        return f"{rule.field} {rule.sign} {listed}"
    if isinstance(rule, Not):
        return f"not ({written(rule.rule)})"
    return f" {type(rule).__name__.lower()} ".join(f"({written(part)})" for part in rule.parts)


@pytest.mark.parametrize(("text", "rule"), [
    ("age >= 50", OLD), ("AGE>=50", OLD), ("(age >= 50.0)", OLD),
    ("age >= 50 and sex = Vrouw", And((OLD, WOMAN))),
    ("age >= 50 or sex = vrouw and barriers has schulden", Or((OLD, And((WOMAN, DEBTS))))),
    ("(age >= 50 or sex = vrouw) and barriers has schulden", And((Or((OLD, WOMAN)), DEBTS))),
    ("not age >= 50 and sex = vrouw", And((Not(OLD), WOMAN))),
    ('household in (alleenstaand, "Alleenstaande  ouder", 2-ouder)', Comparison(
        "household", "in", ("alleenstaand", "alleenstaande ouder", "2-ouder"))),
    ("household = “alleen staand”", Comparison("household", "=", ("alleen staand",))),
    ("barriers >= 2", Comparison("barriers", ">=", (2.0,)))])
def test_rules_are_read(text, rule):
    assert parse(text) == rule


@given(RULES)
def test_what_is_written_is_read_back(rule):
    assert parse(written(rule)) == rule
    assert set(comparisons(parse(written(rule)))) == set(comparisons(rule))


@pytest.mark.parametrize(("text", "words"), [
    ("", "aan het begin houdt de regel op; verwacht: een veld: age, sex"),
    ("age", "na “age” houdt de regel op; verwacht: na age een van"),
    ("age >=", "na “age >=” houdt de regel op; verwacht: een getal"),
    ("age >= oud", "na “age >=” staat “oud”; verwacht: een getal"),
    ("leeftijd > 50", "aan het begin staat “leeftijd”; verwacht: een veld"),
    ("sex > vrouw", "na “sex” staat “>”; verwacht: na sex een van = != in"),
    ("sex = and", "staat “and”; verwacht: een woord"),
    ("age > 50 sex = vrouw", "staat “sex”; verwacht: and, or, of het einde"),
    ("(age > 50", "houdt de regel op; verwacht: een haakje sluiten"),
    ("age > 50)", "staat “)”; verwacht: and, or"),
    ("origin in Nederland", "verwacht: na in een haakje openen"),
    ("origin in (a b)", "staat “b”; verwacht: een haakje sluiten"),
    ("age > 50; import os", "staat “;”; verwacht: een woord"),
    ("__import__('os')", "verwacht: een woord"),
    ("(" * 200 + "age > 5", "hooguit 50 haakjes"),
    ("not " * 5000 + "age > 5", "hooguit 50 haakjes")])
def test_what_is_no_rule_is_refused_with_its_place(text, words):
    with pytest.raises(InputError) as refused:
        parse(text)
    assert words in str(refused.value)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        parse(text)
    except InputError as refused:
        assert "verwacht: " in str(refused)
