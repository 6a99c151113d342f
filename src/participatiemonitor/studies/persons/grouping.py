"""Which rows and columns of a table of persons are told by themselves, and which together.

What decides are the totals alone. Those of kinds that have no order are told as the totals of a
single choice are, see `participatiemonitor.estimation.disclosure.totals`: exactly, but nought to
two as a class, with the smallest other as a band beside it. Whatever is not told exactly, or too
small to be a row, is one row together.

Rungs have an order, and rising from one to the next must stay rising: there neighbours are told
together, from the lowest up, until there are `BASE` persons, who start there and who end there.
What is left at the top joins the group below it. Where that would tell how many it was, or nearly
so, the next group joins as well.

Who is in a table more than once counts where the person is first for the rows, and last for the
columns. So there are always persons enough, and not registrations of a few.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from participatiemonitor.estimation.disclosure.totals import CLASS, tell_all
from participatiemonitor.estimation.estimates import OK

# Persons without whom there are no percentages of a group: the `minimum_base` of a round.
BASE = 10
Groups = tuple[tuple[int, ...], ...]


def kinds(totals: Sequence[int], least: int) -> Groups | None:
    """Kinds without an order that are told by themselves, and all others together.

    Parameters
    ----------
    totals : sequence of int, length K
        Persons of each; they add up to all.
    least : int
        Persons without whom a kind is not told by itself: `BASE` for groups, of which percentages
        are told, and as many as the table has groups for what these are percentages of.

    Returns
    -------
    tuple of tuple of int, or None
        Places, in their order, the others last. None where fewer than two would be left.
    """
    told = tell_all(list(totals), sum(totals), adds_up=True)
    alone = [place for place, one in enumerate(told)
             if one.status == OK and totals[place] >= least]
    while alone:
        rest = [place for place in range(len(totals)) if place not in alone]
        if not rest or (sum(totals[place] for place in rest) >= least
                        and (len(rest) > 1 or told[rest[0]].status == OK)):
            break
        alone.remove(min(alone, key=lambda place: totals[place]))
    groups = (*((place,) for place in alone), *([tuple(rest)] if alone and rest else []))
    return groups if len(groups) > 1 else None


def kinds_up_to(totals: Sequence[int], most: int, least: int = BASE) -> Groups | None:
    """The same, with no more than so many: the smallest go with those that are too small.

    Parameters
    ----------
    totals : sequence of int, length K
    most : int
        Rows or columns that a table may have.
    least : int

    Returns
    -------
    tuple of tuple of int, or None
    """
    groups = kinds(totals, least)
    if groups is None or len(groups) <= most:
        return groups
    alone = [group[0] for group in groups if len(group) == 1]
    kept = sorted(sorted(alone, key=lambda place: (-totals[place], place))[:most - 1])
    rest = tuple(place for place in range(len(totals)) if place not in kept)
    return (*((place,) for place in kept), rest)


def neighbours(*totals: Sequence[int], least: int = BASE) -> Groups | None:
    """Rungs that are told by themselves, or together with the next.

    Parameters
    ----------
    *totals : sequence of int, length K
        Persons of each from the lowest up: who start there, who end there.
    least : int
        Persons that a group has at least, of either.

    Returns
    -------
    tuple of tuple of int, or None
        Places from the lowest up. None where fewer than two would be left.
    """
    persons = np.array(totals)
    bounds = [0]
    for place in range(persons.shape[1]):
        if (persons[:, bounds[-1]:place + 1].sum(axis=1) >= least).all():
            bounds.append(place + 1)
    if bounds[-1] < persons.shape[1] and len(bounds) > 1:
        bounds[-1] = persons.shape[1]
        # The group below had `least` by itself, so that what joined it must not be told by that.
        while len(bounds) > 2 and (
                persons[:, bounds[-2]:].sum(axis=1) < least + CLASS).any():
            del bounds[-2]
    groups = tuple(tuple(range(low, high)) for low, high in pairwise(bounds))
    return groups if len(groups) > 1 else None
