"""Texts of a study on their own, without those that have nothing to say of these files."""

from __future__ import annotations

from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.markdown import Block, joined
from participatiemonitor.studies.report import Report


def points(report: Report, *names: str) -> Block:
    """Texts as a list: ``points("kort-stijgen", "kort-project")``."""
    return Block(joined((Markup(f"- {text}") for text in _texts(report, names)), "\n"))


def paragraphs(report: Report, *names: str) -> Block:
    """Texts as paragraphs: ``paragraphs("project", "waarschuwing")``."""
    return Block(joined(_texts(report, names)))


def _texts(report: Report, names: tuple[str, ...]) -> list[Markup]:
    return [markdown(text) for name in names if (text := report.text(name))]
