"""What printed numbers say of each other: found by the program, from what must hold."""

import pytest

from participatiemonitor.documents.printed.checks import FAILS, FITS, HOLDS, TWICE, check_printed
from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.errors import InputError


def checked(project):
    return {(one.document, one.derivation, one.row): one
            for one in check_printed(read_printed(project))}


def holding(formula, **more):
    rest = "".join(f", {name}: {value}" for name, value in more.items())
    return f'derived: [{{id: regel, nl: zo, holds: "{formula}"{rest}}}]\n'


def test_a_derived_number_that_does_not_follow_is_found_and_explained(publish):
    found = checked(publish())
    assert found["een2005", "aandeel", "opvang"].verdict == HOLDS
    wrong = found["een2005", "aandeel", "advies"]
    assert (wrong.verdict, wrong.explained) == (FAILS, "Er is een fout in de vraag.")
    assert wrong.found.value == pytest.approx(33.5)
    assert str(wrong.place) == "een2005.t42.advies.aandeel"
    assert ("een2005", "aandeel", "samen") not in found  # it has no number of users
    assert found["een2005", "som", ""].verdict == HOLDS


@pytest.mark.parametrize(("formula", "verdict"), [
    ("opvang.aandeel == 60.4", HOLDS), ("opvang.aandeel == 60.6", FAILS),
    ("advies.aandeel == 100 * advies.vraag / 131000", HOLDS),
    ("advies.gebruikers == 2.99 * advies.vraag", HOLDS),
    ("advies.gebruikers == opvang.vraag * 5.52", FITS),  # of round numbers rounding leaves much
    ("samen.aandeel == 12", FITS), ("opvang.aandeel <= advies.aandeel", FAILS),
    ("opvang.aandeel >= advies.aandeel", HOLDS), ("opvang.aandeel < 60", FITS),
    ("opvang.vraag + advies.vraag == samen.vraag", HOLDS),
    ("-opvang.vraag < 0", HOLDS), ("t42.opvang.vraag == een2005.t42.opvang.vraag", HOLDS),
    ("opvang.aandeel == weighted(aandeel, aandeel)", FAILS),
    ("opvang.vraag == total(t42.vraag) - advies.vraag", HOLDS)])
def test_formulas(publish, formula, verdict):
    one, = checked(publish(derived=holding(formula))).values()
    assert one.verdict == verdict


def test_a_weighted_mean_leaves_out_totals(publish):
    formula = "advies.aandeel == weighted(aandeel, aandeel) - 11.81"  # 36 + 16,81
    one, = checked(publish(derived=holding(formula))).values()
    assert one.found.value == pytest.approx(41)


def test_it_may_be_limited_to_some_rows(publish):
    derived = holding("*.aandeel <= 100", rows="[opvang]")
    assert list(checked(publish(derived=derived))) == [("een2005", "regel", "opvang")]


@pytest.mark.parametrize(("formula", "said"), [
    ("opvang.aandeel", "geen vergelijking"), ("1 < opvang.aandeel < 3", "geen vergelijking"),
    ("opvang.prijs == 1", "kolom prijs is er niet"), ("opvang.aandeel ==", "geen formule"),
    ("open('x').read == 1", "is er niet"), ("opvang.aandeel == total(prijs)", "geen kolom"),
    ("opvang.aandeel ** 9 == 1", "geen formule"), ("samen.gebruikers == 1", "staan er getallen"),
    ("opvang.aandeel == __import__('os').name", "is er niet")])
def test_what_is_no_formula_is_told_with_its_place(publish, formula, said):
    with pytest.raises(InputError, match=said) as caught:
        checked(publish(derived=holding(formula)))
    assert str(caught.value).startswith("een2005/tables/t42.yml, regel: ")


def test_an_explanation_of_a_row_that_is_not_there_is_refused(publish):
    with pytest.raises(InputError, match="rij hulp is er niet"):
        checked(publish(derived=holding("*.aandeel <= 100", explained="{hulp: Zomaar.}")))


@pytest.mark.parametrize(("other", "verdict"), [("60", HOLDS), ("62", FAILS)])
def test_what_two_documents_tell_of_one_quantity_is_held_together(publish, other, verdict):
    same = {"quantity": "opvang.aandeel"}
    publish({("opvang", "aandeel"): same}, derived="")
    project = publish({("opvang", "aandeel"): {"value": other, "published": f"{other}%", **same}},
                      derived="", document="twee2012")
    one = checked(project)["twee2012", TWICE, "opvang"]
    assert one.verdict == verdict
    assert str(one.against) == "een2005.t42.opvang.aandeel"
