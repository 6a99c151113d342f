"""The head of a wave: its year, laws, groups, strata and known population figures."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Literal

import numpy as np
import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Law(_Entry):
    """A law by its short and its full name, and the year it came into force."""

    short: str
    name: str
    since: int | None = None


class Laws(_Entry):
    """The two laws whose coupling the monitor follows."""

    assistance: Law
    support: Law


class Group(_Entry):
    """A respondent group: a survey of the frame of its own."""

    code: str = Field(pattern=r"^[A-Z]{2}$")
    nl: str
    singular: str
    en: str


class Stratum(_Entry):
    """A size class of the frame, with its known number of organisations."""

    nl: str
    en: str
    organisations: int = Field(gt=0)
    intermunicipal: bool = False


class Population(_Entry):
    """Known totals: municipalities in the country and social assistance clients."""

    municipalities: int = Field(gt=0)
    assistance_clients: int = Field(gt=0)


class Margin(_Entry):
    """A feature of the register by which weights can be raked, beside the strata.

    The classes of `column` begin at 0 and at each of `bounds`.
    """

    nl: str
    column: Literal["municipalities", "inhabitants", "clients"]
    bounds: tuple[int, ...] = Field(min_length=1)

    @field_validator("bounds")
    @classmethod
    def _bounds_ascend(cls, bounds: tuple[int, ...]) -> tuple[int, ...]:
        if list(bounds) != sorted(set(bounds)):
            raise ValueError("oplopende grenzen")
        return bounds

    @property
    def names(self) -> tuple[str, ...]:
        """The classes in words: *minder dan 200*, *200 tot 800*, *800 of meer*."""
        inner = (f"{low} tot {high}" for low, high in pairwise(self.bounds))
        return f"minder dan {self.bounds[0]}", *inner, f"{self.bounds[-1]} of meer"

    def classes(self, values: pd.Series) -> pd.Series:
        """The class of each value, as a position in `names`."""
        return pd.Series(np.searchsorted(self.bounds, values, side="right"), values.index)


class Publication(_Entry):
    """What may be shown of the answers.

    ``minimum_base`` answers under a cell, ``minimum_cell`` respondents in it unless nobody; the
    ``domains`` by which results are shown, each a stratum or strata joined by ``+``; and the
    quantities that are ``already_public``, written as ``question.option@group``.
    """

    minimum_base: int = Field(ge=1)
    minimum_cell: int = Field(ge=1)
    domains: tuple[str, ...]
    already_public: tuple[str, ...] = ()


class WaveInfo(_Entry):
    """The content of ``wave.yml``.

    ``status`` is *reconstructie* when the answers were drawn to fit what was published and
    *waarneming* when they were given by respondents; the book says which, on every page.
    """

    year: int
    status: Literal["reconstructie", "waarneming"]
    title: str
    subtitle: str
    source: str
    laws: Laws
    reference_date: dt.date
    fieldwork: dict[str, str]
    population: Population
    groups: dict[str, Group]
    strata: dict[str, Stratum]
    publication: Publication
    margins: dict[str, Margin] = {}

    @field_validator("publication")
    @classmethod
    def _domains_cover_the_strata_once(cls, publication: Publication, info: ValidationInfo
                                       ) -> Publication:
        listed = [stratum for domain in publication.domains for stratum in domain.split("+")]
        if sorted(listed) != sorted(info.data.get("strata", listed)):
            raise ValueError("publication.domains: elke grootteklasse uit strata precies één keer")
        return publication
