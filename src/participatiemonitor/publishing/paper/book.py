"""The book as a PDF to print: from the pages, by Typst."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

from participatiemonitor.errors import RunError
from participatiemonitor.files.replacing import replace_bytes
from participatiemonitor.presentation import palette
from participatiemonitor.publishing.edition import FIGURES, RAW, Edition
from participatiemonitor.publishing.paper import typesetting
from participatiemonitor.publishing.paper.chapters import read_chapters
from participatiemonitor.publishing.paper.document import Imprint, compose
from participatiemonitor.publishing.paper.images import Images
from participatiemonitor.publishing.paper.letters import Letters, typefaces
from participatiemonitor.publishing.sphinx.configuration import read_config

_JOB = ".paper"
# Lines of the compiler that are shown, and signs of each; it quotes whole paragraphs.
_LONG, _WIDE = 40, 160


def build_pdf(edition: Edition) -> None:
    """Make the PDF from the pages.

    Parameters
    ----------
    edition : Edition
        With its pages built.

    Raises
    ------
    RunError
        When anything in the document cannot be printed as it should; the previous PDF is
        still there.
    """
    build = edition.folder
    imprint = Imprint(edition.wave, read_config(edition.project)["author"])
    job = build / _JOB
    shutil.rmtree(job, ignore_errors=True)
    job.mkdir()
    try:
        letters = Letters(typefaces())
        images = Images(build / RAW, build / FIGURES, job, letters)
        chapters = read_chapters(build / RAW, edition.pages)
        write_job(job, *compose(edition.pages, chapters, imprint, images, letters))
        replace_bytes(edition.pdf, render(job))
    finally:
        shutil.rmtree(job, ignore_errors=True)


def write_job(job: Path, source: str, row_headers: list[list[list[int]]]) -> None:
    """Put everything in a folder that the compiler needs; it reads nothing else.

    Parameters
    ----------
    job : pathlib.Path
        Holds the images already.
    source : str
    row_headers : list
        As `compose` gives them.
    """
    fonts = job / typesetting.FONTS
    fonts.mkdir()
    for path in typefaces():
        shutil.copyfile(path, fonts / path.name)
    here = Path(__file__)
    for path in (*here.parent.glob("*.typ"), here.with_name("motif.svg"), palette.FILE):
        shutil.copyfile(path, job / path.name)
    (job / typesetting.ROW_HEADERS).write_text(json.dumps(row_headers), "utf-8")
    (job / typesetting.SOURCE).write_text(source, "utf-8")


def render(job: Path) -> bytes:
    """Set a document in a process of its own, which Ctrl-C ends with the other ones.

    Parameters
    ----------
    job : pathlib.Path
        Folder with all that belongs to it.

    Returns
    -------
    bytes
        The PDF.

    Raises
    ------
    RunError
        When Typst has any complaint.
    """
    command = [sys.executable, "-m", typesetting.__name__, str(job)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        shown = "\n".join(line[:_WIDE] for line in said[:_LONG])
        raise RunError(
            "De PDF is niet gemaakt; het vorige boek staat er nog. Elke klacht van Typst geldt "
            f"als fout:\n{textwrap.indent(shown, '  ')}"
        )
    return done.stdout
