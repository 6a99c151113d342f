"""Texts for what is given most, one for each answer that may be."""

from __future__ import annotations

from dataclasses import replace

from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import groups, named
from participatiemonitor.presentation.words.templates import UNKNOWN, Text, chosen

DIFFER, REST = "differ", "rest"


def most(source: Results, question: str, texts: dict[str, Text], *, rank: int = 1,
         differ: Text = "", rest: Text = "", unsaid: Text = "") -> Bound:
    """The text of the option in a place, in every group that is meant.

    Parameters
    ----------
    source : Results
    question : str
        With or without a group.
    texts : dict of str to str or Bound
        By option.
    rank : int
        1 is the most given answer, the exclusive one left out.
    differ, rest, unsaid : str or Bound
        Where the groups differ, for another option, and where
        `participatiemonitor.estimation.ranking.in_place` names none.

    Returns
    -------
    Bound
    """
    ref = named(source, question)
    entry = source.wave.codebook[ref.question]
    options = [one for one in entry.option_ids if one != entry.exclusive]
    asked = [group for group in groups(source, ref) if group in entry.asked]
    places = [source.said_place([replace(ref.of(group), option=option) for option in options],
                                rank) for group in asked]
    found = [source[replace(ref.of(group), option=option)]
             for group, place in zip(asked, places, strict=True)
             for option in (options if place is None else [place.ref.option])]
    named_options = {place.ref.option if place else UNKNOWN for place in places}
    outcome = (UNKNOWN if UNKNOWN in named_options else DIFFER if len(named_options) > 1
               else named_options.pop())
    outcome = outcome if outcome in (UNKNOWN, DIFFER, *texts) else REST
    said = {**texts, DIFFER: differ, REST: rest, UNKNOWN: unsaid}
    quotes = [source.quoted_place(place.ref, rank) for place in places if place]
    return chosen(source, "most", said, outcome, found, quotes, rank=rank)
