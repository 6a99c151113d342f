"""Descriptions: valid in the schemas of the DDI Alliance, with routing, and without frequencies."""

import re
from dataclasses import replace
from pathlib import Path

import ddi_l
import pandas as pd
import pytest
from elementpath import XPath2Parser, XPathContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from participatiemonitor.survey.changes import Change
from participatiemonitor.survey.exchange.ddi_codebook import NAMESPACE, ddi_codebook
from participatiemonitor.survey.exchange.lifecycle.elements import NAMESPACES
from participatiemonitor.survey.exchange.lifecycle.study import ddi_lifecycle
from participatiemonitor.survey.exchange.questionnaire import GROUP
from participatiemonitor.survey.exchange.variables import (
    NOT_ASKED,
    NOT_GIVEN,
    by_column,
    variables,
)

from .drawn import answers, codebooks

SCHEMA = Path(__file__).parents[2] / "data" / "ddi-codebook-2.6" / "codebook.xsd"
LIFECYCLE = Path(ddi_l.__file__).parent / "schemas" / "ddi" / "v3_3" / "instance_3_3.xsd"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
C = f"{{{NAMESPACE}}}"
NAMES = {prefix: name for prefix, name in NAMESPACES.items() if prefix}


@pytest.fixture(scope="module")
def schemas() -> dict:
    """Both, by the function that writes what must fit them."""
    return {make: etree.XMLSchema(etree.parse(path)) for make, path in (
        (ddi_codebook, SCHEMA), (ddi_lifecycle, LIFECYCLE))}


@pytest.fixture(scope="module", params=[ddi_codebook, ddi_lifecycle])
def describe(request):
    return request.param


def test_it_is_valid(some_wave, describe, schemas):
    schemas[describe].assertValid(etree.fromstring(describe(some_wave)))
    assert describe(some_wave) == describe(some_wave)


def test_it_would_not_be_with_an_element_out_of_place(some_wave, describe, schemas):
    root = etree.fromstring(describe(some_wave))
    root[-1].append(root[-1][0])
    root[-1].insert(0, root[-1][-2])
    assert not schemas[describe].validate(root)


def test_ddi_l_reads_it_and_finds_every_reference(some_wave, tmp_path):
    path = tmp_path / "study.xml"
    path.write_bytes(ddi_lifecycle(some_wave))
    read = ddi_l.open_ddi(path)
    assert len(list(read.variables)) == len(variables(some_wave))
    root = etree.fromstring(ddi_lifecycle(some_wave))
    ids = [element.findtext("r:ID", namespaces=NAMES) for element in root.iter(etree.Element)
           if element.find("r:ID", NAMES) is not None and not _is_reference(element)]
    assert len(set(ids)) == len(ids)
    wanted = {element.findtext("r:ID", namespaces=NAMES) for element in root.iter(etree.Element)
              if _is_reference(element)}
    assert wanted <= set(ids)


def _is_reference(element) -> bool:
    return etree.QName(element).localname.endswith("Reference")


def test_hostile_texts_are_words(hostile, wave, describe, schemas):
    root, plain = (etree.fromstring(describe(one)) for one in (hostile, wave))
    schemas[describe].assertValid(root)
    assert [one.tag for one in root.iter()] == [one.tag for one in plain.iter()]
    said = set(root.itertext())
    for question in hostile.codebook.questions:
        if not question.derived and question.kind == "single":
            assert {question.nl, question.en} <= said


def test_no_answer_of_anybody(wave):
    root = etree.fromstring(ddi_codebook(wave))
    assert not [*root.iter(f"{C}sumStat"), *root.iter(f"{C}catStat"), *root.iter(f"{C}TotlResp")]
    whole = ddi_codebook(wave).decode() + ddi_lifecycle(wave).decode()
    assert not [code for code in wave.responses.index if code in whole]


