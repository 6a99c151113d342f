"""What must add up, or fit: the register, its classes, the respondents, and the dates."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.checking.finding import warning
from participatiemonitor.survey.checking.reading import FRAME, RESPONSES, Round
from participatiemonitor.survey.head import HEAD

# More than ever lived in the Netherlands.
MOST_INHABITANTS = 20_000_000
# Years between the reference date of the register and the fieldwork.
APART = 1


def register_total(found: Round) -> Iterator[Fault]:
    """Totals of the register that are not those of the country."""
    for column, known in _national(found).items():
        total = int(found.frame[column].sum())
        if total != known:
            yield warning("registertotaal", FRAME, None, column, total,
                          f"{known}, het landelijke totaal in wave.yml")


def too_large(found: Round) -> Iterator[Fault]:
    """Organisations larger than the country, or with more clients than inhabitants."""
    national = _national(found)
    limits = {column: (known, f"ten hoogste {known}, het landelijke totaal in wave.yml")
              for column, known in national.items()}
    limits["inhabitants"] = (MOST_INHABITANTS, "minder inwoners dan het land ooit had")
    numbers, counts = found.rows(FRAME), found.frame
    for column, (most, expected) in limits.items():
        for place in (counts[column] > most).to_numpy().nonzero()[0]:
            yield warning("te-groot", FRAME, numbers[place], column,
                          int(counts[column].iloc[place]), expected)
    more = (counts["clients"] > counts["inhabitants"]) & (
        counts["clients"] <= national.get("clients", MOST_INHABITANTS))
    for place in more.to_numpy().nonzero()[0]:
        yield warning("te-groot", FRAME, numbers[place], "clients",
                      int(counts["clients"].iloc[place]),
                      f"ten hoogste {int(counts['inhabitants'].iloc[place])}, het aantal inwoners")


def empty_places(found: Round) -> Iterator[Fault]:
    """Classes without organisations, and size classes from which nobody of a group answered."""
    info = found.info
    if info is None:
        return
    for name, margin in info.margins.items():
        if not found.right(FRAME, margin.column):
            continue
        here = set(margin.classes(found.frame[margin.column]))
        for place, words in enumerate(margin.names):
            if place not in here:
                yield warning("lege-klasse", HEAD, f"margins > {name}", "bounds", words,
                              "klassen met organisaties in het register")
    if not (found.right(FRAME, "stratum", "organisation")
            and found.right(RESPONSES, "organisation", "group")):
        return
    answered = set(zip(found.responses["group"], found.responses["stratum"], strict=True))
    for group, entry in info.groups.items():
        for stratum, size in info.strata.items():
            if (group, stratum) not in answered:
                yield warning("lege-klasse", RESPONSES, None, "organisation",
                              f"{size.nl}: geen {entry.nl}",
                              "ten minste één respondent van elke groep in elke grootteklasse")


def few_respondents(found: Round) -> Iterator[Fault]:
    """Groups of which so few answered that nothing may be shown."""
    if found.info is None or not found.right(RESPONSES, "group"):
        return
    least = found.info.publication.minimum_base
    for group, entry in found.info.groups.items():
        answered = int(found.responses["group"].eq(group).sum())
        if 0 < answered < least:
            yield warning("weinig-respons", RESPONSES, None, "group", f"{answered} {entry.nl}",
                          f"ten minste {least}, of er wordt niets getoond (minimum_base)")


def dates(found: Round) -> Iterator[Fault]:
    """Dates of fieldwork, register and laws that do not fit the year of the round."""
    info = found.info
    if info is None:
        return
    for group, month in info.fieldwork.items():
        if int(month[:4]) != info.year:
            yield warning("veldwerk", HEAD, "fieldwork", group, month,
                          f"een maand van {info.year}, het jaar van de peiling")
    if abs(info.reference_date.year - info.year) > APART:
        yield warning("veldwerk", HEAD, None, "reference_date", str(info.reference_date),
                      f"een datum rond {info.year}, het jaar van de peiling")
    for name, law in (("assistance", info.laws.assistance), ("support", info.laws.support)):
        if law.since is not None and law.since > info.year:
            yield warning("veldwerk", HEAD, f"laws > {name}", "since", law.since,
                          f"ten hoogste {info.year}: de wet gold bij de peiling")


def _national(found: Round) -> dict[str, int]:
    """By column of the register without faults, what it counts in the whole country."""
    if found.info is None:
        return {}
    population = found.info.population
    known = {"municipalities": population.municipalities,
             "clients": population.assistance_clients}
    return {column: total for column, total in known.items() if found.right(FRAME, column)}
