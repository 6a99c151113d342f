"""From pages to a site: finished, with its downloads, swapped in whole."""

from __future__ import annotations

import shutil

from participatiemonitor.files.replacing import swap_folder
from participatiemonitor.publishing.edition import FOLDER, RAW, Edition
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.publishing.web.finishing import finish_pages
from participatiemonitor.publishing.web.pages import address


def build_site(edition: Edition) -> None:
    """Make the site from the pages and put it in the place of the previous one.

    Parameters
    ----------
    edition : Edition
        With its pages built.

    Raises
    ------
    RunError
        When a page refers to a file that is not there; the previous site still is.
    """
    build = edition.folder
    made = build / ".site"
    shutil.rmtree(made, ignore_errors=True)
    try:
        # Sphinx's own bookkeeping differs with the folder it was built in.
        shutil.copytree(build / RAW, made, ignore=shutil.ignore_patterns(".buildinfo"))
        shutil.copytree(build / FOLDER, made / FOLDER)
        shutil.copyfile(edition.pdf, made / FOLDER / edition.pdf.name)
        finish_pages(made, address(read_config(edition.project)))
        swap_folder(made, build / "html")
    finally:
        shutil.rmtree(made, ignore_errors=True)
