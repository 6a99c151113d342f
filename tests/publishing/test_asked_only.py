"""What a round did not ask, in its manuscripts: no fault, and nothing is said or shown of it."""

import re
from dataclasses import replace

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from participatiemonitor.errors import InputError
from participatiemonitor.publishing.execute.asked_only import leave_out
from participatiemonitor.publishing.execute.asking import check_asked
from participatiemonitor.publishing.execute.manuscript import manuscript
from participatiemonitor.publishing.execute.needs import unasked, unknown
from participatiemonitor.publishing.execute.rehearsal import Call
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.survey.changes import Dropped
from participatiemonitor.survey.wave import load_wave

from .test_rehearsal import OPEN

GONE = {name: Dropped(since=2011, nl=f"de {name}")
        for name in ("taakvelden", "voordelen", "deelname_wmo", "financiering_wmo")}


@pytest.fixture(scope="module")
def survey(repository):
    return load_wave(2011, repository)


@pytest.fixture(scope="module")
def fewer(survey):
    """The round without some of its questions, and without an option of another one."""
    left = []
    for question in survey.codebook.questions:
        if question.id == "knelpunten":
            options = tuple(one for one in question.options if one.id != "verkokering")
            question = question.model_copy(update={
                "options": options, "dropped": {"verkokering": GONE["taakvelden"]}})
        left += [question] if question.id not in GONE else []
    return replace(survey, codebook=survey.codebook.model_copy(
        update={"questions": tuple(left), "dropped": GONE}))


def call(name, *values, **named):
    return Call(0, name, values, named)


@pytest.mark.parametrize(("asked", "gone"), [
    (call("share", "taakvelden.wmo@sd"), True),
    (call("who", "knelpunten.verkokering"), True),
    (call("who", "knelpunten.schotten+verkokering"), True),
    (call("who", "knelpunten.*"), False),
    (call("who", "knelpunten.schotten"), False),
    (call("share", "belemmeringen.geen@aw"), True),
    (call("who", "belemmeringen.geen"), False),
    (call("compare", "knelpunten.schotten@aw", "@sd", more="x", less="", same=""), False),
    (call("compare", ["knelpunten.schotten", "taakvelden.wmo"], "@sd", more="x", less="", same=""),
     True),
    (call("leads", "knelpunten.schotten", ".resultaten", ".verkokering", yes="x"), True),
    (call("most", "knelpunten", {"verkokering": "x", "schotten": "y"}), False),
    (call("most", "taakvelden", {"wmo": "x"}), True),
    (call("alike", "knelpunten", among=["schotten", "verkokering"], yes="x"), False),
    (call("when", "knelpunten.schotten", 0, 9, yes=call("when", "taakvelden.wmo", 0, 9, yes="x")),
     True),
    (call("when", "knelpunten.schotten", 0, 9, yes=call("when", "taakvelden.wmo", 0, 9, yes="x"),
          no="y"), False),
    (call("fill", "{} {}", call("who", "knelpunten.schotten"), call("who", "voordelen.x")), True),
    (call("quotes", "voordelen", "minder_overlap"), True),
    (call("themes", "voordelen"), True),
    (call("codebook_table", "3.1"), True),
    (call("codebook_table", "3.2"), False),
    (call("number", "respons.organisaties@sd"), False),
    (call("share", "divosa2011:taakvelden.wmo@sd"), False),
    (call("weighting_shift"), False),
])
def test_what_is_about_what_was_not_asked(fewer, asked, gone):
    assert unasked(asked, fewer) == gone
    if gone:
        assert not list(unknown(asked, fewer))


@pytest.mark.parametrize(("asked", "names"), [
    (call("share", "taakvelt.wmo@sd"), ["vraag taakvelt"]),
    (call("share", "knelpunten.schot@sd"), ["optie knelpunten.schot"]),
    (call("share", "knelpunten.schotten@wmo"), ["groep wmo"]),
    (call("share", "knelpunten.schotten@sd/dorpen"), ["grootteklasse dorpen"]),
    (call("most", "knelpunten", {"schot": "x"}), ["optie knelpunten.schot"]),
    (call("themes", "voordeel"), ["vraag voordeel"] * 2),
    (call("quotes", "knelpunten_toelichting", "x"), ["optie knelpunten_toelichting.x"] * 2),
    (call("figure", 99), ["figuur 99"]),
    (call("table", 99), ["tabel 99"]),
    (call("figure", 1), []),
    (call("who", "knelpunten.*@sd/kleinste"), []),
    (call("often", "knelpunten.schotten@aw", "@sd"), []),
])
def test_what_neither_round_nor_codebook_knows(fewer, asked, names):
    assert list(unknown(asked, fewer)) == names


