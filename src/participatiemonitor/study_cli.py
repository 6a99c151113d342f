"""`monitor study`: calculations on a user's own files, as the documents describe them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from participatiemonitor.arguments import COMMAND, GROUP, WholeNumber
from participatiemonitor.plain_text import terminal
from participatiemonitor.project import find_project
from participatiemonitor.studies.catalogue import STUDIES

# The heavy libraries are imported by the command that needs them.


class _Studies(click.Group):
    """A command a study, beside those that all of them share."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The studies, and what else there is."""
        return [*STUDIES, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a study, or another one."""
        if cmd_name in STUDIES:
            return _command(cmd_name)
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Studies, **GROUP)
def study() -> None:
    """Reken met eigen bestanden, zoals de documenten beschrijven.

    De bestanden staan in een map, en waar mensen worden geteld ook de sleutel waarmee aantallen
    worden afgeschermd. Het verslag komt in _build/studies.
    """


@study.command(**COMMAND)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def key(folder: Path) -> None:
    """Maak de sleutel van een map; eenmalig."""
    from participatiemonitor.estimation.disclosure.key import FILE
    from participatiemonitor.studies.persons.key import SAME, new_folder_key

    new_folder_key(folder)
    click.echo(terminal(
        f"Geschreven: {folder / FILE}\n\n"
        "Wie de sleutel heeft, kan de afscherming ongedaan maken: geef hem aan niemand. Bewaar een "
        f"kopie op een veilige plaats buiten deze map. {SAME}"))


# What else the command of a study takes, by name what it reads its folder with.
_MORE: dict[str, tuple[click.Parameter, ...]] = {"overlap": (
    click.Option(["--engine"], metavar="ADRES",
                 help="Tel op een cluster: sc://…, een adres van Spark Connect. Zonder: hier."),
    click.Option(["--store"], metavar="MAP", type=click.Path(path_type=Path),
                 help="Waar de versleutelde lijsten staan zolang er wordt geteld; een cluster moet "
                 "er ook bij kunnen. Zonder: in _build."))}


def _command(name: str) -> click.Command:
    """The command of a study."""
    options: list[click.Parameter] = [
        click.Option(
            ["--from", "source"], metavar="MAP", type=click.Path(path_type=Path),
            help="De map met de bestanden: csv, of één werkmap van Excel."),
        click.Option(
            ["--template", "target"], metavar="BESTAND",
            type=click.Path(path_type=Path, dir_okay=False),
            help="Schrijf de lege werkmap, om in te vullen, en stop."),
        click.Option(
            ["--jobs"], metavar="AANTAL", type=WholeNumber(min=1),
            default=lambda: os.cpu_count() or 1,
            help="Zoveel stappen tegelijk; standaard het aantal processoren."),
        *_MORE.get(name, ()),
    ]

    def run(**given: Any) -> None:
        _run(name, **given)

    return click.Command(name, callback=run, params=options, help=STUDIES[name], **COMMAND)


def _run(name: str, source: Path | None, target: Path | None, jobs: int, **settings: Any
         ) -> None:
    from participatiemonitor.studies.catalogue import find_study

    if (source is None) == (target is None):
        raise click.UsageError("Geef --from MAP of --template BESTAND, en niet allebei.")
    if target is not None:
        from participatiemonitor.studies.templates import write_template

        form = find_study(name).form
        write_template(form, target)
        click.echo(terminal(" ".join(filter(None, (
            f"Geschreven: {target}. Vul haar in, bewaar haar in een map en geef die met: monitor "
            f"study {name} --from MAP.", form.beside)))))
        return
    from participatiemonitor.publishing.study.build import build_study, summary

    assert source is not None
    project = find_project()
    if "store" in settings:
        settings["store"] = settings["store"] or project.build("studies")
    edition = build_study(project, find_study(name), source, jobs=jobs, settings=settings)
    click.echo(terminal(summary(edition)))
