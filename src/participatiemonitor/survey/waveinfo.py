"""The head of a wave: its year, laws, groups, strata and known population figures."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, Strict, ValidationInfo, field_validator

from participatiemonitor.files.entries import Count, Date, Entry, Line, Name, Whole, Yes

if TYPE_CHECKING:  # the head of a wave is read where no data are
    import pandas as pd

Year = Annotated[Whole, Field(ge=1800, le=2999)]
Fingerprint = Annotated[str, Strict(), Field(pattern=r"^[0-9a-f]{16}$")]
Month = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


class Law(Entry):
    """A law by its short and its full name, and the year it came into force."""

    short: Line
    name: Line
    since: Year | None = None


class Laws(Entry):
    """The two laws whose coupling the monitor follows."""

    assistance: Law
    support: Law


class Group(Entry):
    """A respondent group: a survey of the frame of its own."""

    code: str = Field(pattern=r"^[A-Z]{2}$")
    nl: Line
    singular: Line
    en: Line


class Stratum(Entry):
    """A size class of the frame, with its known number of organisations."""

    nl: Line
    en: Line
    organisations: Count
    intermunicipal: Yes = False


class Population(Entry):
    """Known totals: municipalities in the country and social assistance clients."""

    municipalities: Count
    assistance_clients: Count


class Margin(Entry):
    """A feature of the register by which weights can be raked, beside the strata.

    The classes of `column` begin at 0 and at each of `bounds`.
    """

    nl: Line
    column: Literal["municipalities", "inhabitants", "clients"]
    bounds: tuple[Count, ...] = Field(min_length=1)

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
        return values.map(partial(bisect_right, self.bounds))


class Publication(Entry):
    """What may be shown of the answers.

    ``minimum_base`` answers under a total, `least_by_size` under a size class; the ``domains`` by
    which results are shown, each a stratum or strata joined by ``+``; the quantities that are
    ``already_public``, written as ``question.option@group``; and the fingerprint of the ``key``
    that draws the noise, which answers of respondents need and a reconstruction has not.
    """

    least_by_size: ClassVar[int] = 10

    minimum_base: Count
    domains: tuple[Line, ...] = Field(min_length=1)
    already_public: tuple[Line, ...] = ()
    key: Fingerprint | None = None


class WaveInfo(Entry):
    """The content of ``wave.yml``.

    ``status`` is *reconstructie* when the answers were drawn to fit what was published and
    *waarneming* when they were given by respondents; the book says which, on every page.
    ``previous`` is the round whose organisations the register names as predecessors.
    """

    year: Year
    status: Literal["reconstructie", "waarneming"]
    title: Line
    subtitle: Line
    source: Line
    laws: Laws
    reference_date: Date
    fieldwork: dict[Name, Month]
    population: Population
    groups: dict[Name, Group] = Field(min_length=1)
    strata: dict[Name, Stratum] = Field(min_length=1)
    publication: Publication
    margins: dict[Name, Margin] = Field(default_factory=dict)
    previous: Year | None = None

    @property
    def reconstructed(self) -> bool:
        """Whether the answers were drawn."""
        return self.status == "reconstructie"

    @property
    def size_classes(self) -> dict[str, str]:
        """The domains that texts of any wave speak of.

        Returns
        -------
        dict of str to str
            ``kleinste`` and ``grootste``, the first and last that are not inter-municipal alone,
            and ``isd``, which is; each where there is one.
        """
        domains = self.publication.domains
        shared = [one for one in domains
                  if all(self.strata[name].intermunicipal for name in one.split("+"))]
        own = [one for one in domains if one not in shared]
        return ({"kleinste": own[0], "grootste": own[-1]} if own else {}) | (
            {"isd": shared[0]} if shared else {})

    @field_validator("publication")
    @classmethod
    def _domains_cover_the_strata_once(cls, publication: Publication, info: ValidationInfo
                                       ) -> Publication:
        listed = [stratum for domain in publication.domains for stratum in domain.split("+")]
        if sorted(listed) != sorted(info.data.get("strata", listed)):
            raise ValueError("publication.domains: elke grootteklasse uit strata precies één keer")
        return publication
