"""The group `monitor wave`: a round of the survey, from export to answers."""

from __future__ import annotations

import sys

import click

from participatiemonitor.arguments import COMMAND, GROUP, YEAR, WholeNumber, edition_of
from participatiemonitor.errors import InputError
from participatiemonitor.files.replacing import replace_bytes, replace_text
from participatiemonitor.plain_text import terminal
from participatiemonitor.project import find_project

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


@wave.command("check", **COMMAND)
@click.argument("year", metavar="JAAR", type=YEAR)
def check_round(year: int) -> None:
    """Kijk alle bestanden van een meting in één keer na.

    Eindigt met 2 als er fouten zijn, en met 0 als er hooguit waarschuwingen zijn.
    """
    from participatiemonitor.publishing.editorial_check import faults_of_editorial
    from participatiemonitor.survey.checking import report
    from participatiemonitor.survey.checking.inspection import inspect_round
    from participatiemonitor.survey.checking.marked_workbook import marked_workbook

    project = find_project()
    found = inspect_round(project.known_wave(year), faults_of_editorial(project, year))
    click.echo(report.terminal_text(year, found))
    folder = project.build(year) / "controle"
    folder.mkdir(parents=True, exist_ok=True)
    # Both show answers of respondents.
    replace_text(folder / "bevindingen.csv", report.csv_table(found), private=True)
    replace_bytes(folder / "gemarkeerd.xlsx", marked_workbook(found), private=True)
    click.echo(f"\nAls tabel: {terminal(folder / 'bevindingen.csv')}\n"
               f"In de bestanden gemarkeerd: {terminal(folder / 'gemarkeerd.xlsx')}\n"
               "Beide tonen losse antwoorden: geef ze niet door.")
    if found.errors:
        sys.exit(InputError.exit_code)
