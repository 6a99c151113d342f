"""Counts of persons that overlap: noise by cell, the same wherever the same persons are counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """Persons who are counted together.

    Attributes
    ----------
    count : int
    identity : int
        Who they are: the exclusive or of numbers that are theirs, 64 bits, signed.
    """

    count: int
    identity: int
