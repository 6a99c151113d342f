"""How long work takes, by turns, and in a process of its own how much memory."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def best(turns: int, *works: Callable[[], object]) -> list[float]:
    """The shortest seconds that each takes, when they take turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(turns):
        for work, times in zip(works, taken, strict=True):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    return [min(times) for times in taken]


def alone(work: Callable[..., object], *given: object) -> tuple[Any, float, int]:
    """Do some work in a process of its own: what comes of it, its seconds and its memory."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(_measured, work, *given).result()


def _measured(work: Callable[..., object], *given: object) -> tuple[Any, float, int]:
    start = time.perf_counter()
    found = work(*given)
    took = time.perf_counter() - start
    most = max(resource.getrusage(who).ru_maxrss
               for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return found, took, most * 1024
