"""Sources: whatever answers for quantities, a survey round or a document that printed them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.refs import Ref


class Source(Protocol):
    """What a quantity can be asked of."""

    @property
    def id(self) -> str:
        """Its name, as a quantity is written."""

    def __getitem__(self, ref: Ref | str) -> Estimate:
        """Give one quantity; an `InputError` when it has none of that name."""


def unknown_source(ref: Ref, names: Iterable[str]) -> InputError:
    """The fault of a quantity whose source does not exist."""
    return InputError(f"{ref}: de bron {ref.source!r} bestaat niet; er zijn: {', '.join(names)}.")
