"""The `monitor` command."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from participatiemonitor.arguments import COMMAND, GROUP, YEAR, WholeNumber, edition_of
from participatiemonitor.errors import InputError, MonitorError, RunError
from participatiemonitor.machine import refusal
from participatiemonitor.plain_text import terminal
from participatiemonitor.project import find_project
from participatiemonitor.streams import prepare_streams
from participatiemonitor.study_cli import study
from participatiemonitor.wave_cli import wave

if TYPE_CHECKING:
    from participatiemonitor.publishing.round_edition import RoundEdition

# The heavy libraries are imported by the command that needs them: `monitor --help` and a typing
# error should not wait for them.


class _Monitor(click.Group):
    """The command as a whole."""

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the command in Dutch, whatever its user reads, on streams that take any text."""
        prepare_streams()
        gettext.bindtextdomain("click", str(Path(__file__).with_name("locales")))
        gettext.textdomain("click")
        os.environ["LANGUAGE"] = "nl"
        return super().main(*args, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of the user is a message with an exit code, never a traceback."""
        try:
            return super().invoke(ctx)
        except MonitorError as error:
            fault = error
        except BrokenPipeError:
            raise  # the reader of the output left; click ends quietly
        except OSError as error:
            if (fault := refusal(error)) is None:
                raise
        except KeyboardInterrupt:
            click.echo("Afgebroken. Wat al klaar was, is bewaard.", err=True)
            sys.exit(130)
        click.echo(terminal(fault), err=True)
        sys.exit(fault.exit_code)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take no sign that steers a terminal: no argument needs one, and messages repeat it."""
        for argument in args:
            if (line := terminal(argument).replace("\n", "\\n")) != argument:
                ctx.fail(f"{line:.80}: verwacht een argument op één regel, zonder stuurtekens.")
        return super().parse_args(ctx, args)


_year = click.argument("year", metavar="[JAAR]", type=YEAR, required=False)
_help = {"help_option_names": ["-h", "--help"]}


@click.group(cls=_Monitor, context_settings=_help, **GROUP)
@click.version_option(
    package_name="participatiemonitor",
    message="%(prog)s %(version)s",
    help="Toon de versie.",
)
def main() -> None:
    """De Divosa-monitor over Wwb en Wmo als levend boek.

    Elke uitspraak in het boek wordt berekend uit de antwoorden in data/waves/JAAR. Zonder JAAR
    geldt de nieuwste meting.
    """


@main.command(**COMMAND)
@_year
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Maak het boek van elke meting, van de oudste tot de nieuwste.",
)
@click.option(
    "--only",
    metavar="HOOFDSTUK",
    multiple=True,
    help="Voer alleen dit hoofdstuk uit; mag vaker.",
)
@click.option(
    "--jobs",
    metavar="AANTAL",
    type=WholeNumber(min=1),
    default=lambda: os.cpu_count() or 1,
    help="Zoveel notebooks tegelijk; standaard het aantal processoren.",
)
@click.option(
    "-p",
    "--parameter",
    "assignments",
    metavar="NAAM=WAARDE",
    multiple=True,
    help="Geef de notebooks een parameter mee; mag vaker.",
)
def build(
    year: int | None, every: bool, only: tuple[str, ...], jobs: int, assignments: tuple[str, ...]
) -> None:
    """Maak het boek: voer de hoofdstukken uit, bouw de pagina's en maak de PDF’s."""
    from participatiemonitor.publishing.rounds import not_built, other_rounds

    if every and year is not None:
        raise click.UsageError(f"Geef {year} of --all, en niet allebei.")
    settings = {"only": only, "jobs": jobs, "assignments": assignments}
    years = find_project().years() if every else []
    if len(years) > 1:
        _build_all(years, settings)
        return
    edition = edition_of(year)
    _build_one(edition, settings)
    if told := not_built(other_rounds(edition)):
        click.echo(told)


def _build_one(edition: RoundEdition, settings: dict[str, Any]) -> None:
    from participatiemonitor.publishing.build import build_book, summary

    click.echo(summary(edition, build_book(edition, **settings)))


def _build_all(years: list[int], settings: dict[str, Any]) -> None:
    """Build each year; one that fails does not stop the others."""
    failed: dict[int, MonitorError] = {}
    for year in years:
        click.echo(f"Meting van {year}")
        try:
            _build_one(edition_of(year), settings)
        except MonitorError as error:
            failed[year] = error
            click.echo(terminal(error), err=True)
        click.echo()
    if failed:
        badly = any(isinstance(error, InputError) for error in failed.values())
        made = ", ".join(str(year) for year in years if year not in failed) or "geen"
        raise (InputError if badly else RunError)(
            f"Niet gelukt: {', '.join(map(str, failed))}; waarom, staat hierboven. "
            f"Wel gelukt: {made}.")


@main.command(**COMMAND)
@_year
def check(year: int | None) -> None:
    """Leg gepubliceerde cijfers naast berekende.

    Eindigt met 1 als er een niet klopt.
    """
    from participatiemonitor.documents import verdicts

    edition = edition_of(year)
    text, holds = verdicts.report(edition.project, edition.wave.year)
    click.echo(terminal(text))
    if not holds:
        sys.exit(1)


@main.command(**COMMAND)
@_year
@click.option(
    "--port",
    metavar="POORT",
    type=WholeNumber(0, 65535),
    default=8000,
    help="Poort op deze computer; standaard 8000.",
)
def serve(year: int | None, port: int) -> None:
    """Toon de gemaakte boeken in de browser; zonder JAAR het nieuwste eerst."""
    from participatiemonitor.publishing.web.serving import newest_built, open_server

    front = edition_of(newest_built(find_project()) if year is None else year)
    with open_server(front, port) as server:
        click.echo(f"Het boek staat op http://127.0.0.1:{server.server_port}/ (stop met Ctrl-C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Gestopt.")


@main.group(**GROUP)
def key() -> None:
    """Beheer de sleutel waarmee antwoorden worden afgeschermd."""


@key.command(**COMMAND)
def new() -> None:
    """Maak de sleutel; eenmalig, voor alle peilingen."""
    from participatiemonitor.estimation.disclosure.key import SAME, fingerprint, line_for, new_key

    path, made = new_key(find_project())
    click.echo(
        f"Geschreven: {terminal(path)}\n"
        f"Vingerafdruk: {fingerprint(made)}\n\n"
        "Zet deze regel in wave.yml van elke peiling met echte antwoorden, onder publication:\n\n"
        f"{line_for(made)}\n\n"
        "In een opzet in Excel hoort de vingerafdruk op het blad Peiling.\n\n"
        "Wie de sleutel heeft, kan de afscherming ongedaan maken: geef hem aan niemand. Bewaar een "
        f"kopie op een veilige plaats buiten het project. {SAME}"
    )


main.add_command(wave)
main.add_command(study)
