"""Text from data for each place it goes, and that nothing else makes text safe by itself."""

from __future__ import annotations

import html
import re
import warnings
from pathlib import Path

import matplotlib.pyplot as plt
import pytest
from hostile.strings import hostile_strings
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from myst_parser.parsers.options import options_to_items

from participatiemonitor import plain_text
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.markdown import directive, pipe_table

SOURCE = Path(plain_text.__file__).parent
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)
TEXTS = hostile_strings(Path("/geheim.txt"), Path("/spoor"))
# What looks like it elsewhere, and why it is not.
EXCEPTIONS = {"publishing/paper/images.py": "gives a drawing of a page its namespace",
              "presentation/words/english.py": "looks for names in a phrase",
              "survey/setup/template.py": "looks for names of laws in a text",
              "survey/comparability.py": "looks for names of laws in a text"}


@given(TEXT)
def test_in_markdown_any_text_is_one_paragraph_of_it(text):
    line = plain_text.one_line(text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(
        plain_text.markdown(text))
    if not line.strip():
        return
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {one.type for one in tokens[1].children} <= {"text", "text_special"}
    assert "".join(one.content for one in tokens[1].children).strip() == line.strip()


@pytest.mark.parametrize("text", TEXTS)
def test_in_markdown_no_sign_of_a_hostile_text_is_left_bare(text):
    made = plain_text.markdown(text)
    assert "\n" not in made
    assert not re.search(r"[`{}<>\[\]|\\*_$^~]", made)
    assert html.unescape(made) == plain_text.one_line(text) or "&" in text


def test_what_was_made_safe_is_not_made_safe_twice():
    assert plain_text.markdown(Markup("**x**")) == "**x**"
    assert plain_text.markdown("**x**") == "&#42;&#42;x&#42;&#42;"


@given(TEXT)
def test_an_option_of_a_directive_comes_through(text):
    (key, value), = options_to_items(f"alt: {plain_text.option(text)}")[0]
    assert (key, value) == ("alt", plain_text.one_line(text))


@given(TEXT, TEXT, TEXT)
def test_no_body_ends_its_own_directive(argument, body, alt):
    for sign in "`:":
        made = directive("note", argument, Markup(f"{sign * 5}\n{body}"), sign, alt=alt)
        fence = re.match(f"{sign}+", made)[0]
        assert made.splitlines()[-1] == fence
        assert fence not in made[len(fence):-len(fence)]


@given(st.lists(TEXT, min_size=2, max_size=2))
def test_a_table_has_the_cells_it_was_given(cells):
    lines = pipe_table(["a", "b"], [cells]).split("\n")
    assert len(lines) == 3
    assert lines[2].count("|") == 3


@given(TEXT)
def test_in_html_any_text_is_content_and_attribute(text):
    made = plain_text.html(text)
    assert not re.search('[<>"]', made)
    assert html.unescape(made) == text or "&" in text


@given(TEXT, st.integers(5, 40), st.integers(1, 4))
def test_a_drawing_has_no_more_lines_and_letters_than_fit(text, width, lines):
    made = plain_text.drawing(text, width, lines, range(0x2000)).split("\n")
    assert len(made) <= lines
    assert max(map(len, made)) <= width


def test_what_does_not_fit_ends_in_an_ellipsis_and_what_cannot_be_drawn_is_a_square():
    assert plain_text.drawing("een twee drie vier", 9, 1, range(128)) == "een twee…"
    assert plain_text.drawing("x" * 600, 10, 2, range(128)) == f"{'x' * 10}\n…"
    assert plain_text.drawing("a日b", 9, 1, range(128)) == "a□b"


@pytest.mark.parametrize("text", TEXTS)
def test_every_hostile_text_is_drawn_without_a_warning_on_a_picture_of_some_size(text):
    theme.apply_theme()
    canvas = plt.figure(figsize=(4, 1))
    try:
        canvas.text(0, 0.5, theme.fitted(text, 62, 3), fontfamily=theme.SEMIBOLD)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            box = canvas.get_tightbbox(canvas.canvas.get_renderer())
        assert max(box.width, box.height) < 20  # inches
    finally:
        plt.close(canvas)


@pytest.mark.parametrize(("text", "shown"), [
    ("[klik](http://x)", "[klik] (http://x)"), ("$$noot$$", "$ $noot$ $"), ("$$$x", "$ $ $x"),
    ("<r>x</r>", " <r>x</r>"), ("#", "# (tekens)"), ("Wwb", "Wwb"),
])
def test_a_cell_of_a_workbook_holds_no_link_note_or_markup(text, shown):
    assert plain_text.spreadsheet(text) == shown


def test_a_cell_of_a_workbook_holds_no_more_than_it_can():
    assert len(plain_text.spreadsheet("x" * 40_000)) == 32_767


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "＝1", "a;=1"])
def test_a_cell_of_a_csv_file_starts_no_formula(text):
    assert re.sub("[=+@＝-].*", "", plain_text.csv_cell(text)).endswith("'")


def test_a_terminal_is_not_steered():
    assert plain_text.terminal("a\x1b[31mb\u202ec\nd") == "a\\x1b[31mb\\u202ec\nd"


def test_nothing_else_makes_text_safe_by_itself():
    pattern = re.compile(r"html import escape|html\.escape|saxutils|markupsafe|quoteattr|"
                         r"re\.escape\(|\.replace\([\"'][<&|]|&lt;|&amp;")
    found = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py")
             if pattern.search(path.read_text("utf-8"))}
    assert found - {"plain_text.py"} == set(EXCEPTIONS)
