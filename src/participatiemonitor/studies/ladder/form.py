"""What the study of the participation ladder asks: registrations, and what is known of persons."""

from __future__ import annotations

from participatiemonitor.studies.forms.form import Column, Form, Table
from participatiemonitor.studies.forms.kinds import YES, Choice
from participatiemonitor.studies.forms.quantities import DATE, TRAIT
from participatiemonitor.studies.forms.setup import OFFICE, setup_table
from participatiemonitor.studies.ladder.registrations import LEFT, RUNGS

REGISTERED, PERSONS = "registraties", "personen"
# The first day of both periods, and the first after them.
PERIODS = (("eerste_van", "eerste_tot"), ("tweede_van", "tweede_tot"))
FORM = Form(
    "ladder", "De participatieladder",
    "Hoe mensen over de treden van de participatieladder gaan: wie stijgt, hoe lang iemand op een "
    "trede blijft en wie uitstroomt.", (
        setup_table(
            OFFICE,
            Column("eerste_van", "Eerste dag van de eerste periode. Vul alle vier de datums in om "
                   "twee periodes te vergelijken, of geen.", "2010-01-01", DATE, needed=False),
            Column("eerste_tot", "Eerste dag na de eerste periode.", "2011-01-01", DATE,
                   needed=False),
            Column("tweede_van", "Eerste dag van de tweede periode.", "2011-01-01", DATE,
                   needed=False),
            Column("tweede_tot", "Eerste dag na de tweede periode.", "2012-01-01", DATE,
                   needed=False)),
        Table(REGISTERED, "Een rij per persoon en datum: op welke trede iemand toen stond.", (
            Column("persoon", "Nummer of code van een persoon, geen naam of burgerservicenummer. "
                   "Het staat nergens in het verslag.", "P001"),
            Column("datum", "De dag van de registratie. Bij uitstroom de dag van uitstroom.",
                   "2012-03-31", DATE),
            Column("trede", f"1 (geïsoleerd) tot en met {RUNGS} (betaald werk), of {LEFT} als "
                   f"laatste van een persoon. Wie terugkomt, krijgt een nieuw nummer.", "3",
                   Choice({**{str(rung): rung for rung in range(1, RUNGS + 1)},
                           LEFT: RUNGS + 1}))), key=("persoon", "datum")),
        Table(PERSONS, "Een rij per persoon: meedoen aan een project, groep en andere kenmerken. "
              "Mag ontbreken.", (
                  Column("persoon", "Zoals in registraties.", "P001", of=(REGISTERED, "persoon")),
                  Column("project", "Of iemand meedoet of meedeed aan het project waarvan u de "
                         "groep wilt vergelijken.", "ja", YES, needed=False),
                  Column("groep", "Een groep of gebied, zoals een wijk: de verdeling over de "
                         "treden wordt per groep getoond.", "Noord", needed=False)),
              key=("persoon",), needed=False,
              more=Column("eigen kolommen", "Wat u verder van mensen weet, zoals leeftijd of "
                          "opleiding: een kolom met getallen of met woorden. Het verslag toont of "
                          "de groepen met en zonder project daarin op elkaar lijken.", "47", TRAIT,
                          needed=False))))
