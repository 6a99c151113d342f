"""What authors say of some waves only: of a reconstruction, of real answers, of claims."""

from __future__ import annotations

from participatiemonitor.documents.review import Review
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.markdown import Block


def reconstructed(review: Review, text: str, checked: str = "") -> Block | None:
    """What an author says of a wave whose answers are a reconstruction.

    Parameters
    ----------
    review : Review
    text : str
        Markdown. ``{jaar}`` is the year of the wave, ``{uitspraken}`` the place of `checked`.
    checked : str
        What is said besides where there is a Reproductie to lead to.

    Returns
    -------
    Block or None
        Nothing at all of another wave: an empty block is an empty box on the page.
    """
    text = text.replace("{uitspraken}", checked if review.claims else "")
    return _of(True, review, text)


def observed(review: Review, text: str) -> Block | None:
    """What an author says of a wave whose answers respondents gave; ``{jaar}`` is its year."""
    return _of(False, review, text)


def checked(review: Review, text: str) -> Block | None:
    """What an author says of a wave with a Reproductie: documents published results of it."""
    return Block(Markup(text)) if review.claims else None


def book_files(source: Results) -> Block:
    """Links from the landing page to the book as one file and to all its numbers."""
    year = source.wave.year
    files = ((f"monitor-{year}.pdf", "Het boek als pdf"),
             (f"monitor-{year}.xlsx", "Alle tabellen als werkmap (xlsx)"),
             ("results.csv", "Alle schattingen (csv)"))
    links = " ".join(f'<a href="downloads/{name}" download>{label}</a>' for name, label in files)
    return Block(Markup(f'<p class="downloads book-files">{links}</p>'))


def _of(drawn: bool, review: Review, text: str) -> Block | None:
    info = review.source.wave.info
    if info.reconstructed != drawn or not text:
        return None
    return Block(Markup(text.replace("{jaar}", str(info.year))))
