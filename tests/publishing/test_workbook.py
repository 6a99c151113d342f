"""The workbook, read back as a spreadsheet would."""

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from keyed import results_of
from numbered import FIGURES, LABELS
from telling import telling

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import BAND, CLASSES
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.exhibits.exhibit import FIGURE, exhibit, exhibits
from participatiemonitor.presentation.exhibits.labels import STANDINGS
from participatiemonitor.publishing.files.notes import Notes
from participatiemonitor.publishing.files.sheets import estimates_sheet, exhibit_sheet
from participatiemonitor.publishing.files.workbook import full_workbook, small_workbook

MARKS = {"[c]", "[x]", "[z]"}
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "{=1+1}", "http://voorbeeld.nl",
           "[klik](http://voorbeeld.nl)", "internal:'Noten'!A1", "a$$b$$c", "<r><t>x</t></r>",
           "[a](b) [c](d)", "1e5"]
ENGLISH = re.compile(r"\b(notes?|contents?|sheet|worksheet|description|introductory|about|these|"
                     r"table of|cover|this)\b", re.IGNORECASE)


def workbook_of(estimates: Results) -> bytes:
    """The workbook with everything."""
    return full_workbook(exhibits(estimates), estimates)


@pytest.fixture(scope="module")
def content(estimates) -> bytes:
    return workbook_of(estimates)


@pytest.fixture(scope="module")
def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def results(estimates):
    return estimates.table().set_index(["question", "option", "group", "domain"])


def table(sheet) -> tuple[list[str], list[list]]:
    """Header and rows of the one table of a sheet."""
    made, = sheet.tables.values()
    header, *rows = ([cell.value for cell in row] for row in sheet[made.ref])
    return header, rows


def above(sheet) -> str:
    """The lines above the table of a sheet."""
    made, = sheet.tables.values()
    start = openpyxl.utils.range_boundaries(made.ref)[1]
    return "\n".join(str(sheet.cell(row, 1).value) for row in range(1, start))


def texts(book):
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row
            if isinstance(cell.value, str)]


