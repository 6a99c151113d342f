"""What an office fills in with Excel: the setup of a round, and the themes of open answers."""

from __future__ import annotations

from pathlib import Path

import click

from participatiemonitor.arguments import COMMAND, YEAR, edition_of
from participatiemonitor.plain_text import terminal
from participatiemonitor.project import find_project

# The heavy libraries are imported by the command that needs them.


@click.command(**COMMAND)
@click.argument("year", metavar="[JAAR]", type=YEAR, required=False)
@click.option(
    "--to",
    "target",
    metavar="BESTAND",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Waar de werkmap komt; standaard opzet-JAAR.xlsx.",
)
def template(year: int | None, target: Path | None) -> None:
    """Schrijf de opzet van een peiling als werkmap van Excel.

    Van een nieuwe peiling is zij ingevuld vanuit de vorige, met een lijst van wat er nog moet
    komen.
    """
    from participatiemonitor.survey.setup.template import write_template

    named = "opzet.xlsx" if year is None else f"opzet-{year}.xlsx"
    made = write_template(find_project(), year, target or Path(named))
    click.echo(terminal(f"Geschreven: {made.path}. {made.told}"))
    for head, lines in (("Nog in te vullen:", made.unfilled), ("Na te kijken:", made.reviewed)):
        if lines:
            click.echo(terminal("\n  ".join((head, *lines))))


@click.command(**COMMAND)
@click.argument("year", metavar="JAAR", type=YEAR)
@click.option(
    "--from",
    "source",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    required=True,
    help="De veranderde werkmap, geschreven met monitor wave template JAAR.",
)
def setup(year: int, source: Path) -> None:
    """Verander de opzet van een meting die er is; de antwoorden blijven.

    Er wordt pas iets geschreven als de antwoorden bij de nieuwe opzet passen.
    """
    from participatiemonitor.publishing.graph.lock import exclusive
    from participatiemonitor.survey.setup.replacing import replace_setup

    project = find_project()
    with exclusive(project.build(year), f"monitor wave setup {year}"):
        changed = replace_setup(project, year, source)
    click.echo(f"Veranderd: {', '.join(changed)}." if changed else "Er is niets veranderd.")


@click.command(**COMMAND)
@click.argument("year", metavar="JAAR", type=YEAR)
@click.option(
    "--from",
    "filled",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    multiple=True,
    help="De ingevulde werkmap van een codeur; twee keer, de eerste codeur eerst.",
)
@click.option(
    "--to",
    "folder",
    metavar="MAP",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Waar de lege werkmappen komen; standaard deze map.",
)
def code(year: int, filled: tuple[Path, ...], folder: Path) -> None:
    """Deel open antwoorden in thema's in: twee codeurs, elk in een eigen werkmap.

    Zonder --from komen er twee lege werkmappen. Met --from, twee keer, worden zij ingelezen en
    vergeleken, en wordt open_answers.csv geschreven.
    """
    from participatiemonitor.estimation.coding.coding import hand_out, take_in
    from participatiemonitor.publishing.graph.lock import exclusive

    edition = edition_of(year)
    if not filled:
        for path in hand_out(edition.project, year, folder):
            click.echo(terminal(f"Geschreven: {path}"))
        return
    with exclusive(edition.folder, f"monitor wave code {year}"):
        click.echo(terminal(take_in(edition.project, year, filled)))
