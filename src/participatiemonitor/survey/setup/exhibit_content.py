"""The figures, tables and headlines of ``codebook.yml`` from the sheets of a workbook."""

from __future__ import annotations

from typing import Any

from participatiemonitor.survey.setup.codebook_content import Content, fault_in
from participatiemonitor.survey.setup.codebook_sheets import (
    EXHIBITS,
    HEADLINES,
    KINDS_OF_EXHIBIT,
)
from participatiemonitor.survey.setup.entered import Entered, Row
from participatiemonitor.survey.setup.places import Places

# The fields of each condition of a headline, by the columns they stand in.
_FIELDS = {"top": ("ref",), "leads": ("ref", "over"), "more": ("ref", "over"),
           "at_least": ("ref", "percent")}


def exhibit_content(entered: Entered, places: Places) -> Content:
    """The figures and tables with their headlines; rows that belong to none become faults.

    Parameters
    ----------
    entered : Entered
    places : Places
        Gets the cell of each value.

    Returns
    -------
    dict
        ``figures`` and ``tables``.
    """
    content: Content = {part: {} for part in KINDS_OF_EXHIBIT}
    for row in entered.tables[EXHIBITS]:
        part, number = row.values.get("part"), row.values.get("number")
        if part is None or number is None:
            continue  # the empty cell is a fault already
        if number in content[str(part)]:
            fault_in(entered, row, "number", "elk nummer één keer")
        places.put_row(("codebook", part, number), row)
        places.put(("codebook", part, number), row.spots["number"])
        content[str(part)][number] = {field: value for field, value in row.values.items()
                                      if field not in ("part", "number")}
    for row in entered.tables[HEADLINES]:
        part, number = row.values.get("part"), row.values.get("number")
        if part is None or number is None or "condition" not in row.values:
            continue
        if number not in content[str(part)]:
            fault_in(entered, row, "number", f"een nummer van het blad {EXHIBITS}")
            continue
        headlines = content[str(part)][number].setdefault("headlines", [])
        _places(row, places, ("codebook", part, number, "headlines", len(headlines)))
        headlines.append(_headline(entered, row))
    return content


def _headline(entered: Entered, row: Row) -> dict[str, Any]:
    """A headline with its condition; what the condition does not have must stay empty."""
    condition = str(row.values["condition"])
    for field in ("over", "percent"):
        if field in row.values and field not in _FIELDS[condition]:
            fault_in(entered, row, field, f"leeg, bij “{row.spots['condition'].shown}”")
        elif field not in row.values and field in _FIELDS[condition]:
            fault_in(entered, row, field, f"ingevuld, bij “{row.spots['condition'].shown}”")
    parts: dict[str, Any] = {field: row.values[field] for field in _FIELDS[condition]
                             if field in row.values}
    said: object = parts
    if condition == "top":
        said = parts.get("ref")
    elif condition == "more":
        said = [parts[field] for field in ("ref",) if field in parts] + list(parts.get("over", ()))
    return {field: row.values[field] for field in ("nl",) if field in row.values} | {
        condition: said}


def _places(row: Row, places: Places, path: tuple[object, ...]) -> None:
    condition = row.values["condition"]
    places.put((*path, "nl"), row.spots["nl"])
    places.put((*path, condition, "ref"), row.spots["ref"])
    places.put((*path, condition, "over"), row.spots["over"])
    places.put((*path, condition, "percent"), row.spots["percent"])
    if condition == "more":
        places.put((*path, condition, "1"), row.spots["over"])
    elif condition == "top":  # which faults call by the figure alone
        places.put((*path[:3], condition, path[-1]), row.spots["ref"])
