"""How provisions are paid for: the overview of step 6 of the guide."""

from __future__ import annotations

import math
from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.demand.funding import Funding, totals
from participatiemonitor.studies.demand.inputs import Inputs
from participatiemonitor.studies.demand.reporting.amounts_nl import UNKNOWN, names, number, several
from participatiemonitor.studies.report import COUNT, Column, ReportTable

_OVERVIEW = (
    Column("voorziening", "Voorziening"), Column("soort", "Soort en vorm"),
    Column("bijdrage", "Eigen bijdrage"), Column("aanbieder", "Aanbieder"),
    Column("kosten", "Euro per jaar"), Column("afspraken", "Afspraken"))
_TOTALS = (
    Column("groep", "Voorzieningen"), Column("kosten", "Euro per jaar"),
    Column("bekend", "Kosten bekend", COUNT), Column("onbekend", "Kosten onbekend", COUNT),
    Column("zonder", "Zonder afspraken", COUNT))
_ASPECTS = {"kind": "Soort", "form": "Vorm", "contribution": "Eigen bijdrage",
            "supplier": "Aanbieder", "field": "Prestatieveld"}
_NONE = "geen"
# In words that are no wider than a column.
_SHORT = {"inkomensafhankelijk": "naar inkomen"}


def overview_table(given: Inputs) -> ReportTable:
    """How each provision is paid for; no rows where nothing was filled in."""
    offered = {one.id: one.name for one in given.provisions}
    return ReportTable(
        "bekostiging", "Hoe de voorzieningen worden betaald", _OVERVIEW,
        tuple((offered[one.provision], f"{one.kind}, {one.form}",
               _SHORT.get(one.contribution, one.contribution), one.supplier, number(one.cost),
               one.agreements.strip() or _NONE) for one in given.fundings))


def cost_table(given: Inputs) -> ReportTable:
    """Costs added up by what provisions have in common."""
    rows = [(f"{word}: {one.name}", number(one.cost) if one.known else UNKNOWN, one.known,
             one.unknown, one.without_agreements)
            for aspect, word in _ASPECTS.items() for one in totals(given.fundings, aspect)]
    return ReportTable("kosten", "De kosten opgeteld", _TOTALS, tuple(rows),
                       "Alleen kosten waarvan een bovengrens bekend is, zijn opgeteld"
                       if rows else "")


def costs(given: Inputs) -> str:
    """What all provisions cost together, as far as is known."""
    known = [one for one in given.fundings if math.isfinite(one.cost.high)]
    offered = {one.id: one.name for one in given.provisions}
    unknown = list(dict.fromkeys(offered[one.provision] for one in given.fundings
                                 if one not in known))
    if not given.fundings:
        return "Hoe de voorzieningen worden betaald, is niet opgegeven."
    if not known:
        return "Wat de voorzieningen kosten, is van geen enkele bekend."
    total = number(Limits(sum(one.cost.low for one in known), sum(one.cost.high for one in known)))
    told = f"De voorzieningen kosten samen {total.replace('–', ' tot ')} euro per jaar"
    without = f", zonder {names(unknown)}: daarvan zijn de kosten niet bekend" if unknown else ""
    missing = len({one.id for one in given.provisions} - {one.provision for one in given.fundings})
    left = {0: "", 1: " Van één voorziening is niets opgegeven."}.get(
        missing, f" Van {dutch.numeral(missing)} voorzieningen is niets opgegeven.")
    return f"{told}{without}.{left}"


def agreements(given: Inputs) -> str:
    """For how many ways of paying something was agreed on results."""
    if not given.fundings:
        return ""
    with_ = sum(bool(one.agreements.strip()) for one in given.fundings)
    return f"{_agreed(with_, len(given.fundings))} {_kinds(given.fundings)}"


def _agreed(with_: int, all_: int) -> str:
    if not with_:
        return "Over resultaten is nergens iets afgesproken."
    if with_ == all_:
        return "Overal is iets over resultaten afgesproken."
    return (f"Bij {dutch.numeral(with_)} van de {dutch.numeral(all_)} is iets over resultaten "
            "afgesproken.")


def _kinds(fundings: Sequence[Funding]) -> str:
    """Which are for all, and which after an assessment."""
    single = sum(one.kind == "individueel" for one in fundings)
    if not single:
        return "Alle zijn er voor iedereen, zonder beoordeling vooraf."
    if single == len(fundings):
        return "Voor alle geldt dat de gemeente eerst beoordeelt wie ze nodig heeft."
    rest = "is" if len(fundings) - single == 1 else "zijn"
    return dutch.capital(f"{several(single, 'is', 'zijn')} er alleen na een beoordeling; de andere "
                         f"{rest} er voor iedereen.")
