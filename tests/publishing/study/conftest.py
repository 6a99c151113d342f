"""A project with a study of its own, really executed and really built."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from participatiemonitor import cli, studies
from participatiemonitor.project import Project
from participatiemonitor.publishing import site_steps
from participatiemonitor.studies import catalogue

from ..conftest import REPOSITORY, code, notebook, text

ROOMS = Path(__file__).parent / "rooms"
NAME, KEY = "tally", "0f" * 32
# Names of choices that would be markup, code or a formula somewhere.
HOSTILE = "*<b>ja</b>* `$x$` [x](y) {m}`text(1)`"
SETUP = ("gemeente,peildatum,opmerking\n"
         "Gemeente A,2012-03-31,Voorbeeld: deze stemmen zijn verzonnen.\n")
VOTES = f'keuze,aantal\nja,60\nnee,40\n"{HOSTILE}",20\n=1+1,3\n'


def report_notebook(*more) -> str:
    """The notebook of the study, with more cells at its end."""
    return notebook(
        code('from participatiemonitor.book.study import open_study\n\n'
             'm = open_study("tally", folder)', "remove-cell"),
        text("# {{ titel }}\n\n{m}`text(\"meest\")` Dat is {m}`value(\"keuzes\", \"ja\", "
             "\"aandeel\")` ({{ waarvan }}); "
             "zie {numref}`fig-aandelen` en {cite:p}`monitor`.\n\n## Hoe"),
        code('m.figure("aandelen")', "remove-input"),
        text("## Waarom\n\nTe zien in {numref}`tab-keuzes`."),
        code('m.table("keuzes")', "remove-input"),
        code("m.files()", "remove-input"),
        text("## Bronnen\n\n```{bibliography}\n```"),
        *more,
        parameters='folder: str = "studies/tally/voorbeeld"',
    )


def create(root: Path) -> Project:
    """Write the project: no round, one study, and the files of a user."""
    for name in ("_static", "_templates", "locales"):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in ("_config.yml", "_toc.yml"):
        shutil.copyfile(REPOSITORY / name, root / name)
    (root / "references.bib").write_text(
        "@techreport{monitor, author={{Divosa}}, title={Maximaal vermogen}, "
        "institution={Divosa}, year={2011}}\n")
    for folder in ("data/waves", "studies/tally", "eigen"):
        (root / folder).mkdir(parents=True)
    (root / "studies/tally/verslag.ipynb").write_text(report_notebook())
    (root / "eigen/stemmen.csv").write_text(VOTES)
    (root / "eigen/opzet.csv").write_text(SETUP)
    (root / "eigen/sleutel.txt").write_text(f"{KEY}\n")
    return Project(root)


@contextmanager
def known(package: Path) -> Iterator[None]:
    """The study is one of those there are; nobody edits the package meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_steps, "PACKAGE", package)
        patch.setattr(studies, "__path__", [*studies.__path__, str(ROOMS)])
        patch.setitem(catalogue.STUDIES, NAME, "Tel stemmen.")
        yield


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that nobody edits while the tests run."""
    made = tmp_path_factory.mktemp("code") / "package"
    made.mkdir()
    return made


@pytest.fixture
def there(package: Path) -> Iterator[None]:
    """The study is one of those there are."""
    with known(package):
        yield


def run(project: Project, *arguments: str) -> Result:
    """Run the command in the folder of a project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.root)
        return CliRunner().invoke(cli.main, arguments)


@pytest.fixture
def monitor(there: None) -> Callable[..., Result]:
    """Run the command: ``monitor(project, "study", "tally", "--from", "eigen")``."""
    return run


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The project, nothing made yet."""
    return create(tmp_path / "monitor")


@pytest.fixture(scope="session")
def made(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project with its report; not to be changed."""
    project = create(tmp_path_factory.mktemp("study") / "monitor")
    with known(package):
        result = run(project, "study", NAME, "--from", "eigen")
    assert result.exit_code == 0, result.output
    return project


@pytest.fixture
def copied(made: Project, there: None, tmp_path: Path) -> Project:
    """The same in a folder of its own that a test may spoil."""
    return Project(Path(shutil.copytree(made.root, tmp_path / "copied")))
