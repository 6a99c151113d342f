"""The form: taken by pyxform and ODK Validate, with routing that an XPath engine carries out."""

import io
import re
import shutil
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pyxform.validators.odk_validate import ODKValidateError
from pyxform.xls2xform import convert

from participatiemonitor.survey.exchange.questionnaire import GROUP
from participatiemonitor.survey.exchange.xlsform import shown, xlsform

from .drawn import answers, codebook, codebooks
from .drawn import question as drawn_question

NAME = st.from_regex("[a-z][a-z0-9_]{0,59}", fullmatch=True) | st.text("ab_", min_size=1).map(
    "a{}".format)
KIND = st.sampled_from(["single", "multiple", "percentage", "number", "open"])
NAMES = {"f": "http://www.w3.org/2002/xforms", "h": "http://www.w3.org/1999/xhtml"}

FUNCTIONS = {(None, "selected"): lambda _, node, option: option in _text(node).split(),
             (None, "if"): lambda _, test, then, other: then if test else other}


def form(wave, *, validate: bool = False) -> etree._Element:
    """The form that pyxform makes."""
    made = convert(io.BytesIO(xlsform(wave)), file_type=".xlsx", validate=validate)
    assert made.warnings == []
    return etree.fromstring(made.xform.encode())


def place_of(question) -> str:
    """The name of the row with the text of a question."""
    return f"{question.id}_samen" if question.kind == "percentage" and question.options else (
        question.id)


def rows(wave, sheet: str) -> list[dict[str, str]]:
    """What stands in a sheet."""
    head, *body = openpyxl.load_workbook(io.BytesIO(xlsform(wave)))[sheet].values
    return [dict(zip(head, row, strict=True)) for row in body]


def test_pyxform_takes_it(some_wave):
    made = form(some_wave)
    names = {bind.get("nodeset").rpartition("/")[2] for bind in made.iter(f"{{{NAMES['f']}}}bind")}
    assert {place_of(one) for one in some_wave.codebook.questions} <= names
    assert {one for question in some_wave.codebook.questions if question.kind != "multiple"
            for one in question.columns} <= names


def test_the_same_bytes_each_time(some_wave):
    assert xlsform(some_wave) == xlsform(some_wave)


@pytest.mark.audit
@pytest.mark.skipif(shutil.which("java") is None, reason="Java ontbreekt; zonder wordt het "
                                                         "formulier niet door ODK Validate gekeurd")
def test_odk_validate_takes_it(some_wave, hostile):
    form(some_wave, validate=True)
    form(hostile, validate=True)


@pytest.mark.audit
@pytest.mark.skipif(shutil.which("java") is None, reason="Java ontbreekt")
def test_odk_validate_would_refuse_another(wave, monkeypatch):
    monkeypatch.setattr("participatiemonitor.survey.exchange.xlsform._bounds",
                        lambda question: {"constraint": ". >= (0"})
    with pytest.raises(ODKValidateError):
        form(wave, validate=True)


def test_both_languages_of_every_question_and_option(some_wave):
    labels = {row["name"]: row for row in rows(some_wave, "survey") if row["name"]}
    for question in some_wave.codebook.questions:
        if question.derived:
            assert labels[question.id]["type"] == "calculate"
            continue
        name = place_of(question)
        assert labels[name]["label::Nederlands (nl)"] == shown(question.nl)
        assert labels[name]["label::English (en)"] == shown(question.en)
    choices = {(row["list_name"], row["name"]): row["label::English (en)"]
               for row in rows(some_wave, "choices")}
    for question in some_wave.codebook.questions:
        if question.kind in ("single", "multiple") and not question.derived:
            for option in question.options:
                assert choices[question.id, option.id] == shown(option.en)


def test_an_engine_asks_whom_the_codebook_asks(holed):
    assert _asks(holed) > 1_000


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(codebooks(), st.integers(0, 2**32))
def test_routing_of_any_codebook(mini_wave, book, seed):
    _asks(replace(mini_wave, codebook=book, responses=answers(book, seed)))


