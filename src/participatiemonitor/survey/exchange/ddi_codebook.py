"""The description of a round as DDI-Codebook 2.6: what was asked of whom, and what answers mean.

No frequencies: how many gave an answer is published through the protection, and not here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.questionnaire import Text
from participatiemonitor.survey.exchange.universes import derivation, universe
from participatiemonitor.survey.exchange.variables import (
    NOT_ASKED,
    NOT_GIVEN,
    Variable,
    by_column,
    variables,
)
from participatiemonitor.survey.names import names
from participatiemonitor.survey.wave import Wave

FILE = "ddi-codebook.xml"
NAMESPACE = "ddi:codebook:2_6"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_RESPONSE = {"open": "text", "single": "category", "multiple": "multiple"}


def ddi_codebook(wave: Wave) -> bytes:
    """Describe a round.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    bytes
        An XML file in the language of DDI-Codebook 2.6, with texts in Dutch and in English.
    """
    root = etree.Element(f"{{{NAMESPACE}}}codeBook", nsmap={None: NAMESPACE}, version="2.6")
    root.set(_LANGUAGE, "nl")
    _study(root, wave)
    described = variables(wave)
    data = _add(root, "dataDscr")
    for question in wave.codebook.questions:
        _group(data, question, [one for one in described if one.question is question], wave)
    ids = {column: _id(variable) for column, variable in by_column(described).items()}
    for variable in described:
        _variable(data, variable, wave, ids)
    for gone in wave.codebook.dropped.values():
        _add(data, "notes", f"Sinds {gone.since} niet meer gevraagd: {gone.nl}.")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _add(parent: Element, tag: str, text: str | None = None, /, **attributes: str) -> Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    element.text = text
    return element


def _both(parent: Element, tag: str, text: Text, /) -> None:
    """An element a language."""
    for language, one in text._asdict().items():
        if one:
            _add(parent, tag, one).set(_LANGUAGE, language)


def _study(root: Element, wave: Wave) -> None:
    info, known = wave.info, names(wave.info)
    study = _add(root, "stdyDscr")
    citation = _add(_add(study, "citation"), "titlStmt")
    title = asking.title(info)
    _add(citation, "titl", title.nl)
    _add(citation, "subTitl", info.subtitle)
    _add(citation, "parTitl", title.en).set(_LANGUAGE, "en")
    _add(citation, "IDNo", f"monitor-{info.year}")
    about = _add(study, "stdyInfo")
    _both(about, "abstract", asking.origin(info))
    summary = _add(about, "sumDscr")
    _add(summary, "timePrd", known["peildatum"], date=info.reference_date.isoformat(),
         event="single")
    for group, month in info.fieldwork.items():
        _add(summary, "collDate", f"{info.groups[group].nl}, {month}", date=month, event="single")
    _add(summary, "nation", "Nederland", abbr="NL")
    _both(summary, "universe", universe(None, wave))
    _both(summary, "dataKind", Text("enquête", "survey data"))
    frame = Text("Alle organisaties in het register, naar grootteklasse: " + "; ".join(
        f"{one.nl}: {one.organisations}" for one in info.strata.values()) + ".",
        "All organisations of the register, by size class: " + "; ".join(
        f"{one.en}: {one.organisations}" for one in info.strata.values()) + ".")
    _both(_add(_add(study, "method"), "dataColl"), "sampProc", frame)


def _group(data: Element, question: Question, members: Sequence[Variable], wave: Wave) -> None:
    """The variables of a question that has several."""
    if len(members) < 2:
        return
    group = _add(data, "varGrp", ID=f"G_{question.id}", name=question.id,
                 type="multipleResp" if question.kind == "multiple" else "grid"
                 if question.kind in ("percentage", "number") else "other",
                 var=" ".join(_id(one) for one in members))
    if question.kind == "open":
        group.set("otherType", "open-answer")
    _both(group, "labl", Text(question.nl, question.en))
    _both(group, "universe", universe(question, wave))


def _variable(data: Element, variable: Variable, wave: Wave, ids: Mapping[str, str]) -> None:
    question = variable.question
    scale = "nominal" if variable.text or variable.codes else "ratio"
    element = _add(data, "var", ID=_id(variable), name=variable.name, nature=scale,
                   intrvl="discrete" if scale == "nominal" else "contin")
    _both(element, "labl", variable.label)
    if question is not None and not question.derived:
        _question(element, variable, question, wave)
    _ranges(element, variable)
    _both(element, "universe", universe(question, wave))
    if question is not None:
        for told in _differences(question):
            _add(element, "txt", told).set(_LANGUAGE, "nl")
    for value, code, label in _categories(variable):
        category = _add(element, "catgry", **({"missing": "Y"} if code in variable.missing else {}))
        _add(category, "catValu", value)
        _both(category, "labl", label)
    if question is not None and question.derived:
        rule = _add(element, "derivation", var=" ".join(
            ids[source] for source in question.derived.sources))
        _both(rule, "drvdesc", derivation(question, wave))
    _add(element, "varFormat", type="character" if variable.text else "numeric")


def _question(element: Element, variable: Variable, question: Question, wave: Wave) -> None:
    asked = _add(element, "qstn", responseDomainType=_RESPONSE.get(question.kind, "numeric"))
    options = [variable.option] if variable.option else []
    for place, language in enumerate(Text._fields):
        hint = asking.hint(question)[place]
        if hint:
            _add(asked, "preQTxt", hint).set(_LANGUAGE, language)
        text = (question.nl, question.en)[place]
        parts = [(one.nl, one.en)[place] for one in options]
        _add(asked, "qstnLit", " – ".join((text, *parts))).set(_LANGUAGE, language)
    if question.when:
        _both(asked, "backward", universe(question, wave))


def _ranges(element: Element, variable: Variable) -> None:
    question = variable.question
    if not variable.text and not variable.codes and question is not None:
        valid = {"max": "100"} if question.kind == "percentage" else {}
        _add(_add(element, "valrng"), "range", min="0", **valid)
    if variable.missing:
        _add(_add(element, "invalrng"), "range", min=str(NOT_GIVEN), max=str(NOT_ASKED))


def _categories(variable: Variable) -> Iterator[tuple[str, int | None, Text]]:
    if variable.column.startswith("themes") and variable.text and variable.question is not None:
        for option in variable.question.options:
            yield option.id, None, Text(option.nl, option.en)
    for code, label in {**variable.labels, **variable.missing}.items():
        yield str(code), code, label


def _differences(question: Question) -> Iterator[str]:
    """What is said of earlier rounds."""
    for year, change in sorted(question.earlier.items()):
        if change.nl:
            yield f"Ten opzichte van {year}: {change.nl}"
    for gone in question.dropped.values():
        yield f"Sinds {gone.since} geen antwoord meer: {gone.nl}."


def _id(variable: Variable) -> str:
    return f"V_{variable.name}"
