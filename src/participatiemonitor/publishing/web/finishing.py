"""The last hand on built pages: accessible, and no larger than they need to be."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from participatiemonitor.publishing.page_list import NOT_FOUND
from participatiemonitor.publishing.web import accessibility, pruning
from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.icons import Icons
from participatiemonitor.publishing.web.passive import require_targets

THEME_STYLE = Path("_static", "styles", "pydata-sphinx-theme.css")


def finish_pages(html: Path, address: str) -> None:
    """Finish all pages in a folder and leave out what none of them uses.

    Parameters
    ----------
    html : pathlib.Path
        Folder with built pages, and with everything they refer to.
    address : str
        Where the book is on the web; empty where that is not known.

    Raises
    ------
    RunError
        When a page refers to a file that is not there.
    """
    icons = Icons(html)
    for path in pruning.page_files(html):
        page = BuiltPage.read(path)
        require_targets(page.root, path, html)
        accessibility.repair(page)
        icons.inline(page)
        page.write(path)
    icons.shrink_fonts((html / THEME_STYLE).read_text(encoding="utf-8"))
    pruning.prune(html)
    if (html / NOT_FOUND).is_file():
        _anchor(html / NOT_FOUND, urlsplit(address).path or "/")


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