def left(wave, *cells):
    """The cells of a chapter, without what a round did not ask."""
    made = [new_markdown_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    notebook = new_notebook(cells=[new_code_cell(OPEN, metadata={"tags": ["remove-cell"]}), *made])
    leave_out(notebook, wave)
    assert len(notebook.cells) == 1 + len(cells)
    return [cell.source for cell in notebook.cells[1:]]


def say(**words):
    return new_code_cell("m.say(" + ", ".join(f"{name}={word}" for name, word in words.items())
                         + ")", metadata={"tags": ["remove-cell"]})


def test_lines_with_a_word_or_a_figure_on_it_are_left_out(fewer, survey):
    cells = ('Van {m}`share("taakvelden.wmo@sd")` is niets te zeggen.\n'
             'Van {m}`share("knelpunten.schotten@sd")` wel.',
             "Dat staat in {numref}`figuur-1`.\nDit staat in {numref}`figuur-12`.")
    assert left(fewer, *cells) == ['Van {m}`share("knelpunten.schotten@sd")` wel.',
                                   "Dit staat in {numref}`figuur-12`."]
    assert left(survey, *cells) == list(cells)


def test_a_line_goes_with_all_of_its_chosen_texts_and_stays_with_one(fewer):
    words = say(a='m.when("taakvelden.wmo", 0, 9, yes="A.")',
                b='m.most("knelpunten", {"schotten": "B."})')
    assert left(fewer, words, "{glue:}`a` Dat is zo.", "{glue:}`a` {glue:}`b` En dit.",
                "Niets. {glue:}`onbekend`")[1:] == [
        "", "{glue:}`a` {glue:}`b` En dit.", "Niets. {glue:}`onbekend`"]


def test_a_figure_keeps_its_heading_and_quotes_do_not(fewer):
    text = 'Er is {m}`share("taakvelden.wmo@sd")`.'
    figure = new_code_cell("m.figure(1)")
    quotes = new_code_cell('m.quotes("knelpunten_toelichting", "werkwijzen")')
    assert left(fewer, f"## Een\n\n{text}", figure, f"## Twee\n\n{text}", quotes, "## Drie\n\nx"
                ) == ["## Een", "m.figure(1)", "", "", "## Drie\n\nx"]


def test_quotes_and_tables_of_the_codebook_vanish_with_their_heading(fewer):
    assert left(fewer, "## Een", new_code_cell('m.quotes("voordelen", "minder_overlap")'),
                "## 3.1", new_code_cell('m.codebook_table("3.1")'),
                "## 3.2", new_code_cell('m.codebook_table("3.2")')) == [
        "", "", "", "", "## 3.2", 'm.codebook_table("3.2")']


# --- the chapters themselves


def without(edition, wave):
    """The same edition over another codebook."""
    made = replace(edition)
    made.__dict__["survey"] = wave
    return made


@pytest.fixture(scope="module")
def edition(repository):
    return find_edition(repository, "2011")


def manuscripts(edition, *, computed=False):
    return {page: manuscript(page, edition, computed=computed) for page in edition.pages}


@pytest.fixture(scope="module")
def whole(edition):
    """The cells of a round of which everything was asked."""
    return {cell.source for notebook in manuscripts(edition).values() for cell in notebook.cells}


def test_the_chapters_ask_for_nothing_unknown(edition):
    check_asked(edition, manuscripts(edition))


@pytest.mark.parametrize("question", [
    "participatievisie", "participatievisie_inhoud", "taakvelden", "wmo_uitvoering", "wmo_budget",
    "individuele_voorzieningen", "belemmeringen", "participatieladder", "koppeling_wmo",
    "koppeling_wmo_diensten", "koppeling", "deelname_wmo", "financiering_wwb", "start_projecten",
    "partners", "deelnemers", "resultaatmeting", "redenen_geen_koppeling", "voordelen",
    "knelpunten", "knelpunten_toelichting"])
def test_any_question_may_be_dropped_and_no_chapter_names_it(edition, survey, whole, question):
    codebook = survey.codebook
    left = tuple(one for one in codebook.questions if one.id != question)
    dropped = {question: Dropped(since=2011, nl="dit")}
    round = without(edition, replace(survey, codebook=codebook.model_copy(
        update={"questions": left, "dropped": dropped})))
    made = manuscripts(round)
    check_asked(round, made)
    for page, notebook in made.items():
        for cell in notebook.cells:
            if cell.cell_type == "markdown" and cell.source not in whole:
                assert not re.search(rf'"{question}[."]', cell.source), page
                assert not re.search(r"[^:]:$", cell.source), page  # it announces nothing


@pytest.mark.parametrize("question", [
    "participatievisie_inhoud", "redenen_geen_koppeling", "voordelen", "knelpunten_toelichting"])
def test_of_an_open_question_that_nobody_coded_one_sentence_is_left(edition, whole, question):
    round, shown = replace(edition), []
    round.__dict__["uncoded"] = frozenset({question})
    for page, notebook in manuscripts(round, computed=True).items():
        for cell in notebook.cells:
            if cell.source not in whole:
                assert not re.search(rf'"{question}[."]', cell.source), page
                assert not re.search(r"[^:]:$", cell.source), page  # it announces nothing
            shown += re.findall(r"m\.(?:themes|quotes)\(.*", cell.source)
            # Prose without a word that rests on it.
            assert not cell.source or f"only-asked-{question}" not in cell.metadata.get("tags", ())
    # The cell that says so in the place of a table; no quotes, since none has a theme.
    assert [one for one in shown if question in one] == [f'm.themes("{question}")']


def test_names_that_are_not_known_are_one_message(edition, survey):
    codebook = survey.codebook
    left = tuple(one for one in codebook.questions
                 if one.id not in ("taakvelden", "resultaatmeting"))
    figures = {number: entry for number, entry in codebook.figures.items() if number != 11}
    round = without(edition, replace(survey, codebook=codebook.model_copy(
        update={"questions": left, "figures": figures})))
    with pytest.raises(InputError) as caught:
        check_asked(round, manuscripts(round))
    said = str(caught.value)
    assert "  vraag taakvelden\n    chapters/01-beleid-en-organisatie.ipynb, cel 5: " \
           "m.who('taakvelden.werk_en_inkomen', …)" in said
    assert said.count("  vraag taakvelden\n") == said.count("  vraag resultaatmeting\n") == 1
    assert re.search(
        r"  figuur 11\n    chapters/02-uitvoering.ipynb, cel \d+: m\.figure\(11\)", said)
    assert "onder dropped" in said
