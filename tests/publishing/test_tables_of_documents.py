"""Tables of documents on the pages: without a number of the book, under their parts, on a phone."""

from types import SimpleNamespace

from participatiemonitor.publishing.sphinx.numbers import number
from participatiemonitor.publishing.web import figure_tables, stacked_tables
from participatiemonitor.publishing.web.built_page import BuiltPage


def test_they_have_the_number_of_their_document_and_none_of_the_book():
    numbers = {"figure": {"figuur-12": (3,), "figuur-gids-t42": (4,)},
               "table": {"tabel-2": (1,), "tabel-gids-t42-vraag": (2,), "id1": (3,)}}
    number(None, SimpleNamespace(toc_fignumbers={"chapters/een": numbers}))
    assert numbers == {"figure": {"figuur-12": (12,)}, "table": {"tabel-2": (2,), "id1": (3,)}}


def finished(heads, rows, kind="document-table table"):
    def line(cells, tag):
        return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"

    page = BuiltPage(("<html><body><div class='pst-scrollable-table-container'>"
                      f"<table class='{kind}'>"
                      f"<thead>{line(heads, 'th')}</thead><tbody>"
                      f"{''.join(line(row, 'td') for row in rows)}</tbody></table></div></body>"
                      "</html>").encode())
    figure_tables.arrange(page)
    stacked_tables.name_cells(page)
    return page.root.find(".//table")


def test_rows_stand_under_their_part_and_those_of_none_without_a_heading():
    table = finished(("Onderdeel", "Onderwerp", "Mate"),
                     [("Een", "a", "+"), ("Een", "b", "−"), ("", "alle", "+")])
    assert [[cell.text_content() for cell in row] for row in table.iterfind("tbody/tr")] == [
        ["Een"], ["a", "+"], ["b", "−"], ["alle", "+"]]
    assert [row[0].get("scope") for row in table.iterfind("tbody/tr")] == [
        "rowgroup", "row", "row", "row"]
    assert [head.text_content() for head in table.findall("thead/tr/th")] == ["Onderwerp", "Mate"]


def test_with_much_to_read_a_row_is_a_list_on_a_phone_already_with_three_columns():
    heads, long = ("Onderwerp", "Wat", "Voor wie"), "x" * 90
    assert "stacked" in finished(heads, [("a", long, "b")]).get("class")
    assert "stacked" not in finished(heads, [("a", "kort", "b")]).get("class")
    assert "stacked" not in finished(heads, [("a", long, "b")], "table").get("class")


def test_with_a_few_words_in_a_cell_a_row_is_a_list_with_four_columns():
    heads, some = ("Onderwerp", "Wat", "Voor wie", "Waar"), "mensen met een uitkering"
    assert "stacked" in finished(heads, [("a", some, "b", "c")]).get("class")
    assert "stacked" not in finished(heads, [("a", "+", "−", "+")]).get("class")
    assert "stacked" not in finished(heads[:3], [("a", some, "b")]).get("class")


def test_a_heading_over_rows_is_no_cell_of_a_list():
    heads = ("Onderdeel", "Onderwerp", *"ABCD")
    table = finished(heads, [("Een", "a", *"bcde")])
    group, row = table.iterfind("tbody/tr")
    assert "stacked" in table.get("class")
    assert group[0].get("data-head") is None
    assert [cell.get("data-head") for cell in row] == list(heads[1:])


def test_numbers_stay_beside_each_other_unless_they_would_run_out_of_sight():
    number = "<p class='text-right'>1</p>"
    few, many = ("Onderwerp", *"ABCDE"), ("Onderwerp", *"ABCDEF")
    assert "stacked" not in finished(few, [("a", *[number] * 5)]).get("class")
    assert "stacked" in finished(many, [("a", *[number] * 6)]).get("class")
    assert "stacked" not in finished(many, [("a", *[number] * 6)], "table").get("class")
    assert "stacked" in finished(few, [("a", number, *"bcde")]).get("class")
