"""A document of two small tables, one of which does not add up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.presentation.documents.checked import CheckedDocuments

HEAD = """
nl: Wie van de bijstand de voorzieningen gebruikt
section: "4.3"
printed: tabel 4.2
columns:
  gebruikers: {nl: gebruikers, unit: aantal}
  vraag: {nl: in de bijstand, unit: aantal}
  aandeel: {nl: aandeel, unit: procent}
rows:
  opvang: {nl: opvang, part: Prestatieveld 7}
  zorg: {nl: zorg, part: Prestatieveld 6}
  hulp: {nl: hulp, part: Prestatieveld 6}
  totaal: {nl: alle, total: true}
note: Hulp is hulp bij het huishouden.
filter: true
figure: {title: In de opvang is ruim de helft bijstandsgerechtigd, columns: [aandeel], order: size}
derived:
  - id: aandeel
    holds: "*.aandeel == 100 * *.vraag / *.gebruikers"
    nl: het aandeel is de vraag gedeeld door de gebruikers
    explained: {zorg: de vraag is van een ander jaar}
  - {id: som, holds: "totaal.vraag == total(vraag)", nl: de som klopt}
"""
CELLS = """row,column,value,low,high,flag,published,read,section,quantity,note
opvang,gebruikers,4000,,,,4.000,,,,
opvang,vraag,2400,,,,2.400,,,,
opvang,aandeel,60,,,,60%,6O%,,,de nul is als letter gelezen
zorg,gebruikers,1000,,,,1.000,,,,
zorg,vraag,412,,,,412,,,,
zorg,aandeel,31,,,,31%,,,,
hulp,gebruikers,,,,onbekend,?,,,,
hulp,vraag,2012,,,,2.012,,,,
hulp,aandeel,,,,streepje,-,,,,
totaal,gebruikers,,,,leeg,,,,,
totaal,vraag,4824,,,,4.824,,,,
totaal,aandeel,,10,15,,10-15%,,,,
"""
DEGREES = """
nl: wat in de weg staat
section: "3.3"
columns: {mate: {nl: mate, unit: graad}, voor: {nl: voor wie, unit: tekst}}
rows: {taal: {nl: taal}, zorg: {nl: zorgtaken}}
"""
DEGREE_CELLS = """row,column,value,low,high,flag,published,read,section,quantity,note
taal,mate,-2,,,,--,,,,
taal,voor,,,,,nieuwkomers,,,,
zorg,mate,0,,,,+/-,,,,
zorg,voor,,,,,moeders,,,,
"""


@pytest.fixture
def documents(mini) -> Callable[..., CheckedDocuments]:
    """Write the document, with other texts in its tables where these are given."""
    def write(head: str = HEAD, cells: str = CELLS) -> CheckedDocuments:
        folder = mini.published / "gids2008"
        (folder / "tables").mkdir(parents=True, exist_ok=True)
        (folder / "document.yml").write_text("name: Gids (2008)\n", "utf-8")
        for name, text in (("t42.yml", head), ("t42.csv", cells), ("mate.yml", DEGREES),
                           ("mate.csv", DEGREE_CELLS)):
            (folder / "tables" / name).write_text(text, "utf-8")
        return CheckedDocuments(read_printed(mini))

    return write
