"""What is published of counts of municipalities, against computations by hand before the door."""

from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from participatiemonitor.presentation.studies.forms import form
from participatiemonitor.studies.report import ReportFigure

from ..breaking import example
from .folders import indicator, of, report_on, write

BY_HAND = {"Gemeente A": (5, 16), "Gemeente B": (3, 16), "Gemeente C": (1, 12),
           "Gemeente D": (4, 9)}


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory):
    folder = tmp_path_factory.mktemp("indicators") / "eigen"
    return report_on(write(folder, of(BY_HAND), indicators=[indicator(target="0,5")]))


@pytest.fixture(scope="module")
def example_report():
    return report_on(example("indicators"))


def test_counts_and_rates_by_hand(by_hand):
    """Of each municipality what it counted, and its interval (Clopper and Pearson 1934).

    A: 5 / 16 = .3125; the lower end p solves P(R >= 5; 16, p) = .025: at .1102 it is .0250. B:
    3 / 16 = .1875. C counted 1 of 12, told as two at most: 2 / 12 = .1667, upwards 17 %. Its
    interval runs from that of none, 0, to that of two: with p = .4841 and q = .5159, P(R <= 2) is
    q**12 + 12 p q**11 + 66 p**2 q**10 = .0004 + .0040 + .0207 = .0250.
    D has nine persons, of whom nothing is told.
    """
    table = by_hand.table("gemeenten-werk")
    assert table.rows[0][:4] == ("Gemeente A", 5, 16, 0.3125)
    assert table.cell("Gemeente A", "laag") == pytest.approx(0.1102, abs=5e-5)
    assert table.rows[1][:4] == ("Gemeente B", 3, 16, 0.1875)
    assert table.rows[2][:5] == ("Gemeente C", "hooguit twee", 12, "hooguit 17%", 0.0)
    assert table.cell("Gemeente C", "hoog") == pytest.approx(0.4841, abs=5e-5)
    assert table.rows[3] == ("Gemeente D", "te weinig mensen", *[None] * 6)


def test_limits_by_hand(by_hand):
    """Exact limits around .5, with the interpolation of Spiegelhalter (2005).

    Of 16: P(R <= 3) = 697 / 65536 and P(R <= 4) = 2517 / 65536, so that .025 (1638.4) is passed at
    r = 4, and a = (2517 - 1638.4) / 1820 = .482747: (4 - a) / 16 = .219828. For .001 (65.536):
    P(R <= 1) = 17, P(R <= 2) = 137: a = (137 - 65.536) / 120 = .595533: (2 - a) / 16 = .087779.
    For .975: P(R <= 11) = 63019, P(R <= 12) = 64839: a = (64839 - 63897.6) / 1820 = .517253:
    (12 - a) / 16 = .717672. Of 12, in 4096: P(R <= 2) = 79, P(R <= 3) = 299: a = (299 - 102.4) /
    220 = .893636: (3 - a) / 12 = .175530, above the most that C can be, 2 / 12.
    """
    table = by_hand.table("grenzen-werk")
    assert table.cell("Gemeente A", "laag95") == pytest.approx(0.219828, abs=1e-6)
    assert table.cell("Gemeente A", "hoog95") == pytest.approx(0.717672, abs=1e-6)
    assert table.cell("Gemeente B", "laag998") == pytest.approx(0.087779, abs=1e-6)
    assert table.cell("Gemeente C", "laag95") == pytest.approx(0.175530, abs=1e-6)
    assert [row[0] for row in table.rows] == ["Gemeente A", "Gemeente B", "Gemeente C"]
    assert [by_hand.table("gemeenten-werk").cell(name, "toeval") for name in list(BY_HAND)[:3]] == [
        "binnen", "onder 95%", "onder 95%"]


def test_who_stand_out_by_hand(by_hand):
    """Mid-p-values with the count of C that lies nearest, 2, and Benjamini and Hochberg.

    A: 2 (2517 + 4368 / 2) / 65536 = .1435; B: 2 (137 + 560 / 2) / 65536 = .0127; C: 2 (13 + 66 / 2)
    / 4096 = .0225. In order .0127 * 3 = .0382, .0225 * 3 / 2 = .0337, .1435: B and C at .0337.
    Together: (5 + 3 + 1) / (16 + 16 + 12) = .2045, with 1 as the middle of none to two.
    """
    assert [row[-1] for row in by_hand.table("gemeenten-werk").rows] == ["nee", "ja", "ja", None]
    assert by_hand.table("overzicht").rows == (
        ("Aan het werk", "20%", "50%", 3, 2, 0, None, 2),)
    assert by_hand.figure("trechter-werk").title == (
        "Aan het werk: Gemeente B en Gemeente C liggen opvallend laag")
    assert by_hand.text("samen-werk") == (
        "Gemeenten worden vergeleken met het richtpunt van 50%. Drie gemeenten komen samen op 20%: "
        "van hooguit 17% in Gemeente C tot 31% in Gemeente A.")
    assert by_hand.text("toeval-werk") == (
        "Van drie gemeenten zou er door toeval meestal geen enkele buiten de grenzen van 95% "
        "liggen. Het zijn er twee, beide binnen die van 99,8%.")
    assert by_hand.text("weg-werk") == (
        "Gemeente D blijft buiten de vergelijking, omdat zij minder dan tien mensen telt.")
    assert by_hand.text("kort-wie") == (
        "Bij “Aan het werk” liggen Gemeente B en Gemeente C opvallend laag.")


