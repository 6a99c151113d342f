"""The sheets of ``codebook.yml``."""

from __future__ import annotations

from participatiemonitor.survey.forms import FORMS
from participatiemonitor.survey.setup.kinds import COMPARABLE, NAMES, NUMBER, YES, Choice
from participatiemonitor.survey.setup.layout import Column, Sheet
from participatiemonitor.survey.setup.wave_sheets import GROUPS, NAME, QUESTIONS

KINDS = {"single": "één antwoord", "multiple": "meer antwoorden", "percentage": "percentage",
         "number": "getal", "open": "open"}
FORM_WORDS = {name: {"grouped": "staven per groep", "stacked": "gestapelde staven",
                     "means": "gemiddelden", "response": "respons",
                     "themes": "thema's"}.get(name, name) for name in FORMS}
WHEN, ANY = "alleen gevraagd bij", "afgeleid: ja bij"
CONDITIONS = {"top": "wordt het meest gegeven", "leads": "ligt duidelijk boven",
              "more": "is duidelijk groter dan", "at_least": "is ten minste"}
CHANGES = {"new": "nieuw", "same": "dezelfde vraag", "reworded": "anders gesteld",
           "options": "andere opties"}
KINDS_OF_EXHIBIT = {"figures": "figuur", "tables": "tabel"}
SCALES, OPTIONS, ROUTING, EXHIBITS, HEADLINES, EARLIER, DROPPED = (
    "Schalen", "Opties", "Routering", "Figuren", "Koppen", "Eerdere rondes", "Vervallen")
_QUESTION = Column("Vraag", "question", "De naam van de vraag.", width=28, names=QUESTIONS)
_OPTION = (
    Column("Naam", "id", NAME, width=24),
    Column("Nederlands", "nl", "De tekst van het antwoord.", width=44),
    Column("Engels", "en", "Dezelfde tekst in het Engels.", width=36),
    Column("Aangenomen", "assumed", "ja als de bron dit antwoord niet noemt; in een nieuwe peiling "
           "leeg.", YES, needed=False, width=12),
    Column("Thema", "theme", "Voor een hoofdstuk dat antwoorden samenneemt: laat staan.",
           needed=False))
_EXHIBIT = Column("Soort", "part", "figuur of tabel.",
                  Choice(words=dict(KINDS_OF_EXHIBIT)), width=10)

