"""Estimation: numbers from answers."""

from participatiemonitor.estimation.estimates import Estimate, Estimates
from participatiemonitor.estimation.refs import Ref

__all__ = ["Estimate", "Estimates", "Ref"]
