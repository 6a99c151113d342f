"""Against a reconstruction only what documents printed is compared, without a test."""

import shutil

import numpy as np
import pytest
from rounds import observe_first

from participatiemonitor.documents.sources import open_source
from participatiemonitor.estimation.estimates import ASSUMED, OK, PUBLISHED
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.trend.stored import changes_since


@pytest.fixture(scope="module")
def since_2011(tmp_path_factory, repository):
    """The changes from 2011 to 2016, and both sources."""
    project = type(repository)(tmp_path_factory.mktemp("since") / "monitor")
    shutil.copytree(repository.root / "data", project.root / "data")
    shutil.copyfile(repository.root / "_toc.yml", project.root / "_toc.yml")
    observe_first(project)
    earlier, later = (open_source(year, project) for year in (2011, 2016))
    return earlier, later, changes_since(later, earlier)


def of(found, question, option, group="sociale_dienst"):
    return next(one for one in found if one.ref == Ref(question, option, group, source="2016"))


def test_no_change_from_a_reconstruction_is_computed(since_2011):
    _, _, found = since_2011
    assert len(found) > 200
    for one in found:
        assert not one.tested
        assert one.why.endswith(".")
        assert np.isnan([one.weighted.value, one.weighted.se, one.weighted.low, one.weighted.p,
                         one.earlier.weighted]).all()
        assert (one.overlap, one.earlier.n) == (0, None)


def test_a_number_of_a_reconstruction_is_one_that_a_document_printed(since_2011):
    earlier, _, found = since_2011
    numbers = [one for one in found if not np.isnan(one.earlier.value)]
    assert len(numbers) > 10
    for one in numbers:
        assert earlier[Ref(one.ref.question, one.ref.option, one.ref.group)].standing == PUBLISHED
        assert one.standing == (PUBLISHED if one.later.status == OK else ASSUMED)


def test_what_a_document_printed_stands_beside_the_headline(since_2011):
    _, later, found = since_2011
    one = of(found, "knelpunten", "schotten")
    assert one.standing == PUBLISHED
    assert (one.earlier.quote.printed, one.earlier.quote.document) == ("44%", "Divosa (2011)")
    assert one.later.value == later[Ref("knelpunten", "schotten", "sociale_dienst")].value
    assert one.why == ("Van 2011 is alleen bekend wat er is gepubliceerd; een toets kan daar niet "
                       "op.")


def test_of_what_no_document_printed_nothing_is_compared(since_2011):
    _, _, found = since_2011
    silent = [one for one in found if one.why == "Van 2011 is hierover niets gepubliceerd."]
    assert len(silent) > 10
    for one in silent:
        assert one.standing == ASSUMED
        assert np.isnan(one.earlier.value)
        assert one.earlier.quote.printed == ""
    assert of(found, "start_projecten", "ja").why.startswith("Gevraagd is naar projecten")
