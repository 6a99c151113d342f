"""What Sphinx writes with our additions, on pages that nobody has to execute."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

EXTENSIONS = ["myst_nb", "participatiemonitor.publishing.sphinx.extension"]
NUMBERS = "| Vraag | Antwoord | n |\n|---|---|--:|\n| a | | 1 |\n| a | b | 2 |\n"
WORDS = "| Begrip | Betekenis |\n|---|---|\n| a | b |\n"


def figure(name: str) -> str:
    return f"```{{figure}} plaat.svg\n:name: {name}\n\nPlaat {name}\n```\n"


@pytest.fixture(scope="module")
def read() -> Counter:
    """How often each doctree was read."""
    return Counter()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, read: Counter) -> dict[str, BeautifulSoup]:
    root = tmp_path_factory.mktemp("sphinx")
    references = "".join(f"Zie {{numref}}`plaat-{number}`.\n\n" for number in range(5))
    sources = {
        "index": f"# Een\n\n```{{toctree}}\ntwee\n```\n\n{NUMBERS}\n{WORDS}\n{references}",
        "twee": "# Twee\n\n" + "".join(figure(f"plaat-{number}") for number in range(5)),
    }
    for name, text in sources.items():
        (root / f"{name}.md").write_text(text, encoding="utf-8")
    (root / "plaat.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    get_doctree = BuildEnvironment.get_doctree

    def counted(env: BuildEnvironment, name: str):
        read[name] += 1
        return get_doctree(env, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BuildEnvironment, "get_doctree", counted)
        app = Sphinx(root, None, root / "html", root / "doctrees", "html", status=None,
                     confoverrides={"extensions": EXTENSIONS, "numfig": True, "language": "nl",
                                    "nb_execution_mode": "off", "bibtex_bibfiles": []},
                     freshenv=True, warningiserror=True)
        app.build()
    return {name: BeautifulSoup((root / "html" / f"{name}.html").read_text("utf-8"), "html.parser")
            for name in sources}


def test_the_head_of_a_column_says_so(pages):
    heads = pages["index"].select("thead th")
    assert [cell["scope"] for cell in heads] == ["col"] * 5


def test_columns_before_the_first_number_name_the_row(pages):
    rows = pages["index"].table.select("tbody tr")
    assert [[(cell.name, cell.get("scope")) for cell in row.find_all(True, recursive=False)]
            for row in rows] == [[("th", "row"), ("td", None), ("td", None)],
                                 [("th", "row"), ("th", "row"), ("td", None)]]


def test_without_numbers_the_first_column_names_the_row(pages):
    words = pages["index"].find_all("table")[1]
    assert [cell.name for cell in words.select("tbody tr > *")] == ["th", "td"]


def test_references_have_their_number_and_each_page_is_read_once_for_all_of_them(pages, read):
    said = [link.get_text() for link in pages["index"].select("a:has(.std-numref)")]
    assert [text.rpartition(" ")[2] for text in said] == ["1", "2", "3", "4", "5"]
    # To be written itself, and for the references of all other pages.
    assert read["twee"] == 2
