"""What of the results is not shown, and why: for the office that publishes them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from participatiemonitor.estimation.estimates import (
    BAND,
    CLASSES,
    EMPTY,
    FEW,
    HIDDEN,
    NEARLY_ALL,
    OK,
    Estimate,
)
from participatiemonitor.estimation.refs import ALL
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.exhibits.exhibit import uncoded

COLUMNS = ("question", "option", "group", "domain", "status", "reason")
WHY = {
    EMPTY: "door niemand beantwoord",
    FEW: "totaal van hooguit twee",
    NEARLY_ALL: "totaal van op hooguit twee na alle",
    BAND: "kleinste andere antwoord naast zo'n totaal",
}
PART = "deel van een totaal dat niet precies wordt getoond"
UNCODED = "antwoorden nog niet in thema's ingedeeld"
UNSPLIT = "niet naar grootteklasse te splitsen zonder te veel te verraden"


def unshown(results: Results) -> pd.DataFrame:
    """List the quantities of `Results.table` without a number.

    Parameters
    ----------
    results : Results

    Returns
    -------
    pandas.DataFrame
        One row a quantity, with the columns `COLUMNS`, in codebook order.
    """
    missing = (one for ref in results.refs if (one := results[ref]).status != OK)
    rows = [(one.ref.question, one.ref.option, one.ref.group, one.ref.domain, one.status,
             _reason(one, results)) for one in missing]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _reason(one: Estimate, results: Results) -> str:
    if uncoded(results, one.ref.question):
        return UNCODED
    if one.status != HIDDEN:
        return WHY[one.status]
    rules = results.wave.info.publication
    total = results[replace(one.ref, domain=ALL)]
    if total.status == HIDDEN:
        return f"minder dan {rules.minimum_base} antwoorden op de vraag"
    if one.n is not None:
        return PART if total.status in CLASSES else UNSPLIT
    few = (f"minder dan {max(rules.minimum_base, rules.least_by_size)} antwoorden in de "
           "grootteklasse")
    split = any(results[replace(one.ref, domain=name)].n is not None for name in rules.domains)
    if split or not results.wave.codebook[one.ref.question].when:
        return few
    # No size class has a base: which of the two it is may not be told.
    return f"{few}, of doorverwezen door een antwoord dat niet te splitsen is"
