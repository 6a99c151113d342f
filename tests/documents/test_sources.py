"""Waves and documents answer the same call, and say what their numbers rest on."""

import math
from dataclasses import replace

import pytest

from participatiemonitor.documents.claims import sides_of
from participatiemonitor.documents.documents import read_documents
from participatiemonitor.documents.sources import Reported, open_source
from participatiemonitor.documents.standing import of_itself, plain
from participatiemonitor.documents.verdicts import holds
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.quotes import NOTHING
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results


@pytest.fixture(scope="module")
def source(repository):
    return open_source(2011, repository)


@pytest.fixture(scope="module")
def document(repository):
    one, = (one for one in read_documents(repository) if one.claims)
    return one


def claims_of_itself(document, wave):
    for claim in of_itself(document.claims):
        for side in sides_of(claim, wave.info.groups):
            yield claim, side.ref


def test_the_wave_answers_under_its_own_name(source):
    assert source["2011:knelpunten.schotten@sd/isd"] == source["knelpunten.schotten@sd/isd"]


def test_a_document_answers_as_it_printed(source, document):
    for claim, ref in claims_of_itself(document, source.wave):
        found = source[f"{document.id}:{ref}"]
        assert (found.standing, found.ref.source) == ("published", document.id)
        assert found.printed in {one.published for one, other in
                                 claims_of_itself(document, source.wave)
                                 if plain(other) == plain(ref)}
        if claim.type == "exact":
            assert found.value == pytest.approx(claim.value / 100)
            assert found.printed == claim.published


def test_of_a_word_or_a_band_there_is_no_number(source, document):
    numbers = {plain(ref) for claim, ref in claims_of_itself(document, source.wave)
               if claim.type != "band"}
    bands = {plain(ref) for _, ref in claims_of_itself(document, source.wave)} - numbers
    assert len(bands) > 10
    for ref in bands:
        found = source[f"{document.id}:{ref}"]
        assert math.isnan(found.value)
        assert math.isnan(found.count)
        assert found.printed


@pytest.mark.parametrize(("ref", "listed"), [
    ("2010:wmo_uitvoering.hele@sd", "er zijn: 2011, divosa2011"),
    ("divosa2011:participatievisie.soms@sd", "participatievisie.ja"),
    ("divosa2011:onbekend@sd", "wmo_uitvoering"),
])
def test_what_is_not_there_is_refused_with_what_is(source, ref, listed):
    with pytest.raises(InputError, match=listed):
        source[ref]


def test_a_wave_by_itself_knows_no_other_source(estimates):
    with pytest.raises(InputError, match="er zijn: 2011"):
        estimates["divosa2011:wmo_uitvoering.hele@sd"]


def test_every_row_of_the_results_has_a_standing_and_no_weighted_one_is_published(source):
    table = source.table()
    assert set(table["value_standing"]) == {"published", "assumed"}
    assert set(table["weighted_standing"]) == {"assumed"}
    published = table[table["value_standing"] == "published"]
    assert len(published) > 40
    assert (published["printed"] != "").all()


def test_published_is_exactly_what_a_claim_that_holds_prints_as_a_number(
        source, estimates, document):
    expected = {plain(ref) for claim, ref in claims_of_itself(document, source.wave)
                if claim.type in ("exact", "count") and holds(claim, estimates)}
    found = {plain(ref) for ref in source.refs if source[ref].standing == "published"}
    assert found == {ref for ref in expected if ref in map(plain, source.refs)}


def test_of_observed_answers_nothing_becomes_published(mini):
    table = open_source(2009, mini).table()
    assert set(table["value_standing"]) == set(table["weighted_standing"]) == {"observed"}


WALLS = Ref("knelpunten", "schotten", "sociale_dienst")
FIT, OTHER = replace(WALLS, option="inzetbaarheid"), replace(WALLS, option="anders")


def test_of_a_reconstruction_is_known_what_documents_printed(source):
    assert source.said(WALLS) == pytest.approx((0.435, 0.445), abs=1e-6)
    assert source.said_gap(WALLS.of("aw"), WALLS) == pytest.approx((16, 18), abs=1e-5)
    assert source.said_place([WALLS, FIT, OTHER]).ref == FIT
    assert all(map(math.isnan, (*source.said(OTHER), *source.said_gap(OTHER, WALLS))))
    assert source.said_place([WALLS, OTHER]) is None


def test_it_is_quoted_with_the_claim_that_says_it(source):
    quote = source.quote(WALLS)
    assert (quote.printed, quote.claim, quote.document) == ("44%", "3.2-04", "Divosa (2011)")
    assert source.quote(OTHER) == NOTHING
    assert "3.2-04" in [quote.claim for quote in source.quoted_limits(WALLS)]
    assert source.quoted_limits(OTHER) == []
    assert source.quoted_place(FIT, 1).claim in ("F-22", "3.2-03")
    assert source.quoted_place(FIT, 2) == NOTHING
    fields = Ref("taakvelden", "wmo", "afdeling_welzijn")
    assert source.quoted_degree(fields, fields.of("sd")).printed == "vaker"
    assert source.quoted_count(Ref.parse("respons.organisaties@sd")).count == 133
    assert source.quoted_count(Ref.parse("belemmeringen.geen@sd"), "n").count == 89


def test_of_real_answers_and_of_another_source_no_document_is_quoted(
        source, repository, document, wave, estimates):
    info = wave.info.model_copy(update={"status": "waarneming"})
    _, open_door, known = estimates.shared
    observed = Reported(Results(replace(wave, info=info), open_door, known), [document],
                        repository)
    assert observed.quote(WALLS) is observed.quoted_place(FIT, 1) is None
    assert observed.said(WALLS) == observed[WALLS].limits
    printed = replace(WALLS, source=document.id)
    assert source.quote(printed) is source.quoted_degree(printed, WALLS) is None
    assert source.said(printed) == source[printed].limits == (0.44, 0.44)
