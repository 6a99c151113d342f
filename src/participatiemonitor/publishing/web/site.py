"""From pages to a site: in Dutch, described, finished, with its downloads, swapped in whole."""

from __future__ import annotations

import shutil

from participatiemonitor.files.replacing import swap_folder
from participatiemonitor.publishing.edition import FOLDER, RAW, Edition
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.publishing.web.finishing import finish_pages
from participatiemonitor.publishing.web.interface import translate_pages
from participatiemonitor.publishing.web.metadata import Site


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
        translate_pages(made, edition.project.root / "locales" / "nl" / "theme.yml")
        finish_pages(made, [page.document for page in edition.pages], _describe(edition))
        swap_folder(made, build / "html")
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _describe(edition: Edition) -> Site:
    """What the pages say of the book; its address is known where ``html.baseurl`` gives it."""
    config = read_config(edition.project)
    wave = edition.wave
    address = config["html"].get("baseurl", "")
    return Site(
        name=config["title"],
        summary=f"{wave.title}, peiling {wave.year}. {wave.subtitle}.",
        remark="Reconstructie." if wave.status == "reconstructie" else "",
        picture=edition.picture.relative_to(edition.folder).as_posix(),
        alternative=edition.picture.with_suffix(".txt").read_text("utf-8"),
        address=f"{address.rstrip('/')}/" if address else "",
    )
