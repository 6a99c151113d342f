"""The SPSS file: every answer, label and missing value, as three programs read them back."""

import csv
import io
import re
import shutil
import subprocess
from dataclasses import replace

import pandas as pd
import pyreadstat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.survey.exchange.spss import spss
from participatiemonitor.survey.exchange.variables import (
    LONGEST,
    MISSING,
    NOT_ASKED,
    NOT_GIVEN,
    RESERVED,
    variables,
)

from .drawn import codebook, question

NAME = st.from_regex("[a-z][a-z0-9_]{0,59}", fullmatch=True)
PSPP, R = shutil.which("pspp"), shutil.which("Rscript")
HAVEN = R and subprocess.run([R, "-e", "library(haven)"], capture_output=True,
                             check=False).returncode == 0


def read(content: bytes, tmp_path):
    """The table with missing values as they were written, and what is said of it."""
    path = tmp_path / "antwoorden.sav"
    path.write_bytes(content)
    return pyreadstat.read_sav(path, user_missing=True)


def expected(wave) -> dict[str, list]:
    """Every cell, from responses.csv and open_answers.csv."""
    given = {name: rows.set_index("respondent") for name, rows in
             wave.open_answers.groupby("question")}
    cells: dict[str, list] = {}
    for one in variables(wave):
        if one.derived:
            continue
        asked = wave.asked(one.question.id) if one.question else None
        if one.question and one.question.kind == "open":
            known = given[one.question.id][one.column] if one.question.id in given else {}
            cells[one.name] = [_text(known.get(code)) for code in wave.responses.index]
            continue
        column = (wave.responses.index if one.column == "respondent"
                  else wave.responses[one.column])
        cells[one.name] = [
            (NOT_GIVEN if asked.iloc[place] else NOT_ASKED) if pd.isna(cell)
            else one.codes[cell] if cell in one.codes else one.codes.get(str(cell)[:1], cell)
            if one.question and one.question.kind == "multiple" else cell
            for place, cell in enumerate(column)]
    return cells


def _text(value) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return {True: "ja", False: "nee", None: ""}.get(value, value) if not isinstance(
        value, str) else value


def test_nothing_is_lost(some_wave, tmp_path):
    table, said = read(spss(some_wave), tmp_path)
    cells = expected(some_wave)
    assert list(table) == list(cells)
    for name, column in cells.items():
        assert table[name].tolist() == column, name
    for one in variables(some_wave):
        if one.derived:
            continue
        assert said.column_names_to_labels[one.name] == one.label.nl
        labels = said.variable_value_labels.get(one.name, {})
        assert labels == ({} if one.text else {
            float(code): text.nl for code, text in {**one.labels, **one.missing}.items()})
        ranges = said.missing_ranges.get(one.name, [])
        assert ranges == ([{"lo": NOT_GIVEN, "hi": NOT_ASKED}] if one.missing else [])


def test_the_same_bytes_each_time(some_wave, tmp_path):
    content = spss(some_wave)
    assert content == spss(some_wave)
    _, said = read(content, tmp_path)
    assert said.creation_time.date() == some_wave.info.reference_date


def test_missing_answers_are_no_percentages(wave, tmp_path):
    path = tmp_path / "antwoorden.sav"
    path.write_bytes(spss(wave))
    table, _ = pyreadstat.read_sav(path)
    assert table["deelname_wmo"].min() >= 0
    assert table["deelname_wmo"].isna().sum() == wave.responses["deelname_wmo"].isna().sum()


def test_long_and_hostile_labels(wave, with_texts, hostile, tmp_path):
    other = with_texts(wave, ["é" * 1_000, "ja" * 700])
    for one in (replace(wave, codebook=other.codebook), replace(wave, codebook=hostile.codebook)):
        table, said = read(spss(one), tmp_path)
        assert table.shape[0] == len(wave.responses)
        for name, label in said.column_names_to_labels.items():
            whole = next(known.label.nl for known in variables(one) if known.name == name)
            assert label == whole or whole.startswith(label.removesuffix("…").rstrip())
        assert all(len(label.encode()) <= 120 for labels in said.variable_value_labels.values()
                   for label in labels.values())


VALID = re.compile(r"[A-Za-z@#$][A-Za-z0-9_.@#$]*")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAME, st.lists(NAME, min_size=1, max_size=4, unique=True),
                          st.sampled_from(["single", "multiple", "percentage", "open"])),
                min_size=1, max_size=6, unique_by=lambda one: one[0]))
def test_names_are_names_of_spss(mini_wave, drawn):
    try:
        book = codebook(*(question(name, kind, tuple(options)) for name, options, kind in drawn))
    except AssertionError:
        return  # a name that a codebook cannot have, or two columns of one name
    names = [one.name for one in variables(replace(mini_wave, codebook=book))]
    assert len({name.lower() for name in names}) == len(names)
    assert all(VALID.fullmatch(name) and len(name.encode()) <= LONGEST
               and name.lower() not in RESERVED for name in names)


