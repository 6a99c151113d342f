"""The sheets of a workbook from the content of ``codebook.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from participatiemonitor.survey.setup.codebook_sheets import (
    DROPPED,
    EARLIER,
    EXHIBITS,
    HEADLINES,
    KINDS_OF_EXHIBIT,
    OPTIONS,
    ROUTING,
    SCALES,
)
from participatiemonitor.survey.setup.wave_content import Written
from participatiemonitor.survey.setup.wave_sheets import QUESTIONS

_APART = ("options", "when", "derived", "earlier", "dropped")


def codebook_tables(content: Mapping[str, Any]) -> dict[str, Written]:
    """What the sheets hold for the content of a codebook.

    Parameters
    ----------
    content : mapping
        As ``codebook.yml`` holds it, without what is as by default.

    Returns
    -------
    dict of str to list of dict
        The rows of each sheet, by field.
    """
    scales = content.get("scales", {})
    return {
        QUESTIONS: [_question(question, scales) for question in content["questions"]],
        SCALES: [{"scale": name, **option} for name, options in scales.items()
                 for option in options],
        OPTIONS: [{"question": question["id"], **option} for question in content["questions"]
                  if _scale(question, scales) is None for option in question.get("options", ())],
        ROUTING: [row for question in content["questions"] for row in _routing(question)],
        EXHIBITS: [{"part": part, "number": number, **{
            field: value for field, value in entry.items() if field != "headlines"}}
                   for part in KINDS_OF_EXHIBIT for number, entry in content[part].items()],
        HEADLINES: [{"part": part, "number": number, **_headline(headline)}
                    for part in KINDS_OF_EXHIBIT for number, entry in content[part].items()
                    for headline in entry.get("headlines", ())],
        EARLIER: [{"question": question["id"], "year": year, **change}
                  for question in content["questions"]
                  for year, change in question.get("earlier", {}).items()],
        DROPPED: [*({"id": name, **entry} for name, entry in content.get("dropped", {}).items()),
                  *({"question": question["id"], "id": name, **entry}
                    for question in content["questions"]
                    for name, entry in question.get("dropped", {}).items())],
    }


def _question(question: Mapping[str, Any], scales: Mapping[str, Any]) -> dict[str, object]:
    row = {field: value for field, value in question.items() if field not in _APART}
    if (scale := _scale(question, scales)) is not None:
        row["scale"] = scale
    if highest := question.get("derived", {}).get("highest"):
        row["highest"] = highest
    return row


def _scale(question: Mapping[str, Any], scales: Mapping[str, Any]) -> str | None:
    """The scale that a question has its options of."""
    options = question.get("options")
    return next((name for name, known in scales.items() if options and known == options), None)


def _routing(question: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    for rule, part in (("when", question.get("when", {})),
                       ("any", question.get("derived", {}).get("any", {}))):
        for source, options in part.items():
            yield {"question": question["id"], "rule": rule, "source": source,
                   "options": options}


def _headline(headline: Mapping[str, Any]) -> dict[str, object]:
    (condition, said), = ((field, value) for field, value in headline.items() if field != "nl")
    row = {"nl": headline["nl"], "condition": condition}
    if condition == "top":
        return row | {"ref": said}
    if condition == "more":
        return row | {"ref": said[0], "over": [said[1]]}
    return row | dict(said)
