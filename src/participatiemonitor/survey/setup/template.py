"""The template of a new round: a setup workbook filled from the last round, to be completed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.files.replacing import replace_bytes
from participatiemonitor.project import Project
from participatiemonitor.survey.codebook import read_codebook
from participatiemonitor.survey.frame import read_frame
from participatiemonitor.survey.head import read_wave_info
from participatiemonitor.survey.setup.codebook_sheets import EARLIER, OPTIONS, SCALES
from participatiemonitor.survey.setup.contents import contents_of
from participatiemonitor.survey.setup.entered import ROUND
from participatiemonitor.survey.setup.todo import reviewed, unfilled
from participatiemonitor.survey.setup.wave_content import PUBLIC, Written
from participatiemonitor.survey.setup.wave_sheets import (
    FORM,
    GROUPS,
    OBSERVED,
    QUESTIONS,
    REGISTER,
    STATUS,
    STRATA,
)
from participatiemonitor.survey.setup.workbook import Contents, setup_workbook
from participatiemonitor.survey.wave import Wave, load_wave
from participatiemonitor.survey.waveinfo import WaveInfo

EXAMPLE = Path(__file__).with_name("example") / "2025"
# Fields of the form that are of one round alone, and those that may have to change.
_OWN = ("Peildatum", "Gemeenten in Nederland", "Bijstandsgerechtigden in Nederland", "Bron")
_CHECKED = ("Titel", "Ondertitel", "Bijstandswet, kort", "Bijstandswet, voluit",
            "Bijstandswet, sinds", "Ondersteuningswet, kort", "Ondersteuningswet, voluit",
            "Ondersteuningswet, sinds")


@dataclass(frozen=True)
class Template:
    """A template that was written: where, from which round, and what must be completed."""

    path: Path
    told: str
    unfilled: tuple[str, ...]
    reviewed: tuple[str, ...]


def write_template(project: Project, year: int | None, path: Path) -> Template:
    """Write the setup workbook of a round.

    Parameters
    ----------
    project : Project
    year : int or None
        A round that is there is written as it is. Of another the template is filled from the last
        round before it, and without any round from an example.
    path : pathlib.Path

    Returns
    -------
    Template

    Raises
    ------
    InputError
        When there is a file already, which may hold somebody's work, or no folder for it.
    """
    if path.exists():
        raise InputError(f"{path}: staat er al, en wordt niet overschreven. Verwacht: een nieuwe "
                         "naam, met --to.")
    if not path.parent.is_dir():
        raise InputError(f"{path.parent}: geen map. Verwacht: een map die er is, met --to.")
    contents, told = template_contents(project, year)
    open_cells, review = tuple(unfilled(contents)), tuple(reviewed(contents))
    lines = (told, *(("", "Nog in te vullen:", *open_cells) if open_cells else ()),
             *(("", "Na te kijken:", *review) if review else ()))
    replace_bytes(path, setup_workbook(replace(contents, lines=lines)))
    return Template(path, told, open_cells, review)


def require_setup(project: Project, year: int, path: Path) -> None:
    """Write the template of a round that is not set up, and stop with what must be completed.

    Parameters
    ----------
    project : Project
    year : int
    path : pathlib.Path
        Where the template comes.

    Raises
    ------
    InputError
        Always.
    """
    if path.exists():
        raise InputError(f"Peiling {year} heeft een opzet nodig. {path} staat er al: vul die aan "
                         f"en geef haar mee met --setup {path}.")
    made = write_template(project, year, path)
    listed = "\n".join(f"  {line}" for line in (*made.unfilled, *(
        f"nakijken: {line}" for line in made.reviewed)))
    raise InputError(f"Peiling {year} heeft een opzet nodig. Geschreven: {path}. {made.told}\n"
                     f"Vul aan:\n{listed}\nGeef haar daarna mee met --setup {path}.")


def template_contents(project: Project, year: int | None) -> tuple[Contents, str]:
    """The contents of a template, and where they come from.

    Parameters
    ----------
    project : Project
    year : int or None

    Returns
    -------
    tuple of Contents and str
    """
    years = project.years()
    if year in years:
        return (contents_of(load_wave(year, project)),
                f"Dit is de opzet van de peiling van {year}, zoals zij er staat.")
    if not years:
        example = _renewed(_example(), year)
        marked = frozenset((sheet, position, field) for sheet, rows in example.tables.items()
                           for position, row in enumerate(rows) for field in row)
        form = {label: value for label, value in example.form.items() if label != "Vorige peiling"}
        return (replace(example, form=form, review=example.review | marked),
                "Er is nog geen peiling: dit is een voorbeeld. Vervang alles door het uwe.")
    former = load_wave(max((one for one in years if year and one < year), default=years[-1]),
                       project)
    return (_renewed(former, year), f"Wat al is ingevuld, komt uit de peiling van {former.year}.")


def _example() -> Wave:
    info = read_wave_info(EXAMPLE)
    return Wave(info, read_codebook(EXAMPLE / "codebook.yml", info.groups),
                read_frame(EXAMPLE / "frame.csv", info.strata))


def _renewed(former: Wave, year: int | None) -> Contents:
    """The contents of a round for another year: without what was of that round alone."""
    contents, drawn = contents_of(former), former.info.reconstructed
    form = {label: value for label, value in contents.form.items() if label not in _OWN}
    form[STATUS] = OBSERVED
    if not drawn:  # organisations that were drawn have no heirs
        form["Vorige peiling"] = former.year
    form = form | {"Jaar": year} if year else {
        label: value for label, value in form.items() if label != "Jaar"}
    tables = dict(contents.tables)
    tables[GROUPS] = _less(tables[GROUPS], "fieldwork")
    tables[STRATA] = _less(tables[STRATA], "organisations")
    tables[PUBLIC] = tables[EARLIER] = []
    # What was drawn is of no organisation; what an organisation had then must be looked up again.
    tables[REGISTER.name] = [] if drawn else _less(
        tables[REGISTER.name], "inhabitants", "clients", "predecessors")
    if drawn:
        tables[QUESTIONS] = [row | {"known": "source"} for row in tables[QUESTIONS]]
        for sheet in (SCALES, OPTIONS):
            tables[sheet] = _less(tables[sheet], "assumed")
    of = "nieuwe peiling" if year is None else f"peiling van {year}"
    return Contents(f"Opzet van de {of}", form, tables,
                    review=frozenset(_review(form, tables, former.info)))


def _less(rows: Written, *fields: str) -> Written:
    return [{field: value for field, value in row.items() if field not in fields}
            for row in rows]


def _review(form: Mapping[str, object], tables: Mapping[str, Written], info: WaveInfo
            ) -> Iterator[tuple[str, int, str]]:
    """What may no longer be true: titles, laws, and texts with the name of a law or a year."""
    yield from ((ROUND, position, item.label) for position, item in enumerate(FORM)
                if item.label in _CHECKED and item.label in form)
    yield from ((GROUPS, position, "fieldwork") for position in range(len(tables[GROUPS])))
    names = {re.escape(name) for law in (info.laws.assistance, info.laws.support)
             for name in (law.short, law.name)}
    dated = re.compile(rf"\b(?:{'|'.join(sorted(names, reverse=True))}|(?:19|20)[0-9]{{2}})\b")
    yield from ((sheet, position, field) for sheet, rows in tables.items()
                if sheet not in (GROUPS, STRATA, REGISTER.name)
                for position, row in enumerate(rows) for field, value in row.items()
                if field in ("nl", "en", "short") and dated.search(str(value)))
