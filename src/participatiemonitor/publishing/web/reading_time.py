"""How long a page takes to read, under its title.

Counted are the words of sentences; nobody reads a table, a list of terms or one of sources from
its first word to its last.
"""

from __future__ import annotations

from lxml.builder import E
from lxml.html import HtmlElement

from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.prose import classes, text_of

WORDS_A_MINUTE = 220
# Who has a page before him that takes less, sees that.
LEAST = 2
_NAMES = {"table", "figure", "pre", "dl", "script", "svg"}
_CLASSES = {"sd-tab-set", "sd-card", "citation-list", "downloads", "headerlink", "toctree-wrapper"}


def tell_reading_time(page: BuiltPage) -> None:
    """Tell how many minutes a page takes, where that is something to know.

    Parameters
    ----------
    page : BuiltPage
        Changed in place.
    """
    for article in page.of_class("bd-article"):
        title = article.find(".//h1")
        minutes = round(len(text_of(article, _is_no_prose).split()) / WORDS_A_MINUTE)
        if title is not None and minutes >= LEAST:
            english = title.getparent().get("lang") == "en"
            told = f"Reading time {minutes} minutes" if english else f"Leestijd {minutes} minuten"
            title.addnext(E.p(told, {"class": "reading-time"}))


def _is_no_prose(element: HtmlElement) -> bool:
    return element.tag in _NAMES or not _CLASSES.isdisjoint(classes(element))