def test_a_rate_by_hand(tmp_path):
    """Together 40 of 100 years, .4: 40.0 per 100.

    A has 0 to 2 of 50, B exactly 39: 39 / 50 is 78 per 100, and together 1 + 39. Of none in 50 the
    lower end is 0; of two the upper is half the .975 quantile of chi-square with 6 degrees of
    freedom, 14.4494 / 2 = 7.2247 in 50, 14.4494 per 100 (Garwood 1936).
    """
    report = report_on(write(tmp_path / "eigen", of({"A": (2, 50), "B": (39, 50)}),
                             indicators=[indicator(kind="tempo")]))
    table = report.table("gemeenten-werk")
    assert table.columns[3].nl == "Per 100"
    assert table.rows[0][:6] == ("A", "hooguit twee", 50.0, "hooguit 4,0", 0.0,
                                 pytest.approx(14.4494, abs=1e-4))
    assert table.rows[1][:4] == ("B", 39, 50.0, 78.0)
    assert report.text("samen-werk") == (
        "Geteld is per 100 van de noemer: Mensen met bijstand. Twee gemeenten komen samen op 40,0 "
        "per 100: van hooguit 4,0 per 100 in A tot 78,0 per 100 "
        "in B.")
    assert "Per 100: voor elke 100 van de noemer, Mensen met bijstand" in table.note


def test_groups_by_hand(tmp_path):
    """Of one choice 30 of 100 and 34 of 100, of the other 50 of 100 and 54 of 100.

    Together 64 / 200 = .32 and 104 / 200 = .52. Within groups the chi-square is 2 * 2**2 / (100 *
    .32 * .68) + 2 * 2**2 / (100 * .52 * .48) = .3676 + .3205, below its two degrees of freedom, so
    that intervals are those of chance: for 64 of 200 that of Clopper and Pearson, .2560 to .3895,
    where P(R >= 64) and P(R <= 64) are .0250.
    """
    counts = of({"A": (30, 100), "B": (34, 100), "C": (50, 100), "D": (54, 100)})
    choices = [("gemeente", "aanpak"), ("A", "twee"), ("B", "twee"), ("C", "één"), ("D", "één")]
    report = report_on(write(tmp_path / "eigen", counts, keuzes=choices))
    (first, second) = report.table("bereik-werk").rows
    assert first[:5] == ("aanpak: twee", 2, 64, 200, 0.32)
    assert first[5:] == (pytest.approx(0.2560, abs=5e-5), pytest.approx(0.3895, abs=5e-5))
    assert second[:5] == ("aanpak: één", 2, 104, 200, 0.52)
    assert report.text("naar-werk-1") == (
        "Naar “aanpak” loopt het van 32% bij “twee” tot 52% bij “één”. Dat is meer dan gemeenten "
        "in een groep onderling verschillen.")
    assert report.text("kort-beleid") == (
        "Bij “één” is het hoger dan bij “twee”.")
    assert report.figure("groepen-werk").title == "Aan het werk: verschil naar “aanpak”"
    assert "verhouding-1" not in report.tables


def test_policies_at_equal_context_by_hand(tmp_path):
    """In both classes of context the odds of one choice are twice those of the other.

    Small: 20 of 100 (odds .25) beside 100 of 300 (.5); large: 50 of 100 (1) beside 200 of 300 (2).
    The model is right everywhere, so that the ratio is 2, and what each choice reaches in all is a
    mean over all: (400 * .2 + 400 * .5) / 800 = .35, and (400 / 3 + 400 * 2 / 3) / 800 = .5.
    As measured it is (20 + 50) / 200 = .35 and (100 + 200) / 600 = .5, too.
    """
    names = [f"{size}{choice}{place}" for size in "kg" for choice in "xy" for place in "12"]
    share = {"kx": (10, 50), "ky": (50, 150), "gx": (25, 50), "gy": (100, 150)}
    counts = of({name: share[name[:2]] for name in names})
    report = report_on(write(
        tmp_path / "eigen", counts,
        keuzes=[("gemeente", "aanpak"), *((name, name[1]) for name in names)],
        context=[("gemeente", "grootte"), *((name, name[0]) for name in names)]))
    (row,) = report.table("verhouding-1").rows
    assert row[:3] == ("Aan het werk", "y", "x")
    assert row[3] == pytest.approx(2, abs=1e-4)
    assert row[4] < 2 < row[5]
    assert [row[3:5] for row in report.table("beleid").rows] == [("35%", "35%"), ("50%", "50%")]
    assert report.text("beleid-1") == (
        "Bij “y” is het hoger dan bij “x”, ook bij gelijke context.")


@settings(max_examples=25, deadline=None)
@given(some.lists(some.tuples(some.integers(0, 60), some.integers(1, 60)), min_size=1, max_size=14),
       some.sampled_from(["aandeel", "tempo"]), some.sampled_from(["", "0,3"]))
