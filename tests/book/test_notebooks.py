"""The notebooks as they are kept: what an author may and may not leave in them."""

import json
import re

import pytest
from bookmaking import CONTENTS, REPOSITORY


@pytest.mark.parametrize("page", CONTENTS)
def test_a_notebook_in_git_holds_no_outputs_and_stable_cell_ids(page):
    path = REPOSITORY / f"{page}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] for cell in code)
    assert all(cell["execution_count"] is None for cell in code)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"cell-\d{2,3}", one) for one in ids)  # chosen, not drawn by a tool
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


@pytest.mark.parametrize("page", CONTENTS)
def test_a_notebook_opens_with_its_title_and_its_parameters(page):
    notebook = json.loads((REPOSITORY / f"{page}.ipynb").read_text(encoding="utf-8"))
    # What is in English is in a block that says so.
    title = "".join(notebook["cells"][0]["source"]).removeprefix("{.language-en}\n")
    assert title.startswith("# ")
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    assert set(first["metadata"]["tags"]) >= {"parameters", "remove-cell"}
    assert "".join(first["source"]) == "year: int = 2011"