CODEBOOK_SHEETS = (
    Sheet(QUESTIONS, "Alle vragen, in de volgorde van de vragenlijst.", (
        Column("Naam", "id", NAME, width=28),
        Column("Soort", "kind", "één antwoord, meer antwoorden, een percentage of getal (per optie "
               "of zonder opties), of open: de opties zijn dan de thema's.",
               Choice(words=dict(KINDS))),
        Column("Paragraaf", "section", "De paragraaf van het boek waar de vraag bij hoort: 1.2.",
               width=10),
        Column("Gevraagd aan", "asked", "Namen van het blad Groepen, met komma's ertussen.", NAMES,
               width=34, names=GROUPS),
        Column("Vraag", "nl", "De tekst van de vraag, zoals in de vragenlijst.", width=60),
        Column("Vraag in het Engels", "en", "Dezelfde tekst in het Engels.", width=40),
        Column("Kort", "short", "Enkele woorden, voor bij een staaf of in een tabel.", width=28),
        Column("Opties uit de bron", "known", "alle als de vragenlijst elke optie zo noemt; deels "
               "als er opties zijn aangenomen.",
               Choice(words={"source": "alle", "partly": "deels"})),
        Column("Schaal", "scale", "Een naam van het blad Schalen, als meer vragen dezelfde opties "
               "hebben. Leeg: de opties staan op het blad Opties.", needed=False, names=SCALES),
        Column("Sluit andere uit", "exclusive", "De optie die niet samengaat met een andere, bij "
               "meer antwoorden.", needed=False),
        Column("Totaal", "total", "Waar percentages of getallen per optie op uitkomen: 100.",
               NUMBER, needed=False, width=10),
        Column("Hoogste van", "highest", "Niet gevraagd, maar afgeleid: het hoogste antwoord op "
               "deze vragen.", NAMES, needed=False, width=34))),
    Sheet(SCALES, "Opties die meer vragen delen. Mag leeg zijn.", (
        Column("Schaal", "scale", NAME), *_OPTION)),
    Sheet(OPTIONS, "De opties van elke vraag, of de thema's van een open vraag.", (
        _QUESTION, *_OPTION)),
    Sheet(ROUTING, "Wie een vraag krijgt, naar eerdere antwoorden. Mag leeg zijn.", (
        _QUESTION,
        Column("Regel", "rule", f"{WHEN}: wie een van deze antwoorden gaf, krijgt de vraag. {ANY}: "
               "niet gevraagd; ja bij een van deze antwoorden.",
               Choice(words={"when": WHEN, "any": ANY}), width=24),
        Column("Bij de vraag", "source", "Een eerdere vraag.", width=28, names=QUESTIONS),
        Column("Antwoorden", "options", "Namen van haar opties, met komma's ertussen.", NAMES,
               width=44))),
    Sheet(EXHIBITS, "De genummerde figuren en tabellen van het boek.", (
        _EXHIBIT,
        Column("Nummer", "number", "Het nummer in het boek.", NUMBER, width=10),
        Column("Paragraaf", "section", "De paragraaf waar zij staat.", width=10),
        Column("Vorm", "form", "Hoe zij eruitziet; data/README.md zegt wat elke vorm kan tonen.",
               Choice(words=dict(FORM_WORDS)), width=20),
        Column("Vragen", "questions", "Namen van vragen, met komma's ertussen; bij de respons: "
               "respons.", NAMES, width=44),
        Column("Bijschrift", "nl", "Waar zij over gaat.", width=60))),
    Sheet(HEADLINES, "Titels van figuren, elk met de voorwaarde waarbij zij waar is. De eerste die "
          "waar is, staat boven de figuur; anders het bijschrift. Mag leeg zijn.", (
              _EXHIBIT,
              Column("Nummer", "number", "Van de figuur.", NUMBER, width=10),
              Column("Titel", "nl", "Zonder getallen, en zonder woorden van hoeveelheid die de "
                     "voorwaarde niet bepaalt.", width=60),
              Column("Voorwaarde", "condition", "Wanneer de titel waar is.",
                     Choice(words=dict(CONDITIONS)), width=24),
              Column("Grootheid", "ref", "De naam van een optie, bij “wordt het meest gegeven”; "
                     "anders vraag.optie, vraag.optie+optie of vraag.optie@groep.", width=44),
              Column("Vergeleken met", "over", "Eén grootheid bij “is duidelijk groter dan”, een "
                     "of meer bij “ligt duidelijk boven”; anders leeg.", NAMES, needed=False,
                     width=44),
              Column("Procent", "percent", "Alleen bij “is ten minste”: 50.", NUMBER, needed=False,
                     width=10))),
    Sheet(EARLIER, "Vragen die nieuw zijn of anders dan in een eerdere peiling. Wie niets anders "
          "is dan de naam van de wet, hoeft er niet bij.", (
              _QUESTION,
              Column("Peiling", "year", "Het jaar van de eerdere peiling.", NUMBER, width=10),
              Column("Wat er anders is", "change", "Wat er veranderde sinds die peiling.",
                     Choice(words=dict(CHANGES))),
              Column("Te vergelijken", "comparable", "ja, nee, of de namen van de opties waarvoor "
                     "het kan; leeg bij een nieuwe vraag.", COMPARABLE, needed=False, width=34),
              Column("Heette toen", "was", "De naam van de vraag in die peiling, als die anders "
                     "was.", needed=False, width=24),
              Column("Uitleg", "nl", "Wat er veranderde, in een zin voor de lezer.", needed=False,
                     width=60))),
    Sheet(DROPPED, "Vragen en opties van een eerdere peiling die er niet meer zijn.", (
        Column("Bij de vraag", "question", "Bij een vervallen optie: de vraag waar zij bij hoorde. "
               "Leeg bij een vervallen vraag.", needed=False, width=28, names=QUESTIONS),
        Column("Naam", "id", "De naam van de vervallen vraag of optie.", width=28),
        Column("Sinds", "since", "De eerste peiling zonder.", NUMBER, width=10),
        Column("Waar zij over ging", "nl", "Met lidwoord bij een vraag: de taakvelden.",
               width=60))),
)
