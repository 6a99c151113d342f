"""Set a document as PDF, in a process of its own.

``python -m participatiemonitor.publishing.paper.typesetting FOLDER`` reads what stands in a folder
and writes the PDF to standard output. Every complaint of Typst is a fault.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from participatiemonitor.publishing.paper.row_headers import name_row_headers

# Accessible, and fit to be kept.
STANDARDS = ["ua-1", "a-2a"]
# In the folder: the document, which cells of its tables head their rows, and its typefaces.
SOURCE, ROW_HEADERS, FONTS = "main.typ", "row-headers.json", "fonts"


def main(place: str) -> None:
    """Set the document in a folder and write it to standard output.

    Parameters
    ----------
    place : str
        The folder; nothing outside it is read.

    Raises
    ------
    SystemExit
        With the complaints of Typst.
    """
    import typst

    folder = Path(place)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,
                        font_paths=[folder / FONTS])
    try:
        made, warnings = typst.compile_with_warnings(
            folder / SOURCE, root=folder, font_paths=fonts, pdf_standards=STANDARDS)
    except typst.TypstError as error:
        sys.exit(error.diagnostic or error.message)
    if warnings:
        sys.exit("\n".join(warning.diagnostic for warning in warnings))
    headers = (folder / ROW_HEADERS).read_text("utf-8")
    sys.stdout.buffer.write(name_row_headers(made, json.loads(headers)))


if __name__ == "__main__":
    main(*sys.argv[1:])
