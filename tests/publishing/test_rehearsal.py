"""What a notebook asks for is known before it runs: its cells are played with a stand-in."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from participatiemonitor.publishing.execute.rehearsal import rehearse, spoken

OPEN = "from participatiemonitor.book.chapter import open_chapter\n\nm = open_chapter(year)"


def played(*sources):
    cells = [new_code_cell("year: int = 2011"), new_code_cell(OPEN), *map(new_code_cell, sources)]
    return rehearse(new_notebook(cells=cells))


def named(rehearsal):
    return [(call.cell - 1, call.name, *call.values) for call in rehearsal.calls]


def test_names_that_are_put_together_are_known():
    rehearsal = played(
        'WET = "wmo"\n\n\ndef vaker(een, ander, *meer):\n    """Zo."""\n'
        '    return m.compare([een, *meer], ander, more="x", less="", same="")',
        'm.say(a=vaker(f"x_{WET}.ja", "@aw", *(f"{q}.ja" for q in ("p", "q"))),\n'
        '      b=m.most("x", {k: f"Van {v}." for k, v in dict(a="één", b="twee").items()}))')
    assert named(rehearsal)[:2] == [
        (2, "compare", ["x_wmo.ja", "p.ja", "q.ja"], "@aw"),
        (2, "most", "x", {"a": "Van één.", "b": "Van twee."})]
    assert set(rehearsal.said) == {"a", "b"}


def test_words_in_words_are_no_calls_of_their_own():
    rehearsal = played('m.say(a=m.when("p.a", 0, 9, yes=m.fill("{} x", m.who("q.a").starting())))',
                       "m.figure(3)\nm.table(number=4)")
    assert [call.name for call in rehearsal.shown_in(2)] == ["when"]
    assert [call.name for call in rehearsal.said["a"].words] == ["fill"]
    assert [call.name for call in rehearsal.shown_in(3)] == ["figure", "table"]


@pytest.mark.parametrize("source", [
    "import os\nos.remove('x')", "while True:\n    pass", "open('x', 'w')", "x = 9 ** 9 ** 9",
    "().__class__.__base__", "for a in b:\n    m.figure(1)", "m.figure(", "1 / 0", "onbekend",
    "def f():\n    return f()\n\n\nf()", "raise SystemExit", "exec('1')", "range(10)",
])
def test_what_is_more_than_calls_and_texts_is_not_played(source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    played(source)
    assert not list(tmp_path.iterdir())


def test_of_a_cell_that_is_not_played_calls_with_fixed_values_are_known():
    rehearsal = played('import os\nm.figure(3)\nm.say(a=m.who("p.ja"))\nm.who(os.name)\nx.who(1)')
    assert (1, "figure", 3) in named(rehearsal)
    assert (1, "who", "p.ja") in named(rehearsal)
    assert len(rehearsal.calls) == 2


def test_a_face_of_its_own_is_nobodys_stand_in():
    cells = [new_code_cell("m = Face()"), new_code_cell('m.figure(3)')]
    assert rehearse(new_notebook(cells=cells)).calls == ()


def test_the_calls_in_a_sentence_are_known_with_their_place():
    source = 'Van {m}`share("a.b@sd", claim="x")` tot {m}`count(1`, `{m}`.'
    ((place, call),) = spoken(new_markdown_cell(source), 4)
    assert source[place.start:place.stop] == '{m}`share("a.b@sd", claim="x")`'
    assert (call.cell, call.name, call.values, call.named) == (
        4, "share", ("a.b@sd",), {"claim": "x"})
