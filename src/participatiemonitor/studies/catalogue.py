"""The studies there are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from participatiemonitor.studies.study import Study

# By name, what each computes, in Dutch: a line for each room of this package with a module `study`.
STUDIES: dict[str, str] = {
    "demand": "De mogelijke vraag van klanten naar voorzieningen.",
    "ladder": "Hoe mensen over de treden van de participatieladder gaan.",
    "indicators": "Gemeenten vergeleken op wat zij alle hetzelfde meten.",
    "elements": "Wat uw interventies hebben van wat werkt, en hoe bewezen zij zijn.",
    "overlap": "Wie meer dan één voorziening gebruikt, uit gekoppelde lijsten.",
}


def find_study(name: str) -> Study[Any]:
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
    study: Study[Any] = import_module(f"{__package__}.{name}.study").STUDY
    return study
