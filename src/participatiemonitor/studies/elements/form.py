"""What the study of working elements asks: interventions, and how one or two coders see them."""

from __future__ import annotations

from participatiemonitor.studies.elements.codings import RUNGS
from participatiemonitor.studies.forms.form import Column, Form, Table
from participatiemonitor.studies.forms.kinds import YES, Choice
from participatiemonitor.studies.forms.setup import OFFICE, setup_table

INTERVENTIONS, CODINGS = "interventies", "coderingen"
RUNG = "trede"
# The twelve of Divosa (2012, sections 2.2 to 2.5).
ELEMENTS = {
    "motivatie": "Motivatie aanwakkeren", "activeren": "Activeren",
    "gedrag": "Effectief gedrag aanleren", "handelen": "Professioneel handelen",
    "eigen_kracht": "Eigen kracht aanspreken", "methodisch": "Methodisch werken",
    "integraal": "Integrale aanpak", "individueel": "Individuele en intensieve benadering",
    "outreachend": "Outreachend werken", "coalities": "Coalities",
    "werkgevers": "Samenwerking met werkgevers", "aansturing": "Pragmatische aansturing"}
FORM = Form(
    "elements", "Werkzame elementen in eigen interventies",
    "Welke van de twaalf werkzame elementen uw interventies hebben, hoe goed bewezen ze zijn en "
    "wat er ontbreekt, naast de interventies die Divosa in 2012 noemde.", (
        setup_table(OFFICE),
        Table(INTERVENTIONS, "Een rij per interventie.", (
            Column("interventie", "Naam, zoals zij in het verslag staat.", "Samen aan de slag"),
            Column("omschrijving", "Wat het is, in een zin.", "Werkervaring in de wijk",
                   needed=False)), key=("interventie",)),
        Table(CODINGS, "Een rij per codeur en interventie: liefst coderen twee codeurs elk alle "
              "interventies, zonder overleg.", (
                  Column("codeur", "Wie codeert: een letter of functie is genoeg.", "A"),
                  Column("interventie", "Een naam uit interventies.", "Samen aan de slag",
                         of=(INTERVENTIONS, "interventie")),
                  *(Column(name, f"{label}: of de interventie dit element heeft.", "ja", YES)
                    for name, label in ELEMENTS.items()),
                  Column(RUNG, "Trede van de effectladder: 0 impliciet, 1 beschreven, 2 in theorie "
                         "effectief, 3 doeltreffend, 4 bewezen effectief.", "1",
                         Choice({str(rung): rung for rung in RUNGS}))),
              key=("codeur", "interventie"))))
