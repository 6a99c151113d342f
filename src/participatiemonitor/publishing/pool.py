"""Steps side by side: threads that tell how far they are, and that Ctrl-C ends."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import psutil

from participatiemonitor.publishing.progress import BuildProgress


class ReportingPool(Executor):
    """A thread pool that tells of each task when it is queued, begins and ends."""

    def __init__(self, jobs: int, progress: BuildProgress, interrupted: threading.Event) -> None:
        self._pool = ThreadPoolExecutor(max_workers=jobs)
        self._progress = progress
        self._interrupted = interrupted

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

        return self._pool.submit(run)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for what runs."""
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


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
