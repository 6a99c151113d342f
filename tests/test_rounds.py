"""The two rounds that tests build on: the same each time, and with the overlap that is asked."""

from pathlib import Path

import pytest
from editing import cells
from rounds import CAME_FROM, FIRST, SECOND, two_rounds

from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.comparability import unsaid
from participatiemonitor.survey.predecessors import stayed


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.rglob("*")) if path.is_file()}


def test_the_same_files_are_made_each_time(tmp_path):
    one, other = (two_rounds(tmp_path / name).root for name in ("one", "other"))
    assert files(one) == files(other)


@pytest.mark.parametrize("again", [0.0, 0.6, 1.0])
def test_both_rounds_are_sound_and_overlap_as_asked(tmp_path, again):
    project = two_rounds(tmp_path / "monitor", again)
    earlier, later = (load_answered(year, project) for year in (FIRST, SECOND))
    assert list(unsaid(earlier, later)) == []
    same = stayed(later.frame, earlier.frame)
    assert len(later.frame) - len(same) == 5  # three merged, and the halves of one
    for group in later.info.groups:
        then, now = (set(one.members(group)["organisation"]) for one in (earlier, later))
        both = sum(same.get(code) in then for code in now)
        if again < 1:
            assert both / len(now) == pytest.approx(again, abs=0.04)
        else:
            assert both == len(now)


def test_the_register_names_where_organisations_came_from(tmp_path):
    project = two_rounds(tmp_path / "monitor")
    _, rows = cells(project.wave(SECOND) / "frame.csv")
    named = {row["organisation"]: tuple(row["predecessors"].split())
             for row in rows if row["predecessors"]}
    assert named == CAME_FROM
