"""Render a document as PDF, in a process of its own.

``python -m participatiemonitor.publishing.rendering BASE`` reads HTML from standard input and
writes the PDF to standard output. Every complaint of WeasyPrint is a fault. Without BASE it only
tells whether the libraries are there.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

COMPLAINTS, NO_LIBRARY = 1, 3


def main(base: str | None = None) -> int:
    """Render standard input to standard output.

    Parameters
    ----------
    base : str, optional
        Folder from which addresses in the document count; nothing is rendered without it.

    Returns
    -------
    int
        Exit code: 0, `COMPLAINTS` or `NO_LIBRARY`; then standard error says which.
    """
    try:
        import weasyprint
        from weasyprint.text import ffi
        from weasyprint.urls import URLFetcher
    except OSError as error:  # a shared library that is not there
        print(error, file=sys.stderr)
        return NO_LIBRARY
    if ffi.harfbuzz_subset is None:
        print("libharfbuzz-subset", file=sys.stderr)
        return NO_LIBRARY
    if base is None:
        return 0

    complaints: dict[str, None] = {}
    handler = logging.Handler()
    handler.emit = lambda record: complaints.setdefault(record.getMessage())
    weasyprint.LOGGER.handlers = [handler]

    document = weasyprint.HTML(
        string=sys.stdin.buffer.read().decode("utf-8"),
        base_url=f"{Path(base).resolve()}/",
        # Everything comes from the built pages, nothing from another computer.
        url_fetcher=URLFetcher(allowed_protocols=("file", "data")),
    )
    made = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_name_scopes)
    if complaints:
        print("\n".join(complaints), file=sys.stderr)
        return COMPLAINTS
    sys.stdout.buffer.write(made)
    return 0


def _name_scopes(_document: Any, pdf: Any) -> None:
    """Say of each header of a table what it heads, a column or a row; WeasyPrint does not."""
    elements = {one.reference: one for one in pdf.objects if isinstance(one, dict)}
    for element in elements.values():
        if element.get("S") == "/TH":
            section = elements[elements[element["P"]]["P"]]
            element["A"]["Scope"] = "/Column" if section["S"] == "/THead" else "/Row"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
