"""The built book of 2011, as a reader and a reviewer find it."""

import csv
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from editing import cells, edit
from numbered import FIGURES, LABELS, TABLES
from oracle import half_up

from .conftest import REPOSITORY, YEAR

PAGES = [name for name in re.findall(r"(?:root|file): (\S+)",
                                     (REPOSITORY / "_toc.yml").read_text(encoding="utf-8"))]
RECONSTRUCTION = re.compile(r"\bReconstructie\b")
BIN = Path(sys.executable).parent


@pytest.fixture(scope="session")
def codebook(book) -> dict:
    return yaml.safe_load((book.wave / "codebook.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def figures(book) -> dict[str, list]:
    """Every numbered figure and table of the book by its number, with its page."""
    found: dict[str, list] = {}
    for page in book.pages:
        for caption in book.soup(page).select("figure figcaption, table caption"):
            number = caption.select_one(".caption-number")
            if number is not None:
                label = number.get_text(strip=True)
                found.setdefault(label, []).append((page, caption.parent, caption))
    return found


def words(soup) -> str:
    return " ".join(soup.get_text().split())


# --- what was made ------------------------------------------------------------------------------

def test_the_book_its_results_and_its_executed_notebooks_are_there(book):
    assert (book.html / "index.html").is_file()
    assert all((book.html / f"{page}.html").is_file() for page in PAGES)
    executed = {path.stem for path in (book.build / "chapters").glob("*.ipynb")}
    assert executed == {Path(page).name for page in PAGES}


def test_the_results_can_be_downloaded_and_are_all_estimates(book, oracle):
    results = (book.build / "results.csv").read_bytes()
    assert (book.html / "downloads" / "results.csv").read_bytes() == results
    rows = list(csv.DictReader(results.decode().splitlines()))
    assert {row["question"] for row in rows} == {"register", "respons", *oracle.questions}
    row, = (row for row in rows if (row["question"], row["option"], row["group"], row["domain"])
            == ("knelpunten", "schotten", "sociale_dienst", "totaal"))
    assert (row["n"], row["count"], row["value"]) == ("125", "55", "0.44")


def test_every_figure_and_table_can_be_downloaded(book):
    folder = book.html / "downloads"
    names = [f"figuur-{number}.{kind}" for number in FIGURES
             for kind in ("csv", "xlsx", "svg", "png")]
    names += [f"tabel-{number}.{kind}" for number in TABLES for kind in ("csv", "xlsx")]
    assert [name for name in [*names, f"monitor-{YEAR}.xlsx"]
            if not (folder / name).stat().st_size > 500] == []
    made = (book.build / f"monitor-{YEAR}.xlsx").read_bytes()
    assert (folder / f"monitor-{YEAR}.xlsx").read_bytes() == made


@pytest.mark.parametrize("page", PAGES)
def test_a_shared_link_shows_well(book, page):
    found = {tag["property"]: tag["content"]
             for tag in book.soup(page).head.select("meta[property]")}
    article = words(book.article(page))
    assert found["og:title"] in article
    description = found["og:description"].removeprefix("Reconstructie. ")
    assert description != found["og:description"]
    assert len(description) > 40
    assert description.rstrip("…") in article  # it is prose of this very page
    assert ((book.html / page).parent / found["og:image"]).resolve().is_file()


@pytest.mark.parametrize("page", PAGES)
def test_no_cell_of_an_executed_notebook_failed_or_complained(book, page):
    notebook = json.loads((book.build / "chapters" / f"{Path(page).name}.ipynb").read_text())
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            assert output["output_type"] != "error"
            assert output.get("name") != "stderr", output["text"]


def test_a_chapter_runs_by_itself_under_papermill(book, tmp_path):
    out = tmp_path / "out.ipynb"
    done = subprocess.run([BIN / "papermill", "chapters/inleiding.ipynb", out, "-p", "year",
                           str(YEAR)], cwd=book.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "133" in out.read_text()


# --- figures and tables -------------------------------------------------------------------------

def test_figures_1_to_12_and_tables_1_and_2_are_there_once(figures):
    assert {label: len(places) for label, places in figures.items()} == {
        **{f"Figuur {number}": 1 for number in FIGURES},
        **{f"Tabel {number}": 1 for number in TABLES}}


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_stands_in_the_section_the_codebook_gives(figures, codebook, number):
    (_, figure, _), = figures[f"Figuur {number}"]
    assert figure["id"] == f"figuur-{number}"
    headings = [section.find(["h2"]) for section in figure.find_parents("section")]
    headings = [words(heading).split()[0] for heading in headings if heading]
    assert codebook["figures"][number]["section"] in headings


@pytest.mark.parametrize("number", FIGURES)
def test_the_caption_of_a_figure_has_n_for_each_group(figures, oracle, codebook, number):
    (_, _, caption), = figures[f"Figuur {number}"]
    text = words(caption).lower()
    questions = [oracle.questions[name] for name in codebook["figures"][number]["questions"]]
    for group in oracle.groups:
        bases = {oracle[f"{question['id']}.{question['options'][0]['id']}@{group}"].n
                 for question in questions if group in question["asked"]}
        low, high = min(bases), max(bases)
        n = str(low) if low == high else f"{low}–{high}"
        assert f"{oracle.head['groups'][group]['nl']} n = {n}" in text


@pytest.mark.parametrize("label", LABELS)
def test_every_caption_says_that_it_is_a_reconstruction(figures, label):
    (_, _, caption), = figures[label]
    assert RECONSTRUCTION.search(words(caption))


def test_the_tables_have_their_n(figures):
    (_, first, _), = figures["Tabel 1"]
    assert "n = 89" in words(first)
    (_, second, _), = figures["Tabel 2"]
    head = [words(cell) for cell in second.select("thead th")]
    assert head.count("n") == 2


@pytest.mark.parametrize("number", FIGURES)
def test_the_alt_text_of_a_figure_gives_every_percentage(figures, oracle, codebook, number):
    (_, figure, _), = figures[f"Figuur {number}"]
    text = figure.img["alt"]
    expected = []
    for name in codebook["figures"][number]["questions"]:
        question = oracle.questions[name]
        for group in question["asked"]:
            for option in question["options"]:
                share = oracle[f"{name}.{option['id']}@{group}"].percent
                expected.append(f"{option['nl']} {half_up(share)}%")
    assert all(one in text for one in expected)
    # The finding at the head names some of them again, and none that is not there.
    _, finding, rest = text.split(". ", 2)
    assert rest.count("%") == len(expected)
    assert set(re.findall(r"\d+%", finding)) <= {one.rpartition(" ")[2] for one in expected}


def test_every_image_has_an_alt_text(book):
    for page in book.pages:
        for image in book.soup(page).article.find_all("img"):
            assert len(image.get("alt", "")) > 20, page


# --- every page ---------------------------------------------------------------------------------

@pytest.mark.parametrize("page", PAGES)
def test_the_banner_is_on_every_page_and_leads_to_the_method(book, page):
    banner = book.soup(page).select_one(".bd-header-announcement")
    assert RECONSTRUCTION.search(words(banner))
    if page == "chapters/methode":
        assert banner.a["href"] == "#"
    else:
        target = (book.html / page).parent / banner.a["href"]
        assert target.resolve() == (book.html / "chapters" / "methode.html").resolve()


def leaks(book, page) -> list[str]:
    """Signs of a value that is not there, in what a page says."""
    article = book.article(page)
    for code in article.select("pre, code"):
        code.decompose()
    text = words(article)
    texts = [text, *(tag["alt"] for tag in article.find_all("img"))]
    signs = (r"\bnan\b", r"\bNone\b", r"\bonbekend%", r"\binf\b", r"\{glue", r"⟦", r"\{\{")
    return [sign for sign in signs
            if any(re.search(sign, one, re.IGNORECASE if sign == r"\bnan\b" else 0)
                   for one in texts)]


@pytest.mark.parametrize("page", PAGES)
def test_no_missing_value_shows_through(book, page):
    assert leaks(book, page) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_title_and_no_level_is_skipped(book, page):
    levels = [int(tag.name[1]) for tag in book.soup(page).article.select("h1, h2, h3, h4, h5, h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def broken_links(book, page) -> list[str]:
    """Addresses on a page, of the book itself, where there is nothing."""
    broken = []
    here = book.html / f"{page}.html"
    for tag in book.soup(page).find_all(["a", "img", "link", "script"]):
        address = tag.get("href") or tag.get("src")
        parts = urlsplit(address or "data:")
        if parts.scheme or parts.netloc:
            continue
        target = (here.parent / unquote(parts.path)).resolve() if parts.path else here
        if not target.is_file():
            broken.append(address)
        elif parts.fragment and target.suffix == ".html":
            soup = book.soup(str(target.relative_to(book.html).with_suffix("")))
            if soup.find(id=unquote(parts.fragment)) is None:
                broken.append(address)
    return broken


@pytest.mark.parametrize("page", PAGES)
def test_every_internal_link_leads_somewhere(book, page):
    assert broken_links(book, page) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_quote_is_marked_as_invented(book, page):
    for quote in book.soup(page).select(".cell_output blockquote"):
        assert "bedacht antwoord" in words(quote)


def test_there_are_quotes(book):
    quotes = sum(len(book.soup(page).select(".cell_output blockquote")) for page in book.pages)
    assert quotes >= 15


# --- the appendices -----------------------------------------------------------------------------

def test_reproduction_lists_every_claim_with_its_verdict(book):
    published = book.root / "data" / "published" / "divosa2011" / "claims.csv"
    _, claims = cells(published)
    shown: dict[str, set[str]] = {}
    for row in book.soup("chapters/reproductie").article.select("tbody tr"):
        texts = [words(cell) for cell in row.find_all(["th", "td"])]
        if len(texts) == 7:  # the tables of contradictions and of the tally have fewer columns
            shown.setdefault(texts[0], set()).add(texts[5])
    assert set(shown) == {claim["id"] for claim in claims}
    assert all(len(verdicts) == 1 for verdicts in shown.values())
    tally = {span["data-args"]: span.get_text()
             for span in book.soup("chapters/reproductie").select("span[data-kind=tally]")}
    for args, number in tally.items():
        status = json.loads(args)["status"]
        found = sum(verdict == {status} for verdict in shown.values())
        assert number == str(found), status


def test_the_codebook_page_lists_every_question(book, oracle):
    names = {words(code) for code in book.soup("chapters/codeboek").article.select("tbody code")}
    assert set(oracle.questions) <= names


# --- the notebooks in git -----------------------------------------------------------------------

@pytest.mark.parametrize("page", PAGES)
def test_a_notebook_in_git_holds_no_outputs_and_stable_cell_ids(page):
    path = REPOSITORY / f"{page}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] for cell in code)
    assert all(cell["execution_count"] is None for cell in code)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"cell-\d{2,3}", one) for one in ids)  # chosen, not drawn by a tool
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


@pytest.mark.parametrize("page", PAGES)
def test_a_notebook_opens_with_its_title_and_its_parameters(page):
    notebook = json.loads((REPOSITORY / f"{page}.ipynb").read_text(encoding="utf-8"))
    assert "".join(notebook["cells"][0]["source"]).startswith("# ")
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    assert set(first["metadata"]["tags"]) >= {"parameters", "remove-cell"}
    assert "".join(first["source"]) == "year: int = 2011"


# --- the check ----------------------------------------------------------------------------------

def check(project) -> subprocess.CompletedProcess:
    return subprocess.run([BIN / "monitor", "check", str(YEAR)], cwd=project.root,
                          capture_output=True, text=True, check=False)


def test_the_check_passes_and_says_how_many_claims_it_checked(data_copy):
    done = check(data_copy)
    assert done.returncode == 0, done.stderr
    assert re.search(r"\b258 uitspraken\b", done.stdout)


def test_the_check_fails_on_one_changed_answer_and_names_the_claim(data_copy):
    path = data_copy.wave(YEAR) / "responses.csv"
    _, responses = cells(path)
    respondent = next(row["respondent"] for row in responses if row["group"] == "sociale_dienst"
                      and row["knelpunten__schotten"] == row["knelpunten__resultaten"] == "1")
    edit(path, respondent, knelpunten__schotten="0")
    done = check(data_copy)
    assert done.returncode == 1
    assert "3.2-04" in done.stdout.partition("Klopt niet en kan")[0]
    assert "Traceback" not in done.stderr


def test_the_check_names_a_fault_in_the_answers_and_ends_with_2(data_copy):
    edit(data_copy.wave(YEAR) / "responses.csv", "SD-001", participatievisie="misschien")
    done = check(data_copy)
    assert done.returncode == 2
    assert "responses.csv, rij 2, kolom participatievisie: 'misschien'" in done.stderr
    assert "Traceback" not in done.stderr
