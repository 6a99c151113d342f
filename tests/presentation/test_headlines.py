"""The headline a figure carries: the first of its entry that may be said."""

import pytest
from telling import telling_taken

from participatiemonitor.presentation.exhibits.exhibit import FIGURE, exhibit
from participatiemonitor.presentation.exhibits.headlines import headline
from participatiemonitor.presentation.words.origins import REPORTED
from participatiemonitor.survey.codebook import Headline

TOP = {"nl": "Zorg is de belangrijkste taak", "top": "zorg"}
LEADS = {"nl": "Zorg komt het vaakst voor", "leads": {"ref": "taken.zorg", "over": ["taken.werk"]}}
MORE = {"nl": "De ene groep doet vaker aan zorg",
        "more": ["taken.zorg@sociale_dienst", "taken.zorg@afdeling_welzijn"]}
MOST = {"nl": "De meeste doen aan zorg", "at_least": {"ref": "taken.zorg", "percent": 50}}


@pytest.fixture
def found(mini_wave):
    """The headline of figure 1 over counts of a hundred: ``found([TOP], sd, aw)``."""
    def choose(headlines, sd, aw):
        entry = mini_wave.codebook.figures[1].model_copy(update={
            "headlines": tuple(map(Headline.model_validate, headlines))})
        said = headline(entry, telling_taken(mini_wave, sd, aw))
        return said and said.text
    return choose


@pytest.mark.parametrize(("one", "sd", "aw", "holds"), [
    (TOP, {"zorg": 50, "werk": 40}, {"zorg": 20, "werk": 10}, True),
    (TOP, {"zorg": 50, "werk": 40}, {"zorg": 20, "werk": 30}, False),
    (TOP, {"zorg": None, "werk": 40}, {"zorg": 20, "werk": 10}, False),
    # Who has none of the tasks is not what is given most.
    (TOP, {"zorg": 30, "geen": 60}, {"zorg": 30, "geen": 60}, True),
    (LEADS, {"zorg": 42, "werk": 40}, {"zorg": 22, "werk": 20}, True),
    (LEADS, {"zorg": 41, "werk": 40}, {"zorg": 22, "werk": 20}, False),
    (LEADS, {"zorg": (41, 43), "werk": 40}, {"zorg": 22, "werk": 20}, False),
    (MORE, {"zorg": 42}, {"zorg": 40}, True),
    (MORE, {"zorg": 41}, {"zorg": 40}, False),
    (MORE, {"zorg": None}, {"zorg": 40}, False),
    (MOST, {"zorg": 50}, {"zorg": 99}, True),
    (MOST, {"zorg": 49}, {"zorg": 99}, False),
    (MOST, {"zorg": (49, 55)}, {"zorg": 99}, False),
])
def test_a_headline_stands_where_its_condition_is_true_of_each_group(found, one, sd, aw, holds):
    assert found([one], sd, aw) == (one["nl"] if holds else None)


def test_the_first_that_is_true_stands(found):
    counts = {"zorg": 60, "werk": 10}
    assert found([MORE, MOST, TOP], counts, counts) == MOST["nl"]
    assert found([], counts, counts) is None


def test_every_figure_of_2011_has_a_headline_that_a_document_says(reported):
    """And which claims say it stands with it."""
    for number in reported.wave.codebook.figures:
        said = exhibit(reported, FIGURE, number).headline
        assert said.args["claims"], number
        assert said.refs
        assert said.source.startswith(REPORTED)


def test_a_reconstruction_has_no_headline_that_no_document_says(reported):
    """However true it is of the answers that were made up."""
    figure = reported.wave.codebook.figures[9]
    truth = Headline(nl="Woningcorporaties gaan voor", leads={
        "ref": "partners.woningcorporaties@afdeling_welzijn",
        "over": ["partners.anders@afdeling_welzijn"]})
    untold = figure.model_copy(update={"headlines": (truth,)})
    one, other = (reported[f"partners.{option}@aw"].value
                  for option in ("woningcorporaties", "anders"))
    assert one > other + 0.02
    assert headline(untold, reported) is None