def test_names_that_are_too_long_or_reserved(mini_wave):
    book = codebook(question("with", "single", ("a",)),
                    question("x" * 60, "multiple", ("y" * 60, "y" * 59, "z")),
                    question("tekst", "open", ("a",)), question("tekst__themes", "number"))
    names = {one.label.en: one.name for one in variables(replace(mini_wave, codebook=book))}
    assert names["Question with?"] == "with2"
    assert names[f"Question {'x' * 60}? [option {'y' * 60}]"] == "x" * 60 + "__y2"
    assert names[f"Question {'x' * 60}? [option {'y' * 59}]"] == "x" * 60 + "__y3"
    assert names[f"Question {'x' * 60}? [option z]"] == "x" * 60 + "__z"
    assert {names["Question tekst? [themes]"], names["Question tekst__themes?"]} == {
        "tekst__themes", "tekst__themes2"}


@pytest.mark.audit
@pytest.mark.skipif(PSPP is None, reason="pspp ontbreekt (apt install pspp); zonder wordt het "
                                         "SPSS-bestand niet door PSPP teruggelezen")
def test_pspp_reads_all_of_it(some_wave, tmp_path):
    (tmp_path / "antwoorden.sav").write_bytes(spss(some_wave))
    _run([PSPP, "-"], tmp_path, "GET FILE='antwoorden.sav'.\n"
         "SAVE TRANSLATE /OUTFILE='uit.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.\n"
         "DISPLAY DICTIONARY.\n")
    with (tmp_path / "uit.csv").open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    cells = expected(some_wave)
    assert [name.lower() for name in table[0]] == list(cells)
    for name, column in zip(table[0], cells.values(), strict=True):
        assert [_number(row[name]) for row in table] == [_number(cell) for cell in column], name


@pytest.mark.audit
@pytest.mark.skipif(not HAVEN, reason="R met haven ontbreekt (apt install r-cran-haven); zonder "
                                      "wordt het SPSS-bestand niet door R teruggelezen")
def test_haven_reads_all_of_it(some_wave, tmp_path):
    (tmp_path / "antwoorden.sav").write_bytes(spss(some_wave))
    _run([R, "-"], tmp_path, """
library(haven)
d <- read_sav("antwoorden.sav", user_na = TRUE)
told <- do.call(rbind, lapply(names(d), function(n) data.frame(name = n,
  label = attr(d[[n]], "label"), values = paste(names(attr(d[[n]], "labels")), collapse = "|"),
  codes = paste(attr(d[[n]], "labels"), collapse = "|"),
  missing = paste(attr(d[[n]], "na_range"), collapse = "|"))))
write.csv(told, "woorden.csv", row.names = FALSE, fileEncoding = "UTF-8")
plain <- data.frame(lapply(d, function(x) {
  if (is.numeric(x)) as.numeric(unclass(x)) else as.character(x) }))
names(plain) <- names(d)
write.csv(plain, "uit.csv", row.names = FALSE, na = "", fileEncoding = "UTF-8")
""")
    cells = expected(some_wave)
    with (tmp_path / "uit.csv").open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    for name, column in cells.items():
        assert [_number(row[name]) for row in table] == [_number(cell) for cell in column], name
    with (tmp_path / "woorden.csv").open(encoding="utf-8", newline="") as stream:
        words = {row["name"]: row for row in csv.DictReader(stream)}
    for one in variables(some_wave):
        if one.derived:
            continue
        said = words[one.name]
        assert said["label"] == one.label.nl
        labels = {} if one.text else {**one.labels, **one.missing}
        assert dict(zip(filter(None, said["codes"].split("|")), filter(
            None, said["values"].split("|")), strict=True)) == {
                str(code): text.nl for code, text in labels.items()}
        assert said["missing"] == (f"{NOT_GIVEN}|{NOT_ASKED}" if one.missing else "")
    assert set(MISSING) == {NOT_GIVEN, NOT_ASKED}


def _run(command: list[str], folder, script: str) -> str:
    done = subprocess.run(command if command[0] == PSPP else [*command[:1], "--vanilla", "-"],
                          input=script, cwd=folder, text=True, capture_output=True, check=False,
                          env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _number(cell) -> str:
    """A cell as text; numbers alike however they were written."""
    try:
        return f"{float(cell):g}"
    except (TypeError, ValueError):
        return str(cell).strip()


def test_open_answers_keep_their_words(later_wave, tmp_path):
    table, _ = read(spss(later_wave), tmp_path)
    longest = later_wave.open_answers["text"].str.len().max()
    assert longest > 255  # longer than one piece of a string in the file
    stream = io.StringIO()
    table.to_csv(stream)
    assert later_wave.open_answers["text"].iloc[0] in stream.getvalue()
