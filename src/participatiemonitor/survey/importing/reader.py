"""The process in which a file of unknown origin is read: what it is, by what stands in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from participatiemonitor.files.faults import InvalidWave, invalid_file
from participatiemonitor.files.text_files import read_bytes
from participatiemonitor.survey.importing.apart import MEMORY, packed, seconds
from participatiemonitor.survey.importing.limits import LARGEST
from participatiemonitor.survey.importing.received import Received
from participatiemonitor.survey.importing.received_checks import checked

# What a file that is something else begins with, what it is, and what to do.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "een werkmap van voor 2007 of met een wachtwoord",
     "een werkmap zonder wachtwoord, bewaard als .xlsx"),
    (b"* ", "een opdrachtbestand (syntaxis) van SPSS", "het gegevensbestand (.sav)"),
    (b"%PDF", "een pdf", "een bestand van SPSS, Excel, LimeSurvey of csv"),
    (b"<", "een bestand in XML of HTML",
     "een bestand met antwoorden; de structuur (.lss) hoort ernaast of bij --structure"),
    (b"{\\rtf", "een tekst met opmaak", "een bestand van SPSS, Excel, LimeSurvey of csv"),
)


def read(path: Path, structure: Path | None) -> Received:
    """Read a file with answers, whatever its name says that it is.

    Parameters
    ----------
    path : pathlib.Path
    structure : pathlib.Path or None

    Returns
    -------
    Received
    """
    content = read_bytes(path, LARGEST)
    if content.startswith((b"$FL2", b"$FL3")):
        from participatiemonitor.survey.importing.spss import read_spss

        received = read_spss(path)
    elif content.startswith(b"PK"):
        from participatiemonitor.survey.importing.excel import read_excel

        received = read_excel(path, content)
    else:
        from participatiemonitor.survey.importing.csv_files import read_csv

        start = content[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip()
        for beginning, what, expected in _OTHERS:
            if start.startswith(beginning):
                raise invalid_file(path.name, what, expected)
        received = read_csv(path, content)
    if structure is not None:
        from participatiemonitor.survey.importing.limesurvey import labelled
        from participatiemonitor.survey.importing.lss import read_structure

        received = labelled(received, read_structure(structure), structure.name)
    return checked(received)


def _bound(path: Path) -> None:
    """Take no more memory and time than reading a file of this size may need."""
    if sys.platform == "win32":
        return  # there the clock of the other process is all there is
    import resource

    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds(path))):
        _, hard = resource.getrlimit(kind)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, hard))


def main() -> None:
    """Read the file that the command line names, and write what it holds, or its faults."""
    path, structure = map(Path, sys.argv[1:])
    _bound(path)
    try:
        found = packed(read(path, structure if sys.argv[2] else None))
    except InvalidWave as error:
        found = {"faults": [[fault.file, fault.row, fault.column, str(fault.value), fault.expected]
                            for fault in error.faults]}
    except MemoryError:
        found = {"faults": [[path.name, None, None, "een bestand waarvoor het geheugen te klein is",
                             "een heel bestand, niet te groot; exporteer alleen de vragen"]]}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
