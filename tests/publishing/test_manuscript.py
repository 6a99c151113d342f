"""A notebook becomes the manuscript of one round: what does not belong to it is left out."""

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_markdown_cell

from participatiemonitor.book.words import WORDS
from participatiemonitor.errors import InputError
from participatiemonitor.publishing.execute.gathering import gathered
from participatiemonitor.publishing.execute.manuscript import manuscript, slots
from participatiemonitor.publishing.page_list import DEEPENING
from participatiemonitor.publishing.round_edition import find_edition

from .conftest import YEAR, code, notebook, text
from .test_gathering import FACE


def tagged(source, *tags):
    return new_markdown_cell(source, metadata={"tags": list(tags)})


@pytest.fixture
def edition(project):
    return find_edition(project, str(YEAR))


@pytest.fixture
def read(project, edition):
    """The cells of a chapter, after the one with parameters, as the manuscript of a round."""
    def sources(*cells, round=edition, **editorial):
        page = round.pages[1]
        page.notebook.write_text(notebook(*cells))
        files = {name.replace("_", "-"): content for name, content in editorial.items()}
        made = manuscript(page, replace(round, editorial=files))
        assert len(made.cells) == 1 + len(cells)
        return [cell.source for cell in made.cells[1:]]
    return sources


TAGS = ("only-observed", "only-reconstructed", "only-reported", "only-intermunicipal",
        "only-deepening")


def test_cells_that_do_not_fit_the_round_are_emptied(read, edition):
    cells = [tagged(tag, tag) for tag in TAGS]
    assert read(*cells) == ["", "only-reconstructed", "", "only-intermunicipal", ""]
    observed = edition.wave.model_copy(update={"status": "waarneming", "strata": {
        name: one.model_copy(update={"intermunicipal": False})
        for name, one in edition.wave.strata.items()}})
    deeper = (*edition.pages, replace(edition.pages[-1], paper=DEEPENING))
    other = replace(edition, wave=observed, documents=("bron",), pages=deeper)
    assert read(*cells, round=other) == [
        "only-observed", "", "only-reported", "", "only-deepening"]


def test_a_cell_with_two_tags_must_fit_both(read):
    assert read(tagged("x", "only-reconstructed", "only-reported")) == [""]


def test_a_code_cell_that_does_not_fit_is_not_run(read):
    assert read(code("1 / 0", "only-observed"), code("2", "only-reconstructed")) == ["", "2"]


def test_a_cell_on_a_document_is_left_out_where_that_is_not(read, edition):
    cells = tagged("x", "only-document-bron"), code("1 / 0", "only-document-bron2")
    assert read(*cells) == ["", ""]
    # Whatever it reports on.
    assert read(*cells, round=replace(edition, publications=("bron",))) == ["x", ""]


@pytest.mark.parametrize("tag", ["only-document-", "only-document-../x"])
def test_a_tag_must_be_able_to_name_a_document(read, tag):
    with pytest.raises(InputError, match="only-document- met de naam van een document"):
        read(tagged("x", tag))


def test_an_unknown_tag_is_named_with_notebook_and_cell(read):
    with pytest.raises(InputError, match=r"chapters/feiten\.ipynb, cel 3: .*'only-2011'.*"
                                         "only-observed"):
        read(text("x"), tagged("x", "only-2011"))


def test_a_place_takes_the_file_of_the_round_or_nothing(read):
    cells = text("{editorial}`context-druk`\n"), text("{editorial}`stem-een`")
    assert read(*cells, context_druk="Tekst.\n") == ["Tekst.", ""]
    assert read(*cells) == ["", ""]
    box = ("::::::{admonition} Een stem\n:class: stem\n:name: stem-een\n\nEerste.\n\nTweede.\n"
           "::::::")
    assert read(*cells, stem_een="# Een stem\r\n\r\nEerste.\r\n\r\nTweede.\r\n") == ["", box]


def test_terms_of_the_round_become_a_glossary(read):
    written = "Wwb\nBijstandswet\n: Een wet.\n\n  Nog iets.\n\nWmo\n: Een andere.\n"
    assert read(text("{glossary}`begrippen`"), begrippen=written) == [
        "````{glossary}\nWwb\nBijstandswet\n  Een wet.\n\n  Nog iets.\n\nWmo\n  Een andere.\n````"]


@pytest.mark.parametrize("source", ["Tekst {editorial}`a`", "{editorial}`A`", "{editorial}`a b`",
                                    "{editorial}`../a`", "{glossary}`woorden`", "{editorial}"])
