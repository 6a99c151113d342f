"""The plan of the house: which room may know which, and how large a module grows."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

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
