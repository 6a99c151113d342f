"""Pages made by hand, as chapters and as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page
import pytest
from bs4 import Tag
from pypdf import PdfReader

from participatiemonitor.project import Project
from participatiemonitor.publishing.head import head_of_round
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.paper.book import render, write_job
from participatiemonitor.publishing.paper.document import compose
from participatiemonitor.publishing.paper.images import Images
from participatiemonitor.publishing.paper.imprint import Imprint
from participatiemonitor.publishing.paper.letters import Letters, typefaces
from participatiemonitor.publishing.paper.volumes import Volume, read_volumes
from participatiemonitor.survey.head import read_wave_info

REPOSITORY = Path(__file__).parents[3]
BIBLIOGRAPHY = """
<article><section id="lijst"><h1>Literatuur</h1>
<section id="deel"><h2>Deel</h2><p>Hier.</p></section>
<div class="citation" id="id5"><span class="label">[Divosa 2011]</span>
<p>Divosa. <em>Maximaal vermogen</em>. <a href="https://divosa.nl/mv">https://divosa.nl/mv</a></p>
</div></section></article>"""
DRAWING = ('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">'
           '<text x="5" y="20" style="font: 12px \'Source Sans 3 ExtraLight\'">{}</text></svg>')


class Desk:
    """Two pages: one with the given body, and a bibliography; and what is made of them.

    `site` is the folder with built pages, in which a test may put files; `language` is that of
    the page, where it is not Dutch.
    """

    def __init__(self, folder: Path) -> None:
        self.site, self.drawn, self.job = (folder / name for name in ("site", "drawn", "job"))
        for path in (self.site / "chapters", self.site / "_images", self.drawn, self.job):
            path.mkdir(parents=True)
        (self.site / "_images" / "f.svg").write_text(DRAWING.format("Omtrek"))
        self.pages = [Page(f"chapters/{name}", Path(), Path(), "Deel") for name in ("een", "twee")]
        self.info = read_wave_info(Project(REPOSITORY).wave(2011))
        self.author, self.language = "De makers", ""

    def volumes(self, body: str, title: str = "Titel") -> list[Volume]:
        language = f' lang="{self.language}"' if self.language else ""
        (self.site / "chapters" / "een.html").write_text(
            f'<main><article><section id="titel"{language}><h1>{title}</h1>{body}</section>'
            '</article></main>', encoding="utf-8")
        (self.site / "chapters" / "twee.html").write_text(BIBLIOGRAPHY)
        return read_volumes(self.site, self.pages)

    def chapters(self, body: str) -> list[Tag]:
        return self.volumes(body)[0].chapters

    def pdf(self, body: str, title: str = "Titel") -> Path:
        """The report with this page."""
        return self.pdfs(body, title)[0]

    def pdfs(self, body: str, title: str = "Titel") -> list[Path]:
        """The report with this page, and the volumes beside it."""
        letters = Letters(typefaces())
        images = Images(self.site, self.drawn, self.job, letters)
        imprint = Imprint(head_of_round(self.info), self.author)
        volumes = self.volumes(body, title)
        documents = {name: compose(volume, volumes, imprint, images, letters)
                     for name, volume in zip(("rapport", "tabellen", "verdieping"), volumes,
                                             strict=False)}
        write_job(self.job, documents)
        paths = [self.job.parent / f"{name}.pdf" for name in documents]
        for path, made in zip(paths, render(self.job, documents), strict=True):
            path.write_bytes(made)
        return paths

    def words(self, body: str, title: str = "Titel") -> str:
        """All words of the report with this page."""
        pages = PdfReader(self.pdf(body, title)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def printed(desk: Desk) -> Callable[[str], Tag]:
    """The page with the given body as a chapter; the second page is a bibliography."""
    return lambda body: desk.chapters(body)[0]


def broken(path: Path, profile: page.ValidationProfile) -> list[str]:
    """The rules of a standard that a PDF breaks.

    A stream that happens to end in a carriage return is not one of them: the checker takes that
    for a part of the line end that follows, and then finds the stream too short.
    """
    report = page.validate_pdf(str(path), profile=profile)
    assert report.rules
    found = [str(failure) for failure in report.failures]
    if b"\r\nendstream" in path.read_bytes():
        found = [one for one in found if "STREAM-LENGTH-001" not in one]
    return found
