"""What differs between the pages of the book in the layout they share.

A Sphinx extension. It writes the content policy in each page before anything that it is about,
takes out the scripts that extensions write into pages, and leads the banner of a reconstruction
to its explanation, by a way that differs with the folder a page is in.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from participatiemonitor.publishing.web.policy import META

# Page that tells how the answers of a reconstruction were made.
EXPLANATION = "chapters/methode"
# After the theme, which adds scripts page by page.
_LAST = 900
# Priority that Sphinx gives to scripts and styles of a project.
_PROJECT = 800


def _compose(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    context["metatags"] = f"\n    {META}"
    # Sphinx keeps these lists and adds to them. Those of the project come in whatever order the
    # disk has them.
    for files in (context["script_files"], context["css_files"]):
        theirs = [file for file in files if file.filename and file.priority < _PROJECT]
        ours = [file for file in files if file.filename and file.priority >= _PROJECT]
        files[:] = [*theirs, *sorted(ours, key=lambda file: file.filename)]
    text = context.get("theme_announcement")
    if text and EXPLANATION in app.env.all_docs:
        href = context["pathto"](EXPLANATION)
        context["theme_announcement"] = f'{text} <a href="{href}">Hoe dat is gedaan</a>'


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx.

    Parameters
    ----------
    app : sphinx.application.Sphinx

    Returns
    -------
    dict
        What Sphinx may do with this extension.
    """
    app.connect("html-page-context", _compose, priority=_LAST)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
