"""The book as a PDF to print: from the built pages, by WeasyPrint."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import yaml

from participatiemonitor.errors import NotInstalled, RunError
from participatiemonitor.publishing import rendering
from participatiemonitor.publishing.banner import announcement
from participatiemonitor.publishing.contents import Page
from participatiemonitor.publishing.files import replace_bytes
from participatiemonitor.publishing.print_document import Imprint, print_document
from participatiemonitor.survey.project import Project
from participatiemonitor.survey.wave import read_wave_info

STYLESHEET = Path(__file__).with_name("print.css")

INSTALL = """\
De PDF is niet gemaakt: Pango, dat de letters zet, ontbreekt of is niet volledig ({missing}).
Het boek op het web is compleet. Installeer Pango en maak het boek opnieuw:
    Debian en Ubuntu   apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    macOS              brew install pango
    conda              conda install -c conda-forge pango"""


def pdf_name(year: int) -> str:
    """Name of the PDF of a survey round."""
    return f"monitor-{year}.pdf"


def build_pdf(project: Project, year: int, pages: list[Page]) -> None:
    """Make the PDF from the built pages, and put a copy with the downloads.

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
    build, name = project.build(year), pdf_name(year)
    html = build / "html"
    info = read_wave_info(project.wave(year))
    config = yaml.safe_load((project.root / "_config.yml").read_text(encoding="utf-8"))
    imprint = Imprint(info, config["author"], announcement(project, year))
    made = render(print_document(html, pages, imprint), html)
    for path in (html / "downloads" / name, build / name):
        replace_bytes(path, made)


def render(document: str, base: Path) -> bytes:
    """Render a document in a process of its own, which Ctrl-C ends with the other ones.

    Parameters
    ----------
    document : str
        HTML.
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
    done = subprocess.run(
        [sys.executable, "-m", rendering.__name__, str(base), str(STYLESHEET)],
        input=document.encode(),
        capture_output=True,
        check=False,
    )
    said = done.stderr.decode("utf-8", errors="replace").strip()
    if done.returncode == rendering.NO_LIBRARY:
        name = re.search(r"lib[\w.-]+|$", said)[0]
        raise NotInstalled(INSTALL.format(missing=name or said))
    if done.returncode != 0:
        raise RunError(
            "De PDF is niet gemaakt; het boek op het web wel. Elke klacht van WeasyPrint geldt "
            f"als fout:\n{textwrap.indent(said, '  ')}"
        )
    return done.stdout
