"""What an analyst may accept of a new round, by name."""

from __future__ import annotations

NO_COLUMN, NO_ANSWERS, NOT_ASKED, UNUSABLE, REPLACED = (
    "zonder-kolom", "lege-rijen", "niet-gevraagd", "onbruikbaar", "vervangen")
# By name: what is the matter, and what becomes of it when it is accepted.
WARNINGS = {
    NO_COLUMN: ("Vragen waarvoor geen kolom is", "zij blijven onbeantwoord"),
    NO_ANSWERS: ("Respondenten zonder enig antwoord", "zij vervallen"),
    NOT_ASKED: ("Antwoorden op vragen die niet zijn gesteld", "deze antwoorden vervallen"),
    UNUSABLE: ("Antwoorden die niet kunnen of niet samengaan",
               "de antwoorden van deze respondenten op deze vraag vervallen"),
    REPLACED: ("De peiling bestaat al",
               "haar vijf bestanden worden vervangen; codes van open antwoorden blijven waar de "
               "tekst dezelfde is, en andere bestanden blijven staan"),
}
