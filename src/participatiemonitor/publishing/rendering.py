"""Render a document as PDF, in a process of its own.

``python -m participatiemonitor.publishing.rendering BASE STYLESHEET`` reads HTML from standard
input and writes the PDF to standard output. Every complaint of WeasyPrint is a fault.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

COMPLAINTS, NO_LIBRARY = 1, 3


def main(base: str, stylesheet: str) -> int:
    """Render standard input to standard output.

    Parameters
    ----------
    base : str
        Folder from which addresses in document and stylesheet count.
    stylesheet : str
        Path of the stylesheet.

    Returns
    -------
    int
        Exit code: 0, `COMPLAINTS` or `NO_LIBRARY`; then standard error says which.
    """
    try:
        import weasyprint
        from weasyprint.text import ffi
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except OSError as error:  # a shared library that is not there
        print(error, file=sys.stderr)
        return NO_LIBRARY
    if ffi.harfbuzz_subset is None:
        print("libharfbuzz-subset", file=sys.stderr)
        return NO_LIBRARY

    complaints: dict[str, None] = {}
    handler = logging.Handler()
    handler.emit = lambda record: complaints.setdefault(record.getMessage())
    weasyprint.LOGGER.handlers = [handler]

    # Everything comes from the built pages, nothing from another computer.
    options = {
        "base_url": f"{Path(base).resolve()}/",
        "url_fetcher": URLFetcher(allowed_protocols=("file", "data")),
    }
    fonts = FontConfiguration()
    rules = Path(stylesheet).read_text(encoding="utf-8")
    style = weasyprint.CSS(string=rules, font_config=fonts, **options)
    document = weasyprint.HTML(string=sys.stdin.buffer.read().decode("utf-8"), **options)
    made = document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
    if complaints:
        print("\n".join(complaints), file=sys.stderr)
        return COMPLAINTS
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
