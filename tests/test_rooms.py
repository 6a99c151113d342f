"""The plan of the house: which room may know which, and how large a module grows."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest
from importlinter.cli import lint_imports

from participatiemonitor.estimation.unprotected import Purpose

REPOSITORY = Path(__file__).parents[1]
MODULES = sorted((REPOSITORY / "src").rglob("*.py"))
LONGEST = 250


def test_imports_run_one_way():
    assert lint_imports(str(REPOSITORY / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_module_is_one_concept(module):
    lines = module.read_text("utf-8").splitlines()
    assert len(lines) <= LONGEST, f"{module.name} heeft {len(lines)} regels"
    assert lines[0].lstrip("r").startswith('"""'), f"{module.name} zegt niet wat erin staat"


def test_only_estimation_touches_the_door():
    """Import-linter sees imports; this sees who reaches through results."""
    found = [f"{path.name}:{node.lineno}" for path in MODULES
             if "estimation" not in path.parts
             for node in ast.walk(ast.parse(path.read_text("utf-8")))
             if isinstance(node, ast.Attribute) and node.attr in ("door", "open_door")]
    assert found == []


@pytest.mark.parametrize("purpose", get_args(Purpose))
def test_each_purpose_of_unprotected_answers_has_one_analysis(purpose):
    callers = [path.stem for path in MODULES
               if f'unprotected(results, "{purpose}")' in path.read_text("utf-8")]
    assert len(callers) == 1


def test_the_map_in_the_readme_has_a_line_for_each_room():
    rooms = {path.parent.name for path in (REPOSITORY / "src" / "participatiemonitor").glob(
        "*/__init__.py")}
    lines = re.findall(r"^\| `(\w+)/` \|", (REPOSITORY / "README.md").read_text("utf-8"), re.M)
    assert sorted(lines) == sorted(rooms)
