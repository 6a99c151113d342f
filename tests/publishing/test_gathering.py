"""Words in the sentence are gathered before a notebook is executed, and put back in its pages."""

import json

import nbformat
import papermill
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from participatiemonitor.book.words import WORDS
from participatiemonitor.errors import InputError
from participatiemonitor.publishing.execute.gathering import gathered, with_words
from participatiemonitor.publishing.notebooks import authored_cell
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.web.page_sources import fill_in

from .conftest import code, notebook, text

PAGE = Page("chapters/feiten", None, None)
SHARE = '{m}`share("wmo_uitvoering.hele@sd")`'


def gather(*cells):
    """A notebook of these cells, its words gathered."""
    written = [new_markdown_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    return gathered(new_notebook(cells=written), PAGE, WORDS)


def calls(prose):
    """The words that are gathered from a piece of prose, as code."""
    return [line.strip().removesuffix(",").partition("=m.")[2].removesuffix(".starting()")
            for cell in gather(prose).cells[:-1] for line in cell.source.splitlines()[1:-1]]


def test_the_words_of_a_cell_stand_in_a_hidden_cell_before_it():
    prose = f"Van {SHARE} tot {{m}}`count('x.y@aw')`."
    made = gather("# Titel", new_code_cell("1"), prose, "Einde")
    assert [cell.cell_type for cell in made.cells] == [
        "markdown", "code", "code", "markdown", "markdown"]
    assert made.cells[2].source == (
        "m.say(\n"
        '    woord_3_1=m.share("wmo_uitvoering.hele@sd"),\n'
        "    woord_3_2=m.count('x.y@aw'),\n"
        ")")
    assert made.cells[2].metadata.tags == ["gathered-words", "remove-cell"]
    assert made.cells[3].source == prose
    assert with_words(3, made) == "Van {glue:}`woord_3_1` tot {glue:}`woord_3_2`."


@pytest.mark.parametrize("prose", [
    "{}", "Een zin. {}", "Een zin!\n{}", "“Echt?” {}", "- {}", "- punt\n\n  12. {}", "### {}",
    "> {}", "**{}**", "(Zo. {}", "```{{note}}\n{}\n```",
    ":::{{grid-item-card}} {}\n:link: x\n\nTekst\n:::", ":::{{note}}\n:class: x\n{}\n:::",
    "Een zin.\n\n“{} en meer",
])
def test_a_word_that_a_sentence_starts_with_gets_its_capital(prose):
    made = gather(prose.format(SHARE))
    assert '=m.share("wmo_uitvoering.hele@sd").starting(),' in made.cells[0].source
    assert with_words(1, made) == prose.format("{glue:}`woord_1_1`")


@pytest.mark.parametrize("prose", [
    "Van {}", "Een zin, {}", "Zo: {}", "| kop |\n| --- |\n| {} |", "3.{}", "Een\n{}", "- punt {}",
    "Zo ({}", "*x* {}", ":::{{note}} Kop\nHet is {}\n:::",
])
def test_a_word_within_a_sentence_has_none(prose):
    assert ".starting()" not in gather(prose.format(SHARE)).cells[0].source


def test_a_small_chart_has_no_capital():
    assert ".starting()" not in gather('{m}`bars("a.b")`').cells[0].source


def test_added_cells_do_not_shift_the_numbers_of_cells():
    made = gather(SHARE, new_code_cell("1"), f"x {SHARE}", "# y")
    numbers = [authored_cell(index, made.cells) for index in range(len(made.cells))]
    assert numbers == [1, 1, 2, 3, 3, 4]


@pytest.mark.parametrize(("prose", "found"), [
    (f"Een zin, {SHARE}.", ['share("wmo_uitvoering.hele@sd")']),
    (f"- punt\n\n  - {SHARE}\n\n> {SHARE}", ['share("wmo_uitvoering.hele@sd")'] * 2),
    (f":::{{grid-item-card}} {SHARE}\n:link: x\n\nTekst\n:::", ['share("wmo_uitvoering.hele@sd")']),
    (f"```{{note}}\nLet op.\n\n{SHARE}\n```", ['share("wmo_uitvoering.hele@sd")']),
    (f"````{{note}}\n```{{tip}}\n{SHARE}\n```\n````", ['share("wmo_uitvoering.hele@sd")']),
    (f"| kop | n |\n| :-- | --: |\n| rij | {SHARE} |", ['share("wmo_uitvoering.hele@sd")']),
    ('{m}`alike("v", among=["a", "b"], yes="x")`', ['alike("v", among=["a", "b"], yes="x")']),
    ("{m}`when('{v} \"x\" {{ y }}', 0, 2.5, yes='')`",
     ["when('{v} \"x\" {{ y }}', 0, 2.5, yes='')"]),
    ("{m}`` base('a`b@sd') ``", ["base('a`b@sd')"]),
    ('{m}`often("a",\n"b")`', ['often("a", "b")']),
    ("Tekst\r\n\r\n{m}`share('a@sd')`\r\n", ["share('a@sd')"]),
])
def test_a_call_is_found_wherever_there_is_prose(prose, found):
    assert calls(prose) == found


@pytest.mark.parametrize("prose", [
    f"```\n{SHARE}\n```", f"~~~python\n{SHARE}\n~~~", f"```{{code-block}} md\n{SHARE}\n```",
    f"Zo:\n\n    {SHARE}\n", f"- punt\n\n  ```\n  {SHARE}\n  ```", f"Schrijf `` {SHARE} ``.",
    "\\{m}`share('x')`", "{term}`share('x')`", f"<div>\n{SHARE}\n</div>",
])
def test_what_is_shown_as_code_is_no_call(prose):
    assert calls(prose) == []
    made = gather(prose)
    assert with_words(0, made) == prose


@pytest.mark.parametrize("text", [
    "", "share", "share(", "share('x'", "m.share('x')", "onbekend('x')", "_one('x')", "say(x=1)",
    "figure(2)", "share()", "share('x', 1, 2, 3)", "share('x', digit=1)", "share(naam)",
    "share('x' + 'y')", "share(f'{naam}')", "share(*['x'])", "share(**{'ref': 'x'})",
    "share('x') + share('y')", "share('x'); share('y')", "share(share('x'))", "lambda: 1",
    "share.__class__('x')", "[share('x')]", "x" * 5_000, "(" * 500, "share('\x1b[31m', y)",
])
def test_what_is_no_call_of_one_word_is_refused(text):
    with pytest.raises(InputError, match=r"chapters/feiten.ipynb, cel 3: \{m\}.*verwacht een "
                                         r"enkele aanroep .*: .*alike, .*share, "):
        gather(SHARE, new_code_cell("1"), f"x {{m}}`{text}`" if text else "x {m} y")


def test_code_and_what_it_shows_are_left_alone():
    shown = nbformat.v4.new_output("display_data", data={"text/markdown": SHARE})
    made = gather(new_code_cell(f"# {SHARE}", outputs=[shown]))
    fill_in(made, PAGE, {})
    (cell,) = made.cells
    assert cell.source == f"# {SHARE}"
    assert cell.outputs[0].data["text/markdown"] == SHARE


def test_braces_in_a_call_are_no_names():
    made = gather("In {{ jaar }} was het {m}`share('{{ jaar }}')`.")
    fill_in(made, PAGE, {"jaar": "2011"})
    assert made.cells[1].source == "In 2011 was het {glue:}`woord_1_1`."


# --- in a build

# What a chapter has as `m`, without a wave.
FACE = """\
from IPython.display import HTML
from myst_nb import glue


class Face:
    def say(self, **words):
        for name, word in words.items():
            glue(name, HTML(f'<span class="bound">{word}</span>'), display=False)

    def share(self, ref):
        return f"{100 // (7 - len(ref))}%"


m = Face()
"""


@pytest.fixture
def chapter(project):
    """Write the chapter of the tiny project, with words in it."""
    def write(prose):
        path = project.root / "chapters" / "feiten.ipynb"
        path.write_text(notebook(text("# Feiten"), code(FACE, "remove-cell"), text(prose)))
        return path
    return write


def test_the_executed_notebook_holds_call_and_word_and_the_page_the_word(project, chapter, monitor):
    chapter('Het is {m}`share("ab")` van {m}`share("abc")`.\n\n```\n{m}`share("x")`\n```')
    result = monitor(project, "build")
    assert result.exit_code == 0, result.output
    executed = json.loads((project.build(2011) / "chapters" / "feiten.ipynb").read_text())
    (cell,) = [cell for cell in executed["cells"]
               if "gathered-words" in cell["metadata"].get("tags", ())]
    assert '    woord_4_2=m.share("abc"),\n' in cell["source"]
    html = [output["data"]["application/papermill.record/text/html"] for output in cell["outputs"]]
    assert html == ['<span class="bound">20%</span>', '<span class="bound">25%</span>']
    page = (project.build(2011) / "html" / "chapters" / "feiten.html").read_text()
    article = BeautifulSoup(page, "lxml").article
    assert "Het is 20% van 25%." in article.get_text()
    assert [span.get_text() for span in article.select("span.bound")] == ["20%", "25%"]
    assert article.pre.get_text() == '{m}`share("x")`\n'
    assert "woord_4" not in page


def test_a_word_that_fails_is_named_with_the_cell_it_is_read_in(project, chapter, monitor):
    chapter('Het is {m}`share("ab")` van {m}`share("abcdefg")`.')
    result = monitor(project, "build", "--only", "feiten")
    assert result.exit_code == 1
    assert ('Hoofdstuk feiten, cel 4:\n    {m}`share("abcdefg")`\n    ZeroDivisionError'
            in result.output)


def test_a_wrong_word_is_refused_before_anything_is_executed(project, chapter, monitor):
    chapter("Het is {m}`deel(3)`.")
    result = monitor(project, "build")
    assert result.exit_code == 2
    assert "chapters/feiten.ipynb, cel 4: {m}`deel(3)`; verwacht" in result.output
    assert not (project.build(2011) / "chapters").exists()


def test_papermill_by_itself_leaves_words_as_written(project, chapter, tmp_path):
    path = chapter(f"Het is {SHARE}.")
    made = tmp_path / "uit.ipynb"
    papermill.execute_notebook(path, made, {"year": 2011}, kernel_name="python3",
                               progress_bar=False)
    assert f"Het is {SHARE}." in [cell.source for cell in nbformat.read(made, 4).cells]
