"""Parameters are checked before anything is executed."""

import pytest

from .conftest import YEAR, notebook, text


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["-p", "drempl=3"], ["drempl", "De notebooks kennen: drempel"]),
        (["-p", "drempel=drie"], ["drempel=drie", "chapters/feiten.ipynb", "geheel getal (int)"]),
        (["-p", "drempel=2.5"], ["drempel=2.5", "geheel getal (int)"]),
        *((["-p", f"drempel={value}"], ["drempel=", "geheel getal (int)"])
          for value in ("1_0", "٣", "", "1e3", "true", "9" * 5_000)),
        (["-p", "drempel"], ["NAAM=WAARDE"]),
        (["-p", "drempel=1", "-p", "drempel=2"], ["drempel is al gegeven"]),
        (["-p", "year=2012"], ["monitor build 2012"]),
        # Declared, but not by a notebook that will run.
        (["--only", "methode", "-p", "drempel=3"], ["Onbekende parameter: drempel"]),
        (["--only", ""], ["(leeg)", "index, feiten, methode"]),
        (["--only", "fieten"], ["fieten", "index, feiten, methode"]),
        (["1999"], ["geen meting van 1999", "2011"]),
    ],
)
def test_mistake_stops_the_run_with_exit_code_2(project, monitor, arguments, expected):
    result = monitor(project, "build", *arguments)
    assert result.exit_code == 2
    assert all(words in result.stderr for words in expected), result.stderr
    assert "Traceback" not in result.output
    assert not project.build(YEAR).exists()


@pytest.mark.parametrize(
    "parameters", ["jaar: int = 2011", "year: str = '2011'", "year = '2011'", "pass"]
)
def test_notebook_must_declare_the_year_as_int(project, monitor, parameters):
    (project.root / "chapters" / "methode.ipynb").write_text(
        notebook(text("# Methode"), parameters=parameters)
    )
    result = monitor(project, "build")
    assert result.exit_code == 2
    assert "chapters/methode.ipynb" in result.stderr
    assert "year: int" in result.stderr
    assert not (project.build(YEAR) / "chapters").exists()


def test_all_faults_are_reported_together(project, monitor):
    result = monitor(project, "build", "-p", "drempel=x", "-p", "onbekend=1")
    assert "drempel=x" in result.stderr
    assert "onbekend" in result.stderr


def test_missing_notebook_is_named(project, monitor):
    (project.root / "chapters" / "methode.ipynb").unlink()
    result = monitor(project, "build")
    assert result.exit_code == 2
    assert "chapters/methode.ipynb" in result.stderr


def test_file_that_is_no_notebook_is_named(project, monitor):
    (project.root / "chapters" / "methode.ipynb").write_text("{")
    result = monitor(project, "build")
    assert result.exit_code == 2
    assert "methode.ipynb" in result.stderr


def test_parameter_reaches_only_the_notebooks_that_declare_it(project, monitor):
    result = monitor(
        project, "build", "--only", "feiten", "--only", "chapters/methode.ipynb", "-p", "drempel=21"
    )
    assert result.exit_code == 0, result.output
    made = {
        name: (project.build(YEAR) / "chapters" / f"{name}.ipynb").read_text()
        for name in ("feiten", "methode")
    }
    assert '"42"' in made["feiten"]
    assert "drempel" not in made["methode"]
    # The landing page has not been executed, so there is no book yet, and the user is told.
    assert "index" in result.output
    assert not (project.build(YEAR) / "html").exists()
