"""The other rounds of a project."""

import pytest

from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.rounds import not_built, other_rounds

from .conftest import YEAR
from .rounds_of import add_round


@pytest.fixture
def edition(project):
    """A round among three more, of which one has no sound head."""
    for year in (2009, 2016, 2020):
        add_round(project, year)
    (project.wave(2016) / "wave.yml").write_text("year: [")
    return find_edition(project, str(YEAR))


def test_other_rounds_are_those_with_a_sound_head_the_newest_first(edition):
    assert [other.id for other in other_rounds(edition)] == ["2020", "2009"]


def test_what_is_not_built_is_told_with_what_to_do(edition):
    rounds = other_rounds(edition)
    assert "dat van 2009 en 2020, dat nog niet is gemaakt" in not_built(rounds)
    for other in rounds:
        other.landing_page.parent.mkdir(parents=True)
        other.landing_page.touch()
    assert not_built(rounds) == ""
    rounds[0].landing_page.unlink()
    assert not_built(rounds).endswith("make book, of dat ene met: monitor build 2020")
