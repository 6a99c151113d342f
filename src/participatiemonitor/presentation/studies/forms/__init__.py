"""Forms of figures of studies, one module each, found by the word in `ReportFigure.form`.

A form is a module here. In it are

``PARTS``
    the parts that it draws, each with whether it must be there: ``{"value": True, "low": False}``;
``draw(figure, table)``
    the drawing, without its title;
``describe(figure, table)``
    what it shows, from its numbers, for who does not see it.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from participatiemonitor.studies.report import ReportFigure


def form(figure: ReportFigure) -> ModuleType:
    """The module of the form of a figure.

    Parameters
    ----------
    figure : ReportFigure

    Returns
    -------
    module

    Raises
    ------
    ValueError
        When the figure names other parts than the form draws: a fault of its study.
    """
    found = import_module(f"{__name__}.{figure.form}")
    needed = {part for part, needed in found.PARTS.items() if needed}
    if not needed <= figure.parts.keys() <= found.PARTS.keys():
        raise ValueError(f"{figure.name}: a figure with the form {figure.form} has the parts "
                         f"{', '.join(found.PARTS)}")
    return found
