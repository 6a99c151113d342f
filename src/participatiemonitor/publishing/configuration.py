"""The configuration of the book, `_config.yml`."""

from __future__ import annotations

from typing import Any

import yaml

from participatiemonitor.survey.project import Project

NAME = "_config.yml"


def read_config(project: Project) -> dict[str, Any]:
    """Read the configuration that Jupyter Book is given.

    Parameters
    ----------
    project : Project

    Returns
    -------
    dict
    """
    return yaml.safe_load((project.root / NAME).read_text(encoding="utf-8"))
