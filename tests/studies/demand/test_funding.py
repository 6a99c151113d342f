"""The overview of funding: what is known adds up."""

import math
from dataclasses import replace

import pytest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.funding import Funding, Total, totals

OPVANG = Funding("opvang", "7", "individueel", "natura", "vast", "Leger", exact(50_000),
                 "80 bedden")
ALL = [OPVANG, replace(OPVANG, provision="dagopvang", cost=Limits(10_000, 20_000), agreements=" "),
       replace(OPVANG, provision="buurthuis", field="1", kind="algemeen", supplier="Welzijn",
               cost=Limits(0, math.inf))]


def test_costs_that_are_known_add_up():
    assert totals(ALL, "kind") == (Total("algemeen", exact(0), 0, 1, 0),
                                   Total("individueel", Limits(60_000, 70_000), 2, 0, 1))
    assert [one.name for one in totals(ALL, "supplier")] == ["Leger", "Welzijn"]
    assert [one.name for one in totals(ALL, "field")] == ["7", "1"]
    assert totals([], "form") == ()


def test_a_form_that_does_not_exist_is_refused():
    with pytest.raises(InputError, match="opvang: “subsidie” bestaat niet; verwacht: een van decl"):
        totals([replace(OPVANG, form="subsidie")], "form")
