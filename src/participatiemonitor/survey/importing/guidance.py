"""The sheet of a crosswalk that explains how it is filled in."""

from __future__ import annotations

GUIDANCE = (
    ("Waarvoor", "Deze tabel zegt van elke kolom in het ontvangen bestand welke vraag uit het "
     "codeboek zij beantwoordt, en van elke waarde welk antwoord zij is."),
    ("Wat u doet", "Ga alle gekleurde rijen langs. Klopt het voorstel, zet dan ‘ja’ bij besluit. "
     "Klopt het niet, kies dan het goede doel of de goede waarde, en zet ‘ja’. Hoort een kolom "
     "of waarde er niet in, zet dan ‘weg’. Bewaar het bestand en geef dezelfde opdracht opnieuw, "
     "met --crosswalk en de naam van dit bestand."),
    ("Kleuren", "Oranje: er is geen voorstel, of het vraagt een keuze (open). Geel: een voorstel "
     "dat waarschijnlijk klopt. Zonder kleur: staat vast. Grijze letters: wordt niet overgenomen. "
     "De kleur verdwijnt zodra er een besluit staat."),
    ("zekerheid", "zeker: geldt zonder besluit. waarschijnlijk en open: gelden pas met uw besluit. "
     "Bij elke opdracht wordt dit opnieuw bepaald; wijzigen heeft geen zin."),
    ("waarom", "Waarop het voorstel rust."),
    ("besluit: ja", "Het doel en de waarde in deze rij kloppen. Ook nodig als u bij een zekere rij "
     "iets anders kiest."),
    ("besluit: weg", "Bij een kolom: wordt niet overgenomen. Bij een waarde: telt als geen "
     "antwoord. Bij een code of naam van een organisatie: deze respondenten vervallen."),
    ("besluit: maal 100", "Bij een kolom met percentages die als deel van 1 zijn bewaard: 0,45 "
     "wordt 45."),
    ("Een rij zonder waarde", "Gaat over de kolom zelf: in val_numeric_orig en val_label_orig "
     "staat niets. De rijen met waarden staan eronder. Kiest u voor een kolom een ander doel, laat "
     "haar waarden dan zoals zij zijn: na de volgende opdracht staan er nieuwe voorstellen."),
    ("Een rij zonder kolom", "Staat er in var_name_orig niets, dan gaat de rij over het hele "
     "bestand: tot welke groep alle respondenten erin horen."),
    ("id", "Het bestand."),
    ("var_name_orig, var_label_orig", "Naam en label van de kolom in het bestand."),
    ("val_numeric_orig, val_label_orig", "Een waarde in die kolom, en haar label. (leeg) is een "
     "lege cel. Getallen die voor zichzelf spreken, en antwoorden in eigen woorden, staan er "
     "niet."),
    ("var_name_target", "Het doel: een kolom uit responses.csv, een open vraag, of een sleutel. "
     "respondent is de code van een respondent, organisation de code van een organisatie, name "
     "haar naam, group de groep. De lijst staat op het blad Doelen. Leeg: wordt niet "
     "overgenomen."),
    ("val_label_target", "Wat er voor deze waarde in responses.csv komt; de lijst staat op het "
     "blad Waarden. (ontbreekt) is geen antwoord."),
    ("var_label_target, val_numeric_target, class_target", "Ter informatie: de tekst van de "
     "vraag, het nummer van de optie in het codeboek en de soort in R. Worden niet gelezen."),
    ("Namen en e-mailadressen", "Kolommen zonder doel worden niet overgenomen. Een naam van een "
     "organisatie dient alleen om haar code te vinden. Deze crosswalk bevat zulke namen wel: "
     "bewaar haar bij het ontvangen bestand, en niet in data."),
    ("Herkomst van de vorm", "De kolommen zijn die van de crosswalk in retroharmonize (R), met "
     "drie erbij: zekerheid, waarom en besluit."),
)
