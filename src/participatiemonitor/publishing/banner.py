"""The banner over every page of a reconstruction, with a link that works from each of them.

A Sphinx extension. The theme prints the same announcement on all pages, but the way to another
page differs with the folder a page is in; so the link is filled in page by page.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from participatiemonitor.survey.project import Project
from participatiemonitor.survey.wave import read_wave_info

# Page that tells how the answers were made.
EXPLANATION = "chapters/methode"

_TEXT = (
    "<strong>Reconstructie.</strong> De antwoorden van {year} zijn nooit gepubliceerd; de "
    "antwoorden in dit boek zijn getrokken, en wel zo dat de gepubliceerde cijfers kloppen."
)


def announcement(project: Project, year: int) -> str | None:
    """Text of the banner, None for a wave of real answers.

    Parameters
    ----------
    project : Project
    year : int

    Returns
    -------
    str or None
        HTML.
    """
    status = read_wave_info(project.wave(year)).status
    return _TEXT.format(year=year) if status == "reconstructie" else None


def _link_explanation(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
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
    app.connect("html-page-context", _link_explanation)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
