"""The last hand on built pages: described, accessible, and no larger than they need to be."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from participatiemonitor.publishing.page_list import NOT_FOUND
from participatiemonitor.publishing.web import accessibility, pruning
from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.icons import Icons
from participatiemonitor.publishing.web.metadata import Site, describe
from participatiemonitor.publishing.web.passive import require_targets

THEME_STYLE = Path("_static", "styles", "pydata-sphinx-theme.css")


def finish_pages(html: Path, documents: list[str], site: Site) -> None:
    """Finish all pages in a folder and leave out what none of them uses.

    Parameters
    ----------
    html : pathlib.Path
        Folder with built pages, and with everything they refer to.
    documents : list of str
        The pages of the book: ``chapters/feiten``. There are others, such as the one to search.
    site : Site

    Raises
    ------
    RunError
        When a page refers to a file that is not there.
    """
    icons = Icons(html)
    for path in pruning.page_files(html):
        page = BuiltPage.read(path)
        name = path.relative_to(html).as_posix()
        require_targets(page.root, path, html)
        document = name.removesuffix(".html")
        if document in documents:
            describe(page, document, site)
        accessibility.repair(page)
        icons.inline(page)
        page.write(path)
    icons.shrink_fonts((html / THEME_STYLE).read_text(encoding="utf-8"))
    pruning.prune(html)
    if (html / NOT_FOUND).is_file():
        _anchor(html / NOT_FOUND, urlsplit(site.address).path or "/")


def _anchor(path: Path, root: str) -> None:
    """Let all addresses in a page count from the root of the site: it is shown at any depth."""
    page = BuiltPage.read(path)
    page.root.set("data-content_root", root)
    for element in page.root.iter("*"):
        for attribute in ("href", "src", "action"):
            address = element.get(attribute)
            if address and not urlsplit(address).scheme and not address.startswith("#"):
                element.set(attribute, urljoin(root, address))
    page.write(path)
