"""The sources that the book cites, checked before anything is executed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from nbformat import NotebookNode
from pybtex.database import BibliographyDataError, parse_string
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError

from participatiemonitor.files.faults import Fault, InvalidWave, refuse
from participatiemonitor.files.text_files import read_text
from participatiemonitor.plain_text import terminal
from participatiemonitor.publishing.notebooks import cell_name
from participatiemonitor.publishing.page_list import Page

_LARGEST = 5_000_000  # bytes
# The roles of sphinxcontrib-bibtex, with one or more keys.
_CITED = re.compile(r"\{(?:foot)?cite[a-z:]*\}`([^`]+)`")


def check_bibliography(files: Iterable[Path], manuscripts: Mapping[Page, NotebookNode]) -> None:
    """See that the sources can be read, and that what is cited is among them.

    Parameters
    ----------
    files : iterable of pathlib.Path
        In BibTeX.
    manuscripts : mapping of Page to nbformat.NotebookNode
        Pages with the prose that is looked through; what a cell writes is seen when the pages are
        built.

    Raises
    ------
    InvalidWave
        With file and line, or with notebook and cell.
    """
    known = set().union(*map(_keys, files))
    refuse(
        Fault(f"{page.document}.ipynb", None, f"cel {cell_name(index, notebook.cells)}", key,
              "een bron uit references.bib")
        for page, notebook in manuscripts.items()
        for index, cell in enumerate(notebook.cells)
        if cell.cell_type == "markdown"
        for keys in _CITED.findall(cell.source)
        for key in map(str.strip, keys.split(","))
        if key not in known
    )


def _keys(path: Path) -> set[str]:
    try:
        return set(parse_string(read_text(path, _LARGEST), "bibtex").entries)
    except PybtexSyntaxError as error:
        lines = error.parser.text.splitlines()
        shown = lines[error.lineno - 1] if error.lineno <= len(lines) else "einde van het bestand"
        raise InvalidWave([Fault(path.name, error.lineno, None, shown,
                                 "geldige BibTeX; let op accolades en komma's")]) from error
    except PybtexError as error:
        double = isinstance(error, BibliographyDataError)
        raise InvalidWave([Fault(
            path.name, None, None, terminal(error),
            "elke sleutel één keer" if double else "geldige BibTeX")]) from error
