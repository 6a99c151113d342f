"""One version everywhere: the newest of the changelog."""

import re
import tomllib
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).parents[1]


def test_the_version_is_that_of_the_newest_entry_of_the_changelog():
    newest = re.search(r"^## (\S+)", (REPOSITORY / "CHANGELOG.md").read_text("utf-8"), re.M)[1]
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    citation = yaml.safe_load((REPOSITORY / "CITATION.cff").read_text("utf-8"))
    assert project["version"] == citation["version"] == newest
