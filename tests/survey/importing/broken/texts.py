"""Text files that are no csv, broken ones, and files that are something else altogether."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator

Broken = tuple[str, bytes, str]
_OTHER = "SPSS, Excel"


def broken() -> Iterator[Broken]:
    """Files, with what the message must say."""
    yield "leeg.csv", b"", "een kopregel"
    yield "leeg.sav", b"", "een kopregel"
    yield "alleen regeleinden.csv", b"\r\n\r\n\r\n", "een kopregel"
    yield "een byte.csv", b"x", "ten minste twee kolommen"
    yield "alleen namen.csv", b"org;beleid\r\n", "ten minste één rij"
    yield "alleen scheidingstekens.csv", b";;;;\n;;;;\n", "een kopregel"
    yield "alleen sep.csv", b"sep=;\r\n", "een kopregel"
    yield "een kolom.csv", b"org\nG1\nG2\n", "ten minste twee kolommen"
    yield "rijen te kort.csv", b"org;a;b\nG1;1\nG2;1;2\nG3;1\n", "rij 2: '2 cellen, en zo 2 rijen'"
    yield "rij te lang.csv", b"org;a\nG1;1\nG2;1;2;3\n", "rij 3: '4 cellen'"
    yield "open aanhalingsteken.csv", b'org;a\nG1;"ja\nG2;1\n', "aanhalingstekens"
    yield "los aanhalingsteken.csv", b'org;a\nG1;"ja" zeg ik\nG2;1\n', "aanhalingstekens"
    yield "nullen erin.csv", b"org;a\nG1;\x001\n" * 20, "teken nul|U\\+0000"
    yield "nul op het eind.csv", b"org;a\n" + b"G1;1\n" * 999 + b"G2;\x00\n", "U\\+0000"
    yield "ruis.csv", random.Random(3).randbytes(5_000), "kolommen|cellen|aanhaling|teken nul"
    yield "UTF-16 afgekapt.csv", "org;a\nG1;é".encode("utf-16")[:-1], "tekst in UTF-16"
    yield "BOM zonder UTF-8.csv", b"\xef\xbb\xbforg;a\nG1;caf\xe9\n", "tekst in UTF-8"
    yield ("10000 kolommen.csv", (";".join(f"q{place}" for place in range(10_000)) + "\n"
                                  + ";".join(["1"] * 10_000) + "\n").encode(), "10000 kolommen")
    yield "te veel cellen.csv", (";".join(f"q{place}" for place in range(400)) + "\n"
                                 + (";".join("1" * 400) + "\n") * 8_000).encode(), "3000000 cellen"
    yield "grote cel.csv", b"org;a\nG1;" + b"x" * 200_000 + b"\n", "131072 tekens"
    yield "te groot.csv", b"org;a\n" + b"G1;1\n" * 11_000_000, "ten hoogste 50000000 bytes"
    yield "dubbele namen.csv", b"org;q;q\nG1;1;2\n", "2 kolommen met deze naam"
    yield "kolom zonder naam.csv", b"org;;q\nG1;1;2\n", "kolom B"
    yield "lege rij.csv", b"org;q\nG1;1\n\nG2;2\n", "rij 3: 'lege rijen: 1'"
    yield "dubbele regeleinden.csv", b"org;q\r\r\nG1;1\r\r\nG2;2\r\r\n", "lege rijen"
    yield "terminal.csv", b"org;q\nG1;\x1b]0,weg\x07\n", "U\\+001B"
    yield "naam met stuurteken.csv", b"org;q\x1b[31m\nG1;1\n", "U\\+001B"
    yield "leesrichting.csv", "org;q\nG1;\u202eeen\n".encode(), "U\\+202E"
    yield "syntaxis.sav", b"* Encoding: UTF-8.\nGET FILE='x.sav'.\n", "syntaxis"
    yield "portable.por", b"ASCII SPSS PORT FILE\n" + b"0" * 400, _OTHER
    yield "stata.dta", b"<stata_dta><header><release>118</release>" + bytes(400), "XML of HTML"
    yield "sas.sas7bdat", bytes(12) + b"\xc2\xea\x81\x60" + bytes(900), _OTHER
    yield "pakket van R.rds", gzip.compress(b"RDX3\n" + bytes(range(256)) * 9), f"{_OTHER}|kolommen"
    yield "pagina.xls", b"<html><table><tr><td>org</td></tr></table></html>", "XML of HTML"
    yield "rapport.pdf", b"%PDF-1.7\n" + bytes(100), "een pdf"
    yield "plaatje.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, f"{_OTHER}|kolommen"
    yield "brief.rtf", rb"{\rtf1 beste; mensen, dag}", "opmaak"
    yield "structuur.csv", b'<?xml version="1.0"?><document/>', r"structuur \(.lss\)"
