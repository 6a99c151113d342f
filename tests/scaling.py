"""A round many times as large as another: its organisations and respondents over and over."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from editing import cells, write


def scale(wave: Path, target: Path, times: int) -> None:
    """Copy a round with each of its organisations and respondents `times` times.

    Every copy has codes of its own, and organisations other numbers of inhabitants; answers are
    those of the first, so that a check has thousands of doubles to tell of.
    """
    shutil.copytree(wave, target)
    head = yaml.safe_load((wave / "wave.yml").read_text(encoding="utf-8"))
    for stratum in head["strata"].values():
        stratum["organisations"] *= times
    for total in head["population"]:
        head["population"][total] *= times
    (target / "wave.yml").write_text(yaml.safe_dump(head, allow_unicode=True), encoding="utf-8")
    for name, coded in (("frame.csv", ("organisation",)), ("open_answers.csv", ("respondent",)),
                        ("responses.csv", ("organisation", "respondent"))):
        header, records = cells(wave / name)
        copies = []
        for time in range(times):
            for record in records:
                copy = {**record, **{column: f"{record[column]}-{time}" for column in coded}}
                if name == "frame.csv":
                    copy["inhabitants"] = str(int(record["inhabitants"]) + time)
                copies.append(copy)
        write(target / name, header, copies)
