"""A small form, and folders that are filled in by it."""

import pytest

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.studies.forms import kinds, quantities
from participatiemonitor.studies.forms.form import Column, Form, Table, Way
from participatiemonitor.studies.forms.reading import read_tables

FORM = Form("proef", "Een proef", "Telt dingen.", (
    Table("dingen", "Een rij per ding.", (
        Column("code", "Eigen code.", "a", kinds.CODE_OF),
        Column("naam", "Hoe het heet.", "Eerste ding"),
        Column("soort", "Groot of klein.", "groot", kinds.Choice({"groot": "g", "klein": "k"})),
        Column("aantal", "Hoeveel.", "3", quantities.Whole(1, 9), needed=False),
        Column("maat", "In meters.", "1,5", quantities.Number(0, above=True), needed=False),
        Column("dag", "Sinds wanneer.", "2012-03-31", quantities.DATE, needed=False),
        Column("woorden", "Wat erbij hoort.", "rood;rond", kinds.WORDS, needed=False),
        Column("deel", "In procenten.", "10-15%", quantities.SHARE_OF, needed=False),
        Column("nieuw", "Of het nieuw is.", "ja", kinds.YES, needed=False)), key=("code",)),
    Table("tellingen", "Een rij per ding en plaats.", (
        Column("ding", "Een code uit dingen.", "a", kinds.CODE_OF, of=("dingen", "code")),
        Column("plaats", "Waar.", "hier")), key=("ding", "plaats"), needed=False,
        more=Column("…", "Wat u er verder van weet.", "12", quantities.TRAIT, needed=False)),
    Table("lijst", "Elk ding.", (Column("x", "X.", "1"),), single=True, needed=False),
    Table("som", "Alles samen.", (Column("y", "Y.", "1"),), needed=False)),
    (Way("een lijst", ("lijst",)), Way("een som", ("som",))))
GOOD = {"dingen.csv": "code,naam,soort,aantal,maat,dag,woorden,deel,nieuw\n"
                      'a,Een,groot,3,"1,5",2012-03-31,rood;rond,"10-15%",ja\n'
                      "b,Twee,KLEIN,,2.25,1-4-2012,geen,?,nee\n",
        "lijst.csv": "x\n1\n"}


@pytest.fixture
def folder(tmp_path):
    """A way to fill a folder: text by the name of a file, or None where there is none."""
    place = tmp_path / "map"
    place.mkdir()

    def fill(files=None, /, **changes):
        for name, text in {**GOOD, **(files or {})}.items():
            if text is not None:
                content = text if isinstance(text, bytes) else text.encode()
                (place / name).write_bytes(content)
        return place

    return fill


def lines(place, form=FORM):
    """The faults of a folder as a message has them."""
    try:
        _, faults = read_tables(form, place)
    except InvalidWave as error:
        faults = error.faults
    return [str(fault) for fault in faults]
