"""The book as a PDF to print: from the pages, by WeasyPrint."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

from participatiemonitor.errors import NotInstalled, RunError
from participatiemonitor.publishing import rendering
from participatiemonitor.publishing.banner import announcement
from participatiemonitor.publishing.configuration import read_config
from participatiemonitor.publishing.contents import Page
from participatiemonitor.publishing.files import replace_bytes
from participatiemonitor.publishing.print_document import Imprint, print_document
from participatiemonitor.publishing.products import RAW, pdf_name
from participatiemonitor.survey.project import Project
from participatiemonitor.survey.wave import read_wave_info

INSTALL = """\
De PDF is niet gemaakt: Pango, dat de letters zet, ontbreekt of is niet volledig ({missing}).
Het boek op het web is compleet. Installeer Pango en maak het boek opnieuw:
    Debian en Ubuntu   apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    macOS              brew install pango
    conda              conda install -c conda-forge pango"""


def build_pdf(project: Project, year: int, pages: list[Page]) -> None:
    """Make the PDF from the pages.

    Parameters
    ----------
    project : Project
    year : int
        Survey round.
    pages : list of Page
        All pages of the book, built.

    Raises
    ------
    NotInstalled
        When Pango is missing.
    RunError
        When anything in the document cannot be printed as it should; the previous PDF is
        still there.
    """
    build = project.build(year)
    html = build / RAW
    info = read_wave_info(project.wave(year))
    imprint = Imprint(info, read_config(project)["author"], announcement(project, year))
    made = render(lambda: print_document(html, pages, imprint), html)
    replace_bytes(build / pdf_name(year), made)


def is_possible() -> bool:
    """Whether everything is installed that the PDF needs."""
    done = subprocess.run([sys.executable, "-m", rendering.__name__], capture_output=True,
                          check=False)
    return done.returncode != rendering.NO_LIBRARY


def render(compose: Callable[[], str], base: Path) -> bytes:
    """Render a document in a process of its own, which Ctrl-C ends with the other ones.

    Parameters
    ----------
    compose : callable
        Gives the HTML; called while that process gets ready.
    base : pathlib.Path
        Folder from which its addresses count.

    Returns
    -------
    bytes
        The PDF.

    Raises
    ------
    NotInstalled
        When Pango is missing.
    RunError
        When WeasyPrint has any complaint.
    """
    command = [sys.executable, "-m", rendering.__name__, str(base)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            made, errors = process.communicate(compose().encode())
        except BaseException:
            process.kill()
            raise
    said = errors.decode("utf-8", errors="replace").strip()
    if process.returncode == rendering.NO_LIBRARY:
        name = re.search(r"lib[\w.-]+|$", said)[0]
        raise NotInstalled(INSTALL.format(missing=name or said))
    if process.returncode != 0:
        raise RunError(
            "De PDF is niet gemaakt; het boek op het web wel. Elke klacht van WeasyPrint geldt "
            f"als fout:\n{textwrap.indent(said, '  ')}"
        )
    return made
