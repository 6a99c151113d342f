"""How a fault reads: on one line, of bearable length, with nothing that steers or hides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.files.faults import FEW, SHOWN, Fault, InvalidWave, grouped

HOSTILE = ["\x1b[31mrood", "a\nb", "a\rb", "\u202eachterstevoren", "\u200b", "\x9b1m", "\ud800",
           "\u2028", "x" * 10_000]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["file", "row", "column", "value", "expected"])
def test_no_part_of_a_fault_leaves_its_line_or_steers_a_terminal(text, field):
    usual = {"file": "a.csv", "row": 2, "column": "b", "value": "c", "expected": "d"}
    message = str(Fault(**{**usual, field: text}))
    assert message.isprintable()
    assert len(message) < 400


def test_a_value_is_shown_as_it_stands_and_cut_off_after_sixty_signs():
    assert str(Fault("a.csv", 2, "b", "café ' ", "d")) == (
        "a.csv, rij 2, kolom b: \"café ' \"; verwacht: d")
    assert str(Fault("a.csv", None, None, "x" * 61, "d")) == f"a.csv: '{'x' * 60}…'; verwacht: d"


def some(number, column="b", row=2, expected="d"):
    return [Fault("a.csv", row + place, column, f"c{place}", expected) for place in range(number)]


def test_a_few_faults_of_a_kind_are_named_one_by_one():
    assert [str(group) for group in grouped(some(FEW))] == list(map(str, some(FEW)))


def test_more_faults_of_a_kind_in_a_column_are_said_once():
    assert [str(group) for group in grouped([*some(400), *some(1, "e")])] == [
        "a.csv, 400 cellen in kolom b, bijvoorbeeld rij 2: 'c0'; verwacht: d",
        "a.csv, rij 2, kolom e: 'c0'; verwacht: d"]


def test_columns_with_the_same_trouble_are_said_once():
    found = [fault for column in "bcefg" for fault in some(10, column)]
    assert [str(group) for group in grouped(found)] == [
        "a.csv, 50 cellen in 5 kolommen (b, c, e, …), bijvoorbeeld rij 2, kolom b: 'c0'; "
        "verwacht: d"]


def test_rows_without_a_column_are_rows():
    assert [str(group) for group in grouped(some(9, None))] == [
        "a.csv, 9 rijen, bijvoorbeeld rij 2: 'c0'; verwacht: d"]


@pytest.mark.parametrize("row", [None, 1, "vraag"])
def test_columns_and_entries_are_all_named(row):
    found = [Fault("a.csv", row, f"b{place}", "c", "d") for place in range(10)]
    assert [str(group) for group in grouped(found)] == list(map(str, found))


@given(st.lists(st.builds(Fault, st.sampled_from("xy"), st.sampled_from([None, 1, 2, 3, "e"]),
                          st.sampled_from([None, "b", "c"]), st.integers(), st.sampled_from("pq"),
                          st.sampled_from("kl"))))
def test_no_fault_is_lost_or_told_twice(faults):
    groups = grouped(faults)
    assert sorted(map(repr, (fault for group in groups for fault in group.faults))) == sorted(
        map(repr, faults))
    for group in groups:
        assert len({(fault.file, fault.kind, fault.expected) for fault in group.faults}) == 1
        assert len(group.faults) == 1 or len(group.faults) > FEW


def test_what_a_message_does_not_show_is_counted():
    found = [Fault("a.csv", 1, f"b{place}", "c", "d") for place in range(SHOWN + 19)]
    message = str(InvalidWave(found))
    assert message.startswith(f"{SHOWN + 19} fouten in de gegevens:")
    assert message.count("a.csv, rij") == SHOWN
    assert "… en nog 19" in message
