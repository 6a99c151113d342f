"""A study: how its folder is read, and what is published of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from participatiemonitor.studies.report import Report


@dataclass(frozen=True)
class About:
    """What one report is about; plain text.

    Attributes
    ----------
    title, subtitle : str
    which : str
        Of whom, and of when: *Gemeente A, 31 maart 2012*.
    day : datetime.date
        The day that its files state, from what was read: the same folder makes the same files.
    remark : str
        What readers are told on every page, such as that the numbers are made up; empty for
        nothing.
    """

    title: str
    subtitle: str
    which: str
    day: dt.date
    remark: str = ""


@dataclass(frozen=True)
class Study:
    """A calculation on a user's own files.

    Attributes
    ----------
    name : str
        What users call it, and the name of its room.
    read : callable
        Reads and checks a folder; an `InputError` tells all that is wrong with it.
    about : callable
        What its report is about, from what was read.
    report : callable
        What is published, from what was read and the key of the folder.
    template : callable
        The empty workbook.
    """

    name: str
    read: Callable[[Path], Any]
    about: Callable[[Any], About]
    report: Callable[[Any, bytes], Report]
    template: Callable[[], bytes]
