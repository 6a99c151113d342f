"""Overviews over documents: what is read, what is left out, and what is refused."""

import pytest

from participatiemonitor.documents.moments import moment
from participatiemonitor.documents.overviews import COMMON, DROPPED, PLANNED, read_overviews
from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.files.faults import InvalidWave

HEAD = """
form: timeline
nl: Plannen
title: Het kwam later
rows: {wet: {nl: De wet}, plan: {nl: Het plan}}
"""
LINES = """row,kind,cell,document,section,published,note
wet,gepland,gids2008.tijd.wet.wanneer,,,,
wet,ingevoerd,,,,1 januari 2010,met het plan
plan,gepland,,gids2008,"2.1",vanaf juli 2009,
plan,gepland,,elders2009,"1",2011,
"""


@pytest.fixture
def overviews(mini):
    """Write a document and an overview, and read the overview."""
    def read(head=HEAD, lines=LINES):
        folder = mini.published / "gids2008" / "tables"
        folder.mkdir(parents=True, exist_ok=True)
        folder.with_name("document.yml").write_text("name: Gids (2008)\n", "utf-8")
        (folder / "tijd.yml").write_text(
            "nl: Tijd\nsection: '1'\ncolumns: {wanneer: {nl: wanneer, unit: tekst}, "
            "deel: {nl: deel, unit: procent}}\nrows: {wet: {nl: de wet}}\n", "utf-8")
        (folder / "tijd.csv").write_text(
            "row,column,value,low,high,flag,published,read,section,quantity,note\n"
            "wet,wanneer,,,,,1 juli 2009,,,,\nwet,deel,,10,15,,10-15%,,,,\n", "utf-8")
        (mini.published / "plannen.yml").write_text(head, "utf-8")
        (mini.published / "plannen.csv").write_text(lines, "utf-8")
        return read_overviews(mini, read_printed(mini))

    return read


@pytest.mark.parametrize(("text", "year"), [
    ("1 juli 2006", 2006.5), ("vanaf 2015", 2015), ("Januari 2014", 2014), ("eind 2004", 2004),
    ("uiterlijk in 2016", 2016), ("Divosa (2012), 1.1", 2012), ("binnenkort", None),
    ("tabel 12", None)])
def test_a_moment_is_the_first_that_a_text_names(text, year):
    assert moment(text) == year


def test_a_line_has_what_its_cell_says_and_where_it_stands(overviews):
    first, second, third = overviews()["plannen"].told
    assert (first.published, first.where) == ("1 juli 2009", "Gids (2008), 1")
    assert str(first.place) == "gids2008.tijd.wet.wanneer"
    assert (second.where, second.note) == (COMMON, "met het plan")
    assert (third.published, third.where) == ("vanaf juli 2009", "Gids (2008), 2.1")


def test_a_line_of_a_document_that_is_not_there_is_left_out(overviews):
    assert [one.published for one in overviews()["plannen"].of("plan", PLANNED)] == [
        "vanaf juli 2009"]


def test_an_overview_of_common_knowledge_alone_is_none(overviews):
    lines = LINES.splitlines()
    assert overviews(lines="\n".join([lines[0], lines[2]]) + "\n") == {}


def test_a_share_has_the_limits_of_its_cell(overviews):
    head = HEAD.replace("timeline", "shares")
    one, = overviews(head, "row,kind,cell,document,section,published,note\n"
                           "wet,geschat,gids2008.tijd.wet.deel,,,,\n")["plannen"].told
    assert (one.limits.low, one.limits.high) == (10, 15)


@pytest.mark.parametrize(("old", "new", "column"), [
    ("plan,gepland,,gids2008", "anders,gepland,,gids2008", "row"),
    ("wet,gepland,gids", "wet,geschat,gids", "kind"),
    ("wanneer,,,,", "wanneer,,,2009,", "published"),
    ('gids2008,"2.1",', "gids2008,,", "section"),
    (",1 januari 2010,met het plan", ",,", "cell"),
    ("vanaf juli 2009", "binnenkort", "published")])
def test_what_says_nothing_or_twice_is_refused(overviews, old, new, column):
    assert LINES.count(old) == 1
    with pytest.raises(InvalidWave) as told:
        overviews(lines=LINES.replace(old, new))
    assert [(fault.file, fault.column) for fault in told.value.faults] == [
        ("plannen.csv", column)]


def test_of_the_laws_only_youth_care_came_by_the_date_of_its_first_plan(repository):
    """What the title of the timeline says."""
    shown = read_overviews(repository, read_printed(repository))["wetten"]
    in_time = []
    for row in shown.head.rows:
        plans = shown.of(row, PLANNED)
        end, = (one for one in shown.of(row) if one.kind != PLANNED)
        if plans and end.kind != DROPPED and moment(end.published) <= moment(plans[0].published):
            in_time.append(row)
    assert in_time == ["jeugdzorg"]
