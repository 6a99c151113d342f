"""How a fault reads: on one line, of bearable length, with nothing that steers or hides."""

import pytest

from participatiemonitor.files.faults import Fault

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
