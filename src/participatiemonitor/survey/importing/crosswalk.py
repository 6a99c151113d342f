"""A crosswalk: which question each column of a file answers, and which option each value is.

Its columns are those of the crosswalk tables of R `retroharmonize`, with three more: how sure the
proposal is, why, and what the analyst decides. A row without a value is about the column itself.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from participatiemonitor.plain_text import csv_cell, one_line, terminal
from participatiemonitor.survey.importing.targets import CLASSES, Target

COLUMNS = ("id", "var_name_orig", "var_label_orig", "val_numeric_orig", "val_label_orig",
           "var_name_target", "var_label_target", "val_numeric_target", "val_label_target",
           "class_target", "zekerheid", "waarom", "besluit")
Sure = Literal["zeker", "waarschijnlijk", "open"]
Decision = Literal["", "ja", "weg", "maal 100"]
SURE: Sure = "zeker"
YES, DROP, TIMES = "ja", "weg", "maal 100"
DECISIONS = (YES, DROP, TIMES)
# What no option is called: no answer, and a cell with nothing in it.
MISSING, EMPTY = "(ontbreekt)", "(leeg)"
# A number, or a dash for no answer, is no formula.
_HARMLESS = re.compile(r"-?[0-9.,]*")
# Signs of a text that a row shows.
LONGEST = 400


@dataclass(frozen=True)
class Row:
    """One row: a column of a file, or a value that stands in it.

    Attributes
    ----------
    source : str
        Name of the file.
    variable : str
        Empty for what holds of the whole file.
    value : str or None
        As `plain` writes it; None for the column itself, and empty for an empty cell.
    value_label : str
        What the file calls the value.
    target : str
        Where it goes, as in `participatiemonitor.survey.importing.targets`; empty for nowhere.
    value_target : str
        What ``responses.csv`` writes for the value, or `MISSING`.
    """

    source: str
    variable: str
    label: str
    value: str | None
    value_label: str
    target: str
    value_target: str
    sure: Sure
    why: str
    decision: Decision = ""

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What the row is about."""
        return self.source, self.variable, self.value

    @property
    def decided(self) -> bool:
        """Whether it stands: by itself, or because the analyst says so."""
        return self.sure == SURE or bool(self.decision)

    @property
    def dropped(self) -> bool:
        """Whether what it is about is not taken over."""
        return self.decision == DROP or (self.decided and not self.target)

    def settled(self, decision: Decision, target: str, value_target: str) -> Row:
        """The row as the analyst decided it."""
        return replace(self, decision=decision, target=target, value_target=value_target)


def plain(text: str) -> str:
    """Text of a file as a crosswalk has it, in workbook and csv alike; long text is cut."""
    line = terminal(one_line(text))
    line = line if _HARMLESS.fullmatch(line) else str(csv_cell(line))
    # What begins alike stays apart.
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}… ({zlib.crc32(line.encode()):08x})"


def cells_of(row: Row, targets: Mapping[str, Target]) -> tuple[str, ...]:
    """A row as text, one cell for each of `COLUMNS`."""
    target = targets.get(row.target)
    value, label = row.value or "", row.value_label
    if row.value == "":
        label = EMPTY
    elif value and not label and not _numeric(value):
        value, label = "", value
    return (row.source, plain(row.variable), plain(row.label), value, plain(label), row.target,
            target.label if target else "", _number(row, target), row.value_target,
            CLASSES[target.kind] if target else "", row.sure, row.why, row.decision)


def value_of(numeric: str, label: str) -> str | None:
    """The value that the cells ``val_numeric_orig`` and ``val_label_orig`` of a row speak of."""
    if label == EMPTY and not numeric:
        return ""
    return numeric or label or None


def _numeric(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def _number(row: Row, target: Target | None) -> str:
    """The number of an option, for whoever reads the table in another program."""
    if target is None or row.value_target in ("", MISSING):
        return ""
    if target.kind in ("single", "group"):
        ids = target.choice_ids
        return str(ids.index(row.value_target) + 1) if row.value_target in ids else ""
    return row.value_target if target.kind in ("multiple", "percentage", "number") else ""
