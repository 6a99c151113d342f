"""Execute one notebook, in a kernel of its own, and keep the result free of noise."""

from __future__ import annotations

import logging
import os
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import CellControlSignal, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.contents import Page
from participatiemonitor.publishing.files import replace_text

# Kernels run side by side, so each gets one thread for its linear algebra: with more they only
# wait for each other. A fixed hash seed keeps the order of sets, and so the outputs, the same.
_KERNEL_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}


class ChapterError(RunError):
    """A notebook that did not run to its end."""


@contextmanager
def kernel_environment() -> Iterator[None]:
    """Set the environment that kernels inherit, for as long as they are being started."""
    before = {name: os.environ.get(name) for name in _KERNEL_ENVIRONMENT}
    os.environ.update(_KERNEL_ENVIRONMENT)
    # A dead kernel is reported with its chapter; papermill's own log line would only be in the way.
    log = logging.getLogger("papermill")
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = False
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def execute(page: Page, values: dict[str, Any], root: Path) -> None:
    """Execute the notebook of a page and put the result in its place.

    The result appears at once and complete; when a cell fails, the last good result stays.

    Parameters
    ----------
    page : Page
        What to execute, and where the result goes.
    values : dict
        Parameters of the notebook.
    root : pathlib.Path
        Folder in which the kernel starts.

    Raises
    ------
    ChapterError
        When a cell fails or the kernel dies; the message names chapter, cell and error.
    """
    page.executed.parent.mkdir(parents=True, exist_ok=True)
    try:
        executed = papermill.execute_notebook(
            page.notebook,
            None,
            parameters=values,
            kernel_name="python3",
            progress_bar=False,
            # papermill's own `cwd` would change the directory of this whole process, and
            # notebooks run in threads; this one reaches only the kernel.
            resources={"metadata": {"path": str(root)}},
            record_timing=False,
            coalesce_streams=True,
            shutdown_kernel="immediate",
            # Kernels warn that they talk over local TCP; that is no news to the reader.
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
        )
    except PapermillExecutionError as error:
        cell = authored_cell(error.cell_index, page.notebook)
        raise ChapterError(_failure(page, f", cel {cell}", error.ename, error.evalue)) from error
    except (DeadKernelError, CellControlSignal, RuntimeError) as error:
        raise ChapterError(_failure(page, "", type(error).__name__, str(error))) from error
    finally:
        # nbclient leaves the event loop of this thread open, with its sockets.
        ensure_event_loop().close()
    replace_text(page.executed, nbformat.writes(clean(executed)) + "\n")


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
        if "injected-parameters" in tags:
            cell.metadata["tags"] = ["injected-parameters", "remove-cell"]
    return kept


def authored_cell(index: int, notebook: Path) -> int:
    """Number of a cell as its author counts.

    Parameters
    ----------
    index : int
        Position in the executed notebook, from 0.
    notebook : pathlib.Path
        The notebook as authored, which lacks the cell with injected parameters.

    Returns
    -------
    int
        Position in the authored notebook, from 1.
    """
    cells = nbformat.read(notebook, as_version=4).cells
    parameters = next(
        (i for i, cell in enumerate(cells) if "parameters" in cell.metadata.get("tags", [])),
        len(cells),
    )
    return index + 1 if index <= parameters else index


def _failure(page: Page, where: str, kind: str, text: str) -> str:
    return (
        f"Hoofdstuk {page.name}{where}:\n"
        + textwrap.indent(f"{kind}: {text}".strip(), "    ")
        + f"\n    in {page.notebook}"
    )
