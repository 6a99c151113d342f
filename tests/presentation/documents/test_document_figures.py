"""Figures of tables of documents."""

from html import unescape

import matplotlib.pyplot as plt
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.presentation.documents.drawing import draw_picture
from participatiemonitor.presentation.documents.figures import document_figure
from participatiemonitor.presentation.documents.pictures import picture, pictures
from participatiemonitor.presentation.exhibits.drawing import render

from .conftest import CELLS, HEAD


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


@pytest.fixture
def shown(documents):
    return picture(documents(), "gids2008", "t42")


def test_rows_run_from_most_to_least_with_what_has_no_number_and_totals_last(shown):
    assert [name for name, _ in shown.rows] == ["Opvang", "Zorg", "Hulp", "Alle"]
    assert [bars[0].length for _, bars in shown.rows] == [60, 31, None, 12.5]


def test_a_total_of_all_percent_is_not_drawn(documents):
    checked = documents(HEAD, CELLS.replace("totaal,aandeel,,10,15,,10-15%",
                                            "totaal,aandeel,100,,,,100%"))
    assert [name for name, _ in picture(checked, "gids2008", "t42").rows] == [
        "Opvang", "Zorg", "Hulp"]


def test_in_the_order_of_the_document_where_that_is_asked(documents):
    checked = documents(HEAD.replace("order: size", "order: document"))
    assert [name for name, _ in picture(checked, "gids2008", "t42").rows] == [
        "Opvang", "Zorg", "Hulp", "Alle"]


def test_a_sum_is_not_drawn_beside_its_parts(documents):
    head = HEAD.replace("columns: [aandeel]", "columns: [vraag]")
    assert [name for name, _ in picture(documents(head), "gids2008", "t42").rows] == [
        "Opvang", "Hulp", "Zorg"]


def test_a_share_that_is_printed_without_a_sign_is_drawn_with_one(documents):
    bare = CELLS.replace(",,,,60%", ",,,,60").replace("10-15%", "10-15")
    drawn = dict(picture(documents(HEAD, bare), "gids2008", "t42").rows)
    assert [drawn[name][0].text for name in ("Opvang", "Alle", "Hulp")] == ["60%", "10-15%", "–"]


def test_the_alternative_text_has_every_number(shown):
    assert shown.describe() == (
        "Liggende staven. In de opvang is ruim de helft bijstandsgerechtigd. Opvang: 60%; Zorg: "
        "31% (nagerekend 41%); Hulp: streepje; Alle: 10-15%.")


def test_bars_are_as_long_as_printed_and_a_dot_stands_where_another_number_follows(shown):
    axes, = draw_picture(shown).axes
    assert [bar.get_width() for bar in axes.patches] == pytest.approx([60, 31, 0, 12.5])
    dots = [x for line in axes.lines for x in line.get_xdata()]
    assert dots == pytest.approx([41.2])
    written = [text.get_text() for text in axes.texts]
    assert {"60%", "31% ≠ 41%", "–", "10-15%"} <= set(written)


def test_without_such_numbers_there_is_nothing_to_explain(documents):
    checked = documents(HEAD, CELLS.replace("zorg,aandeel,31,,,,31%", "zorg,aandeel,41,,,,41%"))
    assert not draw_picture(picture(checked, "gids2008", "t42")).legends
    assert draw_picture(picture(documents(), "gids2008", "t42")).legends


def test_large_numbers_are_whole_in_what_is_printed(documents):
    head = HEAD.replace("columns: [aandeel]", "columns: [gebruikers]")
    cells = CELLS.replace("4000,,,,4.000", "432191,,,,432.191")
    drawn = render(draw_picture(picture(documents(head, cells), "gids2008", "t42")), [])
    assert ">432.191<" in drawn.typeset.decode()


def test_two_columns_are_named_once(documents):
    head = HEAD.replace("columns: [aandeel]", "columns: [gebruikers, vraag]")
    drawn = picture(documents(head), "gids2008", "t42")
    written = [text.get_text() for text in draw_picture(drawn).axes[0].texts]
    assert sum("gebruikers" in text for text in written) == 1
    assert "Opvang: gebruikers 4.000, in de bijstand 2.400" in drawn.describe()
    assert "Hulp: gebruikers onbekend" in drawn.describe()
    assert "onbekend" in written


@pytest.mark.parametrize("columns", ["[aandeel]", "[gebruikers, vraag]"])
def test_nothing_overlaps_or_is_cut_off(documents, columns):
    canvas = draw_picture(picture(documents(HEAD.replace("[aandeel]", columns)),
                                  "gids2008", "t42"))
    canvas.canvas.draw()
    axes, = canvas.axes
    boxes = [(text.get_text(), text.get_window_extent()) for text in (*canvas.texts, *axes.texts)]
    for place, (text, box) in enumerate(boxes):
        assert box.x0 >= -1 and box.x1 <= canvas.bbox.width * 1.03, text
        for other, there in boxes[:place]:
            assert not box.padded(-2).overlaps(there.padded(-2)), (text, other)


def test_a_figure_is_the_same_bytes_each_time(shown):
    assert render(draw_picture(shown), ["Bron."]) == render(draw_picture(shown), ["Bron."])


def test_the_page_has_the_figure_its_numbers_and_its_files(documents):
    text = unescape(document_figure(documents(), "gids2008", "t42").text)
    for piece in ("{figure} /downloads/figuur-gids2008-t42.svg", "{tab-item} Tabel",
                  "| Prestatieveld 6 | Zorg | 31% [**≠ 41%**]{.nr} |",
                  "../downloads/figuur-gids2008-t42.png", "../downloads/gids2008-t42.csv"):
        assert piece in text


def test_of_a_table_without_a_figure_nothing_is_drawn(documents):
    checked = documents()
    assert [one.name for one in pictures(checked)] == ["figuur-gids2008-t42"]
    with pytest.raises(InputError, match="geen figuur"):
        document_figure(checked, "gids2008", "mate")
