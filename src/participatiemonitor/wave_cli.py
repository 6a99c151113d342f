"""The group `monitor wave`: a round of the survey, from export to answers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from participatiemonitor.arguments import COMMAND, GROUP, YEAR, WholeNumber, edition_of
from participatiemonitor.dutch import enumeration
from participatiemonitor.errors import InputError
from participatiemonitor.files.replacing import replace_bytes, replace_text
from participatiemonitor.plain_text import terminal
from participatiemonitor.project import find_project
from participatiemonitor.survey.checking import finding
from participatiemonitor.survey.importing import acceptable
from participatiemonitor.workbook_cli import code, setup, template

# The heavy libraries are imported by the command that needs them.


def _warnings(ctx: click.Context, param: click.Parameter, names: tuple[str, ...]
              ) -> tuple[str, ...]:
    """Names of warnings that there are."""
    for name in names:
        if name not in (known := (*acceptable.WARNINGS, *finding.WARNINGS)):
            raise click.BadParameter(f"{name!r} is er geen. Kies uit: {', '.join(known)}.")
    return names


@click.group(**GROUP)
def wave() -> None:
    """Werk aan een meting."""


for _command in (template, setup, code):
    wave.add_command(_command)


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



@wave.command(**COMMAND)
@click.argument("year", metavar="JAAR", type=YEAR)
@click.option(
    "--from",
    "sources",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Een bestand met antwoorden; verplicht, en mag vaker, bijvoorbeeld één per groep.",
)
@click.option(
    "--setup",
    metavar="OPZET",
    type=click.Path(path_type=Path),
    default=None,
    help="De opzet: een werkmap, of een map met wave.yml, codebook.yml en frame.csv. Zonder opzet "
    "wordt er een geschreven, om in te vullen.",
)
@click.option(
    "--crosswalk",
    metavar="CROSSWALK",
    type=click.Path(path_type=Path),
    default=None,
    help="De ingevulde crosswalk: welke kolom welke vraag is, en welke waarde welk antwoord.",
)
@click.option(
    "--accept",
    "accepted",
    metavar="NAAM",
    multiple=True,
    callback=_warnings,
    help="Aanvaard een waarschuwing, bij haar naam; mag vaker.",
)
def new(year: int, sources: tuple[Path, ...], setup: Path | None, crosswalk: Path | None,
        accepted: tuple[str, ...]) -> None:
    """Maak een meting van antwoorden uit SPSS, Excel, csv of LimeSurvey.

    Wat niet zeker is, vraagt een besluit: de opdracht schrijft dan een crosswalk naast het
    bestand en stopt. Er wordt pas iets geschreven als de meting klopt.
    """
    from participatiemonitor.publishing.graph.lock import exclusive
    from participatiemonitor.survey.importing.new_round import make_round
    from participatiemonitor.survey.importing.order import Order
    from participatiemonitor.survey.importing.report import report
    from participatiemonitor.survey.setup.template import require_setup

    if not sources:
        raise click.UsageError("Er ontbreekt een bestand met antwoorden: --from BESTAND.")
    project = find_project()
    if setup is None:
        require_setup(project, year, Path(f"opzet-{year}.xlsx"))
        return
    # A build would otherwise read old answers for one chapter and new ones for the next.
    with exclusive(project.build(year), f"monitor wave new {year}"):
        made = make_round(Order(year, sources, setup, crosswalk, accepted), project)
    click.echo(terminal(report(made)))


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
    found = inspect_round(year, project, faults_of_editorial(project, year))
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


# What `publishing.exchange` makes, which only the command itself imports.
_EXCHANGED = ("xlsform", "limesurvey", "formulier", "ddi", "datapakket")


@wave.command(**COMMAND)
@click.argument("year", metavar="JAAR", type=YEAR)
@click.option(
    "--to",
    "target",
    metavar="MAP",
    type=click.Path(path_type=Path),
    default=None,
    help="Zet de bestanden hier; standaard in _build/JAAR/uitwisseling.",
)
@click.option(
    "--only",
    metavar="NAAM",
    type=click.Choice(_EXCHANGED),
    multiple=True,
    help=f"Maak alleen dit: {', '.join(_EXCHANGED)}; mag vaker.",
)
@click.option(
    "--answers",
    is_flag=True,
    help="Zet ook de antwoorden erbij: als SPSS-bestand en als csv, zonder afscherming.",
)
def export(year: int, target: Path | None, only: tuple[str, ...], answers: bool) -> None:
    """Maak de vragenlijst en de beschrijving van een peiling voor andere programma's.

    Uit het codeboek komen de vragenlijst als XLSForm, voor LimeSurvey en als formulier om af te
    drukken, en de beschrijving als DDI en als datapakket. Antwoorden staan er niet in, tenzij u
    daarom vraagt.
    """
    from participatiemonitor.files.replacing import place_files
    from participatiemonitor.publishing.exchange import exchange_files
    from participatiemonitor.survey.exchange.answers import answer_files
    from participatiemonitor.survey.wave import load_wave

    project = find_project()
    wave = load_wave(year, project)
    files = exchange_files(wave, project, only)
    given = answer_files(year, project) if answers else {}
    folder = target or project.build(year) / "uitwisseling"
    for path in (*place_files(folder, files), *place_files(folder, given, private=True)):
        click.echo(terminal(f"Geschreven: {path}"))
    if answers:
        whose = ("de nagemaakte antwoorden, die niemand heeft gegeven" if wave.info.reconstructed
                 else "de antwoorden van respondenten, zonder afscherming. Geef ze alleen aan wie "
                 "ze mag zien, en zet ze niet op het web")
        click.echo(f"Let op: in {enumeration(given)} staan {whose}.", err=True)
