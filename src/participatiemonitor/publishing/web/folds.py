"""Sections that fold: those with a long table that few readers need whole.

An author gives the cell that shows the table the tag ``fold``. The heading of its section stays in
sight; _static/folds.js opens the section for who follows a link to it.
"""

from __future__ import annotations

from lxml.builder import E

from participatiemonitor.publishing.web.built_page import BuiltPage

# What myst-nb makes of the tag.
FOLDS = "tag_fold"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def fold(page: BuiltPage) -> None:
    """Fold the sections of a page that an author marked.

    Parameters
    ----------
    page : BuiltPage
        Changed in place.
    """
    # Several cells of a section may have the tag.
    for section in dict.fromkeys(cell.getparent() for cell in page.of_class(FOLDS)):
        heading = next(section.iterchildren(*_HEADINGS))  # a name may stand before it
        content = list(heading.itersiblings())
        section.append(E.details(E.summary(heading), *content))
