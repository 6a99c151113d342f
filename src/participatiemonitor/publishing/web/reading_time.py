"""How long a chapter takes to read, under its title.

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
# A chapter begins with this section.
_IN_SHORT = ".//section[@id='in-het-kort']"
_NAMES = {"table", "figure", "pre", "dl", "script", "svg"}
_CLASSES = {"sd-tab-set", "sd-card", "citation-list", "downloads", "headerlink", "toctree-wrapper"}


def tell_reading_time(page: BuiltPage) -> None:
    """Tell how many minutes a chapter takes.

    Parameters
    ----------
    page : BuiltPage
        Changed in place where it is a chapter, and not a short one.
    """
    for article in page.of_class("bd-article"):
        title = article.find(".//h1")
        minutes = round(len(text_of(article, _is_no_prose).split()) / WORDS_A_MINUTE)
        if title is not None and article.find(_IN_SHORT) is not None and minutes >= LEAST:
            title.addnext(E.p(f"Leestijd {minutes} minuten", {"class": "reading-time"}))


def _is_no_prose(element: HtmlElement) -> bool:
    return element.tag in _NAMES or not _CLASSES.isdisjoint(classes(element))
