"""Words for how the numbers were made, and how sure they are."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses import raking
from participatiemonitor.estimation.analyses import weighting_shift as weighting
from participatiemonitor.estimation.analyses.associations import associations
from participatiemonitor.estimation.analyses.link_model import OUTCOME, VISION, link_model
from participatiemonitor.estimation.estimates import HIDDEN
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.amounts import NO_COUNT
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import named


def associated(source: Results, corrected: bool = False, tested: bool = False) -> Bound:
    """How many rank correlations meet the monitor's rule, in digits.

    Parameters
    ----------
    source : Results
    corrected : bool
        Count those that also stay significant after Holm's correction.
    tested : bool
        Count all that were tested instead.

    Returns
    -------
    Bound
    """
    table = source.once(associations)
    if not tested:
        table = table[table["survives" if corrected else "notable"]]
    return Bound(dutch.whole(len(table)), "associated", (), "rangcorrelaties",
                 {"corrected": corrected, "tested": tested})


def link_effect(source: Results, group: str, term: str, *, up: str, down: str, none: str) -> Bound:
    """One of three texts: the interval of an effect is above, below or around zero."""
    for question in (OUTCOME, VISION) if term == "visie" else (OUTCOME,):
        named(source, f"{question}@{group}")  # nothing is said of what was not asked
    model = source.once(link_model, Ref.parse(f"@{group}").group)
    effect = model.set_index("term").loc[term]
    sign = "up" if effect["effect"] > 0 else "down"
    # An effect that is not in the model is not demonstrable either.
    outcome = sign if effect["demonstrable"] else "none"
    texts = {"up": up, "down": down, "none": none}
    return Bound(texts[outcome], "link_effect", (), f"logistisch model, n = {effect['n']:.0f}",
                 {"group": group, "term": term, "outcome": outcome, "texts": texts})


def weighting_shift(source: Results, most: bool = False) -> Bound:
    """How far weighting moves a percentage, on average or at most, in percentage points."""
    shift = source.once(weighting.weighting_shift)
    text = dutch.whole(shift["most" if most else "mean"].item()) if len(shift) else NO_COUNT
    return Bound(text, "weighting_shift", (), f"{shift['shares'].sum():.0f} percentages",
                 {"most": most})


def raking_shift(source: Results, group: str) -> Bound:
    """How far raking to all margins moves the weighted percentages of a group, on average."""
    ref = Ref.parse(f"@{group}")
    shift = source.once(raking.raking_shift, ref.group)
    text = dutch.whole(shift["mean"].item()) if len(shift) else NO_COUNT
    return Bound(text, "raking_shift", (), f"{shift['shares'].sum():.0f} percentages van "
                 f"{source.wave.info.groups[ref.group].nl}", {"group": ref.group})


def margin_names(source: Results) -> Bound:
    """What is raked to, in words."""
    names = ["grootteklasse", *(one.nl for one in source.wave.info.margins.values())]
    return Bound(dutch.enumeration(names), "margin_names", (), "wave.yml")


def least_answers(source: Results, by_size: bool = False) -> Bound:
    """How many answers a question must have to be shown, in words; by size class or in total."""
    publication = source.wave.info.publication
    least = publication.least_by_size if by_size else publication.minimum_base
    return Bound(dutch.numeral(least), "least_answers", (), "wave.yml", {"by_size": by_size})


def hidden_count(source: Results) -> Bound:
    """How many estimates of the results file are hidden, in digits."""
    hidden = int(source.table()["status"].eq(HIDDEN).sum())
    return Bound(dutch.whole(hidden), "hidden_count", (), "results.csv")
