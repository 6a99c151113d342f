"""Notebooks as authors wrote them: read with care, because anything may stand in a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import nbjson

from participatiemonitor import plain_text
from participatiemonitor.errors import InputError
from participatiemonitor.publishing.editorial import file_name

LARGEST = 20_000_000  # bytes; the largest chapter of the monitor has forty thousand
_FORMAT = 4
# Tags of cells that no author wrote.
INJECTED, GATHERED, PLACED = "injected-parameters", "gathered-words", "placed-exhibit"
ADDED = frozenset((INJECTED, GATHERED, PLACED))
# In the metadata of a cell: the slot of the editorial file whose text it has.
EDITORIAL = "editorial"


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    nbformat.NotebookNode
        Without outputs: what a reader sees was made by this build.

    Raises
    ------
    InputError
        When the file is no notebook that can be executed here; says why.
    """
    content = _content(path)
    found = content.get("nbformat") if isinstance(content, dict) else None
    if found != _FORMAT:
        raise _fault(path, f"dit is geen notebook van formaat {_FORMAT}, maar {found!r:.40}")
    try:
        notebook = nbjson.to_notebook(content)
        notebook = nbformat.v4.upgrade(notebook, from_minor=notebook.get("nbformat_minor", 0))
        nbformat.validate(notebook)
    except (nbformat.ValidationError, AttributeError, KeyError, TypeError, ValueError) as error:
        first = plain_text.terminal(str(error).splitlines()[0])
        raise _fault(
            path, f"het notebook heeft niet de voorgeschreven vorm: {first:.200}") from error
    kernel = notebook.metadata.get("kernelspec", {})
    language = kernel.get("language") or kernel.get("name", "python")
    if not language.startswith("python"):
        raise _fault(path, f"het notebook is in {language[:40]!r}",
                     "Kies in Jupyter een kernel voor Python (python3)")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def authored_cell(index: int, cells: list[NotebookNode]) -> int:
    """Number of a cell as its author counts, from 1.

    Parameters
    ----------
    index : int
        Position among `cells`, from 0. A cell of gathered words counts as the one it is for.
    cells : list of nbformat.NotebookNode
        Of the notebook as it is executed, with cells that its author did not write.

    Returns
    -------
    int
    """
    return 1 + sum(ADDED.isdisjoint(cell.metadata.get("tags", ())) for cell in cells[:index])


def whereabouts(document: str, index: int, cells: list[NotebookNode]) -> str:
    """Where something stands, for a message: notebook, cell and editorial file.

    Parameters
    ----------
    document : str
        The page, as in `_toc.yml`.
    index : int
        Position among `cells`, from 0.
    cells : list of nbformat.NotebookNode

    Returns
    -------
    str
    """
    return f"{document}.ipynb, cel {cell_name(index, cells)}"


def cell_name(index: int, cells: list[NotebookNode]) -> str:
    """The number of a cell as its author counts, with the editorial file whose text it has."""
    slot = cells[index].metadata.get(EDITORIAL)
    return f"{authored_cell(index, cells)}{f' ({file_name(slot)})' if slot else ''}"


def _content(path: Path) -> Any:
    if not path.is_file():
        raise _fault(path, "dit notebook ontbreekt", "Zet het terug")
    size = path.stat().st_size
    if size > LARGEST:
        raise _fault(path, f"het notebook is {size // 1_000_000} MB groot; verwacht: hoogstens "
                     f"{LARGEST // 1_000_000} MB", "Wis de uitvoer in Jupyter")
    try:
        return json.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _fault(path, f"byte {error.start + 1} is geen UTF-8") from error
    except json.JSONDecodeError as error:
        raise _fault(path, f"dit is geen leesbaar notebook: regel {error.lineno}, teken "
                     f"{error.colno} is geen geldige JSON") from error
    except (RecursionError, ValueError) as error:  # nested too deeply; a number of 5,000 digits
        raise _fault(path, "dit is geen leesbaar notebook: de JSON is te diep genest of bevat een "
                     "te lang getal") from error


def _fault(path: Path, what: str, advice: str = "Bewaar het met Jupyter opnieuw") -> InputError:
    return InputError(f"{path}: {what}. {advice} en probeer het opnieuw.")
