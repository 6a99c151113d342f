"""The course of persons who were registered at irregular dates, by a model in continuous time."""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.design.intervals import logit_interval
from participatiemonitor.studies.ladder.course import YEAR, Course, Ranges, moved
from participatiemonitor.studies.ladder.courses import stays, until_leaving
from participatiemonitor.studies.ladder.exponentials import chances, derivative
from participatiemonitor.studies.ladder.intensities import Intensities
from participatiemonitor.studies.ladder.registrations import Floats
from participatiemonitor.studies.ladder.steps import Steps
from participatiemonitor.studies.ladder.told import ToldSteps
from participatiemonitor.studies.ladder.unmoved import fit_told


def irregular_course(told: ToldSteps, still: Steps) -> Course:
    """The chances over a year, and how long persons stay, by intensities.

    Parameters
    ----------
    told : ToldSteps
    still : Steps
        Who is still there, by the groups of `told`.

    Returns
    -------
    Course

    Raises
    ------
    InputError
        When the steps do not tell how fast persons move.
    """
    fitted = fit_told(told, still)
    sizes = told.published.counts.sum(axis=1)
    rungs = len(sizes)
    time = np.array([YEAR])
    width = rungs + told.leaving
    over = chances(fitted.rates, time)[0][:rungs, :width]
    turns = np.stack([fitted.turned(place) for place in range(len(fitted.origin))])
    slopes = derivative(fitted.rates, np.repeat(time, len(turns)), turns)[:, :rungs, :width]
    return Course(
        told.groups, YEAR, False, told.leaving, sizes, _ranges(over, slopes, fitted),
        _ranges(_with_all(moved(over), sizes), _with_all(moved(slopes), sizes), fitted),
        stays(fitted), until_leaving(fitted) if told.leaving else None)


def _with_all(by_rung: Floats, sizes: Floats) -> Floats:
    """A last row of all, as if rungs stood for as many persons as they have registrations."""
    whole = (by_rung * (sizes / sizes.sum())[:, None]).sum(axis=-2, keepdims=True)
    return np.concatenate([by_rung, whole], axis=-2)


def _ranges(values: Floats, slopes: Floats, fitted: Intensities) -> Ranges:
    errors = np.sqrt(np.maximum(np.einsum("krc,kl,lrc->rc", slopes, fitted.robust, slopes), 0))
    persons = int((fitted.influence != 0).any(axis=1).sum())
    low, high = logit_interval(values, errors, np.full(values.shape, persons - 1.0))
    # What a model does not allow has no interval, nor has what is sure.
    return Ranges(values, np.where(np.isnan(low), values, low),
                  np.where(np.isnan(high), values, high)).within()
