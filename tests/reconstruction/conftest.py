"""What tests of the reconstruction share: the project with its answers drawn anew."""

import shutil
from functools import cache

import pytest

from participatiemonitor.project import Project
from participatiemonitor.reconstruction.simulation import simulate_wave

DRAWN = ("frame.csv", "responses.csv", "open_answers.csv")


@pytest.fixture(scope="session")
def redraw(tmp_path_factory, repository):
    """Draw the reconstruction of 2011 by a seed, once each; None is the published one."""
    @cache
    def draw(seed: int | None) -> Project:
        root = tmp_path_factory.mktemp(f"seed-{seed}")
        shutil.copytree(repository.root / "data", root / "data")
        shutil.copyfile(repository.root / "_toc.yml", root / "_toc.yml")
        project = Project(root)
        for name in DRAWN:
            (project.wave(2011) / name).unlink()
        simulate_wave(project, 2011, seed)
        return project

    return draw
