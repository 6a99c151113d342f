"""What the study of indicators asks: definitions, counts, and what sets municipalities apart."""

from __future__ import annotations

from participatiemonitor.studies.forms.form import Column, Form, Table
from participatiemonitor.studies.forms.kinds import CODE_OF, Choice
from participatiemonitor.studies.forms.quantities import Number, Whole
from participatiemonitor.studies.forms.setup import setup_table
from participatiemonitor.studies.indicators.counts import PROPORTION, RATE

INDICATORS, COUNTS, DEVIATIONS, POLICY, CONTEXT = (
    "indicatoren", "tellingen", "afwijkingen", "keuzes", "context")
# What may be measured otherwise, by the word for it.
PARTS = {"definitie": "definition", "teller": "numerator", "noemer": "denominator",
         "periode": "period", "meetwijze": "measurement"}
_MUNICIPALITY = Column("gemeente", "Naam van de gemeente, overal hetzelfde geschreven.",
                       "Gemeente A")
_COUNTED = Column("gemeente", "Naam van de gemeente, zoals in tellingen.", "Gemeente A",
                  of=(COUNTS, "gemeente"))
_INDICATOR = Column("indicator", "Een code uit indicatoren.", "uitstroom", CODE_OF,
                    of=(INDICATORS, "indicator"))
FORM = Form(
    "indicators", "Gemeenten vergeleken op gedeelde indicatoren",
    "Welke gemeenten meer van het gezamenlijke gemiddelde afwijken dan toeval verklaart, en wat "
    "groepen gemeenten met een beleidskeuze of context bereiken.", (
        setup_table(
            Column("titel", "Om welke gemeenten het gaat, zoals het in het verslag staat.",
                   "Tien gemeenten in de regio"), about="Om welke gemeenten het gaat: één rij."),
        Table(INDICATORS, "Een rij per indicator: wat er wordt geteld, en hoe. Alleen wat overal "
              "hetzelfde is gemeten, wordt vergeleken.", (
                  Column("indicator", "Eigen code, die in andere tabellen terugkomt.", "uitstroom",
                         CODE_OF),
                  Column("naam", "Zoals de indicator in het verslag heet.",
                         "Uitstroom uit de bijstand"),
                  Column("soort", "aandeel: hoeveel mensen van een aantal; tempo: hoe vaak in de "
                         "tijd dat mensen zijn gevolgd.", "aandeel",
                         Choice({"aandeel": PROPORTION, "tempo": RATE})),
                  Column("definitie", "Wat ermee wordt bedoeld.",
                         "Huishoudens die de bijstand verlaten"),
                  Column("teller", "Wat er wordt geteld.", "Beëindigde uitkeringen"),
                  Column("noemer", "Van wie of wat.", "Uitkeringen op 1 januari"),
                  Column("periode", "Over welke tijd.", "2011"),
                  Column("meetwijze", "Waaruit en hoe.", "Uitkeringenadministratie"),
                  Column("richtpunt", "Waarmee gemeenten worden vergeleken: een deel van 1, of een "
                         "tempo. Leeg is wat alle gemeenten samen hebben.", "0,25",
                         Number(0, above=True), needed=False)), key=("indicator",)),
        Table(COUNTS, "Een rij per gemeente en indicator.", (
            _MUNICIPALITY, _INDICATOR,
            Column("teller", "Hoeveel er zijn geteld: een geheel getal.", "128", Whole()),
            Column("noemer", "Van hoeveel mensen (aandeel: een geheel getal), of in hoeveel tijd "
                   "(tempo).", "512", Number(0, above=True))), key=("gemeente", "indicator")),
        Table(DEVIATIONS, "Waar een gemeente iets anders heeft gemeten dan in indicatoren staat: "
              "een rij per afwijking. Haar telling is dan niet te vergelijken en moet eruit. Mag "
              "ontbreken.", (
                  _MUNICIPALITY, _INDICATOR,
                  Column("onderdeel", "Waarin het verschilt.", "noemer",
                         Choice(PARTS)),
                  Column("tekst", "Wat deze gemeente heeft gemeten.", "Alle huishoudens")),
              key=("gemeente", "indicator", "onderdeel"), needed=False),
        Table(POLICY, "Een rij per gemeente en een kolom per beleidskeuze, in woorden. Mag "
              "ontbreken.", (_COUNTED,), key=("gemeente",), needed=False,
              more=Column("eigen kolommen", "Een beleidskeuze, zoals aanpak.", "één loket")),
        Table(CONTEXT, "Een rij per gemeente en een kolom per kenmerk van haar context, in "
              "klassen. Mag ontbreken.", (_COUNTED,), key=("gemeente",), needed=False,
              more=Column("eigen kolommen", "Een kenmerk in klassen, zoals grootte.",
                          "50.000 tot 100.000"))))
