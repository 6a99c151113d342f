"""A tiny project, really executed by papermill and really built by Jupyter Book."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest
from click.testing import CliRunner, Result
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from participatiemonitor import cli
from participatiemonitor.project import Project
from participatiemonitor.publishing import checks, results, site_steps
from participatiemonitor.publishing.files import downloads
from participatiemonitor.publishing.files.csv_files import csv_text
from participatiemonitor.publishing.round_edition import UNSHOWN, RoundEdition

REPOSITORY = Path(__file__).parents[2]
YEAR = 2011

TOC = """\
format: jb-book
root: index
parts:
  - caption: De monitor
    chapters:
      - file: chapters/feiten
      - file: chapters/methode
"""

BIBLIOGRAPHY = """\
@techreport{monitor, author={{Divosa}}, title={Maximaal vermogen}, institution={Divosa},
  year={2011}}
@article{twee, author={Jansen, A. and de Boer, B.}, title={Beleid en Wmo}, journal={Bestek},
  year={2010}}
@book{drie, author={Cochran, W.}, title={Sampling}, langid={english}, publisher={Wiley},
  year={1977}}
"""

# The notebook counts the lines of the data, and glues and shows as the chapters do.
COUNT = """\
from pathlib import Path
from IPython.display import HTML, display
from myst_nb import glue
lines = len(Path(f"data/waves/{year}/responses.csv").read_text().splitlines())
glue("regels", HTML(f'<span class="bound">{lines}</span>'), display=False)
import time
print("een", flush=True); time.sleep(0.3); print("twee")
"""

FIGURE = """\
text = f'```{{figure}} /downloads/figuur-1.svg\\n:name: fig-een\\n:alt: leeg\\n\\n'
text += f'Onderschrift, n = {lines}\\n```'
made = {"text/markdown": {"maker": "participatiemonitor"}}  # as Block says
display({"text/markdown": text, "text/plain": ""}, raw=True, metadata=made)
"""


def notebook(*cells: nbformat.NotebookNode, parameters: str = "year: int = 2011") -> str:
    """Text of a notebook whose first cell holds the parameters."""
    first = new_code_cell(parameters, metadata={"tags": ["parameters", "remove-cell"]})
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = new_notebook(cells=[first, *cells], metadata={"kernelspec": kernel})
    return nbformat.writes(made)


def code(source: str, *tags: str) -> nbformat.NotebookNode:
    return new_code_cell(source, metadata={"tags": list(tags)})


def text(source: str) -> nbformat.NotebookNode:
    return new_markdown_cell(source)


def _create(root: Path) -> Project:
    """Write the project: three pages, one wave, no packages that take long to import."""
    for name in ("_static", "_templates", "locales"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copyfile(REPOSITORY / "_config.yml", root / "_config.yml")
    (root / "_toc.yml").write_text(TOC)
    (root / "references.bib").write_text(BIBLIOGRAPHY)
    for folder in (f"data/waves/{YEAR}", "data/published", "chapters"):
        (root / folder).mkdir(parents=True)
    wave = f"data/waves/{YEAR}"
    shutil.copyfile(REPOSITORY / wave / "frame.csv", root / wave / "frame.csv")
    head = (REPOSITORY / wave / "wave.yml").read_text("utf-8")
    (root / wave / "wave.yml").write_text(head[:head.index("  # Small counts that")])
    (root / wave / "codebook.yml").write_text(CODEBOOK)
    (root / f"data/waves/{YEAR}/responses.csv").write_text("a\n1\n2\n")
    (root / "index.ipynb").write_text(
        notebook(
            text("# Begin"),
            code(COUNT, "remove-input"),
            code(FIGURE, "remove-input"),
            text("Er zijn {glue:}`regels` regels, zie {numref}`fig-een` {cite:p}`monitor,twee`."),
            text("Meer in {cite:p}`drie`."),
            text("[Alle cijfers](downloads/results.csv)\n\n```{bibliography}\n```"),
            text('<a href="downloads/monitor-{{ jaar }}.pdf" download>Pdf</a>'),
        )
    )
    (root / "chapters/feiten.ipynb").write_text(
        notebook(
            text("# Feiten\n\n## Eerste\n\n```{note}\nLet op.\n```"),
            code("drempel * 2", "remove-input"),
            parameters="year: int = 2011\ndrempel: int = 5",
        )
    )
    (root / "chapters/methode.ipynb").write_text(
        notebook(text("# Methode\n\nOver de {{ bijstandswet }}."))
    )
    return Project(root)


# Of one question, and without figures.
CODEBOOK = """\
figures: {}
tables: {}
questions:
  - id: beleid
    kind: single
    section: "1.2"
    asked: [sociale_dienst, afdeling_welzijn]
    known: source
    nl: Heeft u beleid?
    en: Do you have a policy?
    short: beleid
    options: [{id: ja, nl: ja, en: "yes"}, {id: nee, nl: nee, en: "no"}]
