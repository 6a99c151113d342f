"""A wave that respondents answered, with a text of our choice in every free field of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import editing
import yaml
from observing import bring_key

from participatiemonitor.project import Project
from participatiemonitor.survey.headline_checks import NEVER

# Fields of free text, by the field of the entry they stand in; what is not here is closed.
FREE = {"title", "subtitle", "short", "name", "nl", "singular", "en"}
# Parts of a file whose fields are told apart.
SECTIONS = {"laws", "groups", "strata", "margins", "figures", "headlines", "tables", "scales",
            "questions", "options"}
CLAIMS = ("published", "statement", "note")


def poison(wave: Path, claims: Path, texts: Sequence[str],
           written: Callable[[str], str] = str) -> dict[str, list[str]]:
    """Put texts in all free fields of a wave, each in turn, as often as there are fields.

    Parameters
    ----------
    wave : pathlib.Path
        The folder of the wave; it becomes one of observed answers.
    claims : pathlib.Path
        What was published about it.
    texts : sequence of str
    written : callable
        Makes of a text what is written in its place.

    Returns
    -------
    dict of str to list of str
        What was written, by field: ``codebook.yml options > nl``, ``open_answers.csv text``.
    """
    done: dict[str, list[str]] = {}
    turns: dict[str, Iterator[str]] = {}

    def fill(field: str) -> str:
        text = written(next(turns.setdefault(field, cycle(texts))))
        # Answers may have several lines; elsewhere a second line is refused, and in a headline
        # what its condition does not decide.
        text = text if field == "open_answers.csv text" else " ".join(text.split())
        if field.endswith("headlines > nl"):
            text = " ".join(NEVER.sub("", text).split()) or "kop"
        done.setdefault(field, []).append(text)
        return text

    for file in ("wave.yml", "codebook.yml"):
        path = wave / file
        content = yaml.safe_load(path.read_text("utf-8"))
        _fill_yaml(content, file, fill, set())
        if file == "wave.yml":
            content["status"] = "waarneming"
            content["publication"]["already_public"] = []
            content["publication"]["key"] = bring_key(Project(wave.parents[2]))
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    document = claims.with_name("document.yml")
    content = yaml.safe_load(document.read_text("utf-8"))
    content["name"] = fill("document.yml name")
    document.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    for path, columns in ((wave / "frame.csv", ("name",)),
                          (wave / "open_answers.csv", ("text",)), (claims, CLAIMS)):
        header, records = editing.cells(path)
        for record in records:
            record.update({column: fill(f"{path.name} {column}") for column in columns})
            if "quotable" in record:
                record["quotable"] = "ja"
        editing.write(path, header, records)
    return done


def _fill_yaml(content: Any, place: str, fill: Callable[[str], str], seen: set[int]) -> None:
    if id(content) in seen:  # an anchor: questions that share their answers go on sharing them
        return
    seen.add(id(content))
    if isinstance(content, list):
        for one in content:
            _fill_yaml(one, place, fill, seen)
    elif isinstance(content, dict):
        for key, value in content.items():
            if key in FREE and isinstance(value, str):
                content[key] = fill(f"{place} > {key}")
            else:
                named = isinstance(value, dict | list) and key in SECTIONS
                _fill_yaml(value, f"{place} {key}" if named else place, fill, seen)