def test_nothing_tells_which_count_of_a_class_it_is(tmp_path_factory, pairs, kind, target):
    """Folders that differ in what may not be told have the same report, to the last digit."""
    counts = [(min(events, base), base) for events, base in pairs]
    reports = []
    for turn in range(3):
        changed = {}
        for place, (events, base) in enumerate(counts):
            if kind == "aandeel" and base < 10:
                events = (events + turn) % (base + 1)
            elif events <= 2:
                events = (events + turn) % 3
            elif kind == "aandeel" and events >= base - 2:
                events = base - (base - events + turn) % 3
            changed[f"G{place}"] = (events, base)
        choices = [("gemeente", "aanpak"), *((name, "xy"[place % 2])
                                             for place, name in enumerate(changed))]
        folder = tmp_path_factory.mktemp("turn")
        reports.append(report_on(write(folder, of(changed), keuzes=choices,
                                       indicators=[indicator(kind=kind, target=target)])))
    first, *others = map(asdict, reports)
    assert all(str(other) == str(first) for other in others)


def test_no_cell_has_a_count_that_is_a_class(tmp_path):
    counts = of({"A": (1, 40), "B": (39, 40), "C": (20, 40), "D": (13, 40)})
    report = report_on(write(tmp_path / "eigen", counts))
    rows = {row[0]: row for row in report.table("gemeenten-werk").rows}
    assert rows["A"][1:4] == ("hooguit twee", 40, "hooguit 5%")
    assert rows["B"][1:4] == ("minstens 38", 40, "minstens 95%")
    bounds = {row[0]: row[3:5] for row in report.table("grenzen-werk").rows}
    assert bounds["A"] == (0, 0.05)
    assert bounds["B"] == (0.95, 1)
    assert bounds["C"] == (0.5, 0.5)


def test_the_key_decides_nothing(tmp_path):
    from participatiemonitor.studies.indicators.study import STUDY

    given_ = STUDY.read(write(tmp_path / "eigen", of(BY_HAND)))
    assert STUDY.report(given_, b"\x01" * 32) == STUDY.report(given_, b"\x02" * 32)


def test_codes_that_are_alike_have_files_of_their_own(tmp_path):
    codes = ["Uit.stroom", "uit_stroom", "uit-stroom", "x" * 60, "x" * 59]
    counts = {(name, code): (20, 80) for name in "AB" for code in codes}
    report = report_on(write(tmp_path / "eigen", counts,
                             indicators=[indicator(code, code) for code in codes]))
    assert {"gemeenten-uit-stroom", "gemeenten-uit-stroom-2", "gemeenten-uit-stroom-3"} <= {
        *report.tables}
    assert len({name[:31] for name in report.tables}) == len(report.tables)


def test_who_measured_otherwise_are_told_with_what(tmp_path):
    deviations = [("gemeente", "indicator", "onderdeel", "tekst"),
                  ("C", "werk", "noemer", "Alle inwoners"),
                  ("A", "werk", "noemer", "mensen  met Bijstand")]
    report = report_on(write(tmp_path / "eigen", of({"A": (20, 80), "B": (30, 80)}),
                             afwijkingen=deviations))
    assert report.table("afwijkingen").rows == (
        ("C", "Aan het werk", "noemer", "Alle inwoners", "Mensen met bijstand"),)
    assert report.text("kort-niet-mee") == (
        "C telt bij “Aan het werk” niet mee, omdat zij daar iets anders heeft gemeten.")
    assert len(report.parts("afwijkingen")) == 1
    assert report_on(write(tmp_path / "zonder", of({"A": (20, 80)}))).parts("afwijkingen") == ()


def drawn_rows(report, figure: ReportFigure) -> int:
    return len(report.table(figure.table).rows)


def test_the_example_has_a_section_for_each_indicator(example_report):
    titles = [part.title for part in example_report.parts("indicatoren") if part.title]
    assert titles == [row[0] for row in example_report.table("overzicht").rows]
    shown = [name for part in example_report.parts("indicatoren") for name in part.shows]
    assert shown == [name for name in example_report.figures if not name.startswith("keuze")]
    assert example_report.table("overzicht").column("spreiding")


def test_each_figure_of_the_example_can_be_told(example_report):
    for figure in example_report.figures.values():
        text = form(figure).describe(figure, example_report.table(figure.table))
        assert figure.title in text
        assert len(text) < 900
        assert drawn_rows(example_report, figure) > 1


def test_all_municipalities_of_the_example_lie_where_it_is_said(example_report):
    """The column of words against the numbers beside it."""
    for slug in ("uitstroom", "ladder", "vrijwilligers", "budget"):
        limits = example_report.table(f"grenzen-{slug}")
        for row in example_report.table(f"gemeenten-{slug}").rows:
            value = row[3]
            far = [limits.cell(row[0], name) for name in ("laag998", "laag95", "hoog95", "hoog998")]
            place = int(np.searchsorted(far, value))
            assert row[6] == ["onder 99,8%", "onder 95%", "binnen", "boven 95%", "boven 99,8%"][
                place]
