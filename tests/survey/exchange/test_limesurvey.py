"""The structure for LimeSurvey: codes it takes, routing that holds, and the way back."""

import csv
import io
import re
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participatiemonitor.survey.exchange.limesurvey import COLUMNS, LANGUAGES, limesurvey, shown
from participatiemonitor.survey.exchange.limesurvey_codes import RESERVED, TICKED, codes, columns
from participatiemonitor.survey.exchange.questionnaire import GROUP, ORGANISATION
from participatiemonitor.survey.exchange.ways_back import from_limesurvey

from . import evaluating
from .drawn import GROUPS, answers, codebook, codebooks, question

CODE, ANSWER = re.compile("[A-Za-z][A-Za-z0-9]{0,19}"), re.compile("[A-Za-z0-9]{1,5}")
NAME = st.from_regex("[a-z][a-z0-9_]{0,59}", fullmatch=True)


def read(wave) -> list[dict[str, str]]:
    """The rows, as PHP's fgetcsv reads them."""
    content = limesurvey(wave)
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    # With no quotes anywhere, quoting cannot go wrong.
    assert '"' not in text and "\r" not in text
    found = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    assert all(tuple(row) == COLUMNS and None not in row.values() for row in found)
    return found


def test_rows_come_in_order(some_wave):
    found = read(some_wave)
    kinds = [row["class"] for row in found]
    head = kinds.index("G")
    assert set(kinds[:head]) == {"S", "SL"} and set(kinds[head:]) == {"G", "Q", "SQ", "A"}
    assert {row["name"]: row["text"] for row in found if row["class"] == "S"}["language"] == "nl"
    # The second language repeats the first, row by row, in other words.
    bodies = [[row for row in found[head:] if row["language"] == one] for one in LANGUAGES]
    said = ("class", "type/scale", "relevance", "mandatory", "hidden", "exclude_all_others",
            "min_num_value_n", "max_num_value_n", "equals_num_value")
    first, second = ([tuple(row[name] for name in said) for row in body] for body in bodies)
    assert first == second
    assert [row["name"] for row in bodies[0] if row["class"] != "G"] == [
        row["name"] for row in bodies[1] if row["class"] != "G"]
    inside = ""
    for row in bodies[0]:
        if row["class"] == "Q":
            inside = row["type/scale"]
        elif row["class"] == "A":
            assert inside == "L"
        elif row["class"] == "SQ":
            assert inside in ("M", "K")


def test_every_code_is_one_that_limesurvey_takes(some_wave):
    _check(some_wave)


def _check(wave):
    given = codes(wave)
    assert all(CODE.fullmatch(code) and code not in RESERVED
               for code in (*given.questions.values(), *given.parts.values()))
    assert all(ANSWER.fullmatch(code) for code in given.answers.values())
    assert len({code.lower() for code in given.questions.values()}) == len(given.questions)
    for owner in (given.parts, given.answers):
        of_question: dict[str, list[str]] = {}
        for (one, _), code in owner.items():
            of_question.setdefault(one, []).append(code.lower())
        assert all(len(set(found)) == len(found) for found in of_question.values())
    # Each heading and value of an export stands for one thing.
    back = [(one.name, one.value) for one in columns(wave)]
    assert len(set(back)) == len(back)
    for row in read(wave):
        if row["class"] in ("Q", "SQ"):
            assert CODE.fullmatch(row["name"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAME, st.lists(NAME, min_size=1, max_size=4, unique=True),
                          st.sampled_from(["single", "multiple", "percentage"])),
                min_size=1, max_size=6, unique_by=lambda one: one[0]))
def test_whatever_names_a_codebook_has(mini_wave, drawn):
    reserved = ("respons", "register", "respondent", ORGANISATION, GROUP, "stratum")
    kept = [(name, tuple(options), kind) for name, options, kind in drawn if name not in reserved]
    if kept:
        try:
            book = codebook(*(question(name, kind, options) for name, options, kind in kept))
        except AssertionError:
            return  # two columns of responses.csv would have one name
        _check(replace(mini_wave, codebook=book))


