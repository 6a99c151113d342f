"""Tables of documents as files: what is read, and what is refused."""

import pytest

from participatiemonitor.documents.printed.tables import find_cell, read_printed
from participatiemonitor.errors import InputError
from participatiemonitor.files.faults import InvalidWave

from .conftest import HEAD


def test_a_table_is_read_cell_by_cell_in_its_own_order(publish):
    printed = read_printed(publish())
    assert list(printed) == ["een2005"]
    table = printed["een2005"].tables["t42"]
    assert list(table.cells)[:4] == [("opvang", "gebruikers"), ("opvang", "vraag"),
                                     ("opvang", "aandeel"), ("advies", "gebruikers")]
    assert table.cells["opvang", "aandeel"].value == 60
    assert table.head.rows["samen"].total


def test_a_cell_says_where_it_stands(publish):
    printed = read_printed(publish({("advies", "vraag"): {"section": "4.2"}}))
    assert find_cell(printed, "een2005.t42.opvang.aandeel").where == "Een2005, tabel 4.2 (4.3)"
    assert find_cell(printed, "een2005.t42.advies.vraag").where == "Een2005, 4.2"


@pytest.mark.parametrize(("name", "wanted"), [
    ("een2005.t42.opvang", "document.tabel.rij.kolom"), ("twee.t42.opvang.vraag", "een2005"),
    ("een2005.t9.opvang.vraag", "t42"), ("een2005.t42.hulp.vraag", "opvang, advies, samen"),
    ("een2005.t42.opvang.prijs", "gebruikers, vraag, aandeel")])
def test_of_a_cell_that_is_not_there_it_is_told_what_is(publish, name, wanted):
    with pytest.raises(InputError, match=wanted.replace(".", r"\.")):
        find_cell(read_printed(publish()), name)


@pytest.mark.parametrize(("changed", "said"), [
    ({"value": "1,5"}, "kolom value: '1,5'"), ({"flag": "raar"}, "kolom flag: 'raar'"),
    ({"published": ""}, "kolom published"), ({"flag": "nvt"}, "kolom flag: 'nvt'"),
    ({"value": "", "flag": ""}, "een getal, of een vlag"), ({"read": "6O%"}, "kolom note"),
    ({"low": "9", "high": "3"}, "kolom high: '3'"), ({"row": "hulp"}, "kolom row: 'hulp'"),
    ({"column": "gebruikers"}, "elke cel één keer")])
def test_faults_name_file_row_and_column(publish, changed, said):
    with pytest.raises(InvalidWave) as caught:
        read_printed(publish({("opvang", "aandeel"): changed}))
    assert "een2005/tables/t42.csv" in str(caught.value)
    assert said in str(caught.value)


def test_a_cell_that_is_missing_is_named(publish):
    project = publish(head=HEAD.replace("  samen:", "  hulp: {nl: Hulp}\n  samen:"))
    with pytest.raises(InvalidWave, match="een regel met de cel hulp, vraag"):
        read_printed(project)


def test_a_head_has_no_unknown_field(publish):
    with pytest.raises(InvalidWave, match="kleur"):
        read_printed(publish(derived="kleur: rood\n"))
