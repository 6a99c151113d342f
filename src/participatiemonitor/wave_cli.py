"""The group `monitor wave`: a round of the survey, from export to answers."""

from __future__ import annotations

from pathlib import Path

import click

from participatiemonitor.arguments import COMMAND, GROUP, YEAR, WholeNumber, edition_of
from participatiemonitor.plain_text import terminal

# The heavy libraries are imported by the command that needs them.


@click.group(**GROUP)
def wave() -> None:
    """Werk aan een meting."""


@wave.command(**COMMAND)
@click.argument("year", metavar="JAAR", type=YEAR)
@click.option(
    "--seed",
    metavar="GETAL",
    type=WholeNumber(min=0),
    default=None,
    help="Begin van de loting; standaard het vaste begin van deze meting.",
)
def simulate(year: int, seed: int | None) -> None:
    """Trek antwoorden die met de gepubliceerde cijfers kloppen."""
    from participatiemonitor.publishing.graph.lock import exclusive
    from participatiemonitor.reconstruction import simulation

    edition = edition_of(year)
    # A build would otherwise read old answers for one chapter and new ones for the next.
    with exclusive(edition.folder, f"monitor wave simulate {year}"):
        for path in simulation.simulate_wave(edition.project, year, seed=seed):
            click.echo(f"Geschreven: {path}")


@wave.command(**COMMAND)
@click.argument("path", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option(
    "--structure",
    metavar="LSS",
    type=click.Path(path_type=Path),
    default=None,
    help="De structuur die LimeSurvey exporteert; standaard het .lss-bestand ernaast.",
)
def inspect(path: Path, structure: Path | None) -> None:
    """Toon wat er in een bestand met antwoorden staat, zonder antwoorden te tonen.

    Leest SPSS (.sav, .zsav), Excel (.xlsx), csv en exports van LimeSurvey.
    """
    from participatiemonitor.survey.importing.inspection import inspection
    from participatiemonitor.survey.importing.reading import receive

    click.echo(terminal(inspection(receive(path, structure))))