def test_variables_have_questions_categories_and_missing_values(some_wave):
    root = etree.fromstring(ddi_codebook(some_wave))
    found = {one.get("name"): one for one in root.iter(f"{C}var")}
    assert list(found) == [one.name for one in variables(some_wave)]
    for question in some_wave.codebook.questions:
        if question.kind != "single":
            continue
        one = found[question.id]
        labels = {(label.get(LANGUAGE), label.text) for label in one.iter(f"{C}labl")}
        assert {("nl", question.nl), ("en", question.en)} <= labels
        assert {("nl", option.nl) for option in question.options} <= labels
        missing = {category.findtext(f"{C}catValu") for category in one.iter(f"{C}catgry")
                   if category.get("missing") == "Y"}
        assert missing == {str(NOT_ASKED), str(NOT_GIVEN)}
        asked = [(text.get(LANGUAGE), text.text) for text in one.iter(f"{C}qstnLit")]
        assert asked == ([] if question.derived else [("nl", question.nl), ("en", question.en)])
        assert (one.find(f"{C}derivation") is not None) == bool(question.derived)
        assert len(list(one.iter(f"{C}backward"))) == (2 if question.when else 0)


def test_who_was_asked_is_said(wave):
    root = etree.fromstring(ddi_codebook(wave))
    said = root.xpath("//c:var[@name='participatievisie_inhoud']/c:universe",
                      namespaces={"c": NAMESPACE})
    assert [one.text for one in said] == [
        "Sociale diensten en afdelingen welzijn; alleen wie bij vraag participatievisie ‘ja’ of "
        "‘in ontwikkeling’ heeft aangekruist.",
        "Social services and welfare departments; only those who ticked ‘yes’ or ‘being "
        "developed’ at question participatievisie."]


def test_what_changed_since_an_earlier_round(later_wave):
    root = etree.fromstring(ddi_codebook(later_wave))
    told = {one.getparent().get("name"): one.text for one in root.iter(f"{C}txt")}
    changed = {question.id: question.earlier[2011] for question in later_wave.codebook.questions
               if question.earlier}
    assert changed and all(isinstance(change, Change) for change in changed.values())
    for name, change in changed.items():
        assert f"Ten opzichte van 2011: {change.nl}" in told.values(), name


def test_an_engine_asks_whom_the_codebook_asks(holed):
    _asks(replace(holed, responses=holed.responses.iloc[::4]))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(codebooks(), st.integers(0, 2**32))
def test_routing_of_any_codebook(mini_wave, book, seed):
    _asks(replace(mini_wave, codebook=book, responses=answers(book, seed)))


def _asks(wave):
    root = etree.fromstring(ddi_lifecycle(wave))
    questions = {one.id: one for one in wave.codebook.questions}
    commands = {one.findtext("r:ID", namespaces=NAMES): XPath2Parser(
        variable_types={}).parse(one.findtext(".//r:CommandContent", namespaces=NAMES))
        for kind in ("IfThenElse", "ComputationItem")
        for one in root.iter(f"{{{NAMES['d']}}}{kind}")}
    known = by_column(variables(wave))
    asked = {name: wave.asked(name) for name in questions}
    for respondent, row in wave.responses.iterrows():
        values = {GROUP: known[GROUP].codes[row[GROUP]]}
        for name, question in questions.items():
            for column in question.columns or (name,):
                if question.kind in ("single", "multiple"):
                    values[known[column].name] = _value(row[column], question, known[column])
        for name, question in questions.items():
            if question.derived and row[GROUP] not in question.asked:
                continue
            if question.derived:
                said = _run(commands[f"compute-{name}"], values)
                expected = values[name]
                assert said == (expected if expected > 0 else []), name
            elif f"if-{name}" in commands:
                assert _run(commands[f"if-{name}"], values) == asked[name][respondent], name
            else:
                assert asked[name][respondent]


def _value(cell, question, variable) -> int:
    if pd.isna(cell):
        return NOT_GIVEN
    return variable.codes[cell] if question.kind == "single" else int(cell)


def _run(command, values):
    return command.evaluate(XPathContext(etree.Element("x"), variables=values))


def test_ids_are_names(some_wave):
    for element in etree.fromstring(ddi_codebook(some_wave)).iter(etree.Element):
        if name := element.get("ID"):
            assert re.fullmatch(r"[A-Za-z_][\w.-]*", name)
