"""The empty workbook of a study: filled in, it says what csv files say."""

import csv
import io
import shutil

import openpyxl
import pandas as pd
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.forms.quantities import DATE, Number, Whole
from participatiemonitor.studies.forms.reading import read_tables
from participatiemonitor.studies.forms.template import HEAD, template_workbook

from ..breaking import example, form_of, inputs_of
from ..test_examples import STUDIES


def typed(kind, text):
    """A cell as somebody types it in Excel, which makes numbers and dates of what looks so."""
    if not text:
        return None
    if isinstance(kind, Whole | Number):
        return float(text.replace(",", "."))
    return kind.read(text) if kind == DATE else text


def fill_in(study, folder):
    """The template, with what stands in the csv files of the example below the names."""
    form = form_of(study)
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(form)))
    for path in example(study).glob("*.csv"):
        table = form.table(path.stem)
        head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
        sheet = book[path.stem]
        for place, name in enumerate(head, start=1):
            known = sheet.cell(HEAD + 1, place)
            assert known.value in (name, None)
            known.value = name
            for row, cells in enumerate(rows, start=HEAD + 2):
                sheet.cell(row, place).value = typed(table.column(name).kind, cells[place - 1])
    # What a study asks beside its tables, the user puts there too.
    folder.mkdir()
    for more in (path for path in example(study).iterdir() if path.is_dir()):
        shutil.copytree(more, folder / more.name)
    book.save(folder / "invoer.xlsx")
    return folder


@pytest.mark.parametrize("study", STUDIES)
def test_filled_in_it_reads_as_csv_does(study, tmp_path):
    filled, faults = read_tables(form_of(study), fill_in(study, tmp_path / "map"))
    assert not faults
    plain, faults = read_tables(form_of(study), example(study))
    assert not faults
    assert list(filled) == list(plain)
    for name, found in filled.items():
        pd.testing.assert_frame_equal(found.frame, plain[name].frame)
    inputs_of(study, tmp_path / "map")


@pytest.mark.parametrize("study", STUDIES)
def test_empty_it_lacks_rows_and_no_example_is_read(study, tmp_path):
    form = form_of(study)
    (tmp_path / "invoer.xlsx").write_bytes(template_workbook(form))
    with pytest.raises(InputError) as caught:
        inputs_of(study, tmp_path)
    needed = [table.name for table in form.tables if table.needed]
    assert [fault.file for fault in caught.value.faults][:len(needed)] == [
        f"invoer.xlsx, blad {name}" for name in needed]
    assert len(caught.value.faults) == len(needed) + bool(form.ways)


@pytest.mark.parametrize("study", STUDIES)
def test_the_example_of_each_column_is_one(study):
    for table in form_of(study).tables:
        for column in (*table.columns, *([table.more] if table.more else [])):
            assert column.kind.read_all([column.example])[1] == {}, column.name
            assert column.about.endswith("."), column.name


@pytest.mark.parametrize("study", STUDIES)
def test_it_explains_itself_and_gives_lists(study):
    form = form_of(study)
    content = template_workbook(form)
    assert content == template_workbook(form)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["uitleg", *(table.name for table in form.tables)]
    for table in form.tables:
        sheet = book[table.name]
        assert [cell.value for cell in sheet[HEAD + 1]][:len(table.columns)] == [
            column.name for column in table.columns]
        lists = sum(bool(column.kind.words or column.of) for column in table.columns)
        assert len(sheet.data_validations.dataValidation) == lists
        assert sheet["A1"].value == table.about
