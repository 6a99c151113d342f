"""Conditions say of everybody what the answers of a wave are checked by."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participatiemonitor.survey.exchange.numbered import END, numbered
from participatiemonitor.survey.exchange.routing import ALWAYS, asked, derived
from participatiemonitor.survey.exchange.routing_words import chosen
from participatiemonitor.survey.responses import was_asked

from .drawn import GROUPS, answers, codebook, codebooks, question
from .evaluating import holds


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(codebooks(), st.integers(0, 2**32))
def test_who_is_asked_and_what_is_derived(book, seed):
    table = answers(book, seed)
    rows = table.to_dict("records")
    for one in book.questions:
        said = [holds(asked(one, GROUPS), row, book) for row in rows]
        assert said == was_asked(table, one).tolist(), one
        if one.derived:
            # Of others there may be a value in the table, which nothing rests on.
            within = table["group"].isin(one.asked)
            values = [next((option for option, condition in derived(one, book)
                            if holds(condition, row, book)), None)
                      for row, member in zip(rows, within, strict=True) if member]
            assert values == [None if pd.isna(cell) else cell
                              for cell in table.loc[within, one.id]], one


def test_the_round_of_2011(wave):
    rows = wave.responses.to_dict("records")
    for one in wave.codebook.questions:
        condition = asked(one, wave.info.groups)
        assert (condition == ALWAYS) == (not one.when and set(one.asked) == set(wave.info.groups))
        assert [holds(condition, row, wave.codebook) for row in rows] == wave.asked(
            one.id).tolist()


BOOK = codebook(
    question("een", "single", ("a", "b", "c")), question("twee", "single", ("a", "b", "c")),
    question("hoogste", "single", ("a", "b", "c"), derived={"highest": ("een", "twee")}),
    question("iets", "single", ("ja", "nee"), derived={"any": {"een": ("a",), "twee": ("b",)}}),
    question("lijst", "multiple", ("x", "y", "geen"), exclusive="geen"),
    question("top", "single", ("a", "b"), when={"hoogste": ("a", "b")}),
    question("laagste", "single", ("a", "b"), when={"hoogste": ("c",)}),
    question("midden", "single", ("a", "b"), when={"hoogste": ("b",)}),
    question("wel", "single", ("a", "b"), when={"iets": ("ja",)}),
    question("niet", "single", ("a", "b"), when={"iets": ("nee",), "lijst": ("x",)}),
    question("ander", "open", ("thema",), when={"lijst": ("x", "y")}),
    question("over", "single", ("a", "b"), section="2.1"))


@pytest.mark.parametrize(("name", "nl", "en"), [
    ("een", "", ""),
    ("top", "bij vraag een of twee ‘optie a’ of ‘optie b’",
     "‘option a’ or ‘option b’ at question een or twee"),
    ("laagste", "bij geen van de vragen een en twee ‘optie a’ of ‘optie b’",
     "‘option a’ or ‘option b’ at none of the questions een and twee"),
    ("midden", "bij vraag een of twee ‘optie b’ en bij geen van de vragen een en twee ‘optie a’",
     "‘option b’ at question een or twee and ‘option a’ at none of the questions een and twee"),
    ("wel", "bij vraag een ‘optie a’ of bij vraag twee ‘optie b’",
     "‘option a’ at question een or ‘option b’ at question twee"),
    ("niet", "bij vraag een niet ‘optie a’ en bij vraag twee niet ‘optie b’ en bij vraag lijst "
     "‘optie x’",
     "not ‘option a’ at question een and not ‘option b’ at question twee and ‘option x’ at "
     "question lijst"),
    ("ander", "bij vraag lijst iets anders dan ‘optie geen’",
     "anything but ‘option geen’ at question lijst"),
])
def test_in_words(name, nl, en):
    assert chosen(BOOK[name], BOOK, str) == (nl, en)


def test_numbers_and_jumps():
    first, second = numbered(BOOK, GROUPS[0])
    entries = {one.question.id: one for one in (*first[1], *second[1])}
    assert [one.number for one in entries.values()] == list(range(1, 11))
    assert "hoogste" not in entries and "iets" not in entries
    assert entries["top"].only.startswith("bij vraag 1 of 2 ")
    assert entries["top"].otherwise == entries["laagste"].number
    assert entries["ander"].otherwise == entries["over"].number
    assert not any(one.jumps for one in entries.values())


def test_an_option_that_skips_the_next_question_says_so():
    book = codebook(
        question("visie", "single", ("ja", "nee")),
        question("inhoud", "open", ("thema",), when={"visie": ("ja",)}),
        question("datum", "number", when={"visie": ("ja",)}),
        question("lijst", "multiple", ("x", "geen"), exclusive="geen"),
        question("slot", "open", ("thema",), when={"lijst": ("x",)}))
    ((_, entries),) = numbered(book, GROUPS[0])
    assert entries[0].jumps == {"nee": 4}
    assert entries[3].jumps == {"geen": END}
    assert entries[4].otherwise == END
