"""The pool of the steps, which wakes whoever waits for one of them to end."""

import io
import threading
from types import SimpleNamespace

import pytest
from rich.console import Console

from participatiemonitor.publishing.graph import pool
from participatiemonitor.publishing.graph.pool import ReportingPool
from participatiemonitor.publishing.graph.progress import BuildProgress


@pytest.fixture
def steps(monkeypatch):
    """A pool, in which a wait for nothing would never end."""
    monkeypatch.setattr(pool, "_LONGEST_WAIT", 60)
    progress = BuildProgress(Console(file=io.StringIO()))
    with ReportingPool(2, progress, threading.Event()) as made:
        yield made


def begin(steps, ended):
    """Begin a step that lasts until something has happened."""
    def step(task):
        assert ended.wait(10)
        return SimpleNamespace(exc_info=None)

    return steps.submit(step, task=SimpleNamespace(name="stap"))


def waited(steps):
    """Whether the pool waits in vain."""
    sleeper = threading.Thread(target=steps.sleep, daemon=True)
    sleeper.start()
    sleeper.join(timeout=10)
    return sleeper.is_alive()


def test_who_waits_is_woken_by_the_step_that_ends(steps):
    ended = threading.Event()
    begin(steps, ended)
    threading.Timer(0.05, ended.set).start()
    assert not waited(steps)


def test_a_step_that_ended_before_is_not_waited_for(steps):
    ended = threading.Event()
    ended.set()
    begin(steps, ended).result()
    assert not waited(steps)


def test_one_step_is_waited_for_while_it_runs(steps):
    ended = threading.Event()
    begin(steps, ended)
    sleeper = threading.Thread(target=steps.sleep)
    sleeper.start()
    sleeper.join(timeout=0.1)
    assert sleeper.is_alive()
    ended.set()
    sleeper.join(timeout=10)
    assert not sleeper.is_alive()


def test_nobody_waits_where_nothing_runs(steps):
    assert not waited(steps)
