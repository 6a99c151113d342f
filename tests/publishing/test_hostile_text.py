"""Hostile texts in every piece of Markdown and HTML that is made from data, through Sphinx once.

Two pages are built that differ in their texts only: on one they are hostile, on the other harmless.
What a browser gets may differ in its words only.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import editing
import pytest
from bs4 import BeautifulSoup
from hostile.inspection import active, contents, plain, skeleton, words
from hostile.strings import harmless, hostile_strings
from IPython.core.formatters import DisplayFormatter
from keyed import results_of
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, writes

from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.exhibits.small_bars import SmallBars
from participatiemonitor.presentation.markdown import Block, directive, joined, pipe_table, quoted
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.project import Project
from participatiemonitor.publishing.files.downloads import FOLDER
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.web.pages import build_pages
from participatiemonitor.publishing.web.site import build_site, finish_site

SECRET = "7d0c3f9b2e5a4c18"
TOC = """\
format: jb-book
root: index
chapters:
- file: chapters/vijandig
- file: chapters/braaf
- file: slot
"""
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
          "language_info": {"name": "python"}}
# Where each text stands on its page, at least.
PLACES = 18
PIXEL = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Pages:
    """The two pages in a finished site, and what was put on the first."""

    root: Path
    texts: list[str]
    trace: Path

    def read(self, name: str) -> str:
        return (self.root / "_build/2011/html/chapters" / f"{name}.html").read_text("utf-8")

    def article(self, name: str) -> str:
        return str(BeautifulSoup(self.read(name), "lxml").article)


@pytest.fixture(scope="module", params=[
    pytest.param(5, id="some"), pytest.param(1, marks=pytest.mark.audit, id="all")])
def pages(request: pytest.FixtureRequest, repository: Project, mini_wave,
          tmp_path_factory: pytest.TempPathFactory) -> Pages:
    folder = tmp_path_factory.mktemp("vijandig")
    (folder / "geheim.txt").write_text(SECRET)
    every = hostile_strings(folder / "geheim.txt", folder / "spoor")
    texts = [text for place, text in enumerate(every)
             if place % request.param == 0 or "{{ jaar }}" in text]
    root = folder / "monitor"
    for name in ("_static", "_templates", "locales"):
        shutil.copytree(repository.root / name, root / name)
    shutil.copyfile(repository.root / "_config.yml", root / "_config.yml")
    (root / "_toc.yml").write_text(TOC)
    (root / "references.bib").touch()
    wave = root / "data/waves/2011"
    (wave.parents[1] / "published").mkdir(parents=True)
    wave.mkdir(parents=True)
    shutil.copyfile(repository.wave(2011) / "wave.yml", wave / "wave.yml")
    editing.replace(wave / "wave.yml", "short: Wwb", "short: '<b>{{ 7*7 }}</b>'")
    downloads = root / "_build/2011" / FOLDER
    downloads.mkdir(parents=True)
    (downloads / "deel-2011.png").write_bytes(PIXEL)
    (downloads / "deel-2011.txt").write_text(texts[0], "utf-8")
    for name in ("monitor-2011.pdf", "monitor-2011-tabellen.pdf"):
        (downloads.parent / name).touch()
    (downloads / "figuur-1.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    estimates = results_of(mini_wave)
    one = estimates[estimates.refs[0]]
    for page, shown in (("vijandig", texts),
                        ("braaf", [harmless(text, n) for n, text in enumerate(texts)])):
        for place in (root / "chapters", root / "_build/2011/chapters"):
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{page}.ipynb").write_text(_notebook(shown, one), "utf-8")
    for place in (root, root / "_build/2011/chapters"):
        for page in ("index", "slot"):  # so that both have a page before and after them
            empty = writes(new_notebook(cells=[new_markdown_cell(f"# {page}")]))
            (place / f"{page}.ipynb").write_text(empty)
    project = Project(root)
    edition = find_edition(project, "2011")
    build_pages(edition)
    finish_site(edition)
    build_site(edition)
    return Pages(root, texts, folder / "spoor")


def _notebook(texts: list[str], one: Estimate) -> str:
    """A page on which each text stands in each kind of place."""
    bound = {f"woord{n}": Bound(text, "top", (one.ref,), text, {"tekst": text})
             for n, text in enumerate(texts)}
    bars = SmallBars([(text, one, None) for text in texts])
    glued = [_output(value, name) for name, value in (*bound.items(), ("staven", bars))]
    prose = "\n\n".join(f"Eerst {{glue:}}`{name}` dan." for name in bound)
    blocks = [Block(_places(text)) for text in texts]
    table = pipe_table(texts[:9], [[text, f"{text} en {text}"] + [""] * 7 for text in texts], [1])
    cells = [
        new_markdown_cell("# Proef\n\nOver {{ jaar }} en {{bijstandswet}}: 'zo' en \"zo\"."),
        new_code_cell("1", outputs=glued),
        new_markdown_cell(f"{prose}\n\n{{glue:}}`staven`"),
        new_code_cell("1", outputs=[_output(block) for block in (*blocks, Block(table))]),
    ]
    return writes(new_notebook(cells=cells, metadata=KERNEL))


def _places(text: str) -> Markup:
    return joined([
        quoted(text, text),
        directive("figure", "/downloads/figuur-1.svg", text, alt=text),
        directive("table", text, pipe_table(["a"], [[text]])),
        Markup(f"- **{markdown(text)}** {markdown(text)}\n- {markdown(text)}"),
        Markup(f"Eerst {markdown(text)}, dan [{markdown(text)}]{{.nr}}."),
        text,
    ])


def _output(value: object, glued: str = ""):
    data, metadata = DisplayFormatter().format(value)
    if glued:
        data = {f"application/papermill.record/{kind}": text for kind, text in data.items()}
        metadata = {"scrapbook": {"name": glued, "mime_prefix": "application/papermill.record/"}}
    return new_output("display_data", data=data, metadata=metadata)


def test_there_are_enough_of_them(tmp_path):
    assert len(hostile_strings(tmp_path / "geheim.txt", tmp_path / "spoor")) >= 150


def test_the_structure_is_that_of_harmless_words(pages):
    assert skeleton(pages.article("vijandig")) == skeleton(pages.article("braaf"))


def test_nothing_acts_that_would_not_act_with_harmless_words(pages):
    assert active(pages.article("vijandig")) == active(pages.article("braaf")) != []


def test_every_text_is_read_as_it_was_written(pages):
    read = words(pages.read("vijandig"))
    for text in map(plain, pages.texts):
        assert read.count(text) >= PLACES, text


def test_prose_is_filled_in_as_text_and_answers_are_not(pages):
    read = pages.read("braaf")
    assert "Over 2011 en &lt;b&gt;{{ 7*7 }}&lt;/b&gt;: ‘zo’ en “zo”." in read
    assert "{{ jaar }}" in pages.read("vijandig")


def test_no_file_was_read_and_none_written(pages):
    assert not pages.trace.exists()
    for path in (pages.root / "_build").rglob("*"):
        for name, data in contents(path) if path.is_file() else ():
            assert SECRET.encode() not in data, name
