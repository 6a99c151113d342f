"""Set documents as PDFs, in a process of its own.

``python -m participatiemonitor.publishing.paper.typesetting FOLDER NAME …`` reads what stands in a
folder and puts the PDFs there. Every complaint of Typst is a fault.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from participatiemonitor.publishing.paper.row_headers import name_row_headers

# Accessible, and fit to be kept.
STANDARDS = ["ua-1", "a-2a"]
# In the folder, by name: a document, which cells of its tables head their rows, and its PDF; and
# the typefaces of all.
SOURCE, ROW_HEADERS, PDF, FONTS = "{}.typ", "{}.json", "{}.pdf", "fonts"


def main(place: str, *names: str) -> None:
    """Set documents in a folder.

    Parameters
    ----------
    place : str
        The folder; nothing outside it is read.
    *names : str

    Raises
    ------
    SystemExit
        With the complaints of Typst.
    """
    import typst

    folder = Path(place)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,
                        font_paths=[folder / FONTS])
    for name in names:
        try:
            made, warnings = typst.compile_with_warnings(
                folder / SOURCE.format(name), root=folder, font_paths=fonts,
                pdf_standards=STANDARDS)
        except typst.TypstError as error:
            sys.exit(error.diagnostic or error.message)
        if warnings:
            sys.exit("\n".join(warning.diagnostic for warning in warnings))
        headers = json.loads((folder / ROW_HEADERS.format(name)).read_text("utf-8"))
        (folder / PDF.format(name)).write_bytes(name_row_headers(made, headers))


if __name__ == "__main__":
    main(*sys.argv[1:])
