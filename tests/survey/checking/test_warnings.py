"""Each kind of warning: a round with that oddity alone, found in its file, row and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from editing import append, cells, edit, replace, write

from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.checking.finding import WARNINGS

from .conftest import YEAR, looked_over

Spoil = Callable[[Path], object]
# Of a finding: its kind, file, row and column.
Place = tuple[str, str, int | str | None, str | None]


def row_of(path: Path, key: str) -> int:
    """The row that a spreadsheet shows, of a record by its first cell."""
    header, records = cells(path)
    return 2 + [record[header[0]] for record in records].index(key)


def change(file: str, key: str, **changes: str) -> Spoil:
    return lambda folder: edit(folder / file, key, **changes)


def every(name: str, make: Callable[[int, dict[str, str]], dict[str, str]]) -> Spoil:
    """Change every record of a file."""
    def spoil(folder: Path) -> None:
        header, records = cells(folder / name)
        write(folder / name, header, [{**record, **make(number, record)}
                                      for number, record in enumerate(records)])
    return spoil


def both(*spoils: Spoil) -> Spoil:
    return lambda folder: [spoil(folder) for spoil in spoils]


def head(old: str, new: str) -> Spoil:
    return lambda folder: replace(folder / "wave.yml", old, new)


def copy_answers(folder: Path) -> None:
    """Give a respondent the answers of another of the same group, open ones apart."""
    header, records = cells(folder / "responses.csv")
    by_name = {record["respondent"]: record for record in records}
    first, second = (by_name[name] for name in ("SD-K-1", "SD-K-2"))
    second.update({column: first[column] for column in header[3:]})
    write(folder / "responses.csv", header, records)
    header, texts = cells(folder / "open_answers.csv")
    write(folder / "open_answers.csv", header,
          [text for text in texts if text["respondent"] != "SD-K-2"])


def without(name: str, keep: Callable[[dict[str, str]], bool]) -> Spoil:
    """Leave records of a file out."""
    def spoil(folder: Path) -> None:
        header, records = cells(folder / name)
        write(folder / name, header, list(filter(keep, records)))
    return spoil


STRAIGHT = {**{f"stellingen__{item}": "1" for item in ("een", "twee", "drie", "vier")},
            **{f"verdeling__{item}": "20" for item in ("vroeg", "midden", "laat")},
            **{f"oordeel_{item}": "pilot" for item in ("een", "twee", "drie")}}

CASES: dict[str, tuple[str, Spoil, list[Place]]] = {
    "registertotaal": (
        "registertotaal", head("municipalities: 48", "municipalities: 49"),
        [("registertotaal", "frame.csv", None, "municipalities")]),
    "klanten in het register": (
        "registertotaal", change("frame.csv", "K-1", clients="301"),
        [("registertotaal", "frame.csv", None, "clients")]),
    "meer klanten dan inwoners": (
        "te-groot", change("frame.csv", "K-1", inhabitants="299"),
        [("te-groot", "frame.csv", "K-1", "clients")]),
    "meer klanten dan het land": (
        "te-groot", change("frame.csv", "K-1", clients="70000", inhabitants="80000"),
        [("registertotaal", "frame.csv", None, "clients"),
         ("te-groot", "frame.csv", "K-1", "clients")]),
    "meer inwoners dan het land": (
        "te-groot", change("frame.csv", "G-1", inhabitants="20000001"),
        [("te-groot", "frame.csv", "G-1", "inhabitants")]),
    "een klasse zonder organisaties": (
        "lege-klasse", head("- 100000", "- 100000\n    - 900000"),
        [("lege-klasse", "wave.yml", "margins > inwoners", "bounds")]),
    "een grootteklasse zonder respondenten": (
        "lege-klasse", both(
            without("responses.csv", lambda row: not row["respondent"].startswith("AW-G")),
            without("open_answers.csv", lambda row: not row["respondent"].startswith("AW-G")),
            head("margins:\n  inwoners:\n    nl: inwoners\n    column: inhabitants\n"
                 "    bounds:\n    - 100000\n", "")),
        [("lege-klasse", "responses.csv", None, "organisation")]),
    "weinig respons": (
        "weinig-respons", both(
            head("minimum_base: 5", "minimum_base: 48"),
            *(without(name, lambda row: row["respondent"] != "AW-K-1")
              for name in ("responses.csv", "open_answers.csv"))),
        [("weinig-respons", "responses.csv", None, "group")]),
    "veldwerk in een ander jaar": (
        "veldwerk", head("sociale_dienst: 2014-03", "sociale_dienst: 2013-03"),
        [("veldwerk", "wave.yml", "fieldwork", "sociale_dienst")]),
    "een register van vroeger": (
        "veldwerk", head("reference_date: 2014-01-01", "reference_date: 2004-01-01"),
        [("veldwerk", "wave.yml", None, "reference_date")]),
    "een wet van later": (
        "veldwerk", head("since: 2007", "since: 2015"),
        [("veldwerk", "wave.yml", "laws > support", "since")]),
    "99 in een percentage": (
        "weet-niet-code", change("responses.csv", "SD-K-1", klanten__jong="99", klanten__ziek="1"),
        [("weet-niet-code", "responses.csv", "SD-K-1", "klanten__jong")]),
    "999 in een aantal": (
        "weet-niet-code", change("responses.csv", "AW-G-2", projecten="999"),
        [("weet-niet-code", "responses.csv", "AW-G-2", "projecten")]),
    "boven honderd": (
        "boven-honderd", change("responses.csv", "SD-K-1", klanten__jong="70",
                                klanten__ziek="40"),
        [("boven-honderd", "responses.csv", "SD-K-1", "klanten__jong")]),
    "een puntkomma in een naam": (
        "teken-in-naam", change("frame.csv", "K-3", name="Hattem;gemeente"),
        [("teken-in-naam", "frame.csv", "K-3", "name")]),
    "verminkte letters in een naam": (
        "verminkte-letters", change("frame.csv", "K-3", name="SmallingerlandÃ«"),
        [("verminkte-letters", "frame.csv", "K-3", "name")]),
    "verminkte letters in een antwoord": (
        "verminkte-letters", change("open_answers.csv", "SD-K-3", text="CliÃ«nten, zegt men."),
        [("verminkte-letters", "open_answers.csv", "SD-K-3", "text")]),
    "verminkte letters in de kop": (
        "verminkte-letters", head("title: Kleine peiling", "title: Peiling â€™14"),
        [("verminkte-letters", "wave.yml", 3, None)]),
    "een vaste spatie": (
        "witruimte", change("frame.csv", "K-3", name="Den\xa0Helder"),
        [("witruimte", "frame.csv", "K-3", "name")]),
    "een spatie achteraan": (
        "witruimte", change("responses.csv", "SD-K-1", oordeel_een="pilot ",
                            oordeel_twee="nee", oordeel_drie="staand"),
        [("witruimte", "responses.csv", "SD-K-1", "oordeel_een")]),
    "een datum als code": (
        "datum-in-tekst", change("frame.csv", "K-3", name="1-feb"),
        [("datum-in-tekst", "frame.csv", "K-3", "name")]),
    "een rechte lijn": (
        "rechte-lijn", change("responses.csv", "AW-K-5", **STRAIGHT),
        [("rechte-lijn", "responses.csv", "AW-K-5", "respondent")]),
    "gelijke antwoorden": (
        "gelijke-antwoorden", copy_answers,
        [("gelijke-antwoorden", "responses.csv", "SD-K-2", "respondent")]),
    "een naam twee keer": (
        "dubbele-organisatie", change("frame.csv", "K-9", name="PLAATS K-2"),
        [("dubbele-organisatie", "frame.csv", "K-9", "name")]),
    "aantallen twee keer": (
        "dubbele-organisatie", both(
            change("frame.csv", "K-2", clients="301", inhabitants="20007"),
            change("frame.csv", "K-3", clients="301", inhabitants="20007"),
            head("assistance_clients: 59496", "assistance_clients: 59495")),
        [("dubbele-organisatie", "frame.csv", "K-3", "organisation")]),
    "een optie die niemand koos": (
        "optie-zonder-antwoord", every("responses.csv", lambda number, row: {
            "beleid": "ja" if row["beleid"] == "deels" else row["beleid"]}),
        [("optie-zonder-antwoord", "responses.csv", None, "beleid")]),
    "een vakje dat niemand aankruiste": (
        "optie-zonder-antwoord", every("responses.csv", lambda number, row: {
            "stellingen__een": "0", "stellingen__twee": "1", "stellingen__drie": "0"}),
        [("optie-zonder-antwoord", "responses.csv", None, "stellingen__een"),
         ("optie-zonder-antwoord", "responses.csv", None, "stellingen__drie")]),
    "een thema dat niemand noemde": (
        "optie-zonder-antwoord", every("open_answers.csv", lambda number, row: {
            "themes": "geld"}),
        [("optie-zonder-antwoord", "open_answers.csv", None, "themes")]),
    "een vraag zonder antwoord": (
        "vraag-zonder-antwoord", every("responses.csv", lambda number, row: {
            "projecten": "" if row["group"] == "sociale_dienst" else row["projecten"]}),
        [("vraag-zonder-antwoord", "responses.csv", None, "projecten")]),
    "een open vraag zonder antwoord": (
        "vraag-zonder-antwoord", without(
            "open_answers.csv", lambda row: not row["respondent"].startswith("AW")),
        [("vraag-zonder-antwoord", "open_answers.csv", None, "question")]),
    "een vraag die aan niemand is gesteld": (
        "niemand-gevraagd", every("responses.csv", lambda number, row: {
            "plan_een": "nee", "plan_twee": "pilot" if number % 3 else "nee", "bereik": ""}
            if row["group"] == "sociale_dienst" else {}),
        [("niemand-gevraagd", "responses.csv", None, "bereik")]),
    "te veel overgeslagen": (
        "itemnonrespons", every("responses.csv", lambda number, row: {
            "projecten": "" if number % 5 < 3 and row["group"] == "afdeling_welzijn"
            else row["projecten"]}),
        [("itemnonrespons", "responses.csv", None, "projecten")]),
    "fracties": ("fractie", every("responses.csv", lambda number, row: {
        "bereik": f"0.{number % 9 + 1}" if row["bereik"] else ""}), []),
}


def test_a_clean_round_gives_nothing(folder, project):
    assert looked_over(folder).findings == ()
    assert len(load_answered(YEAR, project).responses) == 96


@pytest.mark.parametrize(("kind", "spoil", "expected"), CASES.values(), ids=CASES)
def test_an_oddity_is_found_where_it_is_and_nothing_else(folder, kind, spoil, expected):
    spoil(folder)
    inspection = looked_over(folder)
    assert inspection.errors == []
    found = [(one.kind, one.file, one.row, one.column) for one in inspection.warnings]
    if expected:  # in each row, which a test below looks at
        assert found == [
            (name, file, row_of(folder / file, row) if file.endswith(".csv") and isinstance(
                row, str) else row, column) for name, file, row, column in expected]
    assert {one[0] for one in found} >= {kind}
    assert all(one.expected and one.severity == "waarschuwing" for one in inspection.warnings)


def test_every_kind_of_warning_has_a_case():
    assert {kind for kind, _, _ in CASES.values()} == set(WARNINGS)


def test_the_guide_explains_every_kind(repository):
    guide = (repository.root / "docs/nieuwe-peiling.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", guide, re.M)).items() >= WARNINGS.items()


def test_fractions_are_marked_in_each_cell_and_small_percentages_are_not(folder):
    CASES["fracties"][1](folder)
    found = looked_over(folder).warnings
    _, records = cells(folder / "responses.csv")
    assert [(one.kind, one.row, one.column) for one in found] == [
        ("fractie", number, "bereik") for number, row in enumerate(records, start=2)
        if row["bereik"]]
    first = next(row["respondent"] for row in records if row["bereik"])
    edit(folder / "responses.csv", first, bereik="2")
    assert looked_over(folder).warnings == []


def test_amounts_above_a_hundred_together_are_right_where_most_say_so(folder):
    every("responses.csv", lambda number, row: {
        "klanten__jong": "70", "klanten__ziek": "40"} if row["klanten__jong"] else {})(folder)
    assert looked_over(folder).findings == ()


def test_a_ladder_that_adds_up_holds_no_codes(folder):
    edit(folder / "responses.csv", "SD-K-1", ladder__laag="99", ladder__hoog="1")
    assert looked_over(folder).findings == ()


def test_who_does_the_same_in_two_batteries_out_of_three_is_no_straight_line(folder):
    edit(folder / "responses.csv", "AW-K-5", **{**STRAIGHT, "oordeel_een": "nee"})
    assert looked_over(folder).findings == ()


def test_the_same_answers_in_another_group_are_no_double(folder):
    header, records = cells(folder / "responses.csv")
    columns = [column for column in header[3:] if not column.startswith(("klanten", "ladder"))]
    by_name = {record["respondent"]: record for record in records}
    by_name["SD-K-1"].update({column: by_name["AW-K-1"][column] for column in columns})
    write(folder / "responses.csv", header, records)
    append_missing(folder)
    assert looked_over(folder).findings == ()


def append_missing(folder: Path) -> None:
    """Leave no open answer where it was not asked."""
    _, records = cells(folder / "responses.csv")
    tasks = {record["respondent"]: record["taken__geen"] == "0" for record in records}
    without("open_answers.csv", lambda row: tasks[row["respondent"]])(folder)
    if tasks["SD-K-1"] and "SD-K-1" not in (folder / "open_answers.csv").read_text():
        append(folder / "open_answers.csv", respondent="SD-K-1", question="toelichting",
               themes="geld", themes_second="geld", quotable="nee")
