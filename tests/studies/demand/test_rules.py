"""Rules are read as they are written, and refused where they are not understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.parser import parse
from participatiemonitor.studies.demand.rules import (
    SIGNS,
    WRITTEN,
    And,
    Comparison,
    Not,
    Or,
    comparisons,
)

OLD = Comparison("age", ">=", (50.0,))
WOMAN = Comparison("sex", "=", ("vrouw",))
DEBTS = Comparison("barriers", "has", ("schulden",))
WORDS = st.sampled_from(["vrouw", "alleenstaande ouder", "en", "50+", "é", "12"])
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
        sign = "heeft" if rule.sign == "has" else rule.sign
        return f"{WRITTEN[rule.field]} {sign} {listed}"
    if isinstance(rule, Not):
        return f"niet ({written(rule.rule)})"
    between = " en " if isinstance(rule, And) else " of "
    return between.join(f"({written(part)})" for part in rule.parts)


@pytest.mark.parametrize(("text", "rule"), [
    ("leeftijd >= 50", OLD), ("LEEFTIJD>=50", OLD), ("(leeftijd >= 50.0)", OLD),
    ("leeftijd >= 50 en geslacht = Vrouw", And((OLD, WOMAN))),
    ("leeftijd >= 50 of geslacht = vrouw en belemmeringen heeft schulden",
     Or((OLD, And((WOMAN, DEBTS))))),
    ("(leeftijd >= 50 of geslacht = vrouw) en belemmeringen heeft schulden",
     And((Or((OLD, WOMAN)), DEBTS))),
    ("niet leeftijd >= 50 en geslacht = vrouw", And((Not(OLD), WOMAN))),
    ('huishouden in (alleenstaand, "Alleenstaande  ouder", 2-ouder)', Comparison(
        "household", "in", ("alleenstaand", "alleenstaande ouder", "2-ouder"))),
    ("huishouden = “alleen staand”", Comparison("household", "=", ("alleen staand",))),
    ("belemmeringen >= 2", Comparison("barriers", ">=", (2.0,)))])
def test_rules_are_read(text, rule):
    assert parse(text) == rule


@given(RULES)
def test_what_is_written_is_read_back(rule):
    assert parse(written(rule)) == rule
    assert set(comparisons(parse(written(rule)))) == set(comparisons(rule))


@pytest.mark.parametrize(("text", "words"), [
    ("", "aan het begin houdt de regel op; verwacht: een veld: leeftijd, geslacht"),
    ("leeftijd", "na “leeftijd” houdt de regel op; verwacht: na leeftijd een van"),
    ("leeftijd >=", "na “leeftijd >=” houdt de regel op; verwacht: een getal"),
    ("leeftijd >= oud", "na “leeftijd >=” staat “oud”; verwacht: een getal"),
    ("age > 50", "aan het begin staat “age”; verwacht: een veld"),
    ("geslacht > vrouw", "na “geslacht” staat “>”; verwacht: na geslacht een van = != in"),
    ("geslacht = en", "staat “en”; verwacht: een woord"),
    ("leeftijd > 50 geslacht = vrouw", "staat “geslacht”; verwacht: “en”, “of” of het einde"),
    ("(leeftijd > 50", "houdt de regel op; verwacht: een haakje sluiten"),
    ("leeftijd > 50)", "staat “)”; verwacht: “en”"),
    ("herkomst in Nederland", "verwacht: na in een haakje openen"),
    ("herkomst in (a b)", "staat “b”; verwacht: een haakje sluiten"),
    ("leeftijd > 50; import os", "staat “;”; verwacht: een woord"),
    ("__import__('os')", "verwacht: een woord"),
    ("(" * 200 + "leeftijd > 5", "hooguit 50 haakjes"),
    ("niet " * 5000 + "leeftijd > 5", "hooguit 50 haakjes")])
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
