"""Workbooks that hold what no answers can be, are broken, or were made to attack."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence

import openpyxl
import xlsxwriter

Broken = tuple[str, bytes, str]
_NOT_READ = "niet als werkmap|beschadigd|overladen|geheugen|tijd"
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_BOMB = ('<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(letter)} "{f"&{chr(letter - 1)};" * 10}">'
    for letter in range(ord("b"), ord("m"))) + "]>")


def workbook(rows: Sequence[Sequence[object]],
             change: Callable[[openpyxl.Workbook], object] = lambda book: None) -> bytes:
    """A workbook of one sheet, and what else is done to it."""
    book = openpyxl.Workbook()
    book.active.title = "Antwoorden"
    for row in rows:
        book.active.append(row)
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def repacked(content: bytes, **parts: bytes | None) -> bytes:
    """A workbook with other parts; None takes one away. Names are by their last word."""
    names = {"sheet": _SHEET, "strings": _STRINGS, "book": "xl/workbook.xml",
             "types": "[Content_Types].xml"}
    changed = {names[name]: part for name, part in parts.items()}
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, \
            zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys((*old.namelist(), *changed)):
            part = changed[name] if name in changed else old.read(name)
            if part is not None:
                new.writestr(name, part)
    return result.getvalue()


def shared() -> bytes:
    """A workbook as Excel writes it: its texts in a part of their own."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Antwoorden")
        for row in range(20):
            sheet.write_row(row, 0, [f"G{row}", row % 2] if row else ["org", "beleid"])
    return content.getvalue()


SHARED = shared()
SOUND = workbook([["org", "beleid"], *([f"G{row}", row % 2] for row in range(20))])


def broken() -> Iterator[Broken]:
    """Workbooks, with what the message must say."""
    rows = [["org", "beleid"], ["G1", 1], ["G2", 0], ["G3", 1]]
    yield "samengevoegd.xlsx", workbook(rows, _merge), "samengevoegde cellen: 1, zoals A2:B2"
    yield "formules.xlsx", workbook([*rows, ["G4", "=1+1"]]), "rij 5, kolom B: 'formules: 1'"
    yield "formule als naam.xlsx", workbook([["org", '="bel"&"eid"'], ["G1", 1]]), "formules: 1"
    yield "fout van Excel.xlsx", workbook([*rows, ["G4", "#N/A"]]), "foutmeldingen van Excel: 1"
    yield ("datums als code.xlsx", workbook([*rows, ["G4", dt.date(2016, 2, 1)]]),
           "datums tussen andere waarden: 1")
    yield ("10000 kolommen.xlsx", workbook([[f"q{place}" for place in range(10_000)],
                                            [1] * 10_000]), "10000 kolommen")
    yield "leeg.xlsx", workbook([]), "geen"
    yield "alleen namen.xlsx", workbook(rows[:1]), "ten minste één rij"
    yield "dubbele namen.xlsx", workbook([["org", "q", "q"], ["G1", 1, 2]]), "2 kolommen met deze"
    yield "kolom zonder naam.xlsx", workbook([["org", None, "q"], ["G1", 2, 3]]), "kolom B"
    yield "twee bladen.xlsx", workbook(rows, _second_sheet), "Antwoorden, Codeboek"
    yield "lege rij.xlsx", workbook([*rows[:2], [], *rows[2:]]), "lege rijen: 1"
    yield "stuurteken.xlsx", workbook([*rows, ["G4", "_x001B_[2J"]]), "U\\+001B"
    yield "leesrichting.xlsx", workbook([["org", "be\u202eleid"], ["G1", 1]]), "U\\+202E"
    yield "laatste kolom.xlsx", _sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'), "16384 kolom"
    yield ("laatste rij.xlsx", _sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
                                      '<c r="A1048576"><v>1</v></c></row>'), "lege rijen: 1048574")
    for part in range(1, 7):
        length = len(SOUND) * part // 7
        yield f"afgekapt op {length}.xlsx", SOUND[:length], _NOT_READ
    yield "blad weg.xlsx", repacked(SOUND, sheet=None), f"{_NOT_READ}|geen"
    yield "werkmap weg.xlsx", repacked(SOUND, book=None), _NOT_READ
    yield "soorten weg.xlsx", repacked(SOUND, types=None), _NOT_READ
    yield "blad is geen XML.xlsx", repacked(SOUND, sheet=b"<worksheet><row>"), _NOT_READ
    yield "blad is ruis.xlsx", repacked(SOUND, sheet=bytes(range(256)) * 20), _NOT_READ
    yield ("tekst die er niet is.xlsx", _sheet('<row r="1"><c r="A1" t="s"><v>999</v></c></row>'),
           _NOT_READ)
    yield "cel zonder plaats.xlsx", _sheet('<row r="1"><c r="?!"><v>1</v></c></row>'), _NOT_READ
    yield "getal zonder maat.xlsx", _sheet('<row r="1"><c r="A1"><v>1x</v></c></row>'), _NOT_READ
    for part, root, text in (("sheet", "worksheet", "&l;"), ("book", "workbook", "&l;"),
                             ("strings", "sst", "<si><t>&l;</t></si>")):
        bomb = f"{_BOMB}<{root} {_MAIN}>{text}</{root}>".encode()
        yield f"XML-bom in {root}.xlsx", repacked(SHARED, **{part: bomb}), _NOT_READ
    yield ("bestand van elders.xlsx", repacked(SOUND, sheet=(
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        f"<worksheet {_MAIN}><sheetData>&a;</sheetData></worksheet>").encode()), _NOT_READ)
    yield "zipbom.xlsx", repacked(SOUND, sheet=bytes(240_000_000)), "overladen"
    yield ("zipbom van teksten.xlsx", repacked(SOUND, strings=(
        f"<sst {_MAIN}>" + "<si/>" * 20_000_000 + "</sst>").encode()), "overladen")
    yield "zip die liegt.xlsx", _lying(SOUND), _NOT_READ
    yield "duizenden delen.xlsx", _many_parts(), "in 5000 delen"
    yield "versleuteld.xlsx", _encrypted(SOUND), "versleuteld"
    yield "met wachtwoord.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), "wachtwoord"
    yield "geen werkmap.xlsx", _zip({"mimetype": b"application/epub+zip"}), _NOT_READ
    yield "leeg archief.xlsx", _zip({}), _NOT_READ
    yield ("document.xlsx",
           _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}), _NOT_READ)


def _sheet(rows: str) -> bytes:
    return repacked(SOUND, sheet=(f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>"
                                  ).encode())


def _merge(book: openpyxl.Workbook) -> None:
    book.active.merge_cells("A2:B2")


def _second_sheet(book: openpyxl.Workbook) -> None:
    book.create_sheet("Codeboek").append(["naam", "label"])


def _zip(parts: dict[str, bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return result.getvalue()


def _many_parts() -> bytes:
    return _zip({f"deel{number}": b"" for number in range(5_000)})


def _lying(content: bytes) -> bytes:
    """An archive that says of every part that it is a few bytes."""
    lying = bytearray(content)
    place = lying.find(b"PK\x01\x02")
    while place >= 0:
        lying[place + 24:place + 28] = (7).to_bytes(4, "little")
        place = lying.find(b"PK\x01\x02", place + 4)
    return bytes(lying)


def _encrypted(content: bytes) -> bytes:
    """An archive that says of every part that it is encrypted."""
    locked = bytearray(content)
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = locked.find(mark)
        while place >= 0:
            locked[place + flags] |= 1
            place = locked.find(mark, place + 4)
    return bytes(locked)
