"""Who the clients are: the profiles, and how their numbers came about."""

from __future__ import annotations

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.demand.clients import Clients
from participatiemonitor.studies.demand.form import CLIENTS, COUNTS, ESTIMATES, SAMPLE
from participatiemonitor.studies.demand.inputs import Inputs
from participatiemonitor.studies.demand.reporting.amounts_nl import (
    UNKNOWN,
    least,
    most,
    names,
    number,
    quoted,
    several,
    share,
    told,
)
from participatiemonitor.studies.demand.sensitivity import centre
from participatiemonitor.studies.report import COUNT, Column, ReportFigure, ReportTable

_COLUMNS = (
    Column("profiel", "Profiel"), Column("klanten", "Klanten"),
    Column("deel", "Deel van alle klanten"), Column("laag", "Ten minste", COUNT),
    Column("hoog", "Ten hoogste", COUNT))
_FEW = "Er zijn minder dan tien klanten of dossiers: te weinig om iets van te tonen."


def profile_table(given: Inputs, clients: Clients | None) -> ReportTable:
    """The clients of each profile; no rows where they are too few to tell."""
    rows = [] if clients is None else [
        (name, number(count), share(count / clients.total * exact(100.0)), least(count),
         most(count)) for name, count in zip(given.profiles.values(), clients.counts, strict=True)]
    return ReportTable("profielen", "Hoeveel klanten bij welk profiel horen", _COLUMNS,
                       tuple(rows), _note(given) if rows else "")


def profile_figure(given: Inputs, clients: Clients | None) -> ReportFigure:
    """The clients of each profile, from the fewest to the most there may be."""
    return ReportFigure("klanten", largest(given, clients).removesuffix("."), "ranges", "profielen",
                        {"low": "laag", "high": "hoog", "label": "klanten"})


def largest(given: Inputs, clients: Clients | None) -> str:
    """Which profile has most clients, as far as that is known."""
    if clients is None:
        return _FEW
    ranked = sorted(zip(given.profiles.values(), clients.counts, strict=True),
                    key=lambda pair: -centre(pair[1]))
    (name, count), *others = ranked
    if not others:
        return f"Er is één profiel, {quoted(name)}, met {_clients(count)}."
    same = [one for one, other in ranked if other == count and count.low == count.high]
    if len(same) > 1:
        return f"De meeste klanten horen bij {names(same)}: bij elk {told(count)}."
    rivals = [one for one in others if one[1].high > count.low]
    if not rivals:
        return f"De meeste klanten horen bij {quoted(name)}: {told(count)}."
    if len(rivals) == 1 and UNKNOWN not in (number(count), number(rivals[0][1])):
        other, amount = rivals[0]
        return (f"De meeste klanten horen bij {quoted(name)} ({told(count)}) of bij "
                f"{quoted(other)} ({told(amount)}).")
    if centre(count) > centre(others[0][1]):
        return ("Welk profiel de meeste klanten heeft, staat niet vast. Gerekend met het midden "
                f"van elke reeks is het {quoted(name)}.")
    return "Welk profiel de meeste klanten heeft, is niet te zeggen."


def _clients(count: Limits) -> str:
    if number(count) == UNKNOWN:
        return "een onbekend aantal klanten"
    return "één klant" if count == exact(1.0) else f"{told(count)} klanten"


def way(given: Inputs, clients: Clients | None) -> str:
    """How many clients there are, and how that of each profile is known."""
    if clients is None:
        return _FEW
    known = f"Er zijn {told(clients.total)} klanten."
    each = "Hoeveel er van elk profiel zijn, is"
    if given.way == CLIENTS:
        return (f"{known} Zij komen uit een klantenbestand: regels bepalen wie bij welk profiel "
                f"hoort, en een klant kan in meer profielen passen. {_overlap(clients)}")
    if given.way == COUNTS:
        return f"{known} {each} door de gemeente opgegeven."
    if given.way == ESTIMATES:
        by = several(given.consultants, "consulent", "consulenten")
        ends = ("" if given.consultants == 1 else
                " Een reeks loopt van het laagste tot het hoogste dat iemand van hen noemt.")
        return f"{known} {each} geschat door {by}.{ends}"
    if given.way == SAMPLE:
        size = several(sum(given.sample.values()), "dossier", "dossiers")
        return (f"{known} {each} geschat uit een steekproef van {size}. Een reeks bevat het echte "
                "aantal met 95% zekerheid.")
    return (f"{known} {each} afgeleid van landelijke aandelen, gecorrigeerd voor wie er in de "
            "gemeente wonen.")


def _overlap(clients: Clients) -> str:
    """How many clients fit no profile and how many fit several, by the cells that are told."""
    none, more = (Limits(float(clients.persons[sure].sum()), float(clients.persons[open_].sum()))
                  for sure, open_ in (
                      (~clients.possible.any(axis=1), ~clients.sure.any(axis=1)),
                      (clients.sure.sum(axis=1) > 1, clients.possible.sum(axis=1) > 1)))
    first = ("Iedereen past in een profiel" if most(none) == 0
             else f"In geen van de profielen {_fit(none)}")
    second = ("niemand past in meer dan één" if most(more) == 0
              else f"in meer dan één {_fit(more)}")
    return f"{first}, en {second}."


def _fit(count: Limits) -> str:
    return f"past {told(count)} klant" if count == exact(1.0) else f"passen {told(count)} klanten"


def _note(given: Inputs) -> str:
    if given.way == CLIENTS:
        return ("Een reeks geeft aan dat van sommige klanten niet bekend is of zij in het profiel "
                "passen, of dat kleine groepen zijn samengenomen om niemand herkenbaar te maken")
    if given.way in (COUNTS, SAMPLE):
        whom = "klanten" if given.way == COUNTS else "dossiers"
        return (f"Van twee {whom} of minder is het aantal niet getoond; een ander aantal kan dan "
                "een reeks zijn, omdat het anders uit het totaal zou volgen")
    return ""
