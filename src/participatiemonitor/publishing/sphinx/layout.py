"""What differs between the pages of the book in the layout they share.

The content policy stands in each page before anything that it is about, and what the page says of
itself after it. Scripts that extensions write into pages are taken out. The banner of a
reconstruction leads to its explanation, by a way that differs with the folder a page is in. A few
scripts are of one page alone.
"""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import Any

from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.application import Sphinx

from participatiemonitor.publishing.policy import META
from participatiemonitor.publishing.sphinx.metadata import meta_tags, page_title

# Page that tells how the answers of a reconstruction were made.
EXPLANATION = "chapters/methode"
# Priority that Sphinx gives to scripts and styles of a project.
_PROJECT = 800
SEARCH, NOT_FOUND = "search", "404"
# Pages that have scripts nobody needs elsewhere.
# The last is added where a project has more rounds than one, by publishing/web/switcher.py.
_ALONE = {"search-page.js": (SEARCH,), "not-found.js": (NOT_FOUND,),
          "spelling.js": (SEARCH, NOT_FOUND), "rounds.js": ()}


def compose(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Complete what the templates are filled in with, on ``html-page-context``."""
    edition = app.config.edition
    context["metatags"] = f"\n    {META}"
    if doctree is not None and edition:
        context["metatags"] += meta_tags(page, doctree, edition, context["pathto"])
    # Sphinx keeps these lists and adds to them. Those of the project come in whatever order the
    # disk has them.
    for files in (context["script_files"], context["css_files"]):
        files[:] = sorted(
            (file for file in files if file.filename and
             page in _ALONE.get(PurePosixPath(file.filename).name, (page,))),
            key=lambda file: file.filename if file.priority >= _PROJECT else "")
    if context.get("theme_announcement") and EXPLANATION in app.env.all_docs:
        href = context["pathto"](EXPLANATION)
        context["theme_announcement"] += f' <a href="{href}">Hoe dat is gedaan</a>'


def offer(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """Give the templates functions more, on ``html-page-context``."""
    context["name_parts"] = name_parts
    context["page_title"] = partial(page_title, edition=app.config.edition)
    context["chapters"] = partial(_chapters, app)


def _chapters(app: Sphinx) -> list[tuple[str, str]]:
    """The pages after the first one, in reading order: what each is named, and its title."""
    listed = app.env.toctree_includes.get(app.config.root_doc, [])
    return [(page, app.env.titles[page].astext()) for page in listed]


def name_parts(contents: BeautifulSoup) -> BeautifulSoup:
    """Captions in the table of contents name their list; they are no headings of the page."""
    for number, caption in enumerate(contents.select("p.caption"), start=1):
        del caption["role"], caption["aria-level"]
        caption["id"] = f"inhoud-deel-{number}"
        caption.find_next_sibling("ul")["aria-labelledby"] = caption["id"]
    for link in contents.select("a.current"):
        link["aria-current"] = "page"
    return contents
