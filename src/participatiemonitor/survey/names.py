"""Names of a survey round that prose may use: its year, laws, groups, dates and size classes."""

from __future__ import annotations

import datetime as dt

from participatiemonitor.dutch import MONTHS, capital, enumeration
from participatiemonitor.survey.waveinfo import Group, WaveInfo


def names(info: WaveInfo) -> dict[str, str]:
    """What stands for ``{{ jaar }}`` in Markdown cells and for ``{jaar}`` in texts of choices.

    Parameters
    ----------
    info : WaveInfo

    Returns
    -------
    dict of str to str
        Plain text by name. A name is there only where the round has what it names.
    """
    laws = info.laws
    known = {
        "jaar": str(info.year), "titel": info.title, "ondertitel": info.subtitle,
        "bijstandswet": laws.assistance.short, "bijstandswet_voluit": laws.assistance.name,
        "ondersteuningswet": laws.support.short, "ondersteuningswet_voluit": laws.support.name,
        "peildatum": date(info.reference_date),
    }
    if laws.support.since is not None:
        known["ondersteuningswet_sinds"] = str(laws.support.since)
    for group, entry in info.groups.items():
        known |= _group(entry)
        if group in info.fieldwork:
            year, month = map(int, info.fieldwork[group].split("-"))
            known[f"veldwerk_{entry.code.lower()}"] = f"{MONTHS[month - 1]} {year}"
    return known | _classes(info)


def over(info: WaveInfo) -> str:
    """What the book is, in a few words."""
    return f"de levende monitor over {info.laws.assistance.short} en {info.laws.support.short}"


def full_title(info: WaveInfo) -> str:
    """The title of the book, and what it is."""
    return f"{info.title} – {over(info)}"


def date(day: dt.date) -> str:
    """A date in words: *1 januari 2011*."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _group(entry: Group) -> dict[str, str]:
    code = entry.code.lower()
    return {code: entry.nl, code.capitalize(): capital(entry.nl), f"{code}_een": entry.singular}


def _classes(info: WaveInfo) -> dict[str, str]:
    return {key: enumeration(info.strata[stratum].nl for stratum in domain.split("+"))
            for key, domain in info.size_classes.items()}
