"""Overviews over documents, drawn and in words."""

from html import unescape

import matplotlib.pyplot as plt
import pytest
from hostile.strings import STRINGS

from participatiemonitor.documents.overviews import read_overviews
from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.documents.overview_words import describe
from participatiemonitor.presentation.documents.overviews import overview
from participatiemonitor.presentation.documents.side_by_side import draw_shares
from participatiemonitor.presentation.documents.timeline import draw_timeline
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.drawing import render

TIMES = """form: timeline
nl: Plannen en wat ervan kwam
title: Het kwam later, of niet
rows:
  hulp: {nl: Hulp}
  zorg: {nl: "Zorg en alles wat daar volgens de gids nog bij hoort, ook later"}
note: Een lijn is een plan.
"""
TIME_LINES = """row,kind,cell,document,section,published,note
hulp,gepland,,gids2008,1,1 juli 2010,
hulp,gepland,,gids2008,2,2012,
hulp,ingevoerd,,,,2012,met de wet
zorg,gepland,,gids2008,3,2011,
zorg,vervallen,,gids2008,4,ingetrokken,
"""
SHARES = """form: shares
nl: Aandelen
title: Elk getal telt iets anders
rows:
  opvang: {part: Van de gebruikers, nl: heeft bijstand, moment: "2008"}
  alle: {part: Van iedereen, nl: heeft bijstand}
"""
SHARE_LINES = """row,kind,cell,document,section,published,note
opvang,gekoppeld,gids2008.t42.opvang.aandeel,,,,
alle,geschat,gids2008.t42.totaal.aandeel,,,,zonder uitleg
"""


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


@pytest.fixture
def shown(documents, mini):
    """Write both overviews beside the document of two tables, and read them."""
    def read(times=TIME_LINES, title=TIMES):
        documents()
        for name, text in (("tijd.yml", title), ("tijd.csv", times), ("delen.yml", SHARES),
                           ("delen.csv", SHARE_LINES)):
            (mini.published / name).write_text(text, "utf-8")
        return read_overviews(mini, read_printed(mini))

    return read


def marks(canvas, marker, size):
    axes, = canvas.axes
    return [float(line.get_xdata()[0]) for line in axes.lines
            if line.get_marker() == marker and line.get_markersize() == size]


def test_a_plan_runs_from_the_year_of_its_document_to_its_date(shown):
    canvas = draw_timeline(shown()["tijd"])
    axes, = canvas.axes
    lines = [tuple(line.get_xdata()) for line in axes.lines
             if line.get_color() == theme.GROUP_COLOURS[0] and len(line.get_xdata()) == 2]
    assert lines == [(2008.5, 2010.5), (2008.5, 2012), (2008.5, 2011)]
    assert marks(canvas, "o", 8.5) == [2010.5, 2012, 2011]


def test_a_plan_in_a_document_whose_name_has_no_year_is_a_date_alone(shown, mini):
    shown()
    (mini.published / "gids2008" / "document.yml").write_text("name: De gids\n", "utf-8")
    canvas = draw_timeline(read_overviews(mini, read_printed(mini))["tijd"])
    assert not [line for line in canvas.axes[0].lines
                if line.get_color() == theme.GROUP_COLOURS[0] and len(line.get_xdata()) == 2]
    assert marks(canvas, "o", 8.5) == [2010.5, 2012, 2011]


def test_what_came_stands_at_its_date_and_what_did_not_on_its_plan(shown):
    canvas = draw_timeline(shown()["tijd"])
    assert marks(canvas, "s", 4.5) == [2012]
    assert marks(canvas, "x", 5) == [2011]
    assert marks(canvas, "o", 4.5) == []
    written = [text.get_text() for text in canvas.axes[0].texts]
    assert "ging niet door" in written
    assert written.count("2012") == 2  # above the years, and beside what came


