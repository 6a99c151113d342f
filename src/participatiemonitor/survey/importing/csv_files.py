"""A csv file of any origin: its encoding, delimiter and decimal sign are found in the file."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from participatiemonitor.files.faults import invalid_file
from participatiemonitor.survey.importing.grid import variables_of, with_short_numbers
from participatiemonitor.survey.importing.received import Received

_MARKS = {codecs.BOM_UTF8: "utf-8-sig",
          codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# What Windows, DOS and the Mac write; the first is taken when the letters do not decide.
_OLD = {"cp1252": "Windows-1252", "cp850": "MS-DOS (850)", "mac_roman": "Macintosh"}
_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 met BOM", "utf-16": "UTF-16",
              "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", **_OLD}
# Letters in words, and signs between them, as they stand in Dutch and Frisian texts.
_READS_WELL = re.compile("[éëèêïöüáàóúûâôç](?=[a-z])|(?<=[a-z])[éëèêïöüáàóúûâôç]|"
                         "(?<![A-Za-z])[“‘„€–…]|[”’…](?![A-Za-z])|(?<=[a-z])’(?=[a-z])")
_DELIMITERS = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "verticale streep"}
# Records that show which delimiter a file has.
_SAMPLE = 200


def read_csv(path: Path, content: bytes) -> Received:
    """Read a csv file.

    Parameters
    ----------
    path : pathlib.Path
    content : bytes
        What stands in it.

    Returns
    -------
    Received
    """
    text, encoding = decoded(path.name, content)
    told, text = _told_delimiter(text)
    delimiter = told or _delimiter(text)
    rows, header = _records(path.name, text, delimiter), 2 if told else 1
    found = variables_of(path.name, rows, header)
    if len(found) < 2:
        raise invalid_file(path.name, text[:80].strip(), "een bestand van SPSS, Excel of "
                           "LimeSurvey, of csv met ten minste twee kolommen, gescheiden door "
                           "puntkomma, komma, tab of verticale streep", header)
    variables, commas = with_short_numbers(found)
    details = (f"tekens: {_ENCODINGS[encoding]}", f"scheidingsteken: {_DELIMITERS[delimiter]}",
               *commas)
    return Received(path, "csv", variables, len(variables[0].cells), header + 1, details)


def decoded(name: str, content: bytes) -> tuple[str, str]:
    """The text of a file, and the encoding it was in.

    Parameters
    ----------
    name : str
        Of the file.
    content : bytes

    Returns
    -------
    text : str
    encoding : str

    Raises
    ------
    InvalidWave
        When it is no text, or not in the encoding that its first bytes tell.
    """
    encodings = [code for mark, code in _MARKS.items() if content.startswith(mark)]
    nulls = content[:1_000].count(0)
    if not encodings and nulls:
        if nulls * 3 < len(content[:1_000]):
            raise invalid_file(name, f"een teken nul, {nulls} keer in het begin",
                               "een bestand van SPSS, Excel of LimeSurvey, of tekst (csv)")
        encodings = ["utf-16-le" if content[1:2] == b"\0" else "utf-16-be"]
    encoding = (encodings or ["utf-8"])[0]
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if encodings:
            raise invalid_file(name, f"byte {error.start}", f"tekst in {_ENCODINGS[encoding]}, als "
                               "het begin van het bestand zegt; bewaar het opnieuw als csv (UTF-8)"
                               ) from None
    old = max(_OLD, key=lambda code: len(_READS_WELL.findall(content.decode(code, "replace"))))
    return content.decode(old, "replace"), old


def _told_delimiter(text: str) -> tuple[str | None, str]:
    """The delimiter that the first line tells Excel, and the text after that line."""
    line, _, rest = text.partition("\n")
    line = line.strip().strip('"')
    told = line[4:] if line.startswith("sep=") else "\t" if text.startswith("sep=\t") else None
    return (told, rest) if told in _DELIMITERS else (None, text)


def _delimiter(text: str) -> str:
    """The delimiter by which most records have as many cells as the header, and more than one."""
    def fitting(delimiter: str) -> tuple[float, int]:
        widths = _widths(text, delimiter)
        same = Counter(widths)[widths[0]] / len(widths) if widths and widths[0] > 1 else 0
        return same, widths[0] if widths else 0

    return max(_DELIMITERS, key=fitting)


def _widths(text: str, delimiter: str) -> list[int]:
    """Cells in each of the first records."""
    widths: list[int] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            if record:
                widths.append(len(record))
            if len(widths) == _SAMPLE:
                break
    except csv.Error:
        pass  # the widths up to there say enough; what is wrong is told when all is read
    return widths


def _records(name: str, text: str, delimiter: str) -> Sequence[Sequence[str]]:
    """The records of a file, each as wide as its header."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        records = [[cell.strip() for cell in record] for record in reader]
    except csv.Error as error:
        raise invalid_file(name, str(error), "cellen van ten hoogste 131072 tekens; om een hele "
                           "cel aanhalingstekens, en daarbinnen dubbel", reader.line_num) from None
    while records and not any(records[-1]):
        records.pop()
    width = len(records[0]) if records else 0
    ragged = [(number, record) for number, record in enumerate(records, start=1)
              if record and len(record) != width]
    if ragged:
        number, record = ragged[0]
        more = f", en zo {len(ragged)} rijen" if len(ragged) > 1 else ""
        raise invalid_file(name, f"{len(record)} cellen{more}", f"{width} cellen, als de kopregel; "
                           f"gescheiden door {_DELIMITERS[delimiter]}", number)
    return records
