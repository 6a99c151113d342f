"""Answers to several questions of which the highest was published: that is drawn first."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.reconstruction.choices import draw_single, givers
from participatiemonitor.survey.codebook import Question


def draw_ways(outcome: Question, members: pd.DataFrame, targets: dict[str, pd.DataFrame],
              rng: np.random.Generator) -> pd.DataFrame:
    """Draw the answers to the sources of a derived question, so that its targets are met too.

    Parameters
    ----------
    outcome : Question
        The derived question; it takes the highest answer to its sources.
    members : pandas.DataFrame
        Who answers all sources.
    targets : dict of str to pandas.DataFrame
        The targets of the group for the outcome and for each source. Of a source the lowest
        option takes who is left.
    rng : numpy.random.Generator

    Returns
    -------
    pandas.DataFrame
        Indexed like `members`, one column a source, with the option each respondent chose.

    Raises
    ------
    InputError
        When answers to the sources cannot lead to the outcome.
    """
    options = list(outcome.option_ids)
    drawn = draw_single(outcome, members, targets[outcome.id], rng)
    highest = drawn.to_numpy().argmax(axis=1)
    ranks = np.full((len(members), len(outcome.derived.highest)), len(options) - 1)
    for place, source in enumerate(outcome.derived.highest):
        free = np.ones(len(members), bool)
        wanted = targets[source].set_index("option", drop=False)
        for rank, option in enumerate(options[:-1]):
            pool = members[free & (highest <= rank)]
            giving = members.index.isin(givers(pool, wanted.loc[option], len(members), rng))
            ranks[giving, place] = rank
            free &= ~giving
    _reach(ranks, highest, outcome, rng)
    return pd.DataFrame(np.array(options, object)[ranks], members.index,
                        list(outcome.derived.highest))


def _reach(ranks: np.ndarray, highest: np.ndarray, outcome: Question,
           rng: np.random.Generator) -> None:
    """Exchange answers to a source until everyone has their highest answer somewhere."""
    for respondent in np.flatnonzero(ranks.min(axis=1) > highest):
        wanted = highest[respondent]
        spare = (highest < wanted) | ((ranks == wanted).sum(axis=1) > 1)
        able = np.argwhere((ranks == wanted) & spare[:, None])
        if not len(able):
            raise InputError(f"targets.csv: de antwoorden waar {outcome.id} uit volgt, zijn te "
                             f"laag voor {outcome.option_ids[wanted]}; verhoog hun streefcijfers.")
        giver, place = able[rng.integers(len(able))]
        ranks[[giver, respondent], place] = ranks[[respondent, giver], place]
