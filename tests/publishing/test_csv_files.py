"""Text that a spreadsheet would run, in csv."""

import csv
import io

import pandas as pd
import pytest

from participatiemonitor.publishing.files.csv_files import csv_text

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "zorg;=1+1",
           "zorg\t@A1", '"=1+1', "'=1+1;=2"]
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("label", HOSTILE)
def test_no_cell_starts_a_formula_whatever_separates_the_cells(label, separator):
    text = csv_text(pd.DataFrame({"answer": [label], "n": [3]}))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    assert not [cell for row in rows for cell in row if cell.startswith(STARTS)]


def test_harmless_text_and_numbers_stay_as_they_are():
    table = pd.DataFrame({"answer": ["re-integratie", "a = b; c - d", ""],
                          "value": [-0.25, float("nan"), 1 / 3], "n": [-3, 0, 12]})
    assert csv_text(table) == (
        "answer,value,n\nre-integratie,-0.25,-3\na = b; c - d,,0\n,0.33333333,12\n")


def test_the_apostrophe_is_all_that_is_added():
    assert csv_text(pd.DataFrame({"answer": ["=1+1"]})) == "answer\n'=1+1\n"