def raw(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_sheet_for_every_figure_every_table_and_all_estimates(book):
    assert book.sheetnames == ["Voorblad", "Inhoud", "Noten",
                               *LABELS, "Alle schattingen"]


def test_the_cover_says_what_it_is(book):
    lines = [cell.value for cell in book["Voorblad"]["A"]]
    assert lines[0] == "Maximaal vermogen: tabellen van de enquête van 2011"
    assert any(line.startswith("Reconstructie.") for line in lines)
    assert "Hoe u dit leest" in lines
    assert "Contact" not in lines


def test_the_contents_lead_to_every_other_sheet(book):
    header, rows = table(book["Inhoud"])
    assert header == ["Werkblad", "Wat erin staat"]
    assert [row[0] for row in rows] == book.sheetnames[2:]
    links = {link.ref: link.location for row in book["Inhoud"].iter_rows() for cell in row
             if (link := cell.hyperlink)}
    assert list(links.values()) == [f"'{name}'!A1" for name in book.sheetnames[2:]]
    assert ["Figuur 3", "Figuur 3: Budgettaire verantwoordelijkheid voor de Wmo"] in rows


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_has_the_numbers_of_the_results(book, results, estimates, number):
    wave = estimates.wave
    header, rows = table(book[f"Figuur {number}"])
    columns = {"aandeel": "value", "n": "n", "aantal": "count", "gewogen": "weighted",
               "gewogen ondergrens": "weighted_low", "gewogen bovengrens": "weighted_high"}
    seen = 0
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        for name in wave.codebook.figures[number].questions:
            question = wave.codebook[name]
            if "Vraag" in cells and cells["Vraag"] != dutch.capital(question.short):
                continue
            option, = (one.id for one in question.options
                       if dutch.capital(one.nl) == cells["Antwoord"])
            for group, entry in wave.info.groups.items():
                expected = results.loc[name, option, group, "totaal"]
                for column, source in (("herkomst", "value_standing"),
                                       ("gewogen herkomst", "weighted_standing")):
                    found = cells[f"{dutch.capital(entry.nl)}: {column}"]
                    assert found == STANDINGS[expected[source]]
                for column, source in columns.items():
                    found = cells[f"{dutch.capital(entry.nl)}: {column}"]
                    value = expected[source]
                    if found in MARKS:
                        assert value != value
                    else:
                        assert found == pytest.approx(value, rel=1e-7)
                        seen += 1
    assert seen >= 2 * 3 * len(rows)  # each row has its share, base and count, of both groups


def test_all_estimates_are_those_of_the_results(book, results):
    header, rows = table(book["Alle schattingen"])
    assert len(rows) == len(results)
    columns = {"n": "n", "aantal": "count", "waarde": "value", "gewogen": "weighted",
               "gewogen ondergrens": "weighted_low", "gewogen bovengrens": "weighted_high",
               "gewogen standaardfout": "weighted_se", "aantal, minst": "count_low",
               "aantal, meest": "count_high", "ruis, hooguit": "count_noise"}
    marked = 0
    for row, (key, expected) in zip(rows, results.iterrows(), strict=True):
        cells = dict(zip(header, row, strict=True))
        question, option, group, domain = key
        assert cells["naam"] == (f"{question}{'.' if option else ''}{option}@{group}"
                                 f"{'' if domain == 'totaal' else '/' + domain}")
        for column, source in columns.items():
            if cells[column] in MARKS:
                marked += 1
                assert source in ("n", "count_noise") or expected[source] != expected[source]
            elif expected["status"] in CLASSES and source in ("count", "value"):
                assert cells[column] == cells["status"] or expected["status"] == BAND
            else:
                assert cells[column] == pytest.approx(expected[source], rel=1e-7)
        assert (cells["status"] == "getoond") == (expected["status"] == "ok")
        assert cells["herkomst"] == STANDINGS[expected["value_standing"]]
        assert cells["gewogen herkomst"] == STANDINGS[expected["weighted_standing"]]
        assert cells["gepubliceerd als"] == (expected["printed"] or "[z]")
    assert marked > 1000


def test_a_hidden_cell_holds_its_mark_and_nothing_else(book, results):
    header, rows = table(book["Alle schattingen"])
    hidden = [dict(zip(header, row, strict=True)) for row, status
              in zip(rows, results["status"], strict=True) if status == "te_weinig"]
    assert hidden
    for cells in hidden:
        for column in ("aantal", "waarde", "gewogen", "gewogen ondergrens", "gewogen bovengrens",
                       "gewogen standaardfout", "aantal, minst", "aantal, meest",
                       "ruis, hooguit"):
            assert cells[column] == "[c]"
        assert cells["n"] == "[c]" or cells["n"] >= 5


@pytest.mark.parametrize(("told", "share", "count", "status"), [
    ((0, 2), "hooguit twee", "hooguit twee", "hooguit twee"),
    ((98, 100), "op hooguit twee na alle", "op hooguit twee na alle", "op hooguit twee na alle"),
    ((9, 11), "9–11%", "9–11", "tussen twee aantallen"),
])
def test_what_is_told_within_limits_has_both_and_no_number(mini_wave, told, share, count, status):
    estimates = telling(mini_wave, taken__zorg=told, taken__werk=30, taken__geen=0)
    data, notes = exhibit(estimates, FIGURE, 1), Notes(mini_wave)
    sheet = exhibit_sheet(data, mini_wave, notes).table.set_index("Antwoord")
    shown = sheet.loc["Zorg"].to_dict()
    assert [shown[f"Sociale diensten: {name}"] for name in ("aandeel", "n", "aantal", "gewogen")
            ] == [share, 100, count, "[c]"]
    cells = estimates_sheet(_listing(estimates, "taken.zorg@sd"), notes).table.iloc[0]
    assert list(cells[["aantal", "aantal, minst", "aantal, meest", "waarde", "status"]]) == [
        count, *told, share, status]


def test_a_count_by_size_class_has_its_noise(mini_wave):
    estimates = telling(mini_wave, noise=2, taken__zorg__klein=30)
    listed = estimates_sheet(_listing(estimates, "taken.zorg@sd/klein"), Notes(mini_wave)).table
    assert list(listed.loc[0, ["aantal", "aantal, minst", "aantal, meest", "ruis, hooguit"]]) == [
        30, 30, 30, 2]


def _listing(estimates, ref):
    """The same results with one quantity in their table."""
    estimates.refs = (estimates[ref].ref,)
    return estimates


@pytest.mark.parametrize("name", LABELS)
def test_a_sheet_tells_its_title_its_question_and_its_status(book, estimates, name):
    kind, number = name.split()
    spec = (estimates.wave.codebook.figures if kind == "Figuur"
            else estimates.wave.codebook.tables)[int(number)]
    sheet = book[name]
    lines = above(sheet)
    assert sheet["A1"].value == f"{name}: {spec.nl}"
    for question in spec.questions:
        if question != "respons":
            assert estimates.wave.codebook[question].nl in lines
            assert "Gevraagd aan: " in lines
    assert "Reconstructie: getallen met ° en gearceerde staven zijn nagemaakt. [noot 1]" in lines
    header, rows = table(sheet)
    assert header[0] == ("Grootteklasse" if spec.form == "response"
                         else "Vraag" if len(spec.questions) > 1 else "Antwoord")
    assert len(set(header)) == len(header)
    assert all(isinstance(row[0], str) for row in rows)
    assert all(cell is not None for row in rows for cell in row)


def test_numbers_are_numbers_with_a_format_of_any_language(book):
    sheet = book["Figuur 12"]
    header, _ = table(sheet)
    made, = sheet.tables.values()
    for cells in list(sheet[made.ref])[1:]:
        for name, cell in zip(header, cells, strict=True):
            if isinstance(cell.value, str):
                continue
            assert cell.data_type == "n"
            assert cell.number_format == ("#,##0" if name.endswith((": n", ": aantal")) else "0%")
    sheet = book["Alle schattingen"]
    header, rows = table(sheet)
    place = header.index("waarde")
    first = openpyxl.utils.range_boundaries(next(iter(sheet.tables.values())).ref)[1]
    formats = {(row[header.index("maat")] == "aantal",
                sheet.cell(first + number, place + 1).number_format)
               for number, row in enumerate(rows, start=1)}
    assert formats == {(True, "#,##0.0"), (False, "0%")}


def test_every_note_and_mark_is_explained_and_used(book):
    _, rows = table(book["Noten"])
    explained = {row[0] for row in rows}
    elsewhere = [text for sheet in book if sheet.title != "Noten" for text in texts([sheet])]
    used = set(re.findall(r"\[noot \d+\]", " ".join(elsewhere)))
    assert used | MARKS == explained
    for sheet in book.worksheets[3:]:
        _, rows = table(sheet)
        for mark in MARKS:
            there = any(cell == mark for row in rows for cell in row)
            assert there == (f"{mark} = " in above(sheet)), (sheet.title, mark)


def test_nothing_is_in_english(book):
    # Sheet names are Dutch too; the names of quantities are those of the codebook.
    assert [text for text in texts(book) if ENGLISH.search(text)] == []


def test_real_answers_are_called_so(mini_wave):
    made = openpyxl.load_workbook(io.BytesIO(workbook_of(results_of(mini_wave))))
    assert not [text for text in texts(made) if "econstructie" in text]
    assert any(text == "Dit is wat respondenten antwoordden." for text in texts(made))
    # One respondent answers nothing by routing: marks for what does not exist.
    assert made["Noten"]["A4"].value == "[noot 1]"


def test_a_small_workbook_has_its_sheet_and_the_notes(estimates, book):
    data = exhibit(estimates, FIGURE, 3)
    made = openpyxl.load_workbook(io.BytesIO(small_workbook(data, estimates.wave)))
    assert made.sheetnames == ["Figuur 3", "Noten"]
    assert table(made["Figuur 3"]) == table(book["Figuur 3"])
    assert made.properties.title == "Figuur 3: Budgettaire verantwoordelijkheid voor de Wmo"


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request, mini_wave):
    """A wave in which everything that can be named has a dangerous name."""
    name = request.param

    def renamed(question):
        options = tuple(option.model_copy(update={"nl": f"{name} {option.id}"
                                                  if number else name})
                        for number, option in enumerate(question.options))
        return question.model_copy(update={"nl": name, "short": f"{name} {question.id}",
                                           "options": options})

    codebook = mini_wave.codebook
    figures = {number: spec.model_copy(update={"nl": name})
               for number, spec in codebook.figures.items()}
    codebook = codebook.model_copy(update={
        "questions": tuple(map(renamed, codebook.questions)), "figures": figures})
    info = mini_wave.info.model_copy(update={"title": name, "subtitle": name})
    return name, workbook_of(results_of(replace(mini_wave, codebook=codebook, info=info)))


def bare(text: str) -> str:
    """A text without blanks, and without how a spreadsheet writes control characters."""
    return re.sub(r"[\s$_]|x000D", "", text).lower()


def test_text_is_never_a_formula_a_link_or_markup(hostile):
    name, content = hostile
    files = raw(content)
    assert not [path for path, xml in files.items() if re.search(rb"<f[ >/]", xml)]
    assert not [path for path, xml in files.items() if b"voorbeeld.nl\" TargetMode" in xml]
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in "sn"
                assert (cell.data_type == "s") == isinstance(cell.value, str)
                assert cell.hyperlink is None or sheet.title == "Inhoud"
    # It is still there, as text.
    labels = {bare(row[0]) for row in table(book["Figuur 1"])[1]}
    assert bare(name) in labels, labels
    assert {row[0] for row in table(book["Noten"])[1]} > MARKS


def test_the_same_answers_give_the_same_bytes(content, wave):
    assert workbook_of(results_of(wave)) == content


def test_it_carries_no_date_of_today(content, book):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert book.properties.created == dt.datetime(2011, 1, 1)
    assert book.properties.modified == dt.datetime(2011, 1, 1)
