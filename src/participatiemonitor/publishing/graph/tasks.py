"""The book as a graph of tasks, run by pytask: what is up to date is not made again."""

from __future__ import annotations

import io
import os
import shutil
import textwrap
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytask
from pytask_parallel import ParallelBackend, WorkerType, execute, registry

from participatiemonitor.errors import InputError, MonitorError, RunError
from participatiemonitor.machine import refusal
from participatiemonitor.plain_text import terminal
from participatiemonitor.publishing.graph.nodes import Node
from participatiemonitor.publishing.graph.pool import ReportingPool, interruptible
from participatiemonitor.publishing.graph.progress import BuildProgress

# pytask-parallel submits no more tasks than it has workers; given more workers than there can be
# tasks, the pool below decides the pace.
_SUBMIT_ALL = 10_000
# Its lock file is what the next run goes by. The same in a database on a disk would be written, and
# waited for, after each step.
_NO_FILE = "sqlite://"
# Of an account of a fault, the end tells most.
_SAID = 400


@dataclass(frozen=True)
class Step:
    """One task: what it needs, what it makes, and how.

    Attributes
    ----------
    name : str
        Unique; shown to the user.
    action : callable
        Makes the product; called without arguments, in a thread.
    needs : tuple
        Inputs, and paths and folders that other steps make.
    makes : tuple of pathlib.Path or Node
    """

    name: str
    action: Callable[[], None]
    needs: tuple[Node | Path, ...]
    makes: tuple[Node | Path, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of the steps.

    Attributes
    ----------
    made, unchanged, failed, skipped : tuple of str
        Names of steps; `skipped` are those that needed a failed one.
    errors : tuple of MonitorError
        Why the failed ones failed.
    """

    made: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[str, ...]
    skipped: tuple[str, ...]
    errors: tuple[MonitorError, ...]


def require_usable(memory: Path) -> None:
    """See that pytask can remember anything in a folder with this path.

    Parameters
    ----------
    memory : pathlib.Path

    Raises
    ------
    InputError
        When the path is no text.
    """
    try:
        os.fsencode(memory).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{terminal(memory)}: in dit pad staat een teken dat geen UTF-8 is. Geef de map een "
            "andere naam en probeer het opnieuw."
        ) from error


def run_steps(steps: list[Step], memory: Path, jobs: int, progress: BuildProgress) -> Outcome:
    """Make what is missing or outdated.

    Parameters
    ----------
    steps : list of Step
    memory : pathlib.Path
        Folder in which pytask remembers what it made from what.
    jobs : int
        How many steps may run side by side.
    progress : BuildProgress
        Told of each step that is executed.

    Returns
    -------
    Outcome

    Raises
    ------
    KeyboardInterrupt
        When the user stopped the run; all kernels are gone by then.
    RunError
        When the memory can be neither read nor made anew.
    """
    with interruptible() as interrupted:
        session, said = _run(steps, memory, jobs, progress, interrupted)
        if session.exit_code is pytask.ExitCode.CONFIGURATION_FAILED:
            # What is remembered cannot be read; without it, everything is made again.
            shutil.rmtree(memory, ignore_errors=True)
            session, said = _run(steps, memory, jobs, progress, interrupted)
        if interrupted.is_set():
            raise KeyboardInterrupt
    outcome = _outcome(getattr(session, "execution_reports", []))
    if session.exit_code is not pytask.ExitCode.OK and not outcome.errors:
        raise _unusable(memory, said)
    return outcome


def _run(
    steps: list[Step],
    memory: Path,
    jobs: int,
    progress: BuildProgress,
    interrupted: threading.Event,
) -> tuple[pytask.Session, str]:
    """Run pytask; with the session comes what it had to say."""
    memory.mkdir(parents=True, exist_ok=True)
    config = memory / "pytask.toml"
    # pytask looks upwards for its root and would settle on the repository; a configuration
    # file of our own keeps its memory with the survey round it belongs to.
    config.write_text("[tool.pytask.ini_options]\n", "utf-8")
    pool = ReportingPool(jobs, progress, interrupted)
    registry.register_parallel_backend(
        ParallelBackend.CUSTOM, lambda n_workers: pool, worker_type=WorkerType.THREADS)
    execute._Sleeper = lambda: pool
    # Caught: the user gets our own, Dutch, account.
    output = pytask.console.file = io.StringIO()
    try:
        session = pytask.build(
            tasks=[pytask.TaskWithoutPath(
                name=step.name, function=lambda step=step, **_nodes: step.action(),
                depends_on=_nodes("need", step.needs), produces=_nodes("product", step.makes))
                for step in steps],
            config=config,
            database_url=_NO_FILE,
            capture="no",
            verbose=0,
            show_traceback="no",
            parallel_backend=ParallelBackend.CUSTOM,
            n_workers=_SUBMIT_ALL,
        )
    finally:
        pytask.console.file = None  # rich's word for: whatever standard output is by then
    return session, output.getvalue()


def _nodes(role: str, things: tuple[Node | Path, ...]) -> dict[str, Any]:
    return {
        f"{role}_{number}": pytask.PathNode.from_path(thing) if isinstance(thing, Path) else thing
        for number, thing in enumerate(things)
    }


def _unusable(memory: Path, said: str) -> RunError:
    return RunError(
        f"{memory}: hier kan niet worden bijgehouden wat gemaakt is. Is de schijf vol, of is "
        "schrijven niet toegestaan? Herstel dat en probeer het opnieuw.\n"
        + textwrap.indent(said.strip()[-_SAID:], "    ")
    )


def _outcome(reports: list[pytask.ExecutionReport]) -> Outcome:
    names: dict[pytask.TaskOutcome, list[str]] = {outcome: [] for outcome in pytask.TaskOutcome}
    errors = []
    for report in reports:
        names[report.outcome].append(report.task.name)
        if report.outcome is pytask.TaskOutcome.FAIL:
            error = report.exc_info[1]
            if isinstance(error, OSError):
                error = refusal(error) or error
            if not isinstance(error, MonitorError):
                raise error  # a fault of this program, whose traceback is wanted
            errors.append(error)
    kinds = pytask.TaskOutcome
    told = (kinds.SUCCESS, kinds.SKIP_UNCHANGED, kinds.FAIL, kinds.SKIP_PREVIOUS_FAILED)
    return Outcome(*(tuple(names[kind]) for kind in told), tuple(errors))
