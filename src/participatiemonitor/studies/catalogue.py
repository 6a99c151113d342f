"""The studies there are."""

from __future__ import annotations

from importlib import import_module

from participatiemonitor.studies.study import Study

# By name, what each computes, in Dutch: a line for each room of this package with a module `study`.
STUDIES: dict[str, str] = {}


def find_study(name: str) -> Study:
    """A study by its name.

    Parameters
    ----------
    name : str
        One of `STUDIES`.

    Returns
    -------
    Study
        The ``STUDY`` of the module ``study`` in its room, imported only now.
    """
    study: Study = import_module(f"{__package__}.{name}.study").STUDY
    return study
