"""The course of persons who were measured at regular dates, from the published matrix."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from participatiemonitor.studies.ladder.course import Course, Ranges, moved
from participatiemonitor.studies.ladder.durations import Durations, stays, until_leaving, visits
from participatiemonitor.studies.ladder.registrations import Floats
from participatiemonitor.studies.ladder.shares import Shares
from participatiemonitor.studies.ladder.told import ToldSteps
from participatiemonitor.studies.ladder.transitions import matrix, moves, moves_by_rung
from participatiemonitor.studies.persons.intervals import widened
from participatiemonitor.studies.persons.walk import possible

# Tables that may be the true one, by which the error of the noise is measured.
TABLES = 200


def regular_course(told: ToldSteps, usual: float) -> Course:
    """The chances of a step, and what a chain in discrete time makes of them.

    Parameters
    ----------
    told : ToldSteps
        Each step about as long as the usual gap.
    usual : float
        That gap, in days.

    Returns
    -------
    Course
        All bounds hold the noise of the counts besides chance.
    """
    tables = possible(told.published.counts, TABLES).astype(float)
    sizes = told.published.counts.sum(axis=1)
    found, width = matrix(told.steps), tables.shape[2]
    wide = np.zeros(found.values.shape)
    wide[:, :width] = (tables / sizes[:, None]).std(axis=0)
    found = _widened(found, wide)
    kinds = moved(tables)
    by_rung = _widened(moves_by_rung(told.steps), _all_kinds(
        (kinds / sizes[:, None]).std(axis=0)))
    of_all = _widened(moves(told.steps), _all_kinds(
        (kinds.sum(axis=1) / sizes.sum()).std(axis=0)[None]))
    shown = 4 if told.leaving else 3
    return Course(
        told.groups, usual, True, told.leaving, sizes,
        Ranges(*(part[:, :width] for part in (found.values, found.low, found.high))),
        Ranges(*(np.vstack(parts)[:, :shown] for parts in (
            (by_rung.values, of_all.values), (by_rung.low, of_all.low),
            (by_rung.high, of_all.high)))),
        stays(found).times(usual),
        _until(told, found, tables).times(usual) if told.leaving else None)


def _widened(found: Shares, spread: Floats) -> Shares:
    low, high = widened(found.values, found.low, found.high, spread)
    return replace(found, low=np.clip(low, 0, 1), high=np.clip(high, 0, 1))


def _all_kinds(spread: Floats) -> Floats:
    """With a column of leaving, as shares have it."""
    return np.pad(spread, ((0, 0), (0, 4 - spread.shape[1])))


def _until(told: ToldSteps, found: Shares, tables: Floats) -> Durations:
    plain = until_leaving(told.steps, found)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log([visits(replace(found, counts=table.astype(np.int64),
                                      values=table / table.sum(axis=1, keepdims=True))
                              ).sum(axis=1) for table in tables])
        # Of tables from which nobody need leave nothing follows.
        spread = np.nan_to_num(np.nanstd(np.where(np.isfinite(logs), logs, np.nan), axis=0))
        low, high = widened(np.log(plain.values), np.log(plain.low), np.log(plain.high), spread)
    return replace(plain, low=np.exp(low), high=np.exp(high))
