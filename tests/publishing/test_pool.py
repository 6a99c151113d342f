"""The pool of the steps, and the bell that rings when one ends."""

import threading
from concurrent.futures import Future

from pytask_parallel import execute

from participatiemonitor.publishing.graph import pool
from participatiemonitor.publishing.graph.pool import Doorbell, waking


def waited(monkeypatch, doorbell):
    """Whether the bell had to be waited for in vain, with a wait that would never end."""
    monkeypatch.setattr(pool, "_LONGEST_WAIT", 60)
    sleeper = threading.Thread(target=doorbell.sleep, daemon=True)
    sleeper.start()
    sleeper.join(timeout=10)
    return sleeper.is_alive()


def test_who_waits_is_woken_by_the_task_that_ends(monkeypatch):
    doorbell, task = Doorbell(), Future()
    doorbell.watch(task)
    threading.Timer(0.05, task.set_result, [None]).start()
    assert not waited(monkeypatch, doorbell)


def test_a_task_that_ended_before_is_not_waited_for(monkeypatch):
    doorbell, task = Doorbell(), Future()
    doorbell.watch(task)
    task.set_result(None)
    assert not waited(monkeypatch, doorbell)


def test_nobody_waits_where_nothing_runs(monkeypatch):
    assert not waited(monkeypatch, Doorbell())


def test_pytask_waits_for_the_bell_and_only_during_a_run():
    before = execute._Sleeper
    with waking() as doorbell:
        assert execute._Sleeper() is doorbell
        assert all(hasattr(before, name) for name in ("sleep", "reset", "increment"))
    assert execute._Sleeper is before
