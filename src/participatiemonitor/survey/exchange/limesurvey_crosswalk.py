"""The way back: a crosswalk by which an export of the LimeSurvey questionnaire becomes a wave."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from participatiemonitor.survey.exchange.limesurvey_codes import Column, columns
from participatiemonitor.survey.wave import Wave

FILE = "limesurvey-crosswalk.csv"
# Those of the crosswalk tables of R `retroharmonize`, and what `monitor wave new` adds to them.
COLUMNS = ("id", "var_name_orig", "var_label_orig", "val_numeric_orig", "val_label_orig",
           "var_name_target", "var_label_target", "val_numeric_target", "val_label_target",
           "class_target", "zekerheid", "waarom", "besluit")
_EXPORT = "limesurvey-export.csv"
_WHY, _DERIVED = "staat zo in limesurvey.txt", "volgt uit andere vragen; wordt niet overgenomen"


def way_back(wave: Wave) -> bytes:
    """Write what the codes in an export stand for, as decided already.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    bytes
        A csv file for ``monitor wave new --crosswalk``. A row without a value is about a column.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(wave))
    return text.getvalue().encode()


def _rows(wave: Wave) -> Iterator[dict[str, str]]:
    seen: set[str] = set()
    for column in columns(wave):
        if column.name not in seen:
            seen.add(column.name)
            yield _row(column)
        if column.value and column.target:
            yield {**_row(column), "val_label_orig": column.value,
                   "val_label_target": column.target_value}


def _row(column: Column) -> dict[str, str]:
    derived = not column.target
    return {"id": _EXPORT, "var_name_orig": column.name, "var_name_target": column.target,
            "zekerheid": "zeker", "waarom": _DERIVED if derived else _WHY,
            "besluit": "weg" if derived else "ja"}
