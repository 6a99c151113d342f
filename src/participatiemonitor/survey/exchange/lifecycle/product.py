"""What answers mean: categories, lists of codes, missing values and variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml.etree import _Element as Element

from participatiemonitor.survey.exchange.lifecycle.elements import (
    add,
    contents,
    item,
    refer,
    strings,
)
from participatiemonitor.survey.exchange.questionnaire import GROUP, Text
from participatiemonitor.survey.exchange.variables import MISSING, NO, YES, Variable
from participatiemonitor.survey.wave import Wave

# With a sign that stands in no name of the codebook.
_MISSING, _YES_NO = "no-answer", "yes-no"

Codes = Mapping[int, Text]


def logical_product(study: Element, wave: Wave, described: Sequence[Variable]) -> None:
    """Add the variables, and what their values stand for.

    Parameters
    ----------
    study : Element
    wave : Wave
    described : sequence of Variable
    """
    product = item(study, "l:LogicalProduct", "product")
    lists = _lists(wave, described)
    categories = item(product, "l:CategoryScheme", "categories")
    for name, codes in lists.items():
        for code, label in codes.items():
            category = item(categories, "l:Category", f"category-{name}-{code}")
            contents(category, "r:Label", label)
            if name == _MISSING:
                category.set("isMissing", "true")
    schemes = item(product, "l:CodeListScheme", "code-lists")
    for name, codes in lists.items():
        _code_list(schemes, name, codes)
    managed = item(item(product, "r:ManagedRepresentationScheme", "representations"),
                   "r:ManagedMissingValuesRepresentation", "missing-values")
    refer(add(managed, "r:MissingCodeRepresentation"), "r:CodeListReference", f"codes-{_MISSING}",
          "CodeList")
    scheme = item(product, "l:VariableScheme", "variables")
    for variable in described:
        _variable(scheme, variable)


def _lists(wave: Wave, described: Sequence[Variable]) -> dict[str, Codes]:
    """Each list of codes by its name: of missing answers, of yes and no, and of each question."""
    lists: dict[str, Codes] = {_MISSING: MISSING, _YES_NO: {0: NO, 1: YES}}
    lists |= {one.column: one.labels for one in described if one.codes and one.option is None}
    lists |= {one.id: {place: Text(option.nl, option.en)
                       for place, option in enumerate(one.options, start=1)}
              for one in wave.codebook.questions if one.kind == "multiple"}
    return lists


def _code_list(schemes: Element, name: str, codes: Codes) -> None:
    element = item(schemes, "l:CodeList", f"codes-{name}")
    for value in codes:
        code = item(element, "l:Code", f"code-{name}-{value}")
        refer(code, "r:CategoryReference", f"category-{name}-{value}", "Category")
        add(code, "r:Value", str(value))


def _variable(scheme: Element, variable: Variable) -> None:
    element = item(scheme, "l:Variable", f"variable-{variable.name}")
    strings(element, "l:VariableName", Text(variable.name, variable.name))
    contents(element, "r:Label", variable.label)
    question = variable.question
    refer(element, "r:UniverseReference",
          f"universe-{question.id}" if question else "universe", "Universe")
    if question is not None and not question.derived:
        refer(element, "r:QuestionReference", f"question-{question.id}", "QuestionItem")
    elif variable.column == GROUP:
        refer(element, "r:QuestionReference", "question-group", "QuestionItem")
    representation = add(element, "l:VariableRepresentation")
    if variable.text:
        add(representation, "r:TextRepresentation")
    elif variable.codes:
        name = _YES_NO if variable.option else variable.column
        refer(add(representation, "r:CodeRepresentation"), "r:CodeListReference",
              f"codes-{name}", "CodeList")
    else:
        limits = add(add(representation, "r:NumericRepresentation"), "r:NumberRange")
        add(limits, "r:Low", "0", isInclusive="true")
        if question is not None and question.kind == "percentage":
            add(limits, "r:High", "100", isInclusive="true")
    if variable.missing:
        refer(representation, "l:MissingValuesReference", "missing-values",
              "ManagedMissingValuesRepresentation")
