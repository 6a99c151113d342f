"""The list of what is not shown: each quantity without a number, with the reason why."""

from dataclasses import replace as replaced

import pandas as pd
import pytest
from editing import cells, replace

from participatiemonitor.estimation.estimates import (
    BAND,
    EMPTY,
    FEW,
    HIDDEN,
    NEARLY_ALL,
    OK,
    Estimate,
)
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.results import Known, Results
from participatiemonitor.publishing.files.downloads import write_downloads
from participatiemonitor.publishing.files.unshown import COLUMNS, unshown
from participatiemonitor.publishing.round_edition import find_edition

from .conftest import YEAR

TOTAL, PART = Ref("beleid", "ja", "sociale_dienst"), Ref("beleid", "ja", "sociale_dienst", "klein")
NAN = float("nan")


@pytest.fixture
def listed(mini_wave, with_rules):
    """What is listed of a wave of which these quantities have no number."""
    def of(*missing: Estimate, uncoded: tuple[str, ...] = ()):
        wave = with_rules(mini_wave, minimum_base=5).public
        refs = Results(wave, pytest.fail).refs
        known = {ref: Estimate(ref, "share", 20, 10, 0.5) for ref in refs}
        found = {("uncoded_questions",): pd.DataFrame({"question": list(uncoded)})}
        return unshown(Results(wave, pytest.fail,
                               Known(known | {one.ref: one for one in missing}, found)))
    return of


def without(ref: Ref, status: str, n: int | None = 20) -> Estimate:
    return Estimate(ref, "share", n, NAN, NAN, status)


def test_what_has_a_number_is_not_listed(listed):
    found = listed()
    assert found.empty
    assert tuple(found.columns) == COLUMNS


@pytest.mark.parametrize(("status", "reason"), [
    (EMPTY, "door niemand beantwoord"),
    (FEW, "totaal van hooguit twee"),
    (NEARLY_ALL, "totaal van op hooguit twee na alle"),
    (BAND, "kleinste andere antwoord naast zo'n totaal"),
    (HIDDEN, "minder dan 5 antwoorden op de vraag"),
])
def test_a_total_is_listed_with_its_reason(listed, status, reason):
    row, = listed(without(TOTAL, status)).itertuples(index=False)
    assert tuple(row) == ("beleid", "ja", "sociale_dienst", ALL, status, reason)


@pytest.mark.parametrize(("total", "n", "reason"), [
    (HIDDEN, None, "minder dan 5 antwoorden op de vraag"),
    (OK, None, "minder dan 10 antwoorden in de grootteklasse"),
    (FEW, None, "minder dan 10 antwoorden in de grootteklasse"),
    (OK, 12, "niet naar grootteklasse te splitsen zonder te veel te verraden"),
    (FEW, 12, "deel van een totaal dat niet precies wordt getoond"),
    (NEARLY_ALL, 12, "deel van een totaal dat niet precies wordt getoond"),
    (BAND, 12, "deel van een totaal dat niet precies wordt getoond"),
])
def test_a_size_class_is_listed_with_its_own_reason_or_that_of_its_total(listed, total, n, reason):
    found = listed(without(TOTAL, total), without(PART, HIDDEN, n)).set_index("domain")["reason"]
    assert found["klein"] == reason


def test_of_a_routed_question_without_any_base_by_size_class_both_reasons_are_given(listed):
    ref = Ref("toelichting", "geld", "sociale_dienst", "klein")
    one, other = (without(replaced(ref, domain=domain), HIDDEN, None)
                  for domain in ("klein", "groot"))
    assert set(listed(one)["reason"]) == {"minder dan 10 antwoorden in de grootteklasse"}
    assert set(listed(one, other)["reason"]) == {
        "minder dan 10 antwoorden in de grootteklasse, "
        "of doorverwezen door een antwoord dat niet te splitsen is"}


@pytest.mark.parametrize("status", [EMPTY, HIDDEN])
def test_what_rests_on_themes_that_nobody_gave_waits_for_coders(listed, status):
    ref = Ref("toelichting", "geld", "sociale_dienst")
    row, = listed(without(ref, status, 0), uncoded=("toelichting",)).itertuples(index=False)
    assert row.reason == "antwoorden nog niet in thema's ingedeeld"


def test_every_quantity_without_a_number_is_listed_and_no_other(mini):
    replace(mini.wave(2009) / "wave.yml", "minimum_base: 1", "minimum_base: 3")
    edition = find_edition(mini, "2009")
    edition.folder.mkdir(parents=True)
    write_downloads(edition)
    (_, results), (_, missing) = (cells(edition.folder / name)
                                  for name in ("results.csv", "niet-getoond.csv"))
    assert [{name: row[name] for name in COLUMNS[:-1]} for row in missing] == [
        {name: row[name] for name in COLUMNS[:-1]} for row in results if row["status"] != "ok"]
    assert {row["status"] for row in missing} >= {"te_weinig"}
    assert all(row["reason"] for row in missing)


def test_the_list_is_the_same_each_time_and_for_nobody_else(mini):
    edition = find_edition(mini, "2009")
    edition.folder.mkdir(parents=True)
    path = edition.folder / "niet-getoond.csv"
    write_downloads(edition)
    before = path.read_bytes()
    write_downloads(edition)
    assert path.read_bytes() == before
    assert not (edition.folder / "downloads" / path.name).exists()


def test_a_build_ends_with_the_reasons_the_most_frequent_first(built, project, monitor):
    """Also when nothing had to be made again, and when there is no book yet."""
    for made, arguments in ((built, []), (project, ["--only", "methode"])):
        result = monitor(made, "build", *arguments)
        assert result.exit_code == 0
        assert result.output.endswith(
            f"Niet getoonde uitkomsten: 3; zie {made.build(YEAR) / 'niet-getoond.csv'}\n"
            "      2  te weinig antwoorden\n      1  hooguit twee\n")
