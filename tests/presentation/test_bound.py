"""Bound words in HTML: what a reader sees, and what a reviewer can recompute."""

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.words.bound import Bound

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))


def parsed(bound):
    span, = BeautifulSoup(bound._repr_html_(), "html.parser").find_all(True)
    return span


@given(TEXT, TEXT, st.dictionaries(TEXT.filter(bool), st.one_of(TEXT, st.integers()), min_size=1))
def test_any_text_comes_through_unchanged(text, source, args):
    span = parsed(Bound(text, "top", (), source, args))
    assert span.name == "span"
    assert span["class"] == ["bound"]
    assert span.get_text() == text
    assert span.get("data-source", "") == source
    assert json.loads(span["data-args"]) == args


def test_markup_is_escaped():
    html = Bound('<b> & "x"', "top", (), 'een "bron" <i>')._repr_html_()
    assert "&lt;b&gt; &amp;" in html
    assert "<b>" not in html
    assert "<i>" not in html


def test_where_it_comes_from_is_in_its_attributes():
    refs = (Ref("taken", "zorg", "sociale_dienst"), Ref("taken", "zorg", "afdeling_welzijn", "g4"))
    span = parsed(Bound("27 tot 31%", "span", refs, "27 van 100", {"digits": 0}))
    assert span["data-kind"] == "span"
    assert span["data-refs"] == "taken.zorg@sociale_dienst taken.zorg@afdeling_welzijn/g4"
    assert [Ref.parse(ref) for ref in span["data-refs"].split()] == list(refs)
    assert span["data-source"] == "27 van 100"
    assert json.loads(span["data-args"]) == {"digits": 0}


def test_what_there_is_not_is_left_out():
    assert set(parsed(Bound("x", "published")).attrs) == {"class", "data-kind"}


@pytest.mark.parametrize("show", [str, repr])
def test_as_text_it_is_what_the_sentence_says(show):
    assert show(Bound("een kwart", "about")) == "een kwart"


def test_the_same_word_is_the_same_html_each_time():
    one = Bound("x", "where", (), "", {"b": 1, "a": 2})
    other = Bound("x", "where", (), "", {"a": 2, "b": 1})
    assert one._repr_html_() == other._repr_html_()
