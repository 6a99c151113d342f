"""National shares of profiles, corrected for who lives in a municipality.

Notes
-----
The guide of 2005 (annex 2, step 3) asks for a correcting factor where a municipality has no file:
local statistics by those of the country. Here it is that of raking (Deming and Stephan 1940): the
national clients, by profile and class of age, sex, household or origin, are scaled until they are
divided over the classes as the local ones are. With one margin, which may be of several
characteristics at once, this is poststratification. Within a profile the margins are taken to be
independent: more is not published. Of a profile without a division of its own it is taken to be
that of all clients who are not of a profile with one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import pandas as pd

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.analyses.raking import rake
from participatiemonitor.studies.demand.amounts import middle
from participatiemonitor.studies.demand.clients import Clients, from_counts

Division = Mapping[str, float]


@dataclass(frozen=True)
class Margin:
    """A characteristic, in the country and in the municipality.

    Attributes
    ----------
    national : mapping of str to float
        By class, the part of all clients; 1 together.
    profiles : mapping of str to mapping
        The same of a profile, where it is known.
    local : mapping of str to float
        By class, the clients of the municipality.
    """

    national: Division
    profiles: Mapping[str, Division]
    local: Division


@dataclass(frozen=True)
class Corrected:
    """National shares made local.

    Attributes
    ----------
    factors : dict of str to float
        By how much the share of each profile is multiplied.
    clients : Clients
    """

    factors: dict[str, float]
    clients: Clients


def corrected(shares: Mapping[str, Limits], margins: Mapping[str, Margin]) -> Corrected:
    """Correct national shares of profiles for local demography.

    Parameters
    ----------
    shares : mapping of str to Limits
        By profile, in percent of all clients in the country; 100 together.
    margins : mapping of str to Margin
        By name; of each the local clients add up to the same number.

    Returns
    -------
    Corrected
        The factors follow from the middles of the shares, and hold for their ends too.

    Raises
    ------
    InputError
        When shares do not add up to 100%, divisions do not fit or local classes are unknown.
    """
    middles = {profile: middle(share) or 0.0 for profile, share in shares.items()}
    whole = sum(middles.values())
    if not sum(one.low for one in shares.values()) - 1e-9 <= 100 <= sum(
            one.high for one in shares.values()) + 1e-9 or not whole:
        raise InputError(f"de landelijke aandelen van de profielen zijn samen {whole:g}%; "
                         "verwacht: 100%, met een profiel voor de overigen.")
    parts = {profile: one / whole for profile, one in middles.items()}
    for name, margin in margins.items():
        _check(name, margin, parts)
    rests = {name: _rest(name, margin, parts) for name, margin in margins.items()}
    divided = {name: {profile: margin.profiles.get(profile, rests[name]) for profile in parts}
               for name, margin in margins.items()}
    total = sum(next(iter(margins.values())).local.values())
    cells = pd.DataFrame(_cells(parts, divided, margins), columns=["profile", "weight", *margins])
    raked = rake(cells["weight"] * total, cells[list(margins)],
                 {name: margin.local for name, margin in margins.items()})
    local = raked.groupby(cells["profile"]).sum()
    factors = {profile: float(local.get(profile, 0.0)) / (part * total) if part else 1.0
               for profile, part in parts.items()}
    scale = 100 / whole
    counts = {profile: share * exact(factors[profile] * scale * total / 100)
              for profile, share in shares.items()}
    return Corrected(factors, from_counts(counts, exact(total)))


@dataclass(frozen=True)
class National:
    """What a municipality without a file knows.

    Attributes
    ----------
    shares : mapping of str to Limits
        By profile, in percent of all clients in the country.
    margins : mapping of str to Margin
        By name of the characteristic.
    """

    shares: Mapping[str, Limits]
    margins: Mapping[str, Margin]

    def corrected(self) -> Corrected:
        """These shares made local; see `corrected`."""
        return corrected(self.shares, self.margins)


def _check(name: str, margin: Margin, parts: Mapping[str, float]) -> None:
    for whose, division in (("alle klanten", margin.national), *margin.profiles.items()):
        if min(division.values()) < 0 or abs(sum(division.values()) - 1) > 1e-6:
            raise InputError(f"{name}: de landelijke verdeling van {whose} is samen "
                             f"{100 * sum(division.values()):g}%; verwacht: 100%.")
    unknown = [one for division in (margin.local, *margin.profiles.values()) for one in division
               if one not in margin.national]
    if unknown:
        raise InputError(f"{name}: de klasse {unknown[0]} staat niet in de landelijke verdeling; "
                         f"verwacht: een van {', '.join(margin.national)}.")
    new = [one for one, clients in margin.local.items() if clients and not margin.national[one]]
    if new:
        raise InputError(f"{name}: in de klasse {new[0]} zijn landelijk geen klanten en hier wel; "
                         "verwacht: klassen die landelijk voorkomen. Voeg haar bij een andere.")
    strange = [one for one in margin.profiles if one not in parts]
    if strange:
        raise InputError(f"{name}: het profiel {strange[0]} heeft geen landelijk aandeel; "
                         f"verwacht: een van {', '.join(parts)}.")


def _rest(name: str, margin: Margin, parts: Mapping[str, float]) -> Division:
    """How clients are divided that are of no profile with a division of its own."""
    left = {one: part - sum(parts[profile] * division.get(one, 0.0)
                            for profile, division in margin.profiles.items())
            for one, part in margin.national.items()}
    short = [one for one, part in left.items() if part < -0.01]
    if short:
        raise InputError(f"{name}: de profielen hebben samen meer klanten in de klasse {short[0]} "
                         "dan er landelijk zijn; verwacht: verdelingen die bij elkaar passen.")
    # A rounding error of less than a percent is nobody.
    left = {one: max(part, 0.0) for one, part in left.items()}
    whole = sum(left.values())
    return {one: part / whole for one, part in left.items()} if whole else margin.national


def _cells(parts: Mapping[str, float], divided: Mapping[str, Mapping[str, Division]],
           margins: Mapping[str, Margin]) -> Iterator[tuple[object, ...]]:
    """National clients by profile and class, but for classes without local clients."""
    for profile, part in parts.items():
        for classes in product(*(margin.national for margin in margins.values())):
            weight = part
            for name, one in zip(margins, classes, strict=True):
                weight *= divided[name][profile].get(one, 0.0) if margins[name].local.get(
                    one, 0.0) else 0.0
            if weight > 0:
                yield profile, weight, *classes
