"""Lines on what was not asked are left out, with what they announce and what heads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.publishing.execute.leaving_out import left_out, without_bare_headings


def gone(line):
    return "✗" in line


@pytest.mark.parametrize(("source", "expected"), [
    ("Een.\n\nTwee ✗.\n\nDrie.", "Een.\n\nDrie."),
    ("Een.\nTwee ✗.\nDrie.", "Een.\nDrie."),
    ("Alles ✗.", ""),
    ("{.lead}\nAlles ✗.\n\nDrie.", "Drie."),
    ("{.lead}\nEen.\nTwee ✗.", "{.lead}\nEen."),
    ("- een\n- twee ✗\n- drie", "- een\n- drie"),
    ("- een ✗\n  vervolg\n- drie", "- vervolg\n- drie"),
    ("1. een ✗\n   ook ✗\n2. drie", "2. drie"),
    ("Dit zijn zij:\n\n- een ✗\n- twee ✗\n\nEinde.", "Einde."),
    ("Eerst.\nDit zijn zij:\n\n- een ✗\n\nEinde.", "Eerst.\n\nEinde."),
    ("Dit ✗ zijn zij:\n\n- een\n- twee\n\nEinde.", "Einde."),
    ("Dit ✗ zijn zij:\n\nEen alinea.", "Een alinea."),
    ("Dit zijn zij:\n\n- een ✗\n- twee", "Dit zijn zij:\n\n- twee"),
    ("| a | b |\n| --- | --: |\n| x ✗ | 1 |\n| y | 2 |", "| a | b |\n| --- | --: |\n| y | 2 |"),
    ("| a | b |\n| --- | --: |\n| x ✗ | 1 |", ""),
    ("(plaats)=\n## Kop\n\nAlles ✗.", "(plaats)=\n## Kop"),
    (":::{note}\n:class: x\n\nEen ✗.\n\nTwee.\n:::", ":::{note}\n:class: x\n\nTwee.\n:::"),
    (":::{note}\n:class: x\n\nEen ✗.\n:::\n\nDaarna.", "Daarna."),
    ("```{note}\nEen ✗.\nTwee.\n```", "```{note}\nTwee.\n```"),
    ("::::{grid} 1 2\n:gutter: 3\n\n:::{grid-item-card} ✗\n:link: x\n\neen\n:::\n\n"
     ":::{grid-item-card} Twee\nmeer\n:::\n::::",
     "::::{grid} 1 2\n:gutter: 3\n\n:::{grid-item-card} Twee\nmeer\n:::\n::::"),
    ("Het gaat om:\n\n::::{grid} 1 2\n\n:::{grid-item-card} Een\nalles ✗\n:::\n::::", ""),
])
def test_lines_are_left_out_with_what_belongs_to_them(source, expected):
    assert left_out(source, gone) == expected


@given(st.lists(st.sampled_from([
    "Een zin.", "Die gaat ✗.", "", "- punt", "- ✗", "## Kop", "(naam)=", "Zo:", ":::{note}", ":::",
    "| a |", "{.lead}"])).map("\n".join))
def test_nothing_gone_is_left_and_no_other_text_is_made(source):
    left = left_out(source, gone)
    assert "✗" not in left
    assert set(left.split()) <= set(source.split())
    if "✗" not in source:
        assert left == source


CELLS = ["# Titel", "## Een\n\nTekst.", "## Twee\n\n### Onder twee", "## Drie", "", "## Vier",
         "{.alleen-web}\nVerder."]


def test_a_heading_goes_when_nothing_is_left_under_it():
    touched = [False, False, True, True, False, True, False]
    texts, bare = without_bare_headings(CELLS, [False] * 7, touched)
    assert texts == ["# Titel", "## Een\n\nTekst.", "", "", "", "", "{.alleen-web}\nVerder."]
    assert bare == {2, 3, 4, 5, 6}


def test_a_heading_stays_over_what_a_cell_shows_and_where_nothing_was_left_out():
    texts, bare = without_bare_headings(CELLS, [False] * 4 + [True, False, False], [True] * 4
                                        + [False] * 3)
    assert texts[3:6] == ["## Drie", "", "## Vier"]
    assert texts[2] == ""
    assert bare == {2}


def test_a_heading_with_a_name_that_others_refer_to_stays():
    assert without_bare_headings(["(hier)=\n## Een", "## Twee"], [False] * 2, [True] * 2)[0] == [
        "(hier)=\n## Een", ""]
