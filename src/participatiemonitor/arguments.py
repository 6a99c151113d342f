"""What the commands share: a year on the command line, and how their help is set out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from participatiemonitor.errors import InputError
from participatiemonitor.project import find_project

if TYPE_CHECKING:
    from participatiemonitor.publishing.round_edition import RoundEdition

COMMAND = {"options_metavar": "[OPTIES]"}
GROUP = {**COMMAND, "subcommand_metavar": "OPDRACHT [ARGUMENTEN]..."}


def edition_of(year: int | None) -> RoundEdition:
    """The edition of a year in this project, the newest when no year is given."""
    from participatiemonitor.publishing.round_edition import find_edition

    project = find_project()
    years = project.years()
    if year is None and not years:
        raise InputError(
            f"{project.waves}: er is nog geen meting. Verwacht: een map per jaar, zoals 2011."
        )
    return find_edition(project, str(years[-1] if year is None else year))


class WholeNumber(click.IntRange):
    """A whole number as people write it; Python itself also takes ``1_0`` and ``٣``."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read a number."""
        if isinstance(value, str) and not re.fullmatch("-?(0|[1-9][0-9]{0,18})", value):
            self.fail(f"{value[:80]!r} is geen geheel getal.", param, ctx)
        return super().convert(value, param, ctx)


YEAR = WholeNumber(1000, 9999)
