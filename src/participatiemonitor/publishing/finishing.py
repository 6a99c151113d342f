"""The last hand on built pages: accessible, safe, and no larger than they need to be."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup

from participatiemonitor.publishing import accessibility, policy, pruning
from participatiemonitor.publishing.contents import NOT_FOUND
from participatiemonitor.publishing.icons import Icons

THEME_STYLE = Path("_static", "styles", "pydata-sphinx-theme.css")


def finish_pages(html: Path, root: str, missing: Collection[str] = ()) -> None:
    """Finish all pages in a folder and leave out what none of them uses.

    Parameters
    ----------
    html : pathlib.Path
        Folder with built pages.
    root : str
        Path of the book on its site, ``/`` or ``/boek/``; only the page for wrong addresses,
        which is shown at any depth, has to know.
    missing : collection of str
        Downloads that are not there; links to them go.
    """
    icons = Icons(html)
    for path in pruning.pages(html):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        _drop_links(soup, missing)
        accessibility.repair(soup)
        icons.inline(soup)
        policy.protect(soup)
        path.write_text(str(soup), encoding="utf-8")
    icons.shrink_fonts((html / THEME_STYLE).read_text(encoding="utf-8"))
    pruning.prune(html)
    if (html / NOT_FOUND).is_file():
        _anchor(html / NOT_FOUND, root)


def _drop_links(soup: BeautifulSoup, missing: Collection[str]) -> None:
    for link in soup.select("a[download]") if missing else ():
        if PurePosixPath(link["href"]).name in missing:
            link.decompose()


def _anchor(path: Path, root: str) -> None:
    """Let all addresses in a page count from the root of the site."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    soup.html["data-content_root"] = root
    for attribute in ("href", "src", "action"):
        for tag in soup.find_all(attrs={attribute: True}):
            address = tag[attribute]
            if not urlsplit(address).scheme and not address.startswith("#"):
                tag[attribute] = urljoin(root, address)
    path.write_text(str(soup), encoding="utf-8")
