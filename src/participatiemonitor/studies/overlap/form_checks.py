"""What is wrong with the description of lists, before any of them is opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import numpy as np
import pandas as pd

from participatiemonitor.files.faults import Fault
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.forms.filled import Filled, Tables
from participatiemonitor.studies.forms.given import named
from participatiemonitor.studies.forms.setup import DAY, SETUP
from participatiemonitor.studies.overlap import form
from participatiemonitor.studies.overlap.files import EXCEL, READABLE, SUFFIXES

_FILE, _SHEET, _ALL, _DAY = "bestand", "blad", "alles", "stand"
_NAME = "voorziening"


def list_faults(tables: Tables) -> Iterator[Fault]:
    """Look at the rows that describe lists.

    Parameters
    ----------
    tables : mapping of str to Filled

    Yields
    ------
    Fault
    """
    found = tables.get(form.SUPPLIERS)
    if found is not None:
        yield from _files(found)
        yield from _persons(found)
        yield from _use(found)
        yield from _twice(found)
        if SETUP in tables:
            yield from _days(found, tables[SETUP])
    if form.PROVISIONS in tables:
        yield from _alike(tables[form.PROVISIONS])


def _has(found: Filled, *columns: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """In which rows all of these columns are filled in."""
    return np.logical_and.reduce([found.written(column) for column in columns])


def _files(found: Filled) -> Iterator[Fault]:
    names = found.frame[_FILE]
    for row, name in enumerate(names):
        if pd.isna(name):
            continue
        if "/" in name or "\\" in name or name.startswith("."):
            yield from found.faults([row], _FILE, "de naam van een bestand in de map "
                                    f"{form.LISTS}, zonder mappen")
        elif (suffix := PurePosixPath(name).suffix.casefold()) not in SUFFIXES:
            yield from found.faults([row], _FILE, READABLE)
        elif suffix not in EXCEL:
            yield from found.faults([row] * bool(found.written(_SHEET)[row]), _SHEET,
                                    "een lege cel; alleen Excel heeft bladen")
    alike = names.str.casefold()
    again = alike.notna() & ~_has(found, _SHEET) & alike.duplicated(keep=False)
    first = alike.where(again).duplicated()
    yield from found.faults(np.flatnonzero(again & first), _FILE, "elk bestand één keer, of van "
                            "Excel met het blad erbij", "dubbel")


def _persons(found: Filled) -> Iterator[Fault]:
    name = (form.SURNAME, form.INITIALS, form.BORN, form.POSTCODE, form.HOUSE)
    neither = ~_has(found, form.NUMBER) & ~_has(found, *name)
    yield from found.faults(np.flatnonzero(neither), form.NUMBER, "de kolom met het "
                            f"burgerservicenummer, of die onder {', '.join(name[:-1])} en "
                            f"{name[-1]} alle vijf")
    pairs = ((form.POSTCODE, form.HOUSE), (form.HOUSE, form.POSTCODE), (form.ADDITION, form.HOUSE))
    for column, needed in pairs:
        alone = _has(found, column) & ~_has(found, needed) & ~neither
        yield from found.faults(np.flatnonzero(alone), column, f"ook de kolom onder {needed}, of "
                                "geen van beide")


def _use(found: Filled) -> Iterator[Fault]:
    one, every = _has(found, form.PROVISION), _has(found, _ALL)
    yield from found.faults(np.flatnonzero(one & every), _ALL, "een lege cel naast een kolom onder "
                            f"{form.PROVISION}: een van beide")
    yield from found.faults(np.flatnonzero(~one & ~every), form.PROVISION, "de kolom met de "
                            f"voorziening, of onder {_ALL} de voorziening van alle rijen")
    period = _has(found, form.SINCE) | _has(found, form.UNTIL)
    yield from found.faults(np.flatnonzero(_has(found, _DAY) & period), _DAY, "een lege cel naast "
                            f"een kolom onder {form.SINCE} of {form.UNTIL}")


def _days(found: Filled, setup: Filled) -> Iterator[Fault]:
    """Lists that would count nobody, or as many on both days."""
    if not setup.whole(DAY, form.EARLIER) or setup.frame.empty:
        return
    day, earlier = setup.frame.iloc[0][[DAY, form.EARLIER]]
    days, which = [day], f"{DAY}, {day:%Y-%m-%d}"
    if not pd.isna(earlier):
        days, which = [day, earlier], f"{which}, of {form.EARLIER}, {earlier:%Y-%m-%d}"
        known = _has(found, _DAY) | _has(found, form.SINCE) | _has(found, form.UNTIL)
        yield from found.faults(np.flatnonzero(~known), _DAY, f"{which}; of een kolom onder "
                                f"{form.SINCE} of {form.UNTIL}. Zonder telt de lijst op beide "
                                "dagen dezelfde gebruikers")
    of = found.frame[_DAY]
    yield from found.faults(np.flatnonzero(of.notna() & ~of.isin(days)), _DAY, which)


def _alike(found: Filled) -> Iterator[Fault]:
    """Provisions that lists do not tell apart."""
    names = found.frame[_NAME]
    alike = names.dropna().map(lambda name: one_line(name).casefold()).reindex(names.index)
    # Names that are quite the same are refused as such.
    again = alike.notna() & alike.duplicated() & ~names.duplicated()
    yield from found.faults(np.flatnonzero(again), _NAME, "elke voorziening één keer; "
                            "hoofdletters en spaties maken geen verschil", "dubbel")


def _twice(found: Filled) -> Iterator[Fault]:
    """Columns of a list that would be two things."""
    for row, names in enumerate(found.frame[list(form.COLUMNS)].itertuples(index=False)):
        seen: dict[str, str] = {}
        for holds, name in zip(form.COLUMNS, names, strict=True):
            if pd.isna(name):
                continue
            if (first := seen.setdefault(named(name), holds)) != holds:
                yield from found.faults([row], holds, f"een andere kolom dan onder {first}")
