"""What a crosswalk proposes: right where it is sure, and silent where it is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from crosswalking import ROUND
from exporting import exported
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.project import Project
from participatiemonitor.survey.importing.crosswalk import MISSING
from participatiemonitor.survey.importing.received import Missing, Received, Variable
from participatiemonitor.survey.importing.settling import settle
from participatiemonitor.survey.importing.targets import targets_of
from participatiemonitor.survey.importing.together import told_apart
from participatiemonitor.survey.wave import load_wave

WAVE = load_wave(2016, Project(ROUND))
TARGETS = targets_of(WAVE)


def received(*variables, name="a.sav"):
    return Received(Path(name), "SPSS", variables, len(variables[0].cells), 2)


def variable(name, label="", cells=("1", "0"), values=None, missing=()):
    return Variable(name, label, tuple(cells), values or {}, tuple(missing))


def rows(*variables, name="a.sav"):
    return settle(received(*variables, name=name), TARGETS, {})


def column(*variables):
    """What is proposed for the first column."""
    return rows(*variables)[0]


def values(*variables):
    """What is proposed for the values of the first column."""
    name = variables[0].name
    return {row.value: (row.value_target, row.sure) for row in rows(*variables)
            if row.variable == name and row.value is not None}


KNELPUNTEN = "Welke knelpunten ervaart u bij de koppeling van Wmo en Participatiewet?"
VISIE = "Heeft uw gemeente een visie op participatie?"


@pytest.mark.parametrize(("name", "label", "target", "sure"), [
    ("participatievisie", "", "participatievisie", "zeker"),
    ("PARTICIPATIEVISIE", "", "participatievisie", "zeker"),
    ("knelpunten.schotten", "", "knelpunten__schotten", "zeker"),
    ("knelpunten[schotten]", "", "knelpunten__schotten", "zeker"),
    ("knelpunten_schotten", "", "knelpunten__schotten", "zeker"),
    ("Q1", VISIE, "participatievisie", "zeker"),
    ("Q1", VISIE.upper().replace("?", ""), "participatievisie", "zeker"),
    (VISIE, "", "participatievisie", "zeker"),
    ("Q1", f"<p>{VISIE}</p>", "participatievisie", "zeker"),
    ("Q9", f"{KNELPUNTEN} [verkokering binnen de gemeente]", "knelpunten__verkokering", "zeker"),
    ("Q9", f"verkokering binnen de gemeente: {KNELPUNTEN}", "knelpunten__verkokering", "zeker"),
    ("Q9", f"{KNELPUNTEN} - verkokering binnen de gemeente", "knelpunten__verkokering", "zeker"),
    ("Q1", "Heeft de gemeente een visie op participatie?", "participatievisie", "waarschijnlijk"),
    ("Q1", "Op participatie heeft uw gemeente een visie?", "participatievisie", "waarschijnlijk"),
    # The name of one question, and the text of another or of none.
    ("participatievisie", "Kunt u de knelpunten toelichten?", "", "open"),
    ("participatievisie", "Hoeveel mensen werken er bij uw dienst?", "participatievisie",
     "waarschijnlijk"),
    ("Q1", "Hoeveel mensen werken er bij uw dienst?", "", "open"),
    ("Q1", "Welk deel van de bijstandsgerechtigden doet mee aan activiteiten?", "", "open"),
])
def test_names_and_texts(name, label, target, sure):
    found = column(variable(name, label))
    assert (found.target, found.sure) == (target, sure), found.why


def test_what_two_columns_could_be_neither_is():
    first, second, *_ = rows(variable("participatievisie"), variable("Q1", VISIE))
    assert (first.target, first.sure) == (second.target, second.sure) == ("", "open")
    assert "past ook bij kolom Q1" in first.why


def test_a_column_that_surely_is_it_is_not_doubted_for_one_that_may_be():
    like = variable("Q1", "Heeft de gemeente een visie op participatie?")
    first, second, *_ = (row for row in rows(variable("participatievisie"), like)
                         if row.value is None)
    assert (first.target, first.sure) == ("participatievisie", "zeker")
    assert (second.target, second.sure) == ("", "open")
    assert "past ook bij kolom participatievisie" in second.why


def test_options_by_their_texts_alone_are_a_proposal():
    options = WAVE.codebook["knelpunten"].options
    found = rows(*(variable(f"V7_{place}", option.nl) for place, option in enumerate(options)))
    assert [(row.target, row.sure) for row in found if row.variable and row.value is None] == [
        (f"knelpunten__{option.id}", "waarschijnlijk") for option in options]


def test_options_that_two_questions_share_are_open():
    options = WAVE.codebook["financiering_wmo"].options
    found = rows(*(variable(f"V7_{place}", option.nl) for place, option in enumerate(options)))
    assert {(row.target, row.sure) for row in found if row.variable and row.value is None} == {
        ("", "open")}
    assert "financiering_wmo__subsidies en financiering_wwb__subsidies" in " ".join(
        row.why for row in found)


@pytest.mark.parametrize(("name", "cells"), [
    ("token", ("aZ81", "qq2x")), ("ipaddr", ("10.0.0.1", "10.0.0.2")), ("Naam", ("Jan", "Piet")),
    ("submitdate", ("2016-02-03 10:11:12", "")), ("E-mailadres", ("x", "y")),
    ("V88", ("jan@example.org", "piet@example.org")), ("V88", ("10.0.0.1", "192.168.4.5")),
    ("V88", ("2016-02-03", "2016-02-04")), ("V88", ("06-12345678", "030 233 23 37")),
    ("V88", ("", "")), ("interviewtime", ("61.5", "99"))])
def test_what_is_no_question_is_left_out(name, cells):
    found = column(variable(name, cells=cells))
    assert (found.target, found.sure, found.dropped) == ("", "zeker", True)
    assert "wordt niet overgenomen" in found.why


@pytest.mark.parametrize(("cells", "labels", "found"), [
    (("1", "2", "3"), {"1": "ja", "2": "in ontwikkeling", "3": "nee"},
     {"1": ("ja", "zeker"), "2": ("in_ontwikkeling", "zeker"), "3": ("nee", "zeker")}),
    (("Ja", "In  ontwikkeling", "NEE"), {},
     {"Ja": ("ja", "zeker"), "In ontwikkeling": ("in_ontwikkeling", "zeker"),
      "NEE": ("nee", "zeker")}),
    (("Y", "N", "yes"), {}, {"Y": ("ja", "zeker"), "N": ("nee", "zeker"), "yes": ("ja", "zeker")}),
    (("in ontwikeling",), {}, {"in ontwikeling": ("in_ontwikkeling", "waarschijnlijk")}),
    (("1", "3"), {}, {"1": ("ja", "waarschijnlijk"), "3": ("nee", "waarschijnlijk")}),
    (("4", "soms"), {}, {"4": ("", "open"), "soms": ("", "open")}),
    (("98", "99"), {}, dict.fromkeys(("98", "99"), (MISSING, "waarschijnlijk"))),
    (("8", "9"), {"8": "Weet niet", "9": "Geen antwoord"},
     dict.fromkeys(("8", "9"), (MISSING, "zeker"))),
    (("N.v.t.", "-", "weet ik niet"), {},
     dict.fromkeys(("N.v.t.", "-", "weet ik niet"), (MISSING, "zeker"))),
])
def test_values_of_a_single_choice(cells, labels, found):
    assert values(variable("participatievisie", cells=cells, values=labels)) == found


@pytest.mark.parametrize(("cells", "labels", "found"), [
    (("1", "0"), {}, {"1": ("1", "zeker"), "0": ("0", "zeker")}),
    (("ja", "nee"), {}, {"ja": ("1", "zeker"), "nee": ("0", "zeker")}),
    (("Selected", "Not selected"), {},
     {"Selected": ("1", "zeker"), "Not selected": ("0", "zeker")}),
    (("1", "2"), {"1": "geselecteerd", "2": "niet geselecteerd"},
     {"1": ("1", "zeker"), "2": ("0", "zeker")}),
    (("1", "2"), {}, {"1": ("1", "zeker"), "2": ("0", "waarschijnlijk")}),
    (("0", "1"), {"0": "ja", "1": "nee"},
     {"0": ("1", "waarschijnlijk"), "1": ("0", "waarschijnlijk")}),
    (("verkokering binnen de gemeente", ""), {},
     {"verkokering binnen de gemeente": ("1", "zeker"), "": ("0", "waarschijnlijk")}),
    (("Y", ""), {}, {"Y": ("1", "zeker"), "": ("0", "waarschijnlijk")}),
    (("Y", "N", ""), {}, {"Y": ("1", "zeker"), "N": ("0", "zeker")}),
])
def test_values_of_an_option(cells, labels, found):
    assert values(variable("knelpunten__verkokering", cells=cells, values=labels)) == found


@pytest.mark.parametrize(("cells", "labels", "missing", "found"), [
    (("12", "12.5", "0", "100"), {}, (), {}),
    (("12,5", "45%", "45 %", "7 procent"), {}, (), {}),
    (("99", "12"), {}, (), {"99": ("", "open")}),
    (("999", "-1"), {}, (), dict.fromkeys(("999", "-1"), (MISSING, "waarschijnlijk"))),
    (("101", "-5"), {}, (), dict.fromkeys(("101", "-5"), ("", "open"))),
    (("ongeveer de helft",), {}, (), {"ongeveer de helft": ("", "open")}),
    (("99",), {"99": "weet niet"}, (), {"99": (MISSING, "zeker")}),
    (("99", "98"), {}, (Missing("98", "99"),),
     dict.fromkeys(("98", "99"), (MISSING, "zeker"))),
    (("-7", "3"), {}, (Missing("-100", "-1"),), {"-7": (MISSING, "zeker")}),
])
def test_values_of_a_percentage(cells, labels, missing, found):
    assert values(variable("belemmeringen__geen", cells=cells, values=labels,
                           missing=missing)) == found


def test_percentages_stored_as_parts_of_one_wait():
    found = column(variable("deelname_wmo", cells=("0.45", "1", "0")))
    assert (found.sure, found.target) == ("open", "deelname_wmo")
    assert "maal 100" in found.why
    assert column(variable("deelname_wmo", cells=("1", "0"))).sure == "zeker"
    assert column(variable("deelname_wmo", cells=("0.5", "12"))).sure == "zeker"


def test_a_missing_value_with_the_label_of_an_answer_is_open():
    found = values(variable("participatievisie", cells=("3",), values={"3": "nee"},
                            missing=[Missing("3", "3")]))
    assert found == {"3": ("", "open")}


def test_answers_that_stand_in_one_cell_are_told_apart():
    question = WAVE.codebook["partners"]
    first, second, *_ = (option.nl for option in question.options)
    cells = (f"{first};{second};", f"{second};de bibliotheek;", "", f"{first};")
    apart = told_apart(received(Variable(question.nl, "", cells, {}, ())), TARGETS)
    names = {one.name.removeprefix(question.nl): one.cells for one in apart.variables}
    assert names == {
        **{f"[{option.nl}]": ("0", "0", "", "0") for option in question.options},
        f"[{first}]": ("1", "0", "", "1"), f"[{second}]": ("1", "1", "", "0"),
        "[anders, namelijk]": ("", "de bibliotheek", "", "")}
    found = [row for row in settle(apart, TARGETS, {}) if row.value is None and row.variable]
    assert [(row.target, row.sure) for row in found] == [
        *((f"partners__{option.id}", "zeker") for option in question.options), ("", "open")]


def test_open_answers_with_semicolons_stay_whole():
    cells = ("Wij zien veel; en doen veel; toch.", "Geen geld; geen tijd", "Niets")
    given = received(variable("voordelen", cells=cells))
    assert told_apart(given, TARGETS) == given


def test_the_group_of_a_file_is_proposed_by_its_name():
    def group(name):
        found = rows(variable("participatievisie"), name=name)[-1]
        return found.value_target, found.sure

    assert group("export afdelingen welzijn.sav") == ("afdeling_welzijn", "waarschijnlijk")
    assert group("export.sav") == ("", "open")
    assert group("sociale diensten en afdelingen welzijn.sav") == ("", "open")


def test_questions_are_recognised_by_an_earlier_name():
    codebook = WAVE.codebook
    changed = codebook["participatievisie"].model_copy(update={"earlier": {
        2011: codebook["partners"].earlier[2011].model_copy(update={"was": "visie2011"})}})
    wave = replace(WAVE, codebook=codebook.model_copy(update={"questions": tuple(
        changed if one.id == changed.id else one for one in codebook.questions)}))
    found, *_ = settle(received(variable("Visie2011")), targets_of(wave), {})
    assert (found.target, found.sure) == ("participatievisie", "waarschijnlijk")


COLUMNS = exported(Project(ROUND), 2016)


@given(st.permutations(range(len(COLUMNS))), st.sets(st.sampled_from(range(len(COLUMNS)))))
def test_what_is_sure_is_right_whatever_stands_beside_it(order, nameless):
    """Columns in any order, of some only the text is left."""
    variables, truth = [], {}
    for place in order[:25]:
        column = COLUMNS[place]
        name = f"V{place}" if place in nameless and column.label else column.name
        truth[name] = column.name
        variables.append(Variable(name, column.label, tuple(column.cells[:5]), {}, ()))
    for row in settle(received(*variables), TARGETS, {}):
        if row.variable and row.value is None and row.sure == "zeker" and row.target:
            assert row.target == truth[row.variable]
