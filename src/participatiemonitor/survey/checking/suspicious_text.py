"""Text that came through a conversion less than whole: delimiters, letters, blanks, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.files.text_files import read_text
from participatiemonitor.survey.checking.finding import warning
from participatiemonitor.survey.checking.reading import CODEBOOK, FRAME, OPEN, Round
from participatiemonitor.survey.head import HEAD

# Bytes of a text file that is looked through.
LARGEST = 1_000_000
# UTF-8 that was read as Windows-1252: Ã«, â€™, Â and a fixed blank; also a lost letter or a mark.
_MANGLED = re.compile("Ã[\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
                      "\u2013-\u2122]|Â[\xa0-\xbf]|â[\x80-\xbf\u20ac\u201a]|ï»¿|ï¿½|\ufffd")
_DELIMITERS = re.compile("[;|]")
_FIXED = re.compile("[\xa0\u2007\u202f]|  ")
_MONTHS = "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|mar|may|oct"
_DATE = re.compile(rf"\d{{1,4}}[-/]\d{{1,2}}[-/]\d{{2,4}}( \d\d:\d\d.*)?|"
                   rf"\d{{1,2}}[-/ ]({_MONTHS})\.?([-/ ]\d{{2,4}})?|({_MONTHS})[-/]\d{{2,4}}",
                   re.IGNORECASE)
# Columns in which people write sentences.
_PROSE = {OPEN: ("text",)}
_NAMES = {FRAME: ("name",)}


def text_of_tables(found: Round) -> Iterator[Fault]:
    """What is odd about single cells of the csv files."""
    for file, records in found.records.items():
        header = [column.strip() for column in records[0]]
        for number, record in enumerate(records, start=1):
            for column, cell in zip(header, record, strict=False):
                yield from _cell(file, number, column, cell)


def text_of_files(folder: Path) -> Iterator[Fault]:
    """Lines of the other files of a round whose letters were mangled.

    Parameters
    ----------
    folder : pathlib.Path

    Yields
    ------
    Fault
    """
    for path in (folder / HEAD, folder / CODEBOOK, *sorted(folder.glob("editorial/*.md"))):
        try:
            lines = read_text(path, LARGEST).splitlines()
        except InvalidWave:
            continue  # which is said elsewhere
        for number, line in enumerate(lines, start=1):
            if _MANGLED.search(line):
                yield _mangled(path.relative_to(folder).as_posix(), number, None, line.strip())


def _cell(file: str, number: int, column: str, cell: str) -> Iterator[Fault]:
    if not cell or cell.isdecimal():
        return
    if _MANGLED.search(cell):
        yield _mangled(file, number, column, cell)
    if column in _PROSE.get(file, ()):
        return
    if cell != cell.strip() or _FIXED.search(cell):
        yield warning("witruimte", file, number, column, cell,
                      "geen spaties aan de randen, geen dubbele en geen vaste")
    if number > 1 and column in _NAMES.get(file, ()) and (sign := _DELIMITERS.search(cell)):
        yield warning("teken-in-naam", file, number, column, cell,
                      f"een naam zonder {sign[0]!r}: zijn hier twee cellen aan elkaar geraakt?")
    if _DATE.fullmatch(cell.strip()):
        yield warning("datum-in-tekst", file, number, column, cell,
                      "een naam of code; Excel maakt van 1-2 een datum")


def _mangled(file: str, number: int, column: str | None, text: str) -> Fault:
    return warning("verminkte-letters", file, number, column, text,
                   "leesbare letters: lees het bestand in als UTF-8 en bewaar het opnieuw")
