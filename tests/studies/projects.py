"""Projects with one study, really made as a reader gets them."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from participatiemonitor import cli
from participatiemonitor.project import Project

from .breaking import STUDIES

REPOSITORY = STUDIES.parent
_FOLDERS = ("_static", "_templates", "locales")
_FILES = ("_config.yml", "_toc.yml", "references.bib")


def create(root: Path, study: str, *more: str) -> Project:
    """A project with a study, some more folders, and nothing else."""
    for name in (*_FOLDERS, f"studies/{study}", *more):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in _FILES:
        shutil.copyfile(REPOSITORY / name, root / name)
    (root / "data/waves").mkdir(parents=True)
    return Project(root)


def report_of_folder(project: Project, study: str, folder: str) -> Path:
    """Run the command in the project; return where everything is that was made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.root)
        result = CliRunner().invoke(cli.main, ["study", study, "--from", folder])
    assert result.exit_code == 0, result.output
    return project.root / "_build/studies" / study
