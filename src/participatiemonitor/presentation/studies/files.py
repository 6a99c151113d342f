"""What the page of a study offers to take along."""

from __future__ import annotations

from participatiemonitor.plain_text import Markup, html
from participatiemonitor.presentation.markdown import Block
from participatiemonitor.presentation.studies.place import ALONE
from participatiemonitor.studies.report import Report


def files(report: Report) -> Block:
    """Links to the report as one file and to all its tables."""
    listed = ((f"{report.study}.pdf", "Het verslag als pdf"),
              (f"{report.study}.xlsx", "Alle tabellen als werkmap (xlsx)"))
    links = " ".join(f'<a href="{ALONE.folder}/{html(name)}" download>{label}</a>'
                     for name, label in listed)
    return Block(Markup(f'<p class="downloads book-files">{links}</p>'))
