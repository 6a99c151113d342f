"""The base of a number, in every form in which a reader meets it, where it may not be told."""

import csv
import io
import re
from dataclasses import replace

import numpy as np
import openpyxl
import pytest
from keyed import results_of
from numbered import FIGURES

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.estimates import EMPTY, HIDDEN, NOT_ASKED, Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.exhibits import share_picture
from participatiemonitor.presentation.exhibits.exhibit import exhibits, tidy
from participatiemonitor.presentation.words.bases import (
    HIDDEN_BASE,
    base_cell,
    base_phrase,
    bases_phrase,
)
from participatiemonitor.publishing.files.csv_files import csv_text
from participatiemonitor.publishing.files.workbook import full_workbook, small_workbook

# A base of nought, or one that is called unknown where it is hidden.
NOUGHT = re.compile(r"\bn = (?:0|–|nan|None|<NA>)|\bvan 0\b|\b0 (?:antwoorden|sociale|afdelingen)",
                    re.IGNORECASE)


@pytest.fixture(scope="session")
def few(wave, with_rules):
    """The wave of 2011 as a real one with so few answers that no base of welfare may be told."""
    strict = with_rules(wave, minimum_base=63, already_public=())
    return replace(strict, info=strict.info.model_copy(update={"status": "waarneming"}))


@pytest.fixture(scope="session")
def chapter(few):
    return Chapter(results_of(few))


@pytest.fixture(scope="session")
def shown(chapter):
    return chapter.source


def one(n, status):
    return Estimate(Ref("taken", "zorg", "sociale_dienst"), "share", n, np.nan, np.nan, status)


@pytest.mark.parametrize(("estimate", "cell", "phrase"), [
    (one(1320, "ok"), "1.320", "n = 1.320"),
    (one(None, HIDDEN), "te weinig antwoorden", HIDDEN_BASE),
    (one(8, HIDDEN), "8", "n = 8"),
    (one(0, NOT_ASKED), "–", "n = –"),
    (one(0, EMPTY), "–", "n = –"),
])
def test_a_base_is_a_number_or_says_why_it_is_none(estimate, cell, phrase):
    assert (base_cell(estimate), base_phrase(estimate)) == (cell, phrase)


@pytest.mark.parametrize(("bases", "phrase"), [
    ([132, 132], "n = 132"), ([1280, 132], "n = 132–1.280"), ([None, None], HIDDEN_BASE),
    ([8, None, 12], f"n = 8–12 of {HIDDEN_BASE}"), ([0, 0], "n = 0"),
])
def test_bases_together_say_what_is_hidden(bases, phrase):
    assert bases_phrase(bases) == phrase


def test_the_type_tells_a_hidden_base_from_one_of_nought(shown):
    table = shown.table()
    hidden = table["status"].eq(HIDDEN) & table["n"].isna()
    assert hidden.sum() > 400
    assert not (table["n"].eq(0) & table["status"].eq(HIDDEN)).any()
    assert table.loc[table["status"].ne(HIDDEN), "n"].notna().all()


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_says_in_words_that_a_base_is_hidden(chapter, number):
    """Its caption, alternative text, table and method."""
    text = chapter.figure(number).text
    assert NOUGHT.findall(text) == []
    caption, = re.findall(r"^.*fdelingen welzijn (?:n = |te weinig).*$", text, re.MULTILINE)
    assert f"afdelingen welzijn {HIDDEN_BASE}" in caption
    # By size class there is a table of its own.
    shown = text.partition("Naar grootte")[0]
    rows = [line for line in shown.splitlines() if line.startswith("| ")][2:]
    assert rows
    assert all(row.split(" | ")[-2] == "te weinig antwoorden" for row in rows)


def test_the_other_tables_say_so_too(chapter, few):
    themes = [question.id for question in few.codebook.questions if question.kind == "open"]
    texts = [*(chapter.themes(name).text for name in themes), chapter.table(1).text]
    assert not [text for text in texts if NOUGHT.search(text)]
    assert all(f"Afdelingen welzijn ({HIDDEN_BASE})" in text for text in texts[:-1])


def test_a_word_never_says_nought(chapter):
    bound = chapter.base("voordelen.kostenbesparing@aw")
    assert str(bound) == "te weinig"
    assert bound.source == "te weinig antwoorden van afdelingen welzijn"
    ref = "knelpunten.schotten"
    for word in (chapter.who(ref), chapter.share(f"{ref}@aw"), chapter.number(f"{ref}@aw"),
                 chapter.often(f"{ref}@aw", "@sd"), chapter.bars(ref),
                 chapter.most("knelpunten", {"schotten": "Schotten."}, rest="Iets anders.")):
        assert NOUGHT.findall(word._repr_html_()) == []


def test_the_files_leave_the_cell_empty_or_hold_its_mark(shown, few):
    tables = [csv_text(shown.table()), *(csv_text(tidy(data)) for data in exhibits(shown))]
    hidden = [row for text in tables for row in csv.DictReader(io.StringIO(text))
              if row["status"] == HIDDEN]
    assert {row["n"] for row in hidden if row["group"] in ("afdeling_welzijn",
                                                           "afdelingen welzijn")} == {""}
    assert all(row["n"] == "" or int(row["n"]) >= 63 for row in hidden)


def test_a_workbook_holds_its_mark(shown, few):
    contents = [full_workbook(exhibits(shown), shown),
                *(small_workbook(data, few) for data in exhibits(shown))]
    for content in contents:
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            for name in sheet.tables:
                head, *rows = ([cell.value for cell in row]
                               for row in sheet[sheet.tables[name].ref])
                bases = [row[place] for row in rows
                         for place, title in enumerate(head) if title.split()[-1:] == ["n"]]
                assert 0 not in bases, sheet.title


def test_the_picture_of_a_link_does_not_say_it_either(shown):
    assert NOUGHT.findall(share_picture.alternative(shown)) == []
    assert share_picture.share_picture(shown)


def test_with_everything_hidden_nothing_fails(wave, with_rules):
    none = Chapter(results_of(with_rules(wave, minimum_base=1000)))
    assert NOUGHT.findall(none.figure(4).text) == []
    assert none.figure(4).text.count(HIDDEN_BASE) >= 2


def test_a_question_that_nobody_answered_has_a_base_of_nought(words):
    bound = words(sd={}, aw=None).base("taken.zorg@aw")
    assert (str(bound), bound.source) == ("geen", "geen antwoorden van afdelingen welzijn")
    assert words(sd={}, aw=None).source["taken.zorg@aw"].n == 0
