"""What the studies publish of their examples, for whoever shows it: a book beside its chapters."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import asdict, dataclass
from functools import cache, partial
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.opening import STORED
from participatiemonitor.project import Project
from participatiemonitor.studies.catalogue import find_study
from participatiemonitor.studies.example_places import (
    computed_path,
    example_folder,
    examples_of,
)
from participatiemonitor.studies.forms.form import Form
from participatiemonitor.studies.report import Report
from participatiemonitor.studies.stored import content_of, report_from, write_content
from participatiemonitor.studies.study import About


@dataclass(frozen=True)
class Asked:
    """A table that a study asks.

    Attributes
    ----------
    name, about : str
        Its file without ending; what it tells and what a row is.
    needed : bool
        Whether it must be there.
    way : str
        Of which of several ways to tell the same it is one, of which exactly one is needed; empty
        for none.
    """

    name: str
    about: str
    needed: bool
    way: str = ""


@dataclass(frozen=True)
class Example:
    """A study as its example shows it.

    Attributes
    ----------
    about : About
        What the study is, and of whom its example.
    asks : tuple of Asked
        What it asks of who uses it.
    persons : bool
        Whether it counts persons, and so needs a key.
    report : Report
        What it publishes of its example.
    beside : str
        What it asks beside tables; empty for nothing.
    """

    about: About
    asks: tuple[Asked, ...]
    persons: bool
    report: Report
    beside: str = ""


class Examples:
    """The examples of a project by the name of their study, each opened when it is asked for.

    Parameters
    ----------
    project : Project, optional
    """

    def __init__(self, project: Project | None = None) -> None:
        self._open = cache(partial(open_example, project=project))

    def __getitem__(self, name: str) -> Example:
        return self._open(name)


def open_example(name: str, project: Project | None) -> Example:
    """A study as its example shows it: that of the build that runs, or computed here and now.

    Parameters
    ----------
    name : str
        Of the study.
    project : Project or None

    Returns
    -------
    Example

    Raises
    ------
    InputError
        When there is no example, its files hold faults, or its key is not there.
    """
    path = computed_path(name, Path(os.environ.get(STORED, "")))
    if path.is_file():
        return _read(path)
    known = examples_of(project) if project else ()
    if project is None or name not in known:
        raise InputError(f"{name!r}: van die werkstudie heeft dit project geen voorbeeld. "
                         f"Verwacht: een van {', '.join(known) or '(geen)'}.")
    return compute_example(name, project)


def compute_example(name: str, project: Project) -> Example:
    """What a study publishes of its example, computed from its files; see `open_example`."""
    study, folder = find_study(name), example_folder(name, project)
    given = study.read(folder, **study.example)
    return Example(study.about(given), _asks(study.form), study.persons,
                   study.report(given, study.key(folder)), study.form.beside)


def write_example_report(name: str, project: Project, path: Path) -> None:
    """Compute what a study publishes of its example and write it, the same bytes each time.

    Parameters
    ----------
    name : str
        Of the study.
    project : Project
    path : pathlib.Path
        See `participatiemonitor.studies.example_places.computed_path`.

    Raises
    ------
    InputError
        When the files of the example hold faults, or its key is not there.
    """
    example = compute_example(name, project)
    about = {**asdict(example.about), "day": example.about.day.isoformat()}
    write_content({"about": about, "asks": [asdict(one) for one in example.asks],
                   "persons": example.persons, "beside": example.beside,
                   "report": content_of(example.report)}, path)


def _read(path: Path) -> Example:
    told = json.loads(path.read_text("utf-8"))
    about = About(**{**told["about"], "day": dt.date.fromisoformat(told["about"]["day"])})
    return Example(about, tuple(Asked(**one) for one in told["asks"]), told["persons"],
                   report_from(told["report"]), told["beside"])


def _asks(form: Form) -> tuple[Asked, ...]:
    ways = {table: way.name for way in form.ways for table in way.tables}
    return tuple(Asked(table.name, table.about, table.needed, ways.get(table.name, ""))
                 for table in form.tables)
