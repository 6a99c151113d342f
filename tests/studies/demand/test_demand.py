"""Demand beside users, as the document has it and by hand."""

import math

import pytest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.clients import from_counts
from participatiemonitor.studies.demand.demand import Provision, demands, share_of_users

ALL = exact(335_000)
SOME = exact(100)
DOMINANT = {"jongerenwerk", "opvang", "verslavingszorg"}


def test_the_table_of_2005_comes_out(repository):
    """Of 335.000 people on benefit the printed demand, beside the printed users."""
    table = read_printed(repository)["divosa2005"].tables["t42"]
    rows = [row for row in table.head.rows if table.cells[row, "vraag"].value is not None]
    provisions = [Provision(row, "", "", table.limits(row, "gebruikers") or Limits(0, math.inf))
                  for row in rows]
    needs = {(row, "alle"): exact(100 * table.cells[row, "vraag"].value / ALL.low)
             for row in rows}
    found = demands(from_counts({"alle": ALL}, ALL), provisions, needs)
    assert len(found) == 20
    for one in found:
        printed = table.cells[one.provision.id, "aandeel"]
        assert one.clients.value == pytest.approx(table.cells[one.provision.id, "vraag"].value)
        assert (one.waiting is True) == (printed.flag == "wachtlijst"), one
        if printed.value is not None:
            assert one.of_users.meets(table.limits(one.provision.id, "aandeel")), one
            # Of users whom the document doubts, 28 to 40% leaves it open.
            assert one.dominant == (None if one.provision.id == "gezinscoaches"
                                    else one.provision.id in DOMINANT), one
        else:
            assert one.dominant is None


def demand(users, need, count=SOME):
    clients = from_counts({"a": count}, exact(200))
    return demands(clients, [Provision("p", "", "", users)], {("p", "a"): need})[0]


def test_by_hand():
    found = demand(Limits(50, 80), Limits(10, 30), Limits(90, 110))
    assert found.clients == Limits(9, 33)
    assert found.of_clients == Limits(4.5, 16.5)
    assert (found.of_users.low, found.of_users.high) == pytest.approx((100 * 9 / 80, 66))
    assert found.waiting is False
    assert found.dominant is None


@pytest.mark.parametrize(("users", "need", "waiting", "dominant"), [
    (exact(40), exact(50), True, None), (exact(50), exact(50), False, True),
    (exact(200), exact(50), False, False), (Limits(40, 60), exact(50), None, True),
    (Limits(0, math.inf), exact(50), None, None), (exact(0), exact(0), False, None),
    (exact(0), exact(1), True, None)])
def test_waiting_and_dominant(users, need, waiting, dominant):
    found = demand(users, need)
    assert (found.waiting, found.dominant) == (waiting, dominant)


def test_the_bound_of_dominant_may_be_set():
    clients = from_counts({"a": exact(100)}, exact(100))
    given = [Provision("p", "", "", exact(100))], {("p", "a"): exact(45)}
    assert demands(clients, *given)[0].dominant is True
    assert demands(clients, *given, dominant=50)[0].dominant is False


def test_where_there_may_be_no_users():
    assert share_of_users(exact(5), Limits(0, 50)) == Limits(10, math.inf)
    assert share_of_users(exact(5), Limits(0, 50, 20)) == Limits(10, math.inf, 25)
    assert share_of_users(exact(0), Limits(0, math.inf)) == Limits(0, math.inf)


def test_pairs_without_a_share_are_named():
    with pytest.raises(InputError, match="nodig heeft: p en b; verwacht"):
        demands(from_counts({"a": exact(1), "b": exact(1)}, exact(9)),
                [Provision("p", "", "", exact(1))], {("p", "a"): exact(1)})
