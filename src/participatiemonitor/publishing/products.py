"""What a build makes, and from what: names of files and folders."""

from __future__ import annotations

# All estimates; the files for download; what the pages are made from, besides notebooks.
RESULTS, FOLDER = "results.csv", "downloads"
SOURCES = ("_config.yml", "_toc.yml", "references.bib", "_static", "_templates", "locales")
# Figures with their words as text, for print; nobody downloads these.
FIGURES = ".figures"
# Pages as Sphinx leaves them. Nobody looks at them there.
RAW = ".pages"


def workbook_name(year: int) -> str:
    """File name of the workbook with everything."""
    return f"monitor-{year}.xlsx"


def picture_name(year: int) -> str:
    """File name of the picture that shows with a shared link."""
    return f"deel-{year}.png"


def pdf_name(year: int) -> str:
    """File name of the book on paper."""
    return f"monitor-{year}.pdf"
