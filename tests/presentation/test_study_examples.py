"""The example of a study in a book: whose it is, where its files are, and how to begin oneself."""

from __future__ import annotations

import datetime as dt

import pytest

from participatiemonitor.book.words import WORDS
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.studies import example_words, examples
from participatiemonitor.studies.examples import Asked, Example, Examples
from participatiemonitor.studies.report import (
    PERCENT,
    Column,
    ReportFigure,
    ReportTable,
    report_of,
)
from participatiemonitor.studies.study import About

REMARK = "Voorbeeld: deze gegevens zijn verzonnen."
HOSTILE = "*a* | <b>b</b> `c`"


def example(*asks: Asked, remark: str = REMARK, persons: bool = True) -> Example:
    rows = ((HOSTILE, 0.445), ("niemand", None))
    table = ReportTable("wie", "Wie stijgt", (Column("wie", "Wie"),
                                              Column("deel", "Deel", PERCENT)), rows, "Van allen")
    figure = ReportFigure("delen", "De meesten stijgen", "bars", "wie", {"value": "deel"})
    about = About("De proef", "Wie stijgt.", "Gemeente A, 31 maart 2012", dt.date(2012, 3, 31),
                  remark)
    return Example(about, asks, persons, report_of("proef", [table], [figure], meest=HOSTILE))


@pytest.fixture
def known() -> dict[str, Example]:
    return {"proef": example(Asked("opzet", "Over wie het gaat.", True),
                             Asked("wie", "Een rij per *mens*.", False))}


def test_a_figure_says_at_sight_that_it_is_of_an_example(known):
    text = examples.study_figure(known, "proef", "delen").text
    assert "/downloads/studie-proef-delen.svg" in text
    assert ":name: \"figuur-studie-proef-delen\"" in text
    assert text.count(REMARK) == 2  # under the drawing, and under its numbers
    for file in ("studie-proef-delen.svg", "studie-proef-delen.png", "studie-proef-wie.csv"):
        assert f'<a href="../downloads/{file}" download>' in text
    # The option with the alternative text is plain text.
    assert not any("<b>" in line for line in text.splitlines() if not line.startswith(":alt: "))


def test_a_table_says_so_too(known):
    text = examples.study_table(known, "proef", "wie").text
    assert ":name: \"tabel-studie-proef-wie\"" in text
    assert f"{{table}} **Wie stijgt.** {REMARK}\n" in text
    assert "Van allen." in text
    assert '<a href="../downloads/studie-proef-wie.csv" download>' in text


def test_a_table_is_shown_with_the_columns_that_are_asked_and_offered_whole(known):
    text = examples.study_table(known, "proef", "wie", columns=[]).text
    assert "| Wie |\n| :-- |" in text
    assert "45%" not in text
    assert "studie-proef-wie.csv" in text
    with pytest.raises(InputError, match="kolom van tabel wie"):
        examples.study_table(known, "proef", "wie", columns=["weg"])


def test_an_example_without_a_remark_says_no_more_than_its_title():
    text = examples.study_table({"proef": example(remark="")}, "proef", "wie").text
    assert "{table} Wie stijgt.\n" in text


def test_words_are_those_of_the_report_and_say_whose_they_are(known):
    value = example_words.study_value(known, "proef", "wie", HOSTILE, "deel")
    assert (value.text, value.kind, value.args["study"]) == ("45%", "study_value", "proef")
    assert value.source == f"Voorbeeld bij “De proef”: Wie stijgt: {HOSTILE}, Deel"
    said = example_words.study_text(known, "proef", "meest")
    assert (said.text, said.kind, said.args) == (
        HOSTILE, "study_text", {"study": "proef", "name": "meest"})
    remark = example_words.study_remark(known, "proef")
    assert (remark.text, remark.kind) == (REMARK, "study_remark")
    assert {"study_value", "study_text", "study_remark"} <= WORDS.keys()


def test_a_cell_without_a_number_is_no_word(known):
    with pytest.raises(InputError, match="in deze cel staat geen getal"):
        example_words.study_value(known, "proef", "wie", "niemand", "deel")


def test_who_begins_sees_the_tables_the_command_and_the_files(known):
    text = examples.study_start(known, "proef").text
    assert "| `opzet` | Over wie het gaat. |" in text
    assert "| `wie` | Een rij per &#42;mens&#42;. |" in text
    assert "monitor study proef --from mijn-map" in text
    assert "`docs/studies/proef.md`" in text
    for file in ("studie-proef-invoer.xlsx", "studie-proef-voorbeeld.zip"):
        assert f'<a href="../downloads/{file}" download>' in text
    assert "een van deze manieren" not in text
    assert "monitor study key mijn-map" in text


def test_who_counts_no_persons_needs_no_key():
    text = examples.study_start({"proef": example(persons=False)}, "proef").text
    assert "sleutel" not in text


def test_who_begins_sees_that_one_of_several_ways_is_needed():
    ways = (Asked("opzet", "Over wie.", True), Asked("klanten", "Klanten.", False, "een bestand"),
            Asked("landelijk", "Delen.", False, "landelijke delen"),
            Asked("samenstelling", "Wie.", False, "landelijke delen"))
    text = examples.study_start({"proef": example(*ways)}, "proef").text
    assert "| `klanten`" not in text
    assert ("Daarbij één van deze manieren:\n\n1. een bestand: `klanten`\n"
            "2. landelijke delen: `landelijk` en `samenstelling`\n\n") in text


def test_a_study_without_an_example_is_told_with_those_there_are(monkeypatch, tmp_path):
    monkeypatch.delenv("MONITOR_RESULTS", raising=False)
    with pytest.raises(InputError, match=r"'proef': van die werkstudie .* \(geen\)"):
        example_words.study_text(Examples(), "proef", "meest")
