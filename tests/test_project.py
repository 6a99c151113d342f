"""Finding the project, and the paths that follow from its top folder."""

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.project import Project, find_project


def test_it_is_found_from_a_folder_inside_it(mini):
    assert find_project(mini.wave(2009)) == mini
    assert find_project(mini.root) == mini


def test_it_is_found_from_the_current_folder(mini, monkeypatch):
    mini.published.mkdir(exist_ok=True)
    monkeypatch.chdir(mini.published)
    assert find_project() == mini


@pytest.mark.parametrize("left_out", ["_toc.yml", "data"])
def test_a_folder_that_has_half_of_it_is_no_project(mini, left_out):
    (mini.root / left_out).rename(mini.root / "elders")
    with pytest.raises(InputError, match=r"_toc\.yml") as caught:
        find_project(mini.root)
    assert str(mini.root) in str(caught.value)
    assert caught.value.exit_code == 2


def test_paths_follow_from_the_top_folder(tmp_path):
    project = Project(tmp_path)
    assert project.wave(2011) == tmp_path / "data" / "waves" / "2011"
    assert project.published == tmp_path / "data" / "published"
    assert project.build(2011) == tmp_path / "_build" / "2011"


def test_years_are_the_folders_named_by_a_number_oldest_first(mini):
    for name in ("2010", "1999", "concept"):
        (mini.waves / name).mkdir()
    (mini.waves / "2012").write_text("geen map")
    (mini.waves / "2013").symlink_to("2013")
    assert mini.years() == [1999, 2009, 2010]
