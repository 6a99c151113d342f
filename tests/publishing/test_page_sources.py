"""Names are filled in where authors wrote them, and only known outputs reach a page."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, writes

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.presentation.markdown import SECTIONS
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.web.glossary import link_terms, terms
from participatiemonitor.publishing.web.page_sources import (
    check_outputs,
    fill_in,
    place_sections,
)

NAMES = {"jaar": "2011", "wmo": "<b>{{ jaar }}</b>"}
OURS = {"text/markdown": {"maker": "participatiemonitor"}}


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "feiten.ipynb"
    path.write_text(writes(new_notebook(cells=[new_markdown_cell("x"), new_code_cell("1")])))
    return Page("chapters/feiten", path, path)


def _with(data, **metadata):
    output = new_output("display_data", data=data, metadata=metadata)
    return new_notebook(cells=[new_markdown_cell("x"), new_code_cell("1", outputs=[output])])


def test_names_in_prose_are_filled_in_as_text(page):
    notebook = new_notebook(cells=[new_markdown_cell("In {{ jaar }} de {{wmo}}.")])
    fill_in(notebook, page, NAMES)
    written = "&lt;b&gt;&#123;&#123; jaar &#125;&#125;&lt;/b&gt;"
    assert notebook.cells[0].source == f"In 2011 de {written}."


def test_a_name_in_a_term_is_text_already(page):
    prose = "De {term}`{{ wmo }}` en {term}`x <{{jaar}}>`."
    notebook = new_notebook(cells=[new_markdown_cell(prose)])
    fill_in(notebook, page, {"wmo": "A&W`", "jaar": "2011"})
    assert notebook.cells[0].source == "De {term}`A&W’` en {term}`x <2011>`."


def linked(prose, *glossaries):
    """What becomes of the terms in prose."""
    made = [new_notebook(cells=[new_markdown_cell(prose)]),
            new_notebook(cells=[new_markdown_cell(one) for one in glossaries])]
    link_terms(made[0], terms(made))
    return made[0].cells[0].source


GLOSSARY = "```{glossary}\n:sorted:\n\nWwb\nBijstandswet : wet\n  Een wet.\n\n  Nog iets.\n```"


@pytest.mark.parametrize("prose", [
    "{term}`Wwb`", "{term}`wwb`", "{term}`de wet <Bijstandswet>`", "{term}`de\nwet <Wwb>`",
    "```\n{term}`Wmo`\n```", "`` {term}`Wmo` ``",
])
def test_a_term_that_the_glossary_has_is_linked(prose):
    assert linked(prose, "# Begrippen", GLOSSARY) == prose


@pytest.mark.parametrize(("prose", "text"), [
    ("De {term}`Wmo` en {term}`Wwb`.", "De Wmo en {term}`Wwb`."),
    ("- {term}`de ladder <Ladder>`", "- de ladder"), ("{term}`Een wet.`", "Een wet."),
    ("{term}`a*b <c>`", "a&#42;b"), ("{term}`sorted`", "sorted"),
])
def test_another_term_is_plain_text(prose, text):
    assert linked(prose, GLOSSARY) == text


def test_terms_within_definitions_are_linked_too():
    made = GLOSSARY.replace("Een wet.", "Zie {term}`Wwb` en {term}`Wmo`.")
    assert "Zie {term}`Wwb` en Wmo." in linked(made)


def test_terms_that_a_cell_shows_count():
    notebook = _with({"text/markdown": GLOSSARY})
    assert terms([notebook]) == {"wwb", "bijstandswet"}


def test_braces_in_code_and_its_outputs_stay(page):
    notebook = _with({"text/markdown": "{{ jaar }}"})
    notebook.cells[1].source = "'{{ jaar }}'"
    fill_in(notebook, page, NAMES)
    assert notebook.cells[1].source == "'{{ jaar }}'"
    assert notebook.cells[1].outputs[0].data["text/markdown"] == "{{ jaar }}"


@pytest.mark.parametrize("text", ["{{ wet }}", "{{ jaar.x }}", "{{ 7*7 }}", "{{}}", "{{\njaar2 }}"])
def test_an_unknown_name_is_named_with_notebook_and_cell(page, text):
    notebook = new_notebook(cells=[new_markdown_cell("goed {{ jaar }}"), new_markdown_cell(text)])
    with pytest.raises(InputError, match=r"chapters/feiten.ipynb, cel 2: .*een van jaar, wmo"):
        fill_in(notebook, page, NAMES)


@pytest.mark.parametrize(("data", "metadata"), [
    ({"text/plain": "x"}, {}),
    ({"text/plain": "x", "text/markdown": "x"}, OURS),
    ({"text/plain": "x", "text/markdown": "### x"}, {"text/markdown": SECTIONS}),
    ({"application/papermill.record/text/html": "<b>"}, {}),
])
def test_text_blocks_and_glued_words_are_shown(page, data, metadata):
    check_outputs(_with(data, **metadata), page)


@pytest.mark.parametrize("kind", ["text/html", "text/markdown", "application/javascript",
                                  "text/latex", "image/svg+xml",
                                  "application/vnd.jupyter.widget-view+json"])
def test_any_other_output_is_named_with_notebook_and_cell(page, kind):
    with pytest.raises(RunError, match=f"chapters/feiten.ipynb, cel 2: .*{kind.split('+')[0]}"):
        check_outputs(_with({"text/plain": "x", kind: "x"}), page)


def test_what_has_headings_is_prose_of_the_page(page):
    """There its headings are those of sections; in an output they would be bold lines."""
    notebook = _with({"text/plain": "x", "text/markdown": "### Kop"}, **{"text/markdown": SECTIONS})
    place_sections(notebook)
    assert [(cell.cell_type, cell.source) for cell in notebook.cells] == [
        ("markdown", "x"), ("markdown", "### Kop")]


def test_other_outputs_stay_where_they_are(page):
    notebook = _with({"text/plain": "x", "text/markdown": "x"}, **OURS)
    place_sections(notebook)
    assert notebook.cells[1].outputs[0].data["text/markdown"] == "x"
