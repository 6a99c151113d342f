"""The book as a PDF to print: from the built pages, by WeasyPrint."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import yaml

from participatiemonitor.errors import NotInstalled, RunError
from participatiemonitor.publishing import rendering
from participatiemonitor.publishing.banner import announcement
from participatiemonitor.publishing.contents import Page
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
    build = project.build(year)
    html, target = build / "html", build / pdf_name(year)
    info = read_wave_info(project.wave(year))
    config = yaml.safe_load((project.root / "_config.yml").read_text(encoding="utf-8"))
    imprint = Imprint(info, config["author"], announcement(project, year))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        render(print_document(html, pages, imprint), html, temporary)
        (html / "downloads").mkdir(exist_ok=True)
        copy = html / "downloads" / f".{target.name}.tmp"
        shutil.copyfile(temporary, copy)
        copy.replace(html / "downloads" / target.name)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def render(document: str, base: Path, target: Path) -> None:
    """Render a document in a process of its own, which Ctrl-C ends with the other ones.

    Parameters
    ----------
    document : str
        HTML.
    base : pathlib.Path
        Folder from which its addresses count.
    target : pathlib.Path

    Raises
    ------
    NotInstalled
        When Pango is missing.
    RunError
        When WeasyPrint has any complaint.
    """
    module = rendering.__spec__.name
    done = subprocess.run(
        [sys.executable, "-m", module, str(base), str(STYLESHEET), str(target)],
        input=document.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
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
