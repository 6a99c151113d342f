"""What a folder for the study of elements comes to, and what can be wrong beyond its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from participatiemonitor.files.faults import Fault
from participatiemonitor.project import find_project
from participatiemonitor.studies.elements import codings
from participatiemonitor.studies.elements.codings import Coded, coded
from participatiemonitor.studies.elements.form import (
    CODINGS,
    ELEMENTS,
    FORM,
    INTERVENTIONS,
    RUNG,
)
from participatiemonitor.studies.elements.published import Published, read_published
from participatiemonitor.studies.forms.filled import Filled, Tables
from participatiemonitor.studies.forms.reading import read_folder
from participatiemonitor.studies.forms.setup import Setup, setup_of


@dataclass(frozen=True, eq=False)
class Inputs:
    """What the study is made of.

    Attributes
    ----------
    setup : Setup
    coders : tuple of str
        One or two, in the order in which the file names them.
    coded : Coded
        Interventions in their order, elements by the names of `ELEMENTS`.
    descriptions : dict of str to str
        Of interventions that have one.
    published : Published
        What they are held beside.
    """

    setup: Setup
    coders: tuple[str, ...]
    coded: Coded
    descriptions: dict[str, str]
    published: Published


def read_inputs(folder: Path) -> Inputs:
    """Read a folder with codings.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    Inputs

    Raises
    ------
    InputError
        With every fault; or when the project lacks what they are held beside.
    """
    return read_folder(FORM, folder, _faults, _inputs)


def _faults(tables: Tables) -> Iterator[Fault]:
    if CODINGS in tables:
        yield from _coder_faults(tables[CODINGS])
    if CODINGS in tables and INTERVENTIONS in tables:
        yield from _uncoded(tables[CODINGS], tables[INTERVENTIONS])


def _coder_faults(found: Filled) -> Iterator[Fault]:
    coders = _coders(found)
    for coder in coders[2:]:
        first = found.frame["codeur"].eq(coder).idxmax()
        yield from found.faults([first], "codeur", f"een van ten hoogste twee codeurs, zoals "
                                f"{coders[0]} en {coders[1]}, die elk alle interventies coderen")


def _coders(found: Filled) -> list[str]:
    """The coders, who coded most first."""
    return [name for name, _ in Counter(found.frame["codeur"].dropna()).most_common()]


def _uncoded(found: Filled, interventions: Filled) -> Iterator[Fault]:
    """Interventions that a coder left out."""
    frame = found.frame
    pairs = set(zip(frame["codeur"], frame["interventie"], strict=True))
    if not found.whole("codeur", "interventie"):
        return
    for row, name in enumerate(interventions.frame["interventie"]):
        for coder in _coders(found)[:2]:
            if name is not None and (coder, name) not in pairs:
                yield from interventions.faults([row], "interventie",
                                                f"een rij in {CODINGS} van codeur {coder}")


def _inputs(tables: Tables) -> Inputs:
    known, frame = tables[INTERVENTIONS].frame, tables[CODINGS].frame
    coders = tuple(frame["codeur"].unique())
    each = [_coding(frame[frame["codeur"] == coder], list(known["interventie"]))
            for coder in coders]
    told = known.dropna(subset="omschrijving")
    return Inputs(setup_of(tables), coders, coded(each, list(ELEMENTS)),
                  dict(zip(told["interventie"], told["omschrijving"], strict=True)),
                  read_published(find_project()))


def _coding(rows: pd.DataFrame, interventions: list[str]) -> pd.DataFrame:
    """What one coder said, in the order of the interventions."""
    return rows.set_index("interventie").loc[interventions].rename(columns={RUNG: codings.RUNG})
