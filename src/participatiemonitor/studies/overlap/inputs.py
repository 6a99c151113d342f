"""What a folder for the study of overlap comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from participatiemonitor.studies.forms.setup import Setup
from participatiemonitor.studies.overlap.register import Counted, Register


@dataclass(frozen=True, eq=False)
class Inputs:
    """What the study is made of.

    Attributes
    ----------
    setup : Setup
    counted : Counted
    register : Register
        Not protected yet.
    groups : int or None
        How many groups of users are asked for.
    stricter : mapping of int to float
        The part of its users that keeps a provision, by its place; empty for none asked.
    """

    setup: Setup
    counted: Counted
    register: Register
    groups: int | None
    stricter: Mapping[int, float]