"""


@contextmanager
def _replaced(package: Path) -> Iterator[None]:
    """The wave and the estimates of the tiny project; their real makers have their own tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_steps, "PACKAGE", package)
        patch.setattr(checks, "compute_results", lambda year, project: SimpleNamespace(wave=None))
        patch.setattr(checks, "require_claims", lambda project, wave: None)
        patch.setattr(results, "write_results", _write_results)
        patch.setattr(results, "write_earlier", lambda edition: edition.trends.write_text("[]"))
        patch.setattr(downloads, "write_downloads", _write_downloads)
        yield


@pytest.fixture(scope="session")
def _package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that nobody edits while the tests run."""
    package = tmp_path_factory.mktemp("code") / "package"
    package.mkdir()
    (package / "module.py").write_text("x = 1\n")
    return package


@pytest.fixture
def _stand_ins(_package: Path) -> Iterator[None]:
    with _replaced(_package):
        yield


def _write_results(edition: RoundEdition, _asked: object) -> None:
    """As the real ones: others when the answers are."""
    edition.results.parent.mkdir(exist_ok=True)
    answers = edition.project.wave(edition.wave.year) / "responses.csv"
    edition.results.write_bytes(answers.read_bytes())


def _write_downloads(edition: RoundEdition) -> None:
    place = edition.folder
    folder = place / "downloads"
    for made in (folder, place / ".figures"):
        made.mkdir(exist_ok=True)
    edition.workbook.write_bytes(b"xlsx")
    for where in (place, folder):
        (where / "results.csv").write_text(csv_text(pd.DataFrame({"value": [1 / 3]})))
    (place / UNSHOWN).write_text("domain,reason\ntotaal,hooguit twee\n"
                                 + "klein,te weinig antwoorden\n" * 2)
    edition.picture.write_bytes(b"png")
    (folder / "figuur-1.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="3"><path d="M0 0h6v2z"/></svg>')
    edition.picture.with_suffix(".txt").write_text('Een "plaatje"')


@pytest.fixture(scope="session")
def _built_once(_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = _create(tmp_path_factory.mktemp("project") / "monitor")
    with _replaced(_package):
        result = _run(project, "build", str(YEAR))
    assert result.exit_code == 0, result.output
    return project


@pytest.fixture
def project(_stand_ins: None, tmp_path: Path) -> Project:
    """The tiny project, nothing built yet."""
    return _create(tmp_path / "monitor")


@pytest.fixture
def built(_built_once: Project, _stand_ins: None, tmp_path: Path) -> Project:
    """The tiny project with its book, in a folder of its own that a test may spoil."""
    root = tmp_path / "built"
    shutil.copytree(_built_once.root, root)
    return Project(root)


def _run(project: Project, *arguments: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.root)
        return CliRunner().invoke(cli.main, arguments)


@pytest.fixture
def monitor() -> Callable[..., Result]:
    """Run the command in a project: ``monitor(project, "build", "--only", "feiten")``."""
    return _run


def executed(project: Project) -> dict[str, bytes]:
    """Bytes of the executed notebooks."""
    folder = project.build(YEAR) / "chapters"
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.ipynb"))}
