"""Set a document as PDF, in a process of its own.

``python -m participatiemonitor.publishing.paper.typesetting FOLDER`` reads what `write_job` put
there and writes the PDF to standard output. Every complaint of Typst is a fault.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from shutil import copyfile

from participatiemonitor.publishing.paper.document import TEMPLATE, Manuscript
from participatiemonitor.publishing.paper.letters import typefaces
from participatiemonitor.publishing.paper.row_headers import name_row_headers

COMPLAINTS = 1
# Accessible, and fit to be kept.
STANDARDS = ["ua-1", "a-2a"]
_SOURCE, _HEADERS, _FONTS = "main.typ", "row-headers.json", "fonts"


def write_job(folder: Path, manuscript: Manuscript) -> None:
    """Put everything in a folder that the compiler needs; it reads nothing else.

    Parameters
    ----------
    folder : pathlib.Path
        Holds the images already.
    manuscript : Manuscript
    """
    (folder / _FONTS).mkdir()
    for path in typefaces():
        copyfile(path, folder / _FONTS / path.name)
    for name in (TEMPLATE, "motif.svg"):
        copyfile(Path(__file__).with_name(name), folder / name)
    (folder / _HEADERS).write_text(json.dumps(manuscript.row_headers), encoding="utf-8")
    (folder / _SOURCE).write_text(manuscript.source, encoding="utf-8")


def main(place: str) -> int:
    """Set the document in a folder and write it to standard output.

    Parameters
    ----------
    place : str
        The folder.

    Returns
    -------
    int
        Exit code: 0 or `COMPLAINTS`; then standard error says which.
    """
    import typst

    folder = Path(place)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,
                        font_paths=[folder / _FONTS])
    try:
        made, warnings = typst.compile_with_warnings(
            folder / _SOURCE, root=folder, font_paths=fonts, pdf_standards=STANDARDS)
    except typst.TypstError as error:
        print(error.diagnostic, file=sys.stderr)
        return COMPLAINTS
    if warnings:
        print("\n".join(one.diagnostic for one in warnings), file=sys.stderr)
        return COMPLAINTS
    headers = json.loads((folder / _HEADERS).read_text(encoding="utf-8"))
    sys.stdout.buffer.write(name_row_headers(made, headers))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
