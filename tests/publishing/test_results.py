"""The step `results`: computed once, after which nothing that is published opens the answers."""

import shutil

import pytest
from editing import replace

from participatiemonitor.estimation.opening import STORED, compute_results, open_results
from participatiemonitor.estimation.stored import read_known
from participatiemonitor.project import Project
from participatiemonitor.publishing.asked import asked
from participatiemonitor.publishing.execute import execution
from participatiemonitor.publishing.execute.forked_kernels import forked_kernels
from participatiemonitor.publishing.files.downloads import write_downloads
from participatiemonitor.publishing.results import asked_refs, write_results
from participatiemonitor.publishing.round_edition import find_edition

from .conftest import code, notebook, text

ANSWERS = ("responses.csv", "open_answers.csv")


@pytest.fixture
def whole(repository, tmp_path) -> Project:
    """A copy of the project from which the answers can be taken."""
    for name in ("data", "chapters"):
        shutil.copytree(repository.root / name, tmp_path / name)
    for name in ("_toc.yml", "index.ipynb"):
        shutil.copyfile(repository.root / name, tmp_path / name)
    return Project(tmp_path)


def without_answers(project, year):
    for name in ANSWERS:
        (project.wave(year) / name).unlink()


def test_once_there_are_results_nothing_that_is_published_opens_the_answers(whole, monkeypatch):
    edition = find_edition(whole, "2011")
    write_results(edition, asked(page.notebook for page in edition.pages))
    without_answers(whole, 2011)
    monkeypatch.setenv(STORED, str(edition.results.parent))
    with forked_kernels():
        for page in edition.pages:
            execution.execute(edition, page, {"year": 2011})
            assert page.executed.is_file()
    write_downloads(edition)
    assert (edition.folder / "results.csv").is_file()


def test_a_figure_of_which_a_group_was_not_asked_one_question_opens_no_answers(mini, monkeypatch):
    codebook = mini.wave(2009) / "codebook.yml"
    text = codebook.read_text()
    start = text.index("  - id: plan_twee")
    # And with it the three that rest on it.
    codebook.write_text(text[:start] + text[start:].replace(", afdeling_welzijn]", "]", 4))
    replace(mini.wave(2009) / "responses.csv", "nee,nee,", "nee,,")
    edition = find_edition(mini, "2009")
    write_results(edition, asked([]))
    without_answers(mini, 2009)
    monkeypatch.setenv(STORED, str(edition.results.parent))
    write_downloads(edition)
    assert "niet_gevraagd" in (edition.folder / "downloads" / "figuur-2.csv").read_text()


def test_a_build_that_runs_by_itself_computes_the_same(mini, monkeypatch):
    edition = find_edition(mini, "2009")
    write_results(edition, asked([]))
    computed = open_results(2009, mini).table()
    without_answers(mini, 2009)
    monkeypatch.setenv(STORED, str(edition.results.parent))
    assert open_results(2009, mini).table().equals(computed)


def test_what_was_not_foreseen_is_computed_from_the_answers(mini, monkeypatch):
    edition = find_edition(mini, "2009")
    write_results(edition, asked([]))
    monkeypatch.setenv(STORED, str(edition.results.parent))
    results = open_results(2009, mini)
    net = results["taken.zorg+werk@sd"]
    assert repr(net) == repr(compute_results(2009, mini)["taken.zorg+werk@sd"])
    assert net.ref not in read_known(edition.results).estimates


def test_results_are_written_the_same_each_time(mini):
    edition = find_edition(mini, "2009")
    write_results(edition, asked([]))
    before = edition.results.read_bytes()
    write_results(edition, asked([]))
    assert edition.results.read_bytes() == before


def test_of_notebooks_nets_and_unions_and_differences_are_seen_and_words_are_not(tmp_path, wave):
    page = tmp_path / "een.ipynb"
    page.write_text(r'"m.share(\"koppeling_wmo.staand_beleid+pilot@sd/kleiner+g32\")", '
                    r'"m.differences_table(\"sd\", \"aw/isd\")", "een zin. En meer/minder"')
    found = asked([page])
    assert (found.nets, found.unions) == (("staand_beleid+pilot",), ("kleiner+g32",))
    assert found.differences == (("sd", "aw/isd"),)
    names = set(map(str, asked_refs(found, wave)))
    assert "koppeling_wmo.staand_beleid+pilot@sociale_dienst/kleiner+g32" in names
    assert "koppeling_wwb.staand_beleid+pilot@afdeling_welzijn" in names  # has the same options
    page.write_text(page.read_text().replace("een zin", "een andere zin"))
    assert asked([page]) == found


@pytest.mark.parametrize("coded", [True, False])
def test_a_chapter_has_no_sentence_on_themes_that_nobody_gave(mini, monkeypatch, coded):
    if not coded:
        answers = mini.wave(2009) / "open_answers.csv"
        for themes in (",geld,geld,", ",geld tijd,geld tijd,", ",tijd,tijd,"):
            replace(answers, themes, ",,,")
    (mini.root / "index.ipynb").write_text(notebook(
        text("# Begin"),
        code("from participatiemonitor.book.chapter import open_chapter\n\n"
             "m = open_chapter(year)", "remove-input"),
        text("{m}`who(\"toelichting.geld\")` zegt dat er geen geld is."),
        code("m.themes(\"toelichting\")"), parameters="year: int = 2009"))
    edition = find_edition(mini, "2009")
    write_results(edition, asked(page.notebook for page in edition.pages))
    without_answers(mini, 2009)
    monkeypatch.setenv(STORED, str(edition.results.parent))
    (page,) = edition.pages
    execution.execute(edition, page, {"year": 2009})
    made = page.executed.read_text("utf-8")
    assert ("zegt dat er geen geld is" in made) is coded
    assert ("nog niet in thema’s ingedeeld" in made) is not coded