def test_what_is_no_place_is_named_with_notebook_and_cell(read, source):
    with pytest.raises(InputError, match=r"chapters/feiten\.ipynb, cel 2: .*enige tekst van een"):
        read(text(source))


def test_a_place_that_is_shown_as_code_is_none(read):
    assert read(text("Schrijf `` {editorial}`a` ``.")) == ["Schrijf `` {editorial}`a` ``."]


def test_places_are_listed_whether_the_round_has_them_or_not(edition):
    page = edition.pages[1]
    page.notebook.write_text(notebook(text("{editorial}`a`"), text("b"),
                                      tagged("{editorial}`c`", "only-observed")))
    assert slots(page) == {"a", "c"}


def test_an_error_in_a_word_names_the_file_too(edition):
    page = edition.pages[1]
    page.notebook.write_text(notebook(text("# x"), text("{editorial}`a`")))
    made = manuscript(page, replace(edition, editorial={"a": "Het is {m}`deel(3)`."}))
    with pytest.raises(InputError, match=r"feiten\.ipynb, cel 3 \(editorial/a\.md\): \{m\}`deel"):
        gathered(made, page, WORDS)


# --- in a build


@pytest.fixture
def write(project):
    """Write the chapter of the tiny project and its editorial files."""
    folder = project.wave(YEAR) / "editorial"
    folder.mkdir()

    def chapter(*cells, **editorial):
        (project.root / "chapters/feiten.ipynb").write_text(
            notebook(text("# Feiten"), code(FACE, "remove-cell"), *cells))
        for name, content in editorial.items():
            (folder / f"{name.replace('_', '-')}.md").write_text(content, encoding="utf-8")
    return chapter


def test_a_book_with_what_belongs_to_one_round(project, write, monitor):
    write(text("{editorial}`context`"), text("{editorial}`afwezig`"),
          code("1 / 0", "only-observed"), tagged("Niet van deze ronde.", "only-observed"),
          text("{editorial}`portret-een`"),
          text("Over {term}`{{ bijstandswet }}`, {term}`Niets` en {term}`dit <nergens>`."),
          text("{glossary}`begrippen`"),
          context='## Druk\n\nHet is {m}`share("ab")` {cite:p}`monitor`.',
          portret_een="# Een stad\n\nDe stad.\n\n- punt",
          begrippen="Wwb\n: Een wet, naast de {term}`Wmo`.\n\nWmo\n: Een andere, van {term}`x`.\n")
    result = monitor(project, "build")
    assert result.exit_code == 0, result.output
    made = project.build(YEAR)
    article = BeautifulSoup((made / "html/chapters/feiten.html").read_text(), "lxml").article
    words = " ".join(article.get_text().split())
    assert "Het is 20% (Divosa, 2011)." in words
    assert "Niet van deze ronde" not in words
    assert "Over Wwb, Niets en dit." in words
    assert article.select_one("div.admonition.portret .admonition-title").get_text() == "Een stad"
    assert [link["href"] for link in article.select("a:has(.std-term)")] == [
        "#term-Wwb", "#term-Wmo"]
    assert [term.get_text().rstrip("#") for term in article.select("dl.glossary dt")] == [
        "Wwb", "Wmo"]
    cells = json.loads((made / "chapters/feiten.ipynb").read_text())["cells"]
    assert '## Druk\n\nHet is {m}`share("ab")` {cite:p}`monitor`.' in [
        "".join(cell["source"]) for cell in cells]


def test_a_word_that_fails_in_a_file_is_named_with_the_file(project, write, monitor):
    write(text("{editorial}`context`"), context='Het is {m}`share("abcdefg")`.')
    result = monitor(project, "build", "--only", "feiten")
    assert result.exit_code == 1
    assert 'Hoofdstuk feiten, cel 4 (editorial/context.md):\n    {m}`share("abcdefg")`' \
        in result.output


@pytest.mark.parametrize(("source", "content", "expected"), [
    ("{editorial}`context`", "<b>x</b>", "editorial/context.md, rij 1: '<b>x</b>'"),
    ("{editorial}`ander`", "Tekst.", "verwacht: een plaats die een notebook heeft: ander"),
    ("{editorial}`context`", "{cite:p}`onbekend`", "cel 4 (editorial/context.md): 'onbekend'"),
    ("{editorial}`context`", "{m}`deel(3)`", "cel 4 (editorial/context.md): {m}`deel(3)`"),
])
def test_faults_stop_a_build_before_anything_is_executed(
        project, write, monitor, source, content, expected):
    write(text(source), context=content)
    result = monitor(project, "build")
    assert result.exit_code == 2, result.output
    assert expected in result.output
    assert not (project.build(YEAR) / "chapters").exists()
