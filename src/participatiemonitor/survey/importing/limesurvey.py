"""Responses that LimeSurvey exported, with the labels that the structure of the survey knows.

A column is named ``Q1``, ``Q1[SQ001]``, ``Q1_SQ001``, ``12X3X45SQ001``, or by the text of the
question, as was chosen at the export; the cells hold codes or labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from participatiemonitor.files.faults import invalid_file
from participatiemonitor.survey.importing.lss import Question
from participatiemonitor.survey.importing.received import Received, Variable

_YES_NO = {"Y": "Ja", "N": "Nee"}
# The answers of kinds whose options LimeSurvey fixes.
_FIXED: dict[str, Mapping[str, str]] = {
    "Y": _YES_NO, "M": _YES_NO, "P": _YES_NO, "G": {"F": "Vrouw", "M": "Man"},
    "C": {"Y": "Ja", "U": "Onzeker", "N": "Nee"},
    "E": {"I": "Toename", "S": "Gelijk", "D": "Afname"},
    "5": {str(score): str(score) for score in range(1, 6)},
    "A": {str(score): str(score) for score in range(1, 6)},
    "B": {str(score): str(score) for score in range(1, 11)},
}
_OTHER = ("-oth-", "Anders")
Column = tuple[tuple[str, ...], str, Mapping[str, str]]  # parts of its name, label, values


def labelled(received: Received, questions: Sequence[Question], structure: str) -> Received:
    """What was received, with the texts and labels of the structure where the file has none.

    Parameters
    ----------
    received : Received
    questions : sequence of Question
    structure : str
        Name of the file they come from, for messages.

    Returns
    -------
    Received

    Raises
    ------
    InvalidWave
        When no column is of any question.
    """
    columns = {name: (label, values) for question in questions
               for parts, label, values in _columns(question)
               for name in _names(question, parts, label)}
    variables, known = [], 0
    for variable in received.variables:
        name = variable.name if variable.name in columns else variable.name.partition(". ")[0]
        if name in columns:
            known += 1
            variable = _with_labels(variable, *columns[name])
        variables.append(variable)
    if not known:
        raise invalid_file(received.path.name, f"geen kolom uit {structure}",
                           "antwoorden op de vragenlijst van deze structuur")
    told = f"structuur: {structure}; {known} van {len(variables)} kolommen komen erin voor"
    return replace(received, kind="LimeSurvey", variables=tuple(variables),
                   details=(*received.details, told))


def _with_labels(variable: Variable, label: str, values: Mapping[str, str]) -> Variable:
    cells = set(filter(None, variable.cells))
    if cells and not cells & set(values) and cells <= set(values.values()):
        values = {text: text for text in values.values()}  # labels were exported, not codes
    return replace(variable, label=variable.label or label, values=variable.values or values)


def _names(question: Question, parts: tuple[str, ...], label: str) -> Iterator[str]:
    """Each name that an export can give to a column."""
    yield question.code + "".join(f"[{part}]" for part in parts)
    yield "_".join((question.code, *parts))
    yield question.key + "".join(parts)
    yield label


def _columns(question: Question) -> Iterator[Column]:
    """The columns that a question takes in an export."""
    kind, text = question.kind, question.text
    values = _FIXED.get(kind, question.options[0])
    if question.other and kind in "L!O":
        values = {**values, _OTHER[0]: _OTHER[1]}
    if kind == "R":
        for place in range(1, len(question.options[0]) + 1):
            yield (str(place),), f"{text} [{place}]", values
    elif not question.parts[0]:
        yield (), text, values
    for part, said in question.parts[0].items():
        label = f"{text} [{said}]"
        if kind == "1":
            for scale, options in enumerate(question.options, start=1):
                yield (part, str(scale)), f"{label} [{scale}]", options
        elif kind in ":;":
            for other, heading in question.parts[1].items():
                yield (f"{part}_{other}",), f"{text} [{said}] [{heading}]", {}
        else:
            yield (part,), label, values
        if kind == "P":
            yield (f"{part}comment",), f"{label} [Toelichting]", {}
    if question.other:
        yield ("other",), f"{text} [{_OTHER[1]}]", {}
    if kind == "O":
        yield ("comment",), f"{text} [Toelichting]", {}
