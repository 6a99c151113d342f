"""Steps side by side: threads that tell how far they are, and that Ctrl-C ends."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import psutil
from pytask_parallel import execute

from participatiemonitor.publishing.graph.progress import BuildProgress

# How long to wait at most before looking again; whatever ends, ends the wait.
_LONGEST_WAIT = 1.0


class Doorbell:
    """Wakes the run when a task has ended.

    It stands in for the sleeper of pytask-parallel, which looks up only now and then: after each
    step that others wait for, that took most of a second.
    """

    def __init__(self) -> None:
        self._rung = threading.Event()
        self._inside: set[Future[Any]] = set()

    def watch(self, future: Future[Any]) -> None:
        """Ring when this one ends."""
        self._inside.add(future)
        future.add_done_callback(self._ring)

    def _ring(self, future: Future[Any]) -> None:
        self._inside.discard(future)
        self._rung.set()

    def sleep(self) -> None:
        """Wait for the next task that ends; not when there is none to wait for."""
        if self._inside or self._rung.is_set():
            self._rung.wait(_LONGEST_WAIT)
            self._rung.clear()

    def reset(self) -> None:
        """Nothing: there is no pace to be set."""

    increment = reset


@contextmanager
def waking() -> Iterator[Doorbell]:
    """Let pytask-parallel wait for a doorbell, for as long as a run takes."""
    doorbell, before = Doorbell(), execute._Sleeper
    execute._Sleeper = lambda: doorbell
    try:
        yield doorbell
    finally:
        execute._Sleeper = before


class ReportingPool(ThreadPoolExecutor):
    """A thread pool that tells of each task when it is queued, begins and ends."""

    def __init__(self, jobs: int, progress: BuildProgress, interrupted: threading.Event,
                 doorbell: Doorbell) -> None:
        super().__init__(max_workers=jobs)
        self._progress, self._interrupted, self._doorbell = progress, interrupted, doorbell

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Queue a task."""
        name = kwargs["task"].name
        self._progress.queued(name)

        def run() -> Any:
            if self._interrupted.is_set():
                raise KeyboardInterrupt
            self._progress.started(name)
            result = None
            try:
                result = fn(*args, **kwargs)
            finally:
                # pytask-parallel hands exceptions over as part of the result.
                success = result is not None and result.exc_info is None
                self._progress.finished(name, success=success)
            return result

        future = super().submit(run)
        self._doorbell.watch(future)
        return future


@contextmanager
def interruptible() -> Iterator[threading.Event]:
    """On Ctrl-C, end the kernels and the page builder, so that the threads end as well.

    Only processes below this one are ended. Products are moved into place in one go, so
    whatever these were making has not touched the last good result.
    """
    interrupted = threading.Event()

    def stop(_number: int, _frame: object) -> None:
        interrupted.set()
        for child in psutil.Process(os.getpid()).children(recursive=True):
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
