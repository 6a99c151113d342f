"""Estimation: numbers from answers."""

from participatiemonitor.estimation.estimates import Estimate, Estimates
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.survey import Wave

__all__ = ["Estimate", "Estimates", "Ref", "results"]


def results(wave: Wave):
    """All estimates of a wave as one tidy table; see `Estimates.table`."""
    return Estimates(wave).table()
