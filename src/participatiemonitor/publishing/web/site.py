"""From pages to a site: in Dutch, described, finished, with its downloads, swapped in whole."""

from __future__ import annotations

import shutil
from pathlib import Path

from participatiemonitor.files.replacing import swap_folder
from participatiemonitor.project import Project
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.products import FOLDER, RAW, pdf_name, picture_name
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.publishing.web.finishing import finish_pages
from participatiemonitor.publishing.web.interface import translate_pages
from participatiemonitor.publishing.web.metadata import Site
from participatiemonitor.survey.wave import read_wave_info


def build_site(project: Project, year: int, pages: list[Page]) -> None:
    """Make the site from the pages and put it in the place of the previous one.

    Parameters
    ----------
    project : Project
    year : int
        Survey round.
    pages : list of Page
        All pages of the book, built.

    Raises
    ------
    RunError
        When a page refers to a file that is not there; the previous site still is.
    """
    build = project.build(year)
    made = build / ".site"
    shutil.rmtree(made, ignore_errors=True)
    try:
        # Sphinx's own bookkeeping differs with the folder it was built in.
        shutil.copytree(build / RAW, made, ignore=shutil.ignore_patterns(".buildinfo"))
        shutil.copytree(build / FOLDER, made / FOLDER)
        shutil.copyfile(build / pdf_name(year), made / FOLDER / pdf_name(year))
        translate_pages(made, project.root / "locales" / "nl" / "theme.yml")
        finish_pages(made, [page.document for page in pages], _describe(project, year))
        swap_folder(made, build / "html")
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _describe(project: Project, year: int) -> Site:
    """What the pages say of the book; its address is known where ``html.baseurl`` gives it."""
    config = read_config(project)
    info = read_wave_info(project.wave(year))
    address = config["html"].get("baseurl", "")
    picture = Path(FOLDER) / picture_name(year)
    reconstruction = info.status == "reconstructie"
    return Site(
        name=config["title"],
        summary=f"{info.title}, peiling {year}. {info.subtitle}.",
        remark="Reconstructie." if reconstruction else "",
        picture=picture.as_posix(),
        alternative=(project.build(year) / picture).with_suffix(".txt").read_text("utf-8"),
        address=f"{address.rstrip('/')}/" if address else "",
    )
