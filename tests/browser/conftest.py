"""The built book in a real browser, served by `monitor serve`."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from bookmaking import REPOSITORY, Book
from playwright.sync_api import Browser, Page, sync_playwright

from participatiemonitor.project import Project
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.web.serving import open_server

from .visits import Site, Visit, visit

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# No services of its own: whatever this browser asks for, a page asked for.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync")

# All pages a reader can come to, and two that are not in the contents. Before 2011 there was no
# round to compare with.
PAGES = [page for page in re.findall(r"(?:root|file): (\S+)",
                                     (REPOSITORY / "_toc.yml").read_text("utf-8"))
         if page != "chapters/eerdere-rondes"] + ["search", "404"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip(f"geen browser gevonden (gezocht: {', '.join(CHROMIUM)}); "
                    "installeer Chromium om de bladzijden te testen zoals een lezer ze krijgt")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@contextmanager
def served(book: Book) -> Iterator[Site]:
    """Serve a book."""
    with open_server(find_edition(Project(book.root), str(book.year)), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Site(f"http://127.0.0.1:{server.server_port}/{book.year}/html", book)
        server.shutdown()
        thread.join()


# They depend on the browser, so that without one no book is built.
@pytest.fixture(scope="package")
def site(browser: Browser, book: Book) -> Iterator[Site]:
    """The address of the book of 2011."""
    with served(book) as site:
        yield site


@pytest.fixture(scope="package")
def later_site(browser: Browser, later: Book) -> Iterator[Site]:
    """The address of the book of a round of real answers."""
    with served(later) as site:
        yield site


@pytest.fixture(scope="package")
def rounds_site(browser: Browser, rounds: tuple[Book, ...]) -> Iterator[Site]:
    """The address of the book of 2011 in a project of more rounds, each of which is served."""
    with served(rounds[0]) as site:
        yield site


@pytest.fixture(scope="package")
def visits(browser: Browser, site: Site) -> Callable[[str], Visit]:
    """What a reader meets on a page; each page is visited once."""
    return cache(lambda page: visit(browser, site, page))


@pytest.fixture
def reader(browser: Browser, site: Site) -> Iterator[Page]:
    """A reader with a wide window and nothing kept from before, on the landing page.

    Without motion, so that what is to be seen is there at once.
    """
    with browser.new_context(viewport={"width": 1280, "height": 900},
                             reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(site.url("index"))
        yield page


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Page]:
    """A reader with a phone, on the landing page."""
    with browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True,
                             reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(site.url("index"))
        yield page
