"""What the study of the demand asks: clients in one of five ways, provisions, who needs them."""

from __future__ import annotations

from participatiemonitor.studies.demand.funding import CONTRIBUTIONS, FORMS, KINDS
from participatiemonitor.studies.demand.rules import WRITTEN
from participatiemonitor.studies.forms.form import Column, Form, Table, Way
from participatiemonitor.studies.forms.kinds import CODE_OF, WORDS, Choice
from participatiemonitor.studies.forms.quantities import (
    COUNT_OF,
    EURO_OF,
    SHARE_OF,
    Number,
    Whole,
)
from participatiemonitor.studies.forms.setup import OFFICE, setup_table

PROFILES, PROVISIONS, NEEDS, FUNDING = (
    "profielen", "voorzieningen", "behoefte", "bekostiging")
CLIENTS, COUNTS, ESTIMATES, SAMPLE = "klanten", "aantallen", "schattingen", "steekproef"
NATIONAL, MARGINS, DIVISIONS = "landelijk", "samenstelling", "profielverdeling"
_AMOUNT = "Een getal, een reeks als 10-15, een grens als <5, ongeveer 40, of ? als het niet " \
          "bekend is."


def _profile(about: str = "Een code uit profielen.", needed: bool = True) -> Column:
    return Column("profiel", about, "ouders", CODE_OF, needed, of=(PROFILES, "profiel"))


def _provision(example: str = "rechtshulp") -> Column:
    return Column("voorziening", "Een code uit voorzieningen.", example, CODE_OF,
                  of=(PROVISIONS, "voorziening"))


def _choice(words: tuple[str, ...]) -> Choice:
    return Choice({word: word for word in words})


_SETUP = setup_table(
    OFFICE,
    Column("klanten", f"Hoeveel klanten er in totaal zijn. {_AMOUNT} Alleen nodig bij aantallen, "
           "schattingen en een steekproef.", "1.250", COUNT_OF, needed=False),
    Column("dominant", "Vanaf welk percentage van de gebruikers klanten een dominante groep heten; "
           "leeg is 37, halverwege wat het document van 2005 wel en niet zo noemt.", "37",
           Number(0, 100, above=True), needed=False))
_PROFILES = Table(PROFILES, "Een rij per klantprofiel. U kunt profielen toevoegen, weghalen en "
                  "anders afbakenen.", (
    Column("profiel", "Eigen code, die in andere tabellen terugkomt.", "ouders", CODE_OF),
    Column("naam", "Zoals het profiel in het verslag heet.", "Alleenstaande ouders"),
    Column("regel", "Wie erbij hoort; alleen nodig bij een klantenbestand. Velden: "
           f"{', '.join(WRITTEN.values())}. Een klant kan in meer profielen passen.",
           'huishouden = "alleenstaande ouder" en leeftijd < 45', needed=False)),
    key=("profiel",))
_PROVISIONS = Table(PROVISIONS, "Een rij per voorziening.", (
    Column("voorziening", "Eigen code, die in andere tabellen terugkomt.", "rechtshulp", CODE_OF),
    Column("naam", "Zoals de voorziening in het verslag heet.", "Rechtshulp"),
    Column("prestatieveld", "Het prestatieveld, of een andere indeling.", "3"),
    Column("gebruikers", f"Hoeveel gebruikers zij heeft, klant of niet. {_AMOUNT}", "400-500",
           COUNT_OF)), key=("voorziening",))
_NEEDS = Table(NEEDS, "Welk deel van een profiel een voorziening nodig heeft. Laat profiel leeg "
               "voor alle profielen die bij deze voorziening geen eigen rij hebben.", (
    _provision(), _profile("Een code uit profielen; leeg is alle andere profielen.", needed=False),
    Column("aandeel", f"In procenten. {_AMOUNT} 0 is niemand, een streepje is vrijwel niemand.",
           "10-15%", SHARE_OF)))
_FUNDING = Table(FUNDING, "Een rij per voorziening en manier van betalen. Mag ontbreken.", (
    _provision(),
    Column("soort", "Voor iedereen, of na een beoordeling.", "algemeen", _choice(KINDS)),
    Column("vorm", "Geld terug, de hulp zelf of een tegemoetkoming.", "natura", _choice(FORMS)),
    Column("eigen_bijdrage", "Wat gebruikers zelf betalen.", "geen", _choice(CONTRIBUTIONS)),
    Column("aanbieder", "Wie de voorziening levert.", "Stichting Hulp"),
    Column("kosten", f"In euro’s per jaar. {_AMOUNT}", "12.500", EURO_OF),
    Column("afspraken", "Welke afspraken over resultaten er zijn; leeg als er geen zijn.",
           "Driekwart is na een jaar schuldenvrij", needed=False)), needed=False)
