"""Estimation: numbers from answers."""

from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results

__all__ = ["Estimate", "Ref", "Results"]
