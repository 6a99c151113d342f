"""The content of ``wave.yml`` and of the register, from and to the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from participatiemonitor.files import tables as csv_tables
from participatiemonitor.files.faults import Cell, Fault
from participatiemonitor.survey.setup.entered import Entered, Row, Spot
from participatiemonitor.survey.setup.places import Places
from participatiemonitor.survey.setup.wave_sheets import FORM, GROUPS, REGISTER, STRATA

# Rows of a sheet as they are written: what each field holds.
Written = list[dict[str, object]]
MARGINS, PUBLIC = "Kantlijnen", "Al gepubliceerd"
_NAMED = {"groups": GROUPS, "strata": STRATA, "margins": MARGINS}


def wave_content(entered: Entered, places: Places) -> dict[str, Any]:
    """What ``wave.yml`` would hold; what is wrong with the names is added to the faults.

    Parameters
    ----------
    entered : Entered
    places : Places
        Gets the cell of each value.

    Returns
    -------
    dict
    """
    content: dict[str, Any] = {"laws": {"assistance": {}, "support": {}}, "fieldwork": {},
                               "population": {}, "publication": {}}
    for item in FORM:
        places.put(("wave", *item.path), entered.form.spots[item.label])
        if item.label in entered.form.values:
            within = content
            for step in item.path[:-1]:
                within = within[step]
            within[item.path[-1]] = entered.form.values[item.label]
    # The one rule of `publication` as a whole is about these.
    places.put(("wave", "publication"), entered.form.spots["Getoonde grootteklassen"])
    for part, sheet in _NAMED.items():
        places.put(("wave", part), Spot(Cell(sheet, 0), ""))
        content[part] = {}
        for name, row in named(entered, sheet):
            places.names.add(name)
            places.put_row(("wave", part, name), row)
            places.put(("wave", part, name), row.spots["id"])
            content[part][name] = {field: value for field, value in row.values.items()
                                   if field not in ("id", "fieldwork")}
            # Of a name that is none, the groups tell.
            if "fieldwork" in row.values and name.isidentifier() and name.islower():
                content["fieldwork"][name] = row.values["fieldwork"]
                places.put(("wave", "fieldwork", name), row.spots["fieldwork"])
    public: list[str] = []
    for row in entered.tables[PUBLIC]:
        if len(row.values) == len(row.spots):
            places.put(("wave", "publication", "already_public", len(public)),
                       Spot(row.spots["question"].cell, "Vraag",
                            "{question}.{option}@{group}".format(**row.values)))
            public.append("{question}.{option}@{group}".format(**row.values))
    if public:
        content["publication"]["already_public"] = public
    return content


def named(entered: Entered, sheet: str) -> Iterator[tuple[str, Row]]:
    """The rows of a sheet by their names; a double one is a fault, and left out."""
    seen: set[str] = set()
    for row in entered.tables[sheet]:
        name = row.values.get("id")
        if not isinstance(name, str):
            continue  # the empty cell is a fault already
        if name not in seen:
            yield name, row
        else:
            entered.faults.append(Fault(entered.file, row.spots["id"].cell, row.spots["id"].head,
                                        name, "elke naam één keer"))
        seen.add(name)


def register_rows(entered: Entered, places: Places) -> list[csv_tables.Row]:
    """The rows that ``frame.csv`` would hold."""
    rows = []
    places.put(("frame", "stratum"), Spot(Cell(REGISTER.name, 0), "Grootteklasse"))
    for row in entered.tables[REGISTER.name]:
        places.put_row(("frame", row.number), row)
        cells = {field: str(row.values.get(field, "")) for field in row.spots}
        cells["predecessors"] = " ".join(row.values.get("predecessors", ()))
        rows.append(csv_tables.Row(row.number, cells))
    return rows


def wave_tables(content: Mapping[str, Any]) -> tuple[dict[str, object], dict[str, Written]]:
    """What the form and the sheets hold for the content of ``wave.yml``."""
    form = {}
    for item in FORM:
        value: Any = content
        for name in item.path:
            value = value.get(name, {})
        if value != {}:
            form[item.label] = value
    sheets: dict[str, Written] = {
        sheet: [{"id": name, **fields} for name, fields in content.get(part, {}).items()]
        for part, sheet in _NAMED.items()}
    for row in sheets[GROUPS]:
        if row["id"] in content["fieldwork"]:
            row["fieldwork"] = content["fieldwork"][row["id"]]
    sheets[PUBLIC] = [_parts(ref) for ref in content["publication"].get("already_public", ())]
    return form, sheets


def _parts(ref: str) -> dict[str, object]:
    question, _, rest = ref.partition(".")
    option, _, group = rest.partition("@")
    return {"question": question, "option": option, "group": group}


def register_table(rows: Sequence[Mapping[str, object]]) -> Written:
    """What the sheet of the register holds for the rows of a frame."""
    return [{field: value for field, value in row.items() if value not in ("", ())}
            for row in rows]
