"""The book on paper, as PDFs: from the pages, by Typst."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from participatiemonitor.errors import RunError
from participatiemonitor.files.replacing import replace_bytes
from participatiemonitor.presentation import palette
from participatiemonitor.publishing.edition import FIGURES, RAW, Edition
from participatiemonitor.publishing.paper import typesetting
from participatiemonitor.publishing.paper.document import compose
from participatiemonitor.publishing.paper.images import Images
from participatiemonitor.publishing.paper.imprint import Imprint
from participatiemonitor.publishing.paper.letters import Letters, typefaces
from participatiemonitor.publishing.paper.volumes import Volume, read_volume, read_volumes
from participatiemonitor.publishing.round_edition import RoundEdition
from participatiemonitor.publishing.sphinx.configuration import read_config

_JOB = ".paper"
# Lines of the compiler that are shown, and signs of each; it quotes whole paragraphs.
_LONG, _WIDE = 40, 160


def build_pdfs(edition: RoundEdition) -> None:
    """Make the report and the volumes beside it from the pages.

    Parameters
    ----------
    edition : RoundEdition
        With its pages built.

    Raises
    ------
    RunError
        When anything in them cannot be printed as it should; the previous PDFs are still there.
    """
    _print(edition, read_volumes(edition.folder / RAW, edition.pages))


def build_pdf(edition: Edition) -> None:
    """Make one volume from all pages; see `build_pdfs`.

    Parameters
    ----------
    edition : Edition
        With its pages built.

    Raises
    ------
    RunError
    """
    _print(edition, read_volume(edition.folder / RAW, edition.pages))


def _print(edition: Edition, volumes: Sequence[Volume]) -> None:
    build = edition.folder
    imprint = Imprint(edition.head, read_config(edition.project)["author"])
    job = build / _JOB
    shutil.rmtree(job, ignore_errors=True)
    job.mkdir()
    try:
        letters = Letters(typefaces())
        images = Images(build / RAW, build / FIGURES, job, letters)
        files = {path: compose(volume, volumes, imprint, images, letters)
                 for path, volume in zip(edition.pdfs, volumes, strict=True)}
        write_job(job, {path.stem: composed for path, composed in files.items()})
        for path, made in zip(files, render(job, [path.stem for path in files]), strict=True):
            replace_bytes(path, made)
    finally:
        shutil.rmtree(job, ignore_errors=True)


def write_job(job: Path, documents: Mapping[str, tuple[str, list[list[list[int]]]]]) -> None:
    """Put everything in a folder that the compiler needs; it reads nothing else.

    Parameters
    ----------
    job : pathlib.Path
        Holds the images already.
    documents : mapping
        Source and headers of rows as `compose` gives them, by name.
    """
    fonts = job / typesetting.FONTS
    fonts.mkdir()
    for path in typefaces():
        shutil.copyfile(path, fonts / path.name)
    here = Path(__file__)
    for path in (*here.parent.glob("*.typ"), here.with_name("motif.svg"), palette.FILE):
        shutil.copyfile(path, job / path.name)
    for name, (source, row_headers) in documents.items():
        (job / typesetting.ROW_HEADERS.format(name)).write_text(json.dumps(row_headers), "utf-8")
        (job / typesetting.SOURCE.format(name)).write_text(source, "utf-8")


def render(job: Path, names: Collection[str]) -> list[bytes]:
    """Set documents in a process of their own, which Ctrl-C ends with the other ones.

    Parameters
    ----------
    job : pathlib.Path
        Folder with all that belongs to them.
    names : collection of str

    Returns
    -------
    list of bytes
        The PDFs.

    Raises
    ------
    RunError
        When Typst has any complaint.
    """
    command = [sys.executable, "-m", typesetting.__name__, str(job), *names]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        shown = "\n".join(line[:_WIDE] for line in said[:_LONG])
        raise RunError(
            "De PDF’s zijn niet gemaakt; wat er stond, staat er nog. Elke klacht van Typst geldt "
            f"als fout:\n{textwrap.indent(shown, '  ')}"
        )
    return [(job / typesetting.PDF.format(name)).read_bytes() for name in names]
