"""Steps side by side: threads that tell how far they are, and that Ctrl-C ends."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any

import psutil

from participatiemonitor.publishing.graph.progress import BuildProgress

# How long to wait at most before looking again; whatever ends, ends the wait.
_LONGEST_WAIT = 1.0


class ReportingPool(ThreadPoolExecutor):
    """A thread pool that tells of each task when it is queued, begins and ends.

    It stands in for the sleeper of pytask-parallel as well, which looks up only now and then:
    after each step that others wait for, that took most of a second.

    Parameters
    ----------
    jobs : int
        How many tasks may run side by side.
    progress : BuildProgress
        Told of each task.
    interrupted : threading.Event
        Set when no further task is to begin.
    """

    def __init__(self, jobs: int, progress: BuildProgress, interrupted: threading.Event) -> None:
        super().__init__(max_workers=jobs)
        self._progress, self._interrupted = progress, interrupted
        self._running: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Queue a task."""
        name = kwargs["task"].name
        self._progress.queued(name)

        def run() -> Any:
            if self._interrupted.is_set():
                raise KeyboardInterrupt
            self._progress.started(name)
            result = fn(*args, **kwargs)
            # pytask-parallel hands exceptions over as part of the result.
            self._progress.finished(name, success=result.exc_info is None)
            return result

        future = super().submit(run)
        self._running.add(future)
        return future

    def sleep(self) -> None:
        """Wait for the next task that ends; not when there is none to wait for."""
        _, self._running = wait(self._running, _LONGEST_WAIT, FIRST_COMPLETED)

    def reset(self) -> None:
        """Nothing: there is no pace to be set."""

    increment = reset


@contextmanager
def interruptible() -> Iterator[threading.Event]:
    """On Ctrl-C, end the kernels and the page builder, so that the threads end as well.

    Only processes below this one are ended. Products are moved into place in one go, so
    whatever these were making has not touched the last good result.
    """
    interrupted = threading.Event()

    def stop(_number: int, _frame: object) -> None:
        interrupted.set()
        for child in psutil.Process().children(recursive=True):
            child.kill()
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield interrupted  # signal handlers belong to the main thread
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)
