"""What every study asks about itself: of whom it is, of when, and what readers must be told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from participatiemonitor.studies.forms.filled import Tables
from participatiemonitor.studies.forms.form import Column, Table
from participatiemonitor.studies.forms.quantities import DATE

SETUP, DAY, REMARK = "opzet", "peildatum", "opmerking"
OFFICE = Column("gemeente", "Naam van de gemeente of dienst, zoals zij in het verslag staat.",
                "Gemeente A")
_DAY = Column(DAY, "De dag waarvan de gegevens zijn. Hij staat in het verslag.", "2012-03-31", DATE)
_REMARK = Column(REMARK, "Wat lezers op elke bladzijde moeten weten, zoals dat de gegevens "
                 "verzonnen zijn.", "Proefversie", needed=False)


@dataclass(frozen=True)
class Setup:
    """Of whom and of when a study is.

    Attributes
    ----------
    name : str
        Of the municipality, or of several.
    day : datetime.date
        That of the data.
    remark : str
        What readers are told on every page; may be empty.
    """

    name: str
    day: dt.date
    remark: str


def setup_table(name: Column, *more: Column, about: str = "Over wie het verslag gaat: één rij."
                ) -> Table:
    """The table with one row that tells what a study is.

    Parameters
    ----------
    name : Column
        Of whom it is.
    *more : Column
        What else a study asks once.
    about : str

    Returns
    -------
    Table
    """
    return Table(SETUP, about, (name, _DAY, _REMARK, *more), single=True)


def setup_of(tables: Tables) -> Setup:
    """What was told of a study; nothing is wrong with it."""
    found = tables[SETUP]
    row = found.frame.iloc[0]
    remark = row[REMARK]
    return Setup(row[found.table.columns[0].name], row[DAY].date(),
                 remark if isinstance(remark, str) else "")