def _asks(wave) -> int:
    """Hold the form against the answers of a round; how many times a question was led to or not."""
    made = form(wave)
    data = made.find("h:head/f:model/f:instance", NAMES)[0]
    binds = {bind.get("nodeset"): bind for bind in made.iter(f"{{{NAMES['f']}}}bind")}
    places = {path.rpartition("/")[2]: path for path in binds}
    nodes = {name: _node(data, path) for name, path in places.items()}
    compiled = {name: etree.XPath(_absolute(expression), extensions=FUNCTIONS)
                for name, path in places.items()
                if (expression := binds[path].get("calculate") or binds[path].get("relevant"))}
    asked = {one.id: wave.asked(one.id) for one in wave.codebook.questions}
    checked = 0
    for respondent, row in wave.responses.iterrows():
        for question in wave.codebook.questions:
            if question.kind in ("single", "multiple"):
                nodes[question.id].text = _answer(row, question)
        nodes[GROUP].text = row[GROUP]
        for question in wave.codebook.questions:
            name = place_of(question)
            if question.derived and row[GROUP] in question.asked:
                value = compiled[name](nodes[name])
                assert _text(value) == ("" if pd.isna(row[name]) else row[name]), name
                nodes[name].text = _text(value)
            elif name in compiled and not question.derived:
                said = compiled[name](nodes[name])
                assert said == asked[question.id][respondent], (name, respondent)
                checked += 1
    return checked


def _node(data, path):
    """The node of the instance, whose namespace is left out so that paths find it."""
    current = data
    for step in path.strip("/").split("/")[1:]:
        current = next(child for child in current if etree.QName(child).localname == step)
    return current


def _absolute(expression: str) -> str:
    """Paths of the form, in an instance that has a namespace."""
    return re.sub(r"/data(?:/[\w-]+)+",
                  lambda path: "".join(f"/*[local-name()='{step}']"
                                       for step in ["html", "head", "model", "instance",
                                                    *path[0].strip("/").split("/")]), expression)


def _text(value) -> str:
    if isinstance(value, list):
        return "".join((one.text or "") if hasattr(one, "text") else str(one) for one in value)
    return str(value)


def _answer(row, question) -> str:
    if question.kind == "single":
        return "" if pd.isna(row[question.id]) else row[question.id]
    return " ".join(option for option, column in zip(question.option_ids, question.columns,
                                                     strict=True) if row[column] == 1)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(NAME, st.lists(NAME, min_size=1, max_size=3, unique=True), KIND),
                min_size=1, max_size=5, unique_by=lambda one: one[0]))
def test_whatever_names_a_codebook_has(mini_wave, drawn):
    try:
        book = codebook(*(drawn_question(name, kind, tuple(options))
                          for name, options, kind in drawn))
    except AssertionError:
        return  # a name that a codebook cannot have, or two columns of one name
    form(replace(mini_wave, codebook=book))


def test_names_that_others_have(mini_wave):
    book = codebook(
        drawn_question("meta", "open", ("x",)), drawn_question("data", "single", ("a",)),
        drawn_question("deel_0", "single", ("a",)), drawn_question("herkomst", "number"),
        drawn_question("x", "percentage", ("a", "b"), total=100),
        drawn_question("x_samen", "open", ("a",)), drawn_question("x__a", "open", ("a",)))
    names = [row["name"] for row in rows(replace(mini_wave, codebook=book), "survey")]
    form(replace(mini_wave, codebook=book))
    assert {"meta2", "deel_02", "x_samen2", "x__a2", "x__b"} <= set(names)


def test_hostile_texts_are_words(hostile):
    book = openpyxl.load_workbook(io.BytesIO(xlsform(hostile)))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.value is None or cell.data_type == "s"
                assert cell.hyperlink is None
    made = form(hostile)  # pyxform would refuse a reference to a question that is not there
    texts = [*made.iter(f"{{{NAMES['f']}}}value"), *made.iter(f"{{{NAMES['f']}}}label")]
    assert not [one for text in texts for one in text.iter(f"{{{NAMES['f']}}}output")]


@pytest.mark.parametrize(("text", "safe"), [
    ("kosten ${x}", "kosten $ {x}"), ("*vet* en _schuin_", r"\*vet\* en \_schuin\_"),
    ("# Kop", r"\# Kop"), ("[hier](http://a.b)", "[hier] (http://a.b)"), ("<b>", "< b>"),
    ("</span>", "< /span>"), ("3 < 4 en 5 $", "3 < 4 en 5 $"), (r"a\*b", r"a\\\*b")])
def test_shown(text, safe):
    assert shown(text) == safe
