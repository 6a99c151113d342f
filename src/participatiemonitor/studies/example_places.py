"""Where the examples of studies are, and what a build computed of them."""

from __future__ import annotations

from pathlib import Path

from participatiemonitor.project import Project
from participatiemonitor.studies.catalogue import STUDIES

# In the project a folder a study, and its example in it; in a build, what was computed of that.
FOLDER, EXAMPLE = "studies", "voorbeeld"
_COMPUTED = "voorbeeld-{}.json"


def example_folder(name: str, project: Project) -> Path:
    """Where the example of a study is, with the files that a user would make."""
    return project.root / FOLDER / name / EXAMPLE


def examples_of(project: Project) -> tuple[str, ...]:
    """The studies of which a project has an example."""
    return tuple(name for name in STUDIES if example_folder(name, project).is_dir())


def computed_path(name: str, folder: Path) -> Path:
    """The file of a study in the folder with what a build computed."""
    return folder / _COMPUTED.format(name)
