"""The files of a round as a Frictionless data package: their columns, and what may stand there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from participatiemonitor.files.numbers import MOST
from participatiemonitor.files.csv_records import LARGEST
from participatiemonitor.files.text_files import read_text
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.questionnaire import GROUP, ORGANISATION
from participatiemonitor.survey.frame import COUNTS
from participatiemonitor.survey.wave import Wave

FILE = "datapackage.json"
FRAME, RESPONSES, OPEN_ANSWERS = "frame", "responses", "open_answers"
_CODE = "^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$"
_COUNTS = dict(zip(COUNTS, ("Gemeenten", "Inwoners", "Bijstandsgerechtigden"), strict=True))
_TEXTS = {"name": "Naam, waar die openbaar is",
          "predecessors": "Organisaties in de vorige peiling waaruit deze is ontstaan"}

Json = dict[str, Any]


def datapackage(wave: Wave, folder: Path) -> bytes:
    """Describe the three tables of a round.

    Parameters
    ----------
    wave : Wave
    folder : pathlib.Path
        Where they stand: which columns the register has, its file tells.

    Returns
    -------
    bytes
        A ``datapackage.json`` (version 1) to be put beside the csv files of the round.
    """
    info = wave.info
    package: Json = {
        "profile": "tabular-data-package",
        "name": f"monitor-{info.year}",
        "title": f"{info.title}: enquête van {info.year}",
        "description": " ".join(filter(None, (
            asking.origin(info).nl, "Zet dit bestand naast de csv-bestanden van de peiling."))),
        "version": str(info.year),
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Naamsvermelding 4.0",
                      "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [
            _resource(FRAME, list(_frame(wave, _header(folder / f"{FRAME}.csv"))), ORGANISATION),
            _resource(RESPONSES, list(_responses(wave)), "respondent",
                      {ORGANISATION: (FRAME, ORGANISATION)}),
            _resource(OPEN_ANSWERS, list(_open_answers(wave)), ["respondent", "question"],
                      {"respondent": (RESPONSES, "respondent")}),
        ],
    }
    if not info.reconstructed:
        # Answers of respondents are nobody's to use.
        del package["licenses"]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(name: str, fields: list[Json], key: str | list[str],
              others: dict[str, tuple[str, str]] | None = None) -> Json:
    schema: Json = {"fields": fields, "primaryKey": key, "missingValues": [""]}
    if others:
        schema["foreignKeys"] = [
            {"fields": field, "reference": {"resource": resource, "fields": column}}
            for field, (resource, column) in others.items()]
    return {"profile": "tabular-data-resource", "name": name, "path": f"{name}.csv",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema}


def _field(name: str, title: str, kind: str = "string", **constraints: object) -> Json:
    told: Json = {"name": name, "type": kind, "title": title}
    return told | ({"constraints": constraints} if constraints else {})


def _header(path: Path) -> list[str]:
    return [name.strip() for name in next(csv.reader(io.StringIO(read_text(path, LARGEST))))]


def _frame(wave: Wave, columns: Iterable[str]) -> Iterator[Json]:
    for column in columns:
        if column == ORGANISATION:
            yield _field(column, "Code van de organisatie", required=True, unique=True,
                         pattern=_CODE)
        elif column in _COUNTS:
            yield _field(column, _COUNTS[column], "integer", required=True, minimum=1,
                         maximum=MOST)
        elif column == "stratum":
            yield _field(column, "Grootteklasse", required=True, enum=list(wave.info.strata))
        else:
            yield _field(column, _TEXTS.get(column, column))


def _responses(wave: Wave) -> Iterator[Json]:
    yield _field("respondent", "Code van de respondent", required=True, unique=True, pattern=_CODE)
    yield _field(ORGANISATION, asking.ASK_ORGANISATION.nl, required=True, pattern=_CODE)
    yield _field(GROUP, asking.ASK_GROUP.nl, required=True, enum=list(wave.info.groups))
    for question in wave.codebook.questions:
        yield from _answers(question)


def _answers(question: Question) -> Iterator[Json]:
    if question.kind == "single":
        for column in question.columns:
            yield _field(column, question.nl, enum=list(question.option_ids))
        return
    labels = [f"{question.nl} [{option.nl}]" for option in question.options] or [question.nl]
    for column, label in zip(question.columns, labels, strict=bool(question.columns)):
        if question.kind == "multiple":
            yield _field(column, label, "integer", enum=[0, 1])
        else:
            most = 100 if question.kind == "percentage" else MOST
            yield _field(column, label, "number", minimum=0, maximum=most)


def _open_answers(wave: Wave) -> Iterator[Json]:
    questions = [one for one in wave.codebook.questions if one.kind == "open"]
    # Without open questions there is nothing that may stand here.
    themes = "|".join(sorted({option for one in questions for option in one.option_ids})) or "-"
    coded = f"^({themes})( ({themes}))*$"
    yield _field("respondent", "Code van de respondent", required=True, pattern=_CODE)
    yield _field("question", "Open vraag", required=True,
                 enum=[one.id for one in questions] or ["-"])
    yield _field("text", "Antwoord")
    yield _field("themes", "Thema’s volgens de eerste codeur", pattern=coded)
    yield _field("themes_second", "Thema’s volgens de tweede codeur", pattern=coded)
    yield _field("quotable", "Mag het antwoord geciteerd worden?", required=True,
                 enum=["ja", "nee"])
