"""Groups of municipalities by policy choice and by context, for each indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.adjusted import Adjusted, adjusted
from participatiemonitor.studies.indicators.groups import Grouped, grouped
from participatiemonitor.studies.indicators.inputs import Inputs
from participatiemonitor.studies.indicators.measures import Measure

# With more groups than this nobody compares them any longer.
MOST = 12


@dataclass(frozen=True)
class Trait:
    """A policy choice or a part of context, of all municipalities.

    Attributes
    ----------
    name : str
    policy : bool
    values, municipalities : int
        How many there are.
    """

    name: str
    policy: bool
    values: int
    municipalities: int

    @property
    def groups(self) -> bool:
        """Whether it makes groups to compare."""
        return 1 < self.values <= MOST and self.values < self.municipalities


@dataclass(frozen=True, eq=False)
class Compared:
    """The groups of one trait on one indicator.

    Attributes
    ----------
    trait : Trait
    grouped : Grouped
    adjusted : Adjusted or None
        A policy at equal context; None where there is no context, or it cannot be computed.
    refused : str
        Why it cannot be; empty elsewhere.
    """

    trait: Trait
    grouped: Grouped
    adjusted: Adjusted | None = None
    refused: str = ""


def traits(inputs: Inputs) -> tuple[Trait, ...]:
    """The traits of municipalities, policy choices first.

    Parameters
    ----------
    inputs : Inputs

    Returns
    -------
    tuple of Trait
    """
    return tuple(Trait(str(name), policy, frame[name].nunique(), len(frame))
                 for policy, frame in ((True, inputs.policy), (False, inputs.context))
                 for name in frame.columns)


def compared(measure: Measure, inputs: Inputs) -> tuple[Compared, ...]:
    """Compare groups of municipalities on an indicator.

    Parameters
    ----------
    measure : Measure
    inputs : Inputs

    Returns
    -------
    tuple of Compared
        One for each trait that makes groups; none where no municipality has enough persons.
    """
    return tuple(_compared(measure, inputs)) if measure.size else ()


def _compared(measure: Measure, inputs: Inputs) -> Iterator[Compared]:
    known, counts = traits(inputs), measure.told.counts
    around = [trait.name for trait in known if trait.groups and not trait.policy]
    for trait in known:
        frame = inputs.policy if trait.policy else inputs.context
        if not trait.groups:
            continue
        found = grouped(counts, frame, [trait.name])
        if not trait.policy or not around:
            yield Compared(trait, found)
            continue
        # A policy may be called as a part of context is.
        prefix = next(text for text in ("context ", "context: ")
                      if trait.name not in {text + name for name in around})
        both = inputs.context[around].add_prefix(prefix).join(frame[[trait.name]])
        try:
            yield Compared(trait, found, adjusted(
                counts, both, trait.name, [prefix + name for name in around]))
        except InputError as error:
            yield Compared(trait, found, refused=str(error))
