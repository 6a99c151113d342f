"""Where persons stand: in all, and by group."""

from __future__ import annotations

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.inputs import Inputs
from participatiemonitor.studies.ladder.reporting.spoken import whole
from participatiemonitor.studies.ladder.rungs import rung_name, rung_words
from participatiemonitor.studies.ladder.standing import (
    GroupStanding,
    Standing,
    standing,
    standing_by_group,
)
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, joined, without

LAST = "Bij de laatste registratie van elke persoon die niet uitstroomde"
# More certain than usual, as the noise makes groups differ a little more than they do.
_CERTAIN = 0.01
_NAMED = 3


def standing_part(given: Inputs, key: bytes) -> Section:
    """Where persons stand, and by group if there are any."""
    found = standing(given.registered)
    return joined((_of_all(found), _of_groups(given, key)))


def _of_all(found: Standing | None) -> Section:
    if found is None:
        return without(("stand",), {"waar-mensen-staan": "stand"}, stand=(
            "Op welke trede mensen staan, is niet te laten zien: het zijn er te weinig."))
    total = int(found.persons.sum())
    rows = tuple((rung_words(group), int(count), whole(count / total))
                 for group, count in zip(found.groups, found.persons, strict=True))
    most = [rung_name(group) for group, count in zip(found.groups, found.persons, strict=True)
            if count == found.persons.max()]
    share = found.persons.max() / total
    finding = _largest(most, share, len(rows))
    table = ReportTable(
        "stand", "Op welke trede mensen staan",
        (Column("trede", "Trede"), Column("personen", "Personen", COUNT),
         Column("aandeel", "Aandeel", PERCENT)),
        rows, f"{LAST}: {dutch.whole(total)} personen{_together(found.groups)}")
    figure = ReportFigure("waar-mensen-staan", finding, "bars", "stand",
                          {"value": "aandeel"})
    each = "elk " if len(most) > 1 else ""
    return Section((table,), (figure,),
                   texts={"stand": f"{finding}: {each}{dutch.percent(share)}."})


def _largest(most: list[str], share: float, rungs: int) -> str:
    if len(most) == rungs:
        return f"Op {dutch.enumeration(most)} staan even veel mensen"
    if len(most) > 1:
        return f"De grootste groepen staan op {dutch.enumeration(most)}"
    if share > 1 / 2:
        return f"De meeste mensen staan op {most[0]}"
    return f"De grootste groep staat op {most[0]}"


def _together(groups: tuple[tuple[int, ...], ...]) -> str:
    """Why some rungs are told together; nothing where none are."""
    return ("; treden met minder dan tien mensen staan samen met de trede ernaast"
            if any(len(group) > 1 for group in groups) else "")


def _of_groups(given: Inputs, key: bytes) -> Section:
    names = ("groepen",), {"verdeling-per-groep": "groepen"}
    if given.group is None:
        return without(*names, groepen="In het bestand staan geen groepen, zoals wijken.")
    found = standing_by_group(given.registered, given.group, key)
    if found is None:
        return without(*names, groepen="De verdeling per groep is niet te laten zien: er zijn te "
                       "weinig groepen met genoeg mensen.")
    counts = found.published.counts
    columns = (Column("groep", "Groep"), Column("personen", "Personen", COUNT),
               *(Column(f"trede-{group[0] + 1}", rung_name(group), PERCENT)
                 for group in found.groups))
    rows = [(_group_name(one), int(row.sum()), *(whole(cell / row.sum()) for cell in row))
            for one, row in zip(found.names, counts, strict=True)]
    total = counts.sum(axis=0)
    rows.append(("allen samen", int(total.sum()), *(whole(cell / total.sum()) for cell in total)))
    finding = _apart(found)
    table = ReportTable("groepen", "De verdeling over de treden, per groep", columns, tuple(rows),
                        f"{LAST}. De aantallen waaruit de percentages komen, hebben ruis"
                        f"{_together(found.groups)}")
    figure = ReportFigure("verdeling-per-groep", finding, "heat", "groepen", {})
    return Section((table,), (figure,), texts={"groepen": dutch.ended(finding)})


def _group_name(names: tuple[str, ...]) -> str:
    if len(names) > _NAMED:
        return f"{dutch.numeral(len(names))} andere groepen samen"
    return dutch.enumeration(names)


def _apart(found: GroupStanding) -> str:
    """Whether groups differ more than by chance, and where most."""
    counts = found.published.counts.astype(float)
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    square = ((counts - expected) ** 2 / expected).sum()
    freedom = (counts.shape[0] - 1) * (counts.shape[1] - 1)
    if scipy.special.chdtrc(freedom, square) >= _CERTAIN:
        return "Tussen de groepen is geen verschil te zien dat groter is dan toeval"
    shares = found.published.percentages
    place = int((shares.max(axis=0) - shares.min(axis=0)).argmax())
    high, low = int(shares[:, place].argmax()), int(shares[:, place].argmin())
    return (f"Het meest lopen de groepen uiteen op {rung_name(found.groups[place])}: "
            f"{dutch.whole(shares[high, place])}% bij {_group_name(found.names[high])} en "
            f"{dutch.whole(shares[low, place])}% bij {_group_name(found.names[low])}")