def test_a_date_without_a_year_is_not_drawn(shown):
    with pytest.raises(InputError, match="binnenkort"):
        draw_timeline(shown(TIME_LINES.replace("1 juli 2010", "binnenkort"))["tijd"])


def test_a_number_is_a_point_and_a_range_a_bar_between_its_ends(shown):
    canvas = draw_shares(shown()["delen"])
    assert marks(canvas, "o", 6.5) == [60]
    bar, = canvas.axes[0].patches
    assert (bar.get_x(), bar.get_width()) == (10, 5)
    written = [text.get_text() for text in canvas.axes[0].texts]
    assert {"60%", "10-15%", "Van de gebruikers …", "… heeft bijstand"} <= set(written)


@pytest.mark.parametrize(("name", "draw"), [("tijd", draw_timeline), ("delen", draw_shares)])
def test_no_words_overlap_or_are_cut_off(shown, name, draw):
    check(draw(shown()[name]))


@pytest.mark.parametrize(("name", "draw"), [("wetten", draw_timeline), ("overlap", draw_shares)])
def test_nor_in_those_of_the_book(repository, name, draw):
    check(draw(read_overviews(repository, read_printed(repository))[name]))


def check(canvas):
    canvas.canvas.draw()
    axes, = canvas.axes
    boxes = [(text.get_text(), text.get_window_extent()) for text in (*canvas.texts, *axes.texts)]
    for place, (text, box) in enumerate(boxes):
        assert box.x0 >= -8 and box.x1 <= canvas.bbox.width * 1.03, text
        for other, there in boxes[:place]:
            assert not box.padded(-2).overlaps(there.padded(-2)), (text, other)


def test_what_it_rests_on_stands_clear_of_the_signs_under_it(shown):
    canvas = draw_timeline(shown()["tijd"])
    assert theme.key_lines(canvas) == 2
    assert render(canvas, ["Bron."]) == render(draw_timeline(shown()["tijd"]), ["Bron."])


def test_the_alternative_text_has_every_line(shown):
    read = shown()
    assert describe(read["tijd"]) == (
        "Tijdlijn. Het kwam later, of niet. Hulp: gepland 1 juli 2010 (Gids (2008), 1), gepland "
        "2012 (Gids (2008), 2), ingevoerd 2012 (algemeen bekend); Zorg en alles wat daar volgens "
        "de gids nog bij hoort, ook later: gepland 2011 (Gids (2008), 3), ging niet door, "
        "ingetrokken (Gids (2008), 4).")
    assert ("Van de gebruikers heeft bijstand: 60% (gekoppelde bestanden, Gids (2008), tabel 4.2 "
            "(4.3))") in describe(read["delen"])


def test_the_page_has_the_figure_each_line_and_the_files(shown):
    text = unescape(overview(shown(), "tijd").text)
    for piece in ("{figure} /downloads/figuur-documenten-tijd.svg", "{tab-item} Tabel",
                  "| Hulp | Ingevoerd | 2012 | Algemeen bekend | met de wet |",
                  "../downloads/figuur-documenten-tijd.csv"):
        assert piece in text
    # With the figure, also on paper, and with the table.
    assert "Plannen en wat ervan kwam. Een lijn is een plan.\n```" in text.replace("\n\n", "\n")
    assert text.count("Een lijn is een plan.") == 2
    assert "| Van iedereen … | … heeft bijstand | 10-15% | schatting |" in unescape(
        overview(shown(), "delen").text)


def test_what_is_not_there_is_answered_with_what_is(shown):
    with pytest.raises(InputError, match="delen, tijd"):
        overview(shown(), "anders")


@pytest.mark.parametrize("kind", ["directives", "roles"])
def test_its_text_is_never_markup(shown, kind):
    for text in STRINGS[kind]:
        line = " ".join(text.split()).replace('"', '""')
        told = overview(shown(TIME_LINES.replace("met de wet", f'"{line}"')), "tijd").text
        plain = overview(shown(), "tijd").text
        assert told.count("`") == plain.count("`")
        assert "<script" not in told
