"""The graph of steps: what it makes, and makes again."""

import io

import pytest
from rich.console import Console

from participatiemonitor.publishing.graph.nodes import inputs
from participatiemonitor.publishing.graph.progress import BuildProgress
from participatiemonitor.publishing.graph.tasks import Step, run_steps


@pytest.fixture
def run(tmp_path):
    """Run steps; the names of those that ran."""
    def begun(*told, content="x"):
        began = []

        def make(name):
            began.append(name)
            (tmp_path / name).touch()

        steps = [Step(name, lambda name=name: make(name), (inputs("gegevens", content),),
                      (tmp_path / name,)) for name in told]
        progress = BuildProgress(Console(file=io.StringIO()))
        outcome = run_steps(steps, tmp_path / ".taken", 1, progress)
        assert sorted(outcome.made) == sorted(began)
        return began

    return begun


def test_what_is_there_is_made_again_only_where_what_it_needs_changed(run):
    assert run("een") == ["een"]
    assert run("een") == []
    assert run("een", "twee") == ["twee"]
    assert sorted(run("een", "twee", content="y")) == ["een", "twee"]
