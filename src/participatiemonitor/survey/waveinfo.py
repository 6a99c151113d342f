"""The head of a wave: its year, laws, groups, strata and known population figures."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


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
