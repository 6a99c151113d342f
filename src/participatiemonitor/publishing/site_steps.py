"""The steps that every edition has, from executed notebooks to its site and PDFs.

The heavy libraries are imported by the step that needs them: when nothing has changed, none does.
"""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from participatiemonitor.publishing.edition import FINISHED, HTML, RAW, SOURCES, Edition
from participatiemonitor.publishing.graph.nodes import Node, digest_files, folder, inputs
from participatiemonitor.publishing.graph.tasks import Step

# Libraries whose version shows in an executed notebook or a page.
_LIBRARIES = (
    "ipykernel", "papermill", "numpy", "pandas", "scipy", "statsmodels", "matplotlib", "seaborn",
    "gptables", "xlsxwriter", "typst", "pikepdf", "jupyter-book", "sphinx", "myst-nb",
    "sphinx-book-theme",
)

# The code that notebooks call; a change in it may change any of them.
PACKAGE = Path(__file__).parents[1]

CHECK, RESULTS, PAGES = "controle", "resultaten", "pagina's"
FINISH, SITE = "afwerking", "website"


@dataclass(frozen=True)
class Finishing:
    """How an edition is finished.

    Attributes
    ----------
    printing : str
        The function that makes its PDFs, ``module:name``.
    finishing : str
        The one that finishes its pages.
    needs : tuple of Node or pathlib.Path
        What finishing needs besides the pages.
    """

    printing: str
    finishing: str
    needs: tuple[Node | Path, ...] = ()


def site_steps(edition: Edition, everything: Sequence[Node | Path], offered: Node, drawn: Node,
               way: Finishing) -> list[Step]:
    """List the steps from executed notebooks to a site with its PDFs.

    Parameters
    ----------
    edition : Edition
    everything : sequence of Node or pathlib.Path
        What pages depend on besides their notebooks and files.
    offered, drawn : Node
        The files for download, and the figures for print.
    way : Finishing

    Returns
    -------
    list of Step
    """
    build = edition.folder
    raw = folder(PAGES, build / RAW)
    finished = folder(FINISH, build / FINISHED)
    # The pages as they are built do not tell.
    volumes = inputs("delen", repr([(page.document, page.paper) for page in edition.pages]))
    return [
        Step(
            PAGES,
            partial(call, "web.pages:build_pages", edition),
            (*everything, offered, *(page.executed for page in edition.pages)),
            (raw,),
        ),
        Step(
            edition.pdf.name,
            partial(call, way.printing, edition),
            (*everything, volumes, raw, drawn),
            edition.pdfs,
        ),
        Step(
            FINISH,
            partial(call, way.finishing, edition),
            (*everything, volumes, *way.needs, offered, raw),
            (finished,),
        ),
        # The site offers the PDFs: it waits for them, so that all always belong together.
        Step(
            SITE,
            partial(call, "web.site:build_site", edition),
            (finished, *edition.pdfs),
            (folder(HTML, build / HTML),),
        ),
    ]


def call(function: str, *arguments: Any) -> None:
    """Call a function of this room, ``module:name``; what it needs is imported only now."""
    resolve_name(f"{__package__}.{function}")(*arguments)


def digested(name: str, root: Path, *paths: Path) -> Node:
    """What files and folders hold, as something that steps need."""
    return inputs(name, digest_files(root, paths))


def code() -> tuple[Node, Node]:
    """The code of this package, and the versions of libraries, as something that steps need."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    versions = ", ".join((f"python {platform.python_version()}", *libraries))
    return digested("pakket", PACKAGE.parent, PACKAGE), inputs("bibliotheken", versions)


def sources(edition: Edition) -> Node:
    """What pages are made from besides notebooks, as something that steps need."""
    root = edition.project.root
    return digested("boek", root, *(root / name for name in SOURCES))
