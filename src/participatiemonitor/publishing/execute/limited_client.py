"""Execute cells within limits of time and output: an engine for papermill."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from jupyter_client import KernelManager
from jupyter_client.provisioning import LocalProvisioner
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines

from participatiemonitor.publishing.execute import limits
from participatiemonitor.publishing.execute.forked_kernels import fork

ENGINE = "limited"
# What a notebook opens: imported for all kernels at once, and quick to fork.
_OPENED = ("participatiemonitor.book.chapter", "participatiemonitor.book.study")


class CellStopped(Exception):
    """A cell that did not come to its end; the text says why, in Dutch.

    Parameters
    ----------
    reason : str
    cell_index : int
        Position of the cell in the executed notebook, from 0.
    """

    def __init__(self, reason: str, cell_index: int) -> None:
        super().__init__(reason)
        self.cell_index = cell_index


class _Provisioner(LocalProvisioner):
    """Starts a kernel, forked where that can be, and knows its process."""

    opened: Sequence[str] = ()

    async def launch_kernel(self, cmd: list[str], **settings: Any) -> dict[str, Any]:
        """Fork the kernel; else start it as usual."""
        self.process = fork(cmd, settings["cwd"], settings["env"], self.opened)
        if self.process is None:
            return await super().launch_kernel(cmd, **settings)
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class _LimitedClient(PapermillNotebookClient):
    """Stops the notebook at the first limit; the kernel is killed with all it started."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._too_much = ""
        self._of_cell = self._of_notebook = 0

    def create_kernel_manager(self) -> KernelManager:
        """Create the manager of a kernel that is forked where that can be."""
        manager = super().create_kernel_manager()
        manager.provisioner = _Provisioner(kernel_id="", kernel_spec=manager.kernel_spec,
                                           parent=manager)
        manager.provisioner.opened = [
            name for name in _OPENED
            if any(f"from {name} import" in cell.source for cell in self.nb.cells)]
        return manager

    def execute_cell(
        self, cell: NotebookNode, cell_index: int, *args: Any, **settings: Any
    ) -> NotebookNode:
        self._of_cell = 0
        try:
            return super().execute_cell(cell, cell_index, *args, **settings)
        except CellTimeoutError as error:
            raise CellStopped(
                f"De cel liep langer dan {limits.LIMITS.seconds} seconden en is gestopt. Maak de "
                f"berekening korter, of verruim de grens in {limits.__name__}.",
                cell_index,
            ) from error
        except DeadKernelError as error:
            dead = "DeadKernelError: het rekenproces is uitgevallen, misschien door geheugengebrek."
            raise CellStopped(self._too_much or dead, cell_index) from error

    def process_message(
        self, msg: dict[str, Any], cell: NotebookNode, cell_index: int
    ) -> NotebookNode | None:
        """Count what a message brings, before it becomes part of the notebook."""
        size = len(json.dumps(msg["content"], ensure_ascii=False, default=str))
        self._of_cell += size
        self._of_notebook += size
        if self._of_cell > limits.LIMITS.cell_size:
            self._stop("De cel toont", limits.LIMITS.cell_size)
        elif self._of_notebook > limits.LIMITS.notebook_size:
            self._stop("Tot en met deze cel toont het notebook", limits.LIMITS.notebook_size)
        else:
            return super().process_message(msg, cell, cell_index)
        return None

    def _stop(self, who_shows: str, allowed: int) -> None:
        millions = f"{allowed / 1e6:g}".replace(".", ",")
        self._too_much = (
            f"{who_shows} meer dan {millions} miljoen tekens en is gestopt. Toon minder, of "
            f"verruim de grens in {limits.__name__}."
        )
        # Cancelled, nbclient takes the kernel for dead and ends it.
        self.task_poll_for_reply.cancel()


class _LimitedEngine(Engine):
    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        resources: dict[str, Any],
        extra_arguments: list[str],
        **_settings: Any,
    ) -> NotebookNode:
        """Execute a notebook; see papermill."""
        return _LimitedClient(
            nb_man,
            kernel_name=kernel_name,
            resources=resources,
            extra_arguments=extra_arguments,
            timeout=limits.LIMITS.seconds,
            # From the end of a cell to the last of its output, which may be much.
            iopub_timeout=limits.LIMITS.seconds,
            startup_timeout=limits.LIMITS.seconds,
            record_timing=False,
            coalesce_streams=True,
            shutdown_kernel="immediate",
        ).execute()


papermill_engines.register(ENGINE, _LimitedEngine)
