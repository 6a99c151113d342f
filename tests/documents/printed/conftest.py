"""Small documents with tables, written as an author would."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from editing import write

from participatiemonitor.documents.printed.cells import COLUMNS
from participatiemonitor.project import Project

HEAD = """\
nl: Wie er gebruik van maakt
section: "4.3"
printed: tabel 4.2
columns:
  gebruikers: {nl: Gebruikers, unit: aantal}
  vraag: {nl: Vraag, unit: aantal}
  aandeel: {nl: Aandeel, unit: procent}
rows:
  opvang: {nl: Opvang}
  advies: {nl: Advies, part: Prestatieveld 3}
  samen: {nl: Samen, total: true}
"""
DERIVED = """\
derived:
  - id: aandeel
    holds: "*.aandeel == 100 * *.vraag / *.gebruikers"
    nl: het aandeel is de vraag gedeeld door de gebruikers
    explained: {advies: Er is een fout in de vraag.}
  - {id: som, holds: "samen.vraag == total(vraag)", nl: het totaal is de som}
"""
CELLS = {
    "opvang": {"gebruikers": "50.000", "vraag": "30.000", "aandeel": "60%"},
    "advies": {"gebruikers": "160.000", "vraag": "53.600", "aandeel": "41%"},
    "samen": {"gebruikers": "", "vraag": "83.600", "aandeel": "?"}}


def row(place: tuple[str, str], published: str, more: dict[str, str]) -> dict[str, str]:
    """A cell as its file has it, with the number that is printed."""
    plain = published.rstrip("%").replace(".", "").replace(",", ".")
    number = plain if plain.replace(".", "").isdigit() else ""
    flag = "" if number else {"": "leeg", "?": "onbekend", "-": "streepje"}.get(published, "woord")
    return {**dict.fromkeys(COLUMNS, ""), "row": place[0], "column": place[1], "value": number,
            "flag": flag, "published": published, **more}


@pytest.fixture
def publish(tmp_path: Path) -> Callable[..., Project]:
    """Write a table of a document: ``publish({("opvang", "aandeel"): {"value": "61"}})``."""

    def made(changed: dict[tuple[str, str], dict[str, str]] | None = None, head: str = HEAD,
             derived: str = DERIVED, document: str = "een2005", table: str = "t42") -> Project:
        project = Project(tmp_path)
        folder = project.published / document
        (folder / "tables").mkdir(parents=True, exist_ok=True)
        (folder / "document.yml").write_text(f"name: {document.capitalize()}\n", encoding="utf-8")
        path = folder / "tables" / f"{table}.yml"
        path.write_text(head + textwrap.dedent(derived), encoding="utf-8")
        write(path.with_suffix(".csv"), list(COLUMNS), [
            row((name, column), published, (changed or {}).get((name, column), {}))
            for name, columns in CELLS.items() for column, published in columns.items()])
        return project

    return made
