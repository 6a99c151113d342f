"""Tables for the reviewer: claims with their verdicts, contradictions, the codebook."""

import pytest
from documents.conftest import CONTRADICTIONS
from keyed import results_of

from participatiemonitor.documents.claims import criterion_text, read_claims
from participatiemonitor.documents.review import Review
from participatiemonitor.presentation.exhibits import review_tables as tables
from participatiemonitor.presentation.exhibits.labels import asked_text

from .conftest import rows


@pytest.fixture(scope="session")
def claims(repository):
    return read_claims(repository.published / "divosa2011/claims.csv")


@pytest.fixture(scope="session")
def review(claims, estimates):
    return Review(claims, estimates)


def test_who_was_asked_reads_as_a_sentence(mini_wave):
    question = mini_wave.codebook["bereik"]
    assert asked_text(question, mini_wave) == (
        "sociale diensten en afdelingen welzijn, als het antwoord op “Wordt er iets uitgevoerd?” "
        "is ja")
    assert asked_text(mini_wave.codebook["klanten"], mini_wave) == "sociale diensten"
    routed = asked_text(mini_wave.codebook["toelichting"], mini_wave)
    assert routed.endswith("is zorg of werk")


def number(cell: str) -> str:
    """The name of a claim, which is kept on one line."""
    assert cell.endswith("]{.nr}")
    return cell.removeprefix("[").removesuffix("]{.nr}")


def test_the_table_of_claims_has_every_claim_with_its_verdict_and_place(review, claims):
    verdicts = {one.claim.id: one for one in review.verdicts}
    head, *body = rows(tables.claims_table(review).text)
    one_section = [line for line, claim in zip(body, claims, strict=True)
                   if claim.section in ("2.3", "omslag")]
    assert rows(tables.claims_table(review, "omslag", "2.3").text) == [head, *one_section]
    assert rows(tables.failing(review).text) == [
        head, *(line for line in body if line[5] == "**tegenspraak in de bron**")]
    assert [line[1][1:] for line in body] == [
        claim.statement[1:].replace("|", "\\|") for claim in claims]
    assert not any(line[1][0].islower() or line[1][0] == "É" for line in body)
    assert [line[2:6] for line in body] == [
        [one.claim.published, criterion_text(one.claim), one.computed, f"**{one.status}**"
         if one.status == "tegenspraak in de bron" else one.status] for one in verdicts.values()]
    shown = {number(line[0]): line for line in body}
    assert list(shown) == list(verdicts)
    assert shown["3.2-04"][2:] == ["44%", "afgerond 44%", "44%", "klopt",
                                   "Zie {numref}`figuur-12`."]
    assert shown["T1-02"][6].endswith("Zie {numref}`tabel-1`.")
    assert shown["I-02"][6] == "Zie {numref}`tabel-2`."
    assert shown["A-10"][6].endswith("Zie § 2.3.")
    assert shown["2.3-10"][6] == "F-14 noemt 1 tot 2%."  # stands in the section it is in
    assert shown["V-02"][2:6] == ["minder dan de helft", "–", "–", "andere bron"]
    assert shown["I-04"][5] == "**tegenspraak in de bron**"
    assert shown["I-04"][6].startswith("Tegenover M-02.")


def test_a_claim_on_a_hidden_number_shows_no_number(wave, claims, with_rules):
    claim = next(one for one in claims if one.id == "2.5-09")  # one service says so
    strict = with_rules(wave, already_public=())
    _, line = rows(tables.claims_table(Review([claim], results_of(strict))).text)
    assert line[4:6] == ["te weinig antwoorden", "niet te tonen"]


def test_the_table_of_contradictions_has_every_claim_of_every_set(review, claims):
    head, *body = rows(tables.contradictions(review).text)
    assert head == ["Tegenspraak", "Nr.", "Waar", "Uitspraak", "Gepubliceerd", "Getoetst als"]
    names = [number(line[1]) for line in body]
    assert names == [label for labels in CONTRADICTIONS for label in labels]
    # The number of a set stands in its first row.
    firsts = {labels[0]: str(place) for place, labels in enumerate(CONTRADICTIONS, start=1)}
    assert [line[0] for line in body if line[0]] == list("12345678")
    assert all(firsts.get(name) == line[0]
               for name, line in zip(names, body, strict=True) if line[0])
    by_id = {claim.id: claim for claim in claims}
    for name, line in zip(names, body, strict=True):
        claim = by_id[name]
        assert line[2] == claim.section
        assert line[3][1:] == claim.statement[1:]
        assert line[4:] == [claim.published, criterion_text(claim)]


def test_without_claims_nothing_contradicts(estimates):
    nothing = Review([], estimates)
    assert len(rows(tables.contradictions(nothing).text)) == 1
    assert tables.failing(nothing).text.startswith("Bij deze antwoorden is er geen uitspraak")


def test_the_table_of_questions_marks_assumed_answers(wave, estimates):
    question = wave.codebook[wave.codebook.figures[5].questions[0]]
    listed = rows(tables.codebook_table(estimates, question.section).text)
    assert [line[0].strip("`") for line in listed[1:]] == [
        one.id for one in wave.codebook.questions if one.section == question.section]
    line, = (line for line in listed if line[0] == f"`{question.id}`")
    assert line[0] == "`financiering_wmo`"
    assert line[2] == "meer antwoorden"
    assert "Wmo-gelden;" in line[3]
    assert "bijdragen van partners°" in line[3]
    assert "als het antwoord op" in line[4]
    assert line[5] == "{numref}`figuur-5`"
