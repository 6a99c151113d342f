"""What the landing page offers to take along."""

from __future__ import annotations

from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.markdown import Block, file_links


def book_files(source: Results) -> Block:
    """Links from the landing page to the book as one file and to all its numbers."""
    year = source.wave.year
    files = ((f"monitor-{year}.pdf", "Het rapport als pdf"),
             (f"monitor-{year}-tabellen.pdf", "Tabellen en verantwoording (pdf)"),
             (f"monitor-{year}.xlsx", "Alle tabellen als werkmap (xlsx)"),
             ("results.csv", "Alle schattingen (csv)"))
    links = " ".join(f'<a href="downloads/{name}" download>{label}</a>' for name, label in files)
    return Block(Markup(f'<p class="downloads book-files">{links}</p>'))


def deepening_file(source: Results) -> Block:
    """A link to the third volume, for a cell of books that have one."""
    name = f"monitor-{source.wave.year}-verdieping.pdf"
    link = f'<a href="downloads/{name}" download>Verdieping, over andere documenten (pdf)</a>'
    return Block(Markup(f'<p class="downloads book-files also">{link}</p>'))


def changes_file(source: Results) -> Block:
    """A link to all changes since the rounds before, where there are any."""
    return Block(file_links("eerdere-rondes", "csv") if source.trends else "")
