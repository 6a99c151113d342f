"""What the study of overlap asks: which lists there are, and what the provisions in them are."""

from __future__ import annotations

from participatiemonitor.studies.forms.form import Column, Form, Table
from participatiemonitor.studies.forms.kinds import Choice
from participatiemonitor.studies.forms.quantities import DATE, Number, Whole
from participatiemonitor.studies.forms.setup import OFFICE, setup_table

SUPPLIERS, PROVISIONS, STRICTER = "leveranciers", "voorzieningen", "strenger"
# The folder within the folder of a user, in which the lists are.
LISTS = "lijsten"
EARLIER, GROUPS, LINKED = "vorige_peildatum", "groepen", "koppeling"
# Columns of a list, by what they hold: each names the column of the supplier's own file.
NUMBER, SURNAME, INITIALS, BORN = "bsn", "achternaam", "voorletters", "geboortedatum"
POSTCODE, HOUSE, ADDITION = "postcode", "huisnummer", "toevoeging"
PROVISION, AREA, SINCE, UNTIL = "voorziening", "gebied", "begin", "einde"
COLUMNS = (NUMBER, SURNAME, INITIALS, BORN, POSTCODE, HOUSE, ADDITION, PROVISION, AREA, SINCE,
           UNTIL)
# The three decentralisations of 2015.
DOMAINS = {"werk": "werk en inkomen", "zorg": "zorg en ondersteuning", "jeugd": "jeugd"}


def _column(name: str, about: str, example: str) -> Column:
    return Column(name, f"Naam van de kolom met {about}.", example, needed=False)


FORM = Form(
    "overlap", "Samenloop van voorzieningen",
    "Hoeveel mensen en huishoudens meer dan één voorziening gebruiken, en welke samen, uit lijsten "
    "van leveranciers die bij de deur worden versleuteld en gekoppeld.", (
        setup_table(
            OFFICE,
            Column(EARLIER, "Eerdere dag om mee te vergelijken. Daarvoor hebben lijsten een begin "
                   "en einde per rij, of elk een eigen dag.", "2011-03-31", DATE, needed=False),
            Column(GROUPS, "Hoeveel groepen van gebruikers het verslag onderscheidt; leeg als de "
                   "gegevens dat bepalen.", "3", Whole(2, 8), needed=False),
            Column(LINKED, "Hoe mensen zonder burgerservicenummer worden gekoppeld: exact, of kans "
                   "als namen en adressen slordig zijn. Leeg is exact.", "exact",
                   Choice({"exact": False, "kans": True}), needed=False)),
        Table(SUPPLIERS, f"Een rij per lijst: een bestand in de map {LISTS}, en hoe de kolommen "
              "erin heten.", (
                  Column("leverancier", "Van wie de lijst is, zoals hij in het verslag heet. Een "
                         "leverancier mag meer lijsten hebben.", "Sociale dienst"),
                  Column("bestand", "Naam van het bestand: csv, Excel (.xlsx) of parquet.",
                         "bijstand.csv"),
                  Column("blad", "Van Excel het blad; leeg voor het eerste.", "Blad1",
                         needed=False),
                  _column(NUMBER, "het burgerservicenummer", "BSN"),
                  _column(SURNAME, "de achternaam", "Achternaam"),
                  _column(INITIALS, "de voorletters of de voornaam", "Voorletters"),
                  _column(BORN, "de geboortedatum", "Geboren"),
                  _column(POSTCODE, "de postcode", "Postcode"),
                  _column(HOUSE, "het huisnummer, met of zonder toevoeging", "Huisnr"),
                  _column(ADDITION, "de toevoeging aan het huisnummer", "Toev"),
                  _column(PROVISION, "de voorziening, zoals in voorzieningen", "Soort"),
                  Column("alles", "In plaats daarvan: de voorziening die alle rijen van de lijst "
                         "hebben.", "bijstand", needed=False, of=(PROVISIONS, "voorziening")),
                  _column(AREA, "de wijk of het gebied", "Wijk"),
                  _column(SINCE, "de eerste dag van gebruik", "Vanaf"),
                  _column(UNTIL, "de laatste dag van gebruik; leeg is nog in gebruik", "Tot"),
                  Column("stand", "De dag waarvan de lijst is, als zij geen begin en einde heeft: "
                         f"de peildatum, of {EARLIER}. Leeg: de peildatum, als er geen vorige is.",
                         "2012-03-31", DATE, needed=False)),
              key=("bestand", "blad")),
        Table(PROVISIONS, "Een rij per voorziening.", (
            Column("voorziening", "Zoals zij in de lijsten en in het verslag heet.", "bijstand"),
            Column("regeling", "De wet of regeling waar zij onder valt.", "Wwb"),
            Column("domein", "Bij welke van de drie decentralisaties zij hoort.", "werk",
                   Choice({name: name for name in DOMAINS})),
            Column("gewicht", "Hoe zwaar zij telt; leeg is 1.", "1", Number(0, 1000, above=True),
                   needed=False)), key=("voorziening",)),
        Table(STRICTER, "Een rij per voorziening met een strengere toegang. Mag ontbreken: dan "
              "rekent het verslag van elke voorziening door wat er gebeurt als een op de tien "
              "gebruikers haar verliest.", (
                  Column("voorziening", "Uit voorzieningen.", "huishoudelijke hulp",
                         of=(PROVISIONS, "voorziening")),
                  Column("blijft", "Welk deel van de gebruikers haar houdt, in procenten.", "80",
                         Number(0, 100))), key=("voorziening",), needed=False)),
    beside=f"De lijsten van leveranciers komen in die map in een map {LISTS}, zoals u ze kreeg. "
    "Namen en nummers worden versleuteld zodra ze worden gelezen. Daarvoor maakt u een eigen "
    "sleutel; hoe, staat in docs/studies/overlap.md.")