_CLIENTS = Table(CLIENTS, "Manier 1: een klantenbestand. Een rij per klant; wat u niet weet, laat "
                 "u leeg.", (
    Column("klant", "Nummer of code van een klant, geen naam of burgerservicenummer. Het staat "
           "nergens in het verslag.", "K001"),
    Column("leeftijd", "In jaren.", "47", Number(0, 120), needed=False),
    Column("geslacht", "In woorden, zoals in de regels.", "vrouw", needed=False),
    Column("huishouden", "In woorden, zoals in de regels.", "alleenstaand", needed=False),
    Column("herkomst", "In woorden, zoals in de regels.", "Nederland", needed=False),
    Column("duur", "Hoeveel jaar iemand al klant is.", "2,5", Number(0, 100), needed=False),
    Column("belemmeringen", "Woorden met een puntkomma ertussen; geen als er geen zijn.",
           "schulden;zorg", WORDS, needed=False)), key=("klant",), needed=False)
_COUNTS = Table(COUNTS, "Manier 2: hoeveel klanten er van elk profiel zijn. Elke klant telt in "
                "hooguit één profiel.", (
    _profile(), Column("aantal", _AMOUNT, "120-150", COUNT_OF)), key=("profiel",), needed=False)
_ESTIMATES = Table(ESTIMATES, "Manier 3: wat consulenten schatten. Een rij per consulent en "
                   "profiel.", (
    Column("consulent", "Wie het schat: een nummer is genoeg.", "1"), _profile(),
    Column("aandeel", f"In procenten van alle klanten. {_AMOUNT}", "10-15%", SHARE_OF)),
    key=("consulent", "profiel"), needed=False)
_SAMPLE = Table(SAMPLE, "Manier 4: een steekproef van dossiers, door het lot getrokken. Elk "
                "dossier telt in hooguit één profiel; zet de rest in een rij met een leeg "
                "profiel.", (
    _profile("Een code uit profielen; leeg is geen van alle.", needed=False),
    Column("aantal", "Hoeveel dossiers van dit profiel er zijn getrokken.", "12", Whole())),
    key=("profiel",), needed=False)
_NATIONAL = Table(NATIONAL, "Manier 5: landelijke aandelen, aangepast aan wie er in uw gemeente "
                  "wonen. Samen 100%.", (
    _profile(), Column("aandeel", f"In procenten van alle klanten in het land. {_AMOUNT}", "21%",
                       SHARE_OF)), key=("profiel",), needed=False)
_MARGINS = Table(MARGINS, "Bij manier 5: hoe de klanten zijn samengesteld, landelijk en in uw "
                 "gemeente. Een rij per klasse.", (
    Column("kenmerk", "Leeftijd, geslacht, huishouden of herkomst.", "leeftijd"),
    Column("klasse", "Een klasse daarvan.", "27 tot 45"),
    Column("landelijk", "Het percentage van alle klanten in het land; samen 100 per kenmerk.",
           "38,5", Number(0, 100)),
    Column("lokaal", "Het aantal klanten in uw gemeente; per kenmerk hetzelfde totaal.", "410",
           Number(0))), key=("kenmerk", "klasse"), needed=False)
_DIVISIONS = Table(DIVISIONS, "Bij manier 5, waar het bekend is: hoe een profiel landelijk over de "
                   "klassen is verdeeld. Mag ontbreken.", (
    _profile(), Column("kenmerk", "Zoals in samenstelling.", "leeftijd", of=(MARGINS, "kenmerk")),
    Column("klasse", "Zoals in samenstelling.", "27 tot 45", of=(MARGINS, "klasse")),
    Column("landelijk", "Het percentage van dit profiel; samen 100 per profiel en kenmerk.", "80",
           Number(0, 100))), key=("profiel", "kenmerk", "klasse"), needed=False)
FORM = Form(
    "demand", "De mogelijke vraag naar voorzieningen",
    "Hoeveel klanten van de sociale dienst welke voorziening nodig kunnen hebben, welk deel van de "
    "gebruikers dat is en hoe de voorzieningen worden betaald.",
    (_SETUP, _PROFILES, _PROVISIONS, _NEEDS, _FUNDING, _CLIENTS, _COUNTS, _ESTIMATES, _SAMPLE,
     _NATIONAL, _MARGINS, _DIVISIONS),
    (Way("een klantenbestand", (CLIENTS,)), Way("getelde aantallen", (COUNTS,)),
     Way("schattingen van consulenten", (ESTIMATES,)), Way("een steekproef", (SAMPLE,)),
     Way("landelijke aandelen", (NATIONAL, MARGINS))))
