"""The questions that a chapter proposes for a later round are ones that a codebook can have."""

import json
import re

from participatiemonitor.survey.codebook import read_codebook

PROPOSED = {"wijkteams", "wijkteams_aantal", "wijkteams_werk_en_inkomen", "wijkteams_taken",
            "wijkteams_doelen", "dagbesteding_samen", "ook_wmo"}


def test_what_the_chapter_on_teams_proposes_fits_in_the_codebook_of_2011(repository, tmp_path):
    cells = json.loads((repository.root / "chapters" / "wijkteams.ipynb").read_text("utf-8"))
    prose = "\n".join("".join(cell["source"]) for cell in cells["cells"])
    block, = re.findall(r"```yaml\n(.*?)```", prose, flags=re.S)
    path = tmp_path / "codebook.yml"
    book = (repository.root / "data" / "waves" / "2011" / "codebook.yml").read_text("utf-8")
    path.write_text(f"{book}\n{block}", encoding="utf-8")
    questions = {one.id: one for one in read_codebook(
        path, {"sociale_dienst": {}, "afdeling_welzijn": {}}).questions}
    assert questions.keys() >= PROPOSED
    # The table above it says the same of each.
    for name in PROPOSED:
        assert f"| {questions[name].nl} |" in prose
    assert all(option in questions["wijkteams"].option_ids
               for option in questions["wijkteams_doelen"].when["wijkteams"])
