"""Whatever stands in a file of a wave: it is read, or refused in words, and never a crash."""

import shutil
from pathlib import Path

import matplotlib.pyplot as plt
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from keyed import results_of

from participatiemonitor.errors import InputError
from participatiemonitor.presentation.exhibits.drawing import draw
from participatiemonitor.presentation.exhibits.exhibit import FIGURE, exhibits
from participatiemonitor.presentation.exhibits.forms import form
from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered

MINI = Path(__file__).parents[1] / "data" / "mini"
FILES = ("wave.yml", "codebook.yml", "frame.csv", "responses.csv", "open_answers.csv")
PIECES = st.one_of(
    st.binary(max_size=8),
    st.text(st.sampled_from("0123456789,;\"'\n\r\t -+.:[]{}&*!?|>#%@ejan\u202e\u200b²٣"),
            max_size=12).map(str.encode),
    st.sampled_from([b"", b"\x00", b"\n\n", b'"', b",", b"1e400", b"nan", b"sociale_dienst",
                     b"!!python/name:os.system", b"&a [*a]", b"{{ 7 * 7 }}", b"taken", b"ja"]))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 10**10), st.floats(), st.text(max_size=9),
              st.sampled_from(["ja", "nee", "taken", "zorg", "plan_een", "klanten", "respons",
                               "sociale_dienst", "klein+groot", "single", "open", "stacked"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3),
                            st.dictionaries(st.text(max_size=6), inner, max_size=3)),
    max_leaves=6)


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """The wave of five respondents, made anew for each example."""

    def make():
        root = tmp_path_factory.getbasetemp() / "willekeurig"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(MINI, root)
        return Project(root)

    return make


def read(project):
    """Load the wave; None where it is refused, in words that can be shown."""
    try:
        return load_answered(2009, project)
    except InputError as error:
        assert str(error).replace("\n", "").isprintable()
        return None


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_any_change_of_bytes_is_read_or_refused(project, name, data):
    changed = project()
    path = changed.wave(2009) / name
    content = path.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 12)))
    path.write_bytes(content[:start] + data.draw(PIECES) + content[end:])
    read(changed)


def places(content, place=()):
    """Where something stands in the content of a yaml file."""
    for key in content if isinstance(content, dict) else range(len(content)):
        yield (*place, key)
        if isinstance(content[key], dict | list):
            yield from places(content[key], (*place, key))


@pytest.mark.parametrize("name", ["wave.yml", "codebook.yml"])
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_value_in_the_place_of_another_is_refused_or_can_be_shown(project, name, data):
    changed = project()
    path = changed.wave(2009) / name
    content = yaml.safe_load(path.read_text())
    *above, last = data.draw(st.sampled_from(list(places(content))))
    inner = content
    for key in above:
        inner = inner[key]
    if data.draw(st.booleans()):
        inner[last] = data.draw(VALUES)
    else:
        del inner[last]
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    wave = read(changed)
    if wave is not None:
        estimates = results_of(wave)
        for shown in exhibits(estimates):
            form(shown.form).table(shown)
            if shown.kind == FIGURE:
                canvas = draw(shown)
                canvas.canvas.draw()
                plt.close(canvas)
