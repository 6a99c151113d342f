"""Respondents by their keys: each has a code, an organisation and a group, and only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from participatiemonitor.files.faults import Fault
from participatiemonitor.files.signs import CODE, is_code
from participatiemonitor.survey.importing.applying import PENDING, Respondent
from participatiemonitor.survey.importing.crosswalk import Row
from participatiemonitor.survey.importing.findings import Finding
from participatiemonitor.survey.importing.targets import GROUP, NAME, ORGANISATION, RESPONDENT
from participatiemonitor.survey.waveinfo import Group


def without_organisation(rows: Sequence[Row]) -> Iterator[Finding]:
    """Files in which no column says which organisation answered."""
    for source in dict.fromkeys(row.source for row in rows):
        if not any(row.source == source and row.target in (ORGANISATION, NAME) for row in rows):
            yield Finding("Bestanden zonder organisatie", Fault(
                source, None, None, "", "een kolom met de code of de naam van de organisatie; kies "
                f"in de crosswalk {ORGANISATION} of {NAME} als doel"))


def with_codes(respondents: Sequence[Respondent], groups: Mapping[str, Group]) -> list[Respondent]:
    """Give respondents a code where the files give none: that of their group, and a number."""
    if any(one.cells.get(RESPONDENT) for one in respondents):
        return list(respondents)
    digits, numbers, coded = max(3, len(str(len(respondents)))), Counter[str](), []
    for one in respondents:
        group = one.cells.get(GROUP, "")
        numbers[group] += 1
        code = groups[group].code if group in groups else ""
        coded.append(replace(one, cells={
            **one.cells, RESPONDENT: f"{code}-{numbers[group]:0{digits}}"}))
    return coded


def key_findings(respondents: Sequence[Respondent]) -> Iterator[Finding]:
    """Respondents without a key, or with that of another."""
    places: dict[tuple[str, str], Respondent] = {}
    codes: set[str] = set()
    for one in respondents:
        for target, cells in one.clashes.items():
            yield Finding("Kolommen met hetzelfde doel die elkaar tegenspreken", Fault(
                one.file, one.row, _column(one, target), cells,
                f"in ten hoogste een van deze kolommen een antwoord op {target}"))
        code, organisation = one.cells[RESPONDENT], one.organisation
        group = one.cells.get(GROUP, "")
        if not organisation:
            yield Finding("Respondenten zonder organisatie", _fault(
                one, ORGANISATION, "een code of naam van een organisatie"))
        if not group:
            yield Finding("Respondenten zonder groep", _fault(one, GROUP, "een groep"))
        if not is_code(code) or code in codes:
            yield Finding("Codes van respondenten die niet kunnen", _fault(
                one, RESPONDENT, f"{CODE}; of zet de kolom op weg, dan krijgt elke respondent er "
                "een"))
        codes.add(code)
        if not (organisation and group) or PENDING in (organisation, group):
            continue
        if first := places.get((organisation, group)):
            yield Finding("Dubbele respondenten", Fault(
                one.file, one.row, _column(one, ORGANISATION), f"{organisation}, {group}",
                f"één respondent per organisatie en groep; de eerste staat in {first.file}, rij "
                f"{first.row}. Haal een van beide uit het bestand"))
        places.setdefault((organisation, group), one)


def _fault(one: Respondent, target: str, expected: str) -> Fault:
    return Fault(one.file, one.row, _column(one, target), one.cells.get(target, ""), expected)


def _column(one: Respondent, target: str) -> str | None:
    return one.names.get(target) or (one.names.get(NAME) if target == ORGANISATION else None)
