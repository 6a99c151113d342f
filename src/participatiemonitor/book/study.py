"""The face that the notebook of a study sees: one object with everything it says or shows.

A notebook opens its study and then makes short calls::

    m = open_study("ladder", folder)
    m.figure("stijgers")     # a figure and its table
    m.table("overgangen")
    m.points("kort-wie", "kort-waar")   # a list of texts
    m.series("indicatoren")  # as many pieces of the page as the data have

A word stands in the prose itself: ``{m}`value("stijgers", "trede 3", "aandeel")```.
"""

from __future__ import annotations

from pathlib import Path

from participatiemonitor.book.binding import Method, functions
from participatiemonitor.presentation.studies import figures, files, parts, said, tables, words
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.studies.opening import open_report
from participatiemonitor.studies.report import Report


class StudyFace:
    """Everything the notebook of a study says or shows: `STUDY_WORDS`, tables, figures and files.

    Parameters
    ----------
    report : Report
    """

    def __init__(self, report: Report) -> None:
        self.report = report

    def say(self, **words: Bound) -> None:
        """Bind words for the prose, where ``{glue:}`name``` is their place."""
        from myst_nb import glue

        for name, word in words.items():
            glue(name, word, display=False)


STUDY_WORDS = functions(words)
_SHOWN = {"table": tables.table, "figure": figures.figure, "files": files.files,
          "points": said.points, "paragraphs": said.paragraphs, "series": parts.series}
for _name, _function in (STUDY_WORDS | _SHOWN).items():
    setattr(StudyFace, _name, Method(_function))


def open_study(name: str, folder: str) -> StudyFace:
    """Open a study for its notebook.

    Parameters
    ----------
    name : str
    folder : str
        With the files of the user, and the key.

    Returns
    -------
    StudyFace
    """
    return StudyFace(open_report(name, Path(folder)))
