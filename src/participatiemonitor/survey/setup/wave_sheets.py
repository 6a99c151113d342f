"""The sheets of ``wave.yml`` and of the register."""

from __future__ import annotations

from participatiemonitor.survey.setup.kinds import (
    COUNT,
    COUNTS,
    DAY,
    MONTH,
    NAMES,
    NUMBER,
    YES,
    Choice,
)
from participatiemonitor.survey.setup.layout import Column, Item, Sheet

NAME = ("Een naam zonder spaties, van kleine letters, cijfers en _, met een letter vooraan. De "
        "hoofdstukken en de antwoorden verwijzen ernaar: laat hem in elke peiling gelijk.")
STATUS, OBSERVED = "Soort antwoorden", "waarneming"
GROUPS, STRATA, QUESTIONS = "Groepen", "Grootteklassen", "Vragen"

FORM = (
    Item("Jaar", ("year",), "Het jaar van de peiling.", NUMBER),
    Item("Vorige peiling", ("previous",), "Het jaar van de peiling waarvan het blad Register "
         "de voorgangers noemt.", NUMBER, needed=False),
    Item(STATUS, ("status",), "waarneming: respondenten gaven de antwoorden.",
         Choice(words={OBSERVED: OBSERVED, "reconstructie": "reconstructie"})),
    Item("Titel", ("title",), "De titel van het boek."),
    Item("Ondertitel", ("subtitle",), "Waar het boek over gaat."),
    Item("Bron", ("source",), "De naam van het document of van het bureau waar de ronde van is."),
    Item("Bijstandswet, kort", ("laws", "assistance", "short"),
         "Zoals de wet in zinnen heet: Participatiewet."),
    Item("Bijstandswet, voluit", ("laws", "assistance", "name"), "De officiële naam."),
    Item("Bijstandswet, sinds", ("laws", "assistance", "since"), "Het jaar van invoering.",
         NUMBER, needed=False),
    Item("Ondersteuningswet, kort", ("laws", "support", "short"),
         "Zoals de wet in zinnen heet: Wmo."),
    Item("Ondersteuningswet, voluit", ("laws", "support", "name"), "De officiële naam."),
    Item("Ondersteuningswet, sinds", ("laws", "support", "since"), "Het jaar van invoering.",
         NUMBER, needed=False),
    Item("Peildatum", ("reference_date",), "De dag waarop het register geldt: 2016-01-31.", DAY),
    Item("Gemeenten in Nederland", ("population", "municipalities"), "Op de peildatum.", NUMBER),
    Item("Bijstandsgerechtigden in Nederland", ("population", "assistance_clients"),
         "Op de peildatum.", NUMBER),
    Item("Minste aantal antwoorden", ("publication", "minimum_base"),
         "Van een vraag met minder antwoorden wordt niets getoond.", NUMBER),
    Item("Getoonde grootteklassen", ("publication", "domains"), "De klassen waarnaar uitkomsten "
         "worden getoond, met komma's ertussen; kleine samen, met + ertussen: klein, groot+g4. "
         "Elke klasse van het blad Grootteklassen komt één keer voor.", NAMES),
    Item("Vingerafdruk van de sleutel", ("publication", "key"), "De regel die `monitor key new` "
         "meldt, zonder key: ervoor. Niet de sleutel zelf. Nodig bij een waarneming; zolang zij "
         "ontbreekt, meldt de bouw welke er moet staan.", needed=False, awaited=True),
)

WAVE_SHEETS = (
    Sheet(GROUPS, "Wie er zijn ondervraagd; elke groep heeft een eigen enquête.", (
        Column("Naam", "id", NAME),
        Column("Code", "code", "Twee hoofdletters: SD.", width=8),
        Column("Meervoud", "nl", "Hoe de groep in zinnen heet: sociale diensten.", width=28),
        Column("Enkelvoud", "singular", "Eén ervan: sociale dienst.", width=28),
        Column("Engels", "en", "Het meervoud in het Engels: social services.", width=28),
        Column("Veldwerk", "fieldwork", "De maand waarin de enquête liep: 2016-03.", MONTH,
               needed=False, width=12))),
    Sheet(STRATA, "De klassen van het register, en hoeveel organisaties elk heeft.", (
        Column("Naam", "id", NAME),
        Column("Nederlands", "nl", "Hoe de klasse in zinnen heet: kleinere diensten.", width=36),
        Column("Engels", "en", "Hetzelfde in het Engels: smaller services.", width=28),
        Column("Organisaties", "organisations", "Zoveel rijen van het blad Register hebben deze "
               "klasse.", NUMBER, width=14),
        Column("Intergemeentelijk", "intermunicipal", "ja voor diensten van meer gemeenten samen.",
               YES, needed=False))),
    Sheet("Kantlijnen", "Andere klassen van het register waarnaar is te wegen. Mag leeg zijn.", (
        Column("Naam", "id", NAME),
        Column("Nederlands", "nl", "Waar de klassen van zijn: aantal inwoners.", width=28),
        Column("Kolom", "column", "De kolom van het blad Register.", Choice(words={
            "municipalities": "gemeenten", "inhabitants": "inwoners",
            "clients": "bijstandsgerechtigden"})),
        Column("Grenzen", "bounds", "Waar een volgende klasse begint: 20000, 50000.", COUNTS,
               width=28))),
    Sheet("Al gepubliceerd", "Uitkomsten van deze peiling die al ergens gepubliceerd zijn, en "
          "daarom niet worden afgeschermd. Mag leeg zijn.", (
              Column("Vraag", "question", "De naam van de vraag.", width=28, names=QUESTIONS),
              Column("Antwoord", "option", "De naam van de optie.", width=28),
              Column("Groep", "group", "De naam van de groep.", width=24, names=GROUPS))),
)
REGISTER = Sheet("Register", "Alle organisaties die zijn gevraagd, ook wie niet antwoordde.", (
    Column("Code", "organisation", "Een eigen code, van letters zonder accent, cijfers, punten en "
           "streepjes."),
    Column("Naam", "name", "Alleen als die openbaar is.", needed=False, width=36),
    Column("Grootteklasse", "stratum", "Een naam van het blad Grootteklassen.", names=STRATA),
    Column("Gemeenten", "municipalities", "Hoeveel gemeenten de organisatie bedient.", COUNT,
           width=12),
    Column("Inwoners", "inhabitants", "Van die gemeenten samen.", COUNT, width=12),
    Column("Bijstandsgerechtigden", "clients", "Op de peildatum.", COUNT, width=22),
    Column("Voorgangers", "predecessors", "De codes in de vorige peiling van wie in deze "
           "organisatie opging: bij een fusie meer dan één, bij een splitsing dezelfde code bij "
           "elk deel, bij een andere code de oude. Leeg als de organisatie nieuw is of haar code "
           "hield.", NAMES, needed=False, width=28)))
