"""A new form and a new figure, as a maintainer adds them: in copies of package and project."""

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from editing import replace

import participatiemonitor
from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.presentation.exhibits import forms as modules
from participatiemonitor.publishing.files.downloads import write_downloads
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.survey.forms import FORMS

MODULE = '''
"""A dot an answer and group."""

from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.in_words import describe_bars, shares_table

table = shares_table


def refs(questions, source):
    question, = questions
    return [Ref(question.id, option, group)
            for option in question.option_ids for group in question.asked]


def note(exhibit):
    return " Punt: aandeel."


def describe(exhibit):
    return describe_bars(exhibit, "Punten", ", ")


def draw(exhibit):
    canvas, axes = theme.canvas(2)
    axes.plot([row.estimate.value for row in exhibit.rows], range(len(exhibit.rows)), "o")
    return canvas
'''
SHOWN = '''
import sys
from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.project import Project
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.files.downloads import write_downloads

project = Project(__import__("pathlib").Path(sys.argv[1]))
edition = find_edition(project, "2009")
edition.folder.mkdir(parents=True)
write_downloads(edition)
print(Chapter(open_results(2009, project)).figure(13).text)
'''


def test_the_list_of_forms_and_the_modules_are_the_same():
    folder = Path(modules.__file__).parent
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == FORMS.keys()
    for word, form in FORMS.items():
        made = vars(modules.form(word))
        assert {"refs", "table"} <= made.keys()
        # Themes are drawn too, without a number.
        drawn = {"draw", "describe", "note"} <= made.keys()
        assert drawn == (form.of == "figure" or word == "themes")


@pytest.fixture
def figure_13(mini):
    """Lets a codebook show its question of tasks once more: ``figure_13("grouped")``."""
    def add(form):
        replace(mini.wave(2009) / "codebook.yml", "tables:\n", f"  13: {{section: '1', "
                f"form: {form}, questions: [taken], nl: Taken anders}}\ntables:\n")
    return add


def made(project, source):
    """The page of figure 13 and the folder of downloads, made by a package that is somewhere."""
    done = subprocess.run([sys.executable, "-c", SHOWN, str(project.root)], check=False,
                          capture_output=True, text=True, encoding="utf-8",
                          env={"PYTHONPATH": str(source), "PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stderr
    return done.stdout, project.build(2009) / "downloads"


def check_everywhere(page, folder):
    assert "/downloads/figuur-13.svg" in page
    assert ":name: \"figuur-13\"" in page
    for kind in ("svg", "png", "csv", "xlsx"):
        assert (folder / f"figuur-13.{kind}").stat().st_size > 0
        assert f'href="../downloads/figuur-13.{kind}"' in page
    workbook = openpyxl.load_workbook(folder / "monitor-2009.xlsx")
    assert workbook.sheetnames.index("Figuur 13") == workbook.sheetnames.index("Figuur 2") + 1
    assert workbook["Figuur 13"]["A1"].value == "Figuur 13: Taken anders"
    listed = {row[0].value: row[1].value for row in workbook["Inhoud"].iter_rows()}
    assert listed["Figuur 13"] == "Figuur 13: Taken anders"


def test_a_figure_13_is_an_entry_in_the_codebook_and_a_call(mini, figure_13):
    figure_13("grouped")
    page, folder = made(mini, Path(participatiemonitor.__file__).parents[1])
    check_everywhere(page, folder)
    first, again = ((folder / f"figuur-{number}.csv").read_text().replace(f"figuur-{number}", "")
                    for number in (1, 13))
    assert first == again


def test_an_open_question_can_have_a_numbered_table(mini):
    replace(mini.wave(2009) / "codebook.yml", "scales:\n", "  3: {section: '1', form: themes, "
            "questions: [toelichting], nl: Toelichtingen}\nscales:\n")
    page = Chapter(open_results(2009, mini)).table(3).text
    assert "```{table} Toelichtingen." in page
    assert "| Thema | Sociale diensten (te weinig antwoorden om te tonen) | " in page
    edition = find_edition(mini, "2009")
    edition.folder.mkdir(parents=True)
    write_downloads(edition)
    sheet = openpyxl.load_workbook(edition.folder / "downloads" / "tabel-3.xlsx")["Tabel 3"]
    assert sheet["A1"].value == "Tabel 3: Toelichtingen"


def test_a_new_form_is_one_module_and_a_word_in_the_list(mini, figure_13, tmp_path):
    figure_13("dots")
    package = tmp_path / "src" / "participatiemonitor"
    shutil.copytree(Path(participatiemonitor.__file__).parent, package,
                    ignore=shutil.ignore_patterns("__pycache__"))
    (package / "presentation" / "exhibits" / "forms" / "dots.py").write_text(MODULE)
    replace(package / "survey" / "forms.py", "FORMS = {\n",
            'FORMS = {\n    "dots": Form("figure", ("multiple",)),\n')
    page, folder = made(mini, package.parent)
    check_everywhere(page, folder)
    assert ':alt: "Punten. ' in page
    assert " Punt: aandeel." in page
