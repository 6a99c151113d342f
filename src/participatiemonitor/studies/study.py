"""A study: what it asks of a folder, how that is read, and what is published of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from participatiemonitor.studies.forms.form import Form
from participatiemonitor.studies.forms.setup import Setup
from participatiemonitor.studies.persons.key import folder_key
from participatiemonitor.studies.report import Report
from participatiemonitor.survey.names import date


class Inputs(Protocol):
    """What a folder comes to; what else there is in it, only its own study knows."""

    @property
    def setup(self) -> Setup:
        """Of whom and of when it is."""


Given = TypeVar("Given", bound=Inputs)


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


def _nothing(_given: Inputs) -> tuple[str, ...]:
    return ()


def _unnamed(_given: Inputs) -> str:
    return ""


@dataclass(frozen=True)
class Study(Generic[Given]):
    """A calculation on a user's own files.

    Attributes
    ----------
    form : Form
        What it asks; its name, its title and what it computes, too.
    read : callable
        Reads and checks a folder; an `InputError` tells all that is wrong with it. What else the
        command of this study was given, comes by name.
    report : callable
        What is published, from what was read and the key of the folder.
    persons : bool
        Whether it counts persons; where it does not there is nothing to hide, and no key.
    documents : tuple of str
        Those whose tables its report is held beside, by their folders in ``data/published``.
    remarks : callable
        What may be wrong in a folder that is right, for who made it; it is not published.
    fingerprint : callable
        Tells apart what was read of folders within the folder, which nobody reads again to see
        whether a report is up to date; empty where there are none.
    example : mapping of str to object
        What its example is read with, beside its folder.
    """

    form: Form
    read: Callable[..., Given]
    report: Callable[[Given, bytes], Report]
    persons: bool = True
    documents: tuple[str, ...] = ()
    remarks: Callable[[Given], tuple[str, ...]] = _nothing
    fingerprint: Callable[[Given], str] = _unnamed
    example: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What users call it, and the name of its room."""
        return self.form.study

    def key(self, folder: Path) -> bytes:
        """The key of a folder, as `report` takes it.

        Parameters
        ----------
        folder : pathlib.Path

        Returns
        -------
        bytes
            Empty for a study that counts no persons.

        Raises
        ------
        InputError
            When persons are counted and there is no key.
        """
        return folder_key(folder) if self.persons else b""

    def about(self, given: Given) -> About:
        """What the report of a folder is about."""
        setup = given.setup
        return About(self.form.title, self.form.about.removesuffix("."),
                     f"{setup.name}, {date(setup.day)}", setup.day, setup.remark)