def test_names_that_collide_or_are_reserved(mini_wave):
    book = codebook(question("time", "single", ("a",)), question("a_b", "single", ("a",)),
                    question("ab", "single", ("a",)), question("groep", "single", ("a",)),
                    question("x" * 60, "multiple", ("other", "y" * 60, "y" * 59)))
    given = codes(replace(mini_wave, codebook=book))
    assert given.questions == {
        ORGANISATION: "organisatie", GROUP: "groep", "time": "time2", "a_b": "ab", "ab": "ab2",
        "groep": "groep2", "x" * 60: "x" * 19 + "2"}
    assert given.parts == {("x" * 60, "other"): "other2", ("x" * 60, "y" * 60): "y" * 19 + "2",
                           ("x" * 60, "y" * 59): "y" * 19 + "3"}


def test_routing_asks_whom_the_codebook_asks(holed):
    _asks(holed)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(codebooks(), st.integers(0, 2**32))
def test_routing_of_any_codebook(mini_wave, book, seed):
    _asks(replace(mini_wave, codebook=book, responses=answers(book, seed)))


def _asks(wave):
    given = codes(wave)
    rows = {row["name"]: row for row in read(wave) if row["class"] == "Q"}
    asked = {one.id: wave.asked(one.id) for one in wave.codebook.questions}
    for respondent, row in wave.responses.iterrows():
        values = _export(row, wave, given)
        for one in wave.codebook.questions:
            code = given.questions[one.id]
            if row[GROUP] not in one.asked:
                if not one.derived:
                    assert not evaluating.limesurvey(rows[code]["relevance"], values)
            elif one.derived:
                values[code] = evaluating.limesurvey(rows[code]["text"].strip("{}"), values)
                answer = None if pd.isna(row[one.id]) else row[one.id]
                assert values[code] == given.answers.get((one.id, answer), ""), one.id
            else:
                said = bool(evaluating.limesurvey(rows[code]["relevance"], values))
                assert said == asked[one.id][respondent], (one.id, respondent)


def _export(row, wave, given) -> dict[str, str]:
    """The answers of a respondent by the names that expressions have for them."""
    values = {given.questions[GROUP]: given.answers[GROUP, row[GROUP]]}
    for one in wave.codebook.questions:
        code = given.questions[one.id]
        if one.kind == "single" and not one.derived and not pd.isna(row[one.id]):
            values[code] = given.answers[one.id, row[one.id]]
        elif one.kind == "multiple":
            for option, column in zip(one.option_ids, one.columns, strict=True):
                values[f"{code}_{given.parts[one.id, option]}"] = TICKED * (row[column] == 1)
    return values


def test_the_crosswalk_leads_to_every_column(some_wave):
    rows = list(csv.DictReader(io.StringIO(from_limesurvey(some_wave).decode())))
    questions = some_wave.codebook.questions
    wanted = {ORGANISATION, GROUP, *some_wave.codebook.columns,
              *(one.id for one in questions if one.kind == "open")}
    assert {row["var_name_target"] for row in rows if row["besluit"] == "ja"} == wanted
    dropped = {row["var_name_orig"] for row in rows if row["besluit"] == "weg"}
    assert dropped == {codes(some_wave).questions[one.id] for one in questions if one.derived}
    for question_ in questions:
        if question_.kind == "single" and not question_.derived:
            assert [row["val_label_target"] for row in rows if row["val_label_orig"]
                    and row["var_name_target"] == question_.id] == list(question_.option_ids)


def test_hostile_texts_are_words(hostile, wave):
    harmless, poisoned = read(wave), read(hostile)
    assert len(harmless) == len(poisoned)
    for old, new in zip(harmless, poisoned, strict=True):
        for column in COLUMNS:
            if column in ("text", "help") or (column == "name" and new["class"] == "G"):
                equation = new["type/scale"] == "*"
                assert not re.search("[<>]", new[column].replace("&lt;", "").replace("&gt;", ""))
                assert equation or not re.search(r"\{\S", new[column])
                assert not re.match("[=+@＝＋－＠-]", new[column])
            else:
                assert old[column] == new[column]


@pytest.mark.parametrize(("text", "safe"), [
    ("{TOKEN:EMAIL}", "{ TOKEN:EMAIL}"), ("<b>", "&lt;b&gt;"), ("=1+1", "&#61;1+1"),
    ('"a" & b', "&quot;a&quot; &amp; b"), ("een – twee", "een – twee")])
def test_shown(text, safe):
    assert shown(text) == safe


def test_groups_and_bytes(some_wave):
    assert limesurvey(some_wave) == limesurvey(some_wave)
    assert set(some_wave.info.groups) == set(GROUPS)
