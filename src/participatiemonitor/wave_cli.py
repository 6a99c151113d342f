"""The group `monitor wave`: a round of the survey, from export to answers."""

from __future__ import annotations

import click

from participatiemonitor.arguments import COMMAND, GROUP, YEAR, WholeNumber, edition_of

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
