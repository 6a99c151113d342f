"""What is executed when, and what a failure leaves behind."""

import nbformat
import pytest

from participatiemonitor.publishing import site_steps
from participatiemonitor.publishing.execute import environment
from participatiemonitor.publishing.files import downloads

from .conftest import YEAR, code, executed, notebook, text

CHAPTERS = {"index", "feiten", "methode"}
BOOK = {"controle", "pagina's", "afwerking", "website", f"monitor-{YEAR}.pdf"}
FILES = {"downloads"}


def made(result):
    """Names of what a run reports as made."""
    return {line.split()[1] for line in result.output.splitlines() if line.startswith("  ✓")}


def test_second_run_executes_nothing(built, monitor):
    before = executed(built)
    result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    assert made(result) == set()
    assert "Ongewijzigd: 10 van 10" in result.output
    assert executed(built) == before


def test_what_was_wrong_is_wrong_until_it_is_mended(built, monitor):
    sources = built.root / "references.bib"
    good = sources.read_text()
    sources.write_text(good.replace("{twee,", "{drie,"))
    for _ in range(2):
        result = monitor(built, "build")
        assert (result.exit_code, made(result)) == (2, set())
        assert "elke sleutel één keer" in result.stderr
    sources.write_text(good)
    assert made(monitor(built, "build")) == set()


def test_changed_data_executes_everything_again(built, monitor):
    responses = built.wave(YEAR) / "responses.csv"
    responses.write_text(responses.read_text() + "3\n")
    result = monitor(built, "build")
    assert made(result) == {"resultaten"} | CHAPTERS | FILES | BOOK
    page = (built.build(YEAR) / "html" / "index.html").read_text()
    assert '<span class="bound">4</span>' in page


def test_changed_answers_that_change_no_result_execute_no_chapter(built, monitor):
    (built.wave(YEAR) / "open_answers.csv").write_text("een andere schrijfwijze\n")
    result = monitor(built, "build")
    assert made(result) == {"controle", "resultaten"}


def test_changed_package_executes_everything_again(built, monitor, tmp_path, monkeypatch):
    package = tmp_path / site_steps.PACKAGE.name
    package.mkdir()
    (package / "module.py").write_text("x = 2\n")
    monkeypatch.setattr(site_steps, "PACKAGE", package)
    result = monitor(built, "build", "--only", "methode")
    assert {"methode", *FILES} <= made(result)


def test_changed_chapter_executes_only_itself(built, monitor):
    (built.root / "chapters" / "feiten.ipynb").write_text(notebook(text("# Feiten"), code("1 + 1")))
    result = monitor(built, "build")
    assert made(result) == {"feiten"} | BOOK


def test_damaged_executed_notebook_is_made_again(built, monitor):
    before = executed(built)
    (built.build(YEAR) / "chapters" / "feiten.ipynb").write_text("half")
    result = monitor(built, "build")
    assert "feiten" in made(result)
    assert executed(built) == before


def test_executed_notebooks_are_byte_identical(built, project, monitor):
    monitor(project, "build", "--jobs", "1")
    assert executed(project) == executed(built)
    assert set(executed(project)) == CHAPTERS


def test_executed_notebook_holds_no_noise_and_hides_what_was_injected(built):
    index = nbformat.read(built.build(YEAR) / "chapters" / "index.ipynb", as_version=4)
    assert "papermill" not in index.metadata
    assert [cell.id for cell in index.cells] == [f"cel-{n + 1}" for n in range(len(index.cells))]
    assert all({"papermill", "execution"}.isdisjoint(cell.metadata) for cell in index.cells)
    (injected,) = [c for c in index.cells if "injected-parameters" in c.metadata.get("tags", [])]
    assert "remove-cell" in injected.metadata.tags
    (streams,) = [c for c in index.cells if "print" in c.source]
    assert [output.text for output in streams.outputs if output.output_type == "stream"] == [
        "een\ntwee\n"
    ]


def test_results_are_rounded_and_can_be_downloaded(built):
    assert (built.build(YEAR) / "results.csv").read_bytes() == b"value\n0.33333333\n"
    download = built.build(YEAR) / "html" / "downloads" / "results.csv"
    assert download.read_bytes() == b"value\n0.33333333\n"


def test_failing_cells_are_reported_together_and_the_rest_runs(built, monitor):
    before = executed(built)
    page = (built.build(YEAR) / "html" / "index.html").read_text()
    (built.root / "chapters" / "feiten.ipynb").write_text(
        notebook(text("# Feiten"), code("x = 1"), code("x / 0"))
    )
    (built.root / "chapters" / "methode.ipynb").write_text(notebook(code("niet_bekend")))
    responses = built.wave(YEAR) / "responses.csv"
    responses.write_text(responses.read_text() + "3\n")
    result = monitor(built, "build")

    assert result.exit_code == 1
    assert "Traceback" not in result.output
    # Cells count as the author counts them: parameters, title, x = 1, x / 0.
    assert "Hoofdstuk feiten, cel 4:\n    ZeroDivisionError: division by zero" in result.stderr
    assert "Hoofdstuk methode, cel 2:\n    NameError: name 'niet_bekend'" in result.stderr
    assert result.stderr.count("ZeroDivisionError") == 1
    assert str(built.root / "chapters" / "feiten.ipynb") in result.stderr
    after = executed(built)
    assert after["feiten"] == before["feiten"]
    assert after["methode"] == before["methode"]
    assert after["index"] != before["index"]
    assert (built.build(YEAR) / "html" / "index.html").read_text() == page

    # And what failed is tried again.
    again = monitor(built, "build")
    assert again.exit_code == 1
    assert "ZeroDivisionError" in again.stderr


def test_dead_kernel_is_a_failing_chapter(built, monitor):
    (built.root / "chapters" / "feiten.ipynb").write_text(
        notebook(text("# Feiten"), code("import os; os._exit(1)"))
    )
    result = monitor(built, "build")
    assert result.exit_code == 1
    assert "Hoofdstuk feiten, cel 3" in result.stderr
    assert "DeadKernelError" in result.stderr


def test_chapter_that_left_the_book_leaves_the_folder(built, monitor):
    stray = built.build(YEAR) / "chapters" / "oud.ipynb"
    stray.write_text("{}")
    monitor(built, "build")
    assert not stray.exists()


def test_fault_of_the_program_is_not_hidden(built, monitor, monkeypatch):
    def broken(_edition):
        raise KeyError("onze fout")

    monkeypatch.setattr(downloads, "write_downloads", broken)
    (built.build(YEAR) / "results.csv").unlink()
    result = monitor(built, "build")
    assert isinstance(result.exception, KeyError)


@pytest.mark.parametrize("name", ["OMP_NUM_THREADS", "PYTHONHASHSEED"])
def test_environment_of_the_kernels_is_set_and_given_back(monkeypatch, tmp_path, name):
    import os

    monkeypatch.delenv(name, raising=False)
    with environment.own_environment(tmp_path):
        assert name in os.environ
    assert name not in os.environ


def test_no_other_account_than_ours_is_printed(built, monitor):
    result = monitor(built, "build")
    assert not any(word in result.output for word in ("Collected", "pytask", "Succeeded"))
