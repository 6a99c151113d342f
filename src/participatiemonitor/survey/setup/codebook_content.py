"""The questions of ``codebook.yml`` from the sheets of a workbook."""

from __future__ import annotations

from typing import Any

from participatiemonitor.files.faults import Cell, Fault
from participatiemonitor.survey.setup.codebook_sheets import (
    DROPPED,
    EARLIER,
    OPTIONS,
    ROUTING,
    SCALES,
)
from participatiemonitor.survey.setup.entered import Entered, Row, Spot
from participatiemonitor.survey.setup.places import Places
from participatiemonitor.survey.setup.wave_sheets import QUESTIONS

Content = dict[str, Any]
# The first question of each name, with its position.
Known = dict[str, tuple[int, Content]]


def question_content(entered: Entered, places: Places) -> Content:
    """The scales and questions of a codebook; rows that belong to nothing become faults.

    Parameters
    ----------
    entered : Entered
    places : Places
        Gets the cell of each value.

    Returns
    -------
    dict
        ``scales``, ``questions`` and ``dropped``.
    """
    scales: Content = {}
    for row in entered.tables[SCALES]:
        if "scale" in row.values:
            name = row.values["scale"]
            options = scales.setdefault(name, [])
            places.put(("codebook", "scales", name), row.spots["scale"])
            places.put_row(("codebook", "scales", name, len(options)), row)
            options.append(_option(row, places))
    places.put(("codebook", "questions"), Spot(Cell(QUESTIONS, 0), ""))
    questions = [_question(entered, row, position, places, scales)
                 for position, row in enumerate(entered.tables[QUESTIONS])]
    known: Known = {}
    for position, question in enumerate(questions):
        known.setdefault(str(question.get("id")), (position, question))
    scaled = {name for name, (_, question) in known.items() if "options" in question}
    for row, position, question in _belonging(entered, OPTIONS, known):
        if row.values["question"] in scaled:
            fault_in(entered, row, "question", "een vraag zonder schaal; deze heeft haar opties "
                                               f"van het blad {SCALES}")
            continue
        options = question.setdefault("options", [])
        places.put_row(("codebook", "questions", position, "options", len(options)), row)
        options.append(_option(row, places))
    _routing(entered, places, known)
    return {"scales": scales, "questions": questions, "dropped": _changes(entered, places, known)}


def fault_in(entered: Entered, row: Row, field: str, expected: str) -> None:
    """Add a fault in a cell of a row."""
    spot = row.spots[field]
    entered.faults.append(Fault(entered.file, spot.cell, spot.head, spot.shown, expected))


def _option(row: Row, places: Places) -> Content:
    places.names.add(str(row.values.get("id")))
    return {field: value for field, value in row.values.items()
            if field not in ("scale", "question")}


def _question(entered: Entered, row: Row, position: int, places: Places, scales: Content
              ) -> Content:
    places.put_question(position, row)
    places.names.add(str(row.values.get("id")))
    question = {field: value for field, value in row.values.items()
                if field not in ("scale", "highest")}
    if "highest" in row.values:
        question["derived"] = {"highest": row.values["highest"]}
        places.put(("codebook", "questions", position, "derived", "highest"),
                   row.spots["highest"])
    # What is asked of the options of a question without any is said where they would be named.
    places.put(("codebook", "questions", position, "options", ""), row.spots["scale"])
    if (scale := row.values.get("scale")) in scales:
        question["options"] = scales[scale]
    elif scale is not None:
        fault_in(entered, row, "scale", f"een naam van het blad {SCALES}")
    return question


def _belonging(entered: Entered, sheet: str, known: Known) -> list[tuple[Row, int, Content]]:
    """The rows of a sheet with the question that each belongs to."""
    found = []
    for row in entered.tables[sheet]:
        name = row.values.get("question")
        if name in known:
            found.append((row, *known[str(name)]))
        elif name is not None:
            fault_in(entered, row, "question", f"een vraag van het blad {QUESTIONS}")
    return found


def _routing(entered: Entered, places: Places, known: Known) -> None:
    for row, position, question in _belonging(entered, ROUTING, known):
        if len(row.values) < len(row.spots):
            continue  # the empty cell is a fault already
        rule, source = row.values["rule"], row.values["source"]
        path: tuple[object, ...] = ("codebook", "questions", position, "when", source)
        if rule == "when":
            part = question.setdefault("when", {})
        else:
            part = question.setdefault("derived", {}).setdefault("any", {})
            path = (*path[:3], "derived", "any", source)
        if source in part:
            fault_in(entered, row, "source", "elke vraag één keer in een regel")
        part[source] = row.values["options"]
        places.put((*path, "source"), row.spots["source"])
        places.put((*path, "options"), row.spots["options"])


def _changes(entered: Entered, places: Places, known: Known) -> Content:
    """What differs from earlier rounds, put with the questions; returns what was dropped."""
    for row, position, question in _belonging(entered, EARLIER, known):
        if "year" in row.values:
            earlier, year = question.setdefault("earlier", {}), row.values["year"]
            if year in earlier:
                fault_in(entered, row, "year", "elke peiling één keer per vraag")
            place = ("codebook", "questions", position, "earlier", year)
            places.put_row(place, row)
            places.put(place, row.spots["year"])
            earlier[year] = {field: value for field, value in row.values.items()
                             if field not in ("question", "year")}
    dropped: Content = {}
    places.put(("codebook", "dropped"), Spot(Cell(DROPPED, 0), ""))
    for row in entered.tables[DROPPED]:
        part, path = dropped, ("codebook",)
        if "question" in row.values:
            name = str(row.values["question"])
            if name not in known:
                fault_in(entered, row, "question", f"een vraag van het blad {QUESTIONS}")
                continue
            position, question = known[name]
            part = question.setdefault("dropped", {})
            path = ("codebook", "questions", str(position))  # type: ignore[assignment]
        if "id" in row.values:
            if row.values["id"] in part:
                fault_in(entered, row, "id", "elke naam één keer")
            places.put_row((*path, "dropped", row.values["id"]), row)
            places.put((*path, "dropped", row.values["id"]), row.spots["id"])
            part[row.values["id"]] = {field: value for field, value in row.values.items()
                                      if field in ("since", "nl")}
    return dropped
