"""Execute one notebook, in a kernel of its own, and keep the result free of noise."""

from __future__ import annotations

import textwrap
from copy import deepcopy
from typing import Any

import nbformat
import papermill
from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import CellControlSignal
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from participatiemonitor import plain_text
from participatiemonitor.errors import RunError
from participatiemonitor.files.replacing import replace_text
from participatiemonitor.publishing.edition import Edition
from participatiemonitor.publishing.execute.gathering import failing_word, gathered
from participatiemonitor.publishing.execute.limited_client import ENGINE, CellStopped
from participatiemonitor.publishing.execute.manuscript import manuscript
from participatiemonitor.publishing.notebooks import INJECTED, cell_name, read_notebook
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.round_edition import RoundEdition

# How often a kernel is started that does not come up, and how that is told.
STARTS, _NOT_UP = 3, "Kernel died before replying"


class ChapterError(RunError):
    """A notebook that did not run to its end."""


def execute(edition: RoundEdition, page: Page, values: dict[str, Any]) -> None:
    """Execute the notebook of a page as the manuscript of its round; see `execute_notebook`.

    Parameters
    ----------
    edition : RoundEdition
    page : Page
    values : dict
        Parameters of the notebook.

    Raises
    ------
    ChapterError
    """
    execute_notebook(edition, page, manuscript(page, edition, computed=True), values)


def execute_as_written(edition: Edition, page: Page, values: dict[str, Any]) -> None:
    """Execute the notebook of a page as its author wrote it; see `execute_notebook`.

    Parameters
    ----------
    edition : Edition
    page : Page
    values : dict
        Parameters of the notebook.

    Raises
    ------
    ChapterError
    """
    execute_notebook(edition, page, read_notebook(page.notebook), values)


def execute_notebook(edition: Edition, page: Page, notebook: NotebookNode, values: dict[str, Any]
                     ) -> None:
    """Execute a notebook and put the result in the place of its page.

    The result appears at once and complete; when a cell fails, the last good result stays.

    Parameters
    ----------
    edition : Edition
        What the page belongs to; the kernel starts in the folder of its project.
    page : Page
        Where the result goes.
    notebook : nbformat.NotebookNode
        What to execute.
    values : dict
        Parameters of the notebook.

    Raises
    ------
    ChapterError
        When a cell fails or meets a limit, or the kernel dies; the message names chapter, cell
        and error.
    """
    page.executed.parent.mkdir(parents=True, exist_ok=True)
    # Not its path: papermill fills in braces in a path, and fetches one with a colon.
    notebook = gathered(notebook, page, edition.words)
    kernel = {"kernel_name": "python3", "progress_bar": False}
    notebook = papermill.execute_notebook(notebook, None, values, prepare_only=True, **kernel)
    try:
        executed = _run(notebook, str(edition.project.root), kernel)
    except (PapermillExecutionError, CellStopped) as error:
        said = str(error)
        if isinstance(error, PapermillExecutionError):
            word = failing_word(notebook.cells[error.cell_index], error.traceback)
            said = f"{word}{error.ename}: {error.evalue}"
        where = cell_name(error.cell_index, notebook.cells)
        raise ChapterError(_failure(page, said, where)) from error
    except (CellControlSignal, RuntimeError) as error:
        raise ChapterError(_failure(page, f"{type(error).__name__}: {error}")) from error
    finally:
        # nbclient leaves the event loop of this thread open, with its sockets.
        ensure_event_loop().close()
    replace_text(page.executed, nbformat.writes(clean(executed)) + "\n")


def _run(notebook: NotebookNode, folder: str, kernel: dict[str, Any], starts: int = STARTS
         ) -> NotebookNode:
    """Run a notebook; once more where its kernel did not come up.

    Between the choice of a port and the moment that the kernel listens to it, another program may
    have taken it. No cell has run then.
    """
    try:
        return papermill.execute_notebook(
            deepcopy(notebook),
            None,
            engine_name=ENGINE,
            **kernel,
            # papermill's own `cwd` would change the directory of this whole process, and
            # notebooks run in threads; this one reaches only the kernel.
            resources={"metadata": {"path": folder}},
            # Kernels warn that they talk over local TCP; that is no news to the reader.
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
        )
    except RuntimeError as error:
        if _NOT_UP in str(error) and starts > 1:
            return _run(notebook, folder, kernel, starts - 1)
        raise


def clean(notebook: NotebookNode) -> NotebookNode:
    """Drop everything from an executed notebook that differs between two equal runs.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    nbformat.NotebookNode
        A copy without papermill's bookkeeping, with cell ids that count, and with the injected
        parameters out of the reader's sight.
    """
    kept = nbformat.from_dict(notebook)
    kept.metadata.pop("papermill", None)
    for number, cell in enumerate(kept.cells, start=1):
        cell["id"] = f"cel-{number}"
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        tags = cell.metadata.get("tags", [])
        if INJECTED in tags:
            cell.metadata["tags"] = [INJECTED, "remove-cell"]
    return kept


def _failure(page: Page, text: str, cell: str | None = None) -> str:
    return (
        f"Hoofdstuk {page.notebook.stem}{f', cel {cell}' if cell else ''}:\n"
        + textwrap.indent(plain_text.terminal(text).strip(), "    ")
        + f"\n    in {page.notebook}"
    )
