"""What a reader of the workbook must know: its marks and its numbered notes.

The marks are those of British official statistics, which screen readers read well; see
https://analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/
"""

from __future__ import annotations

from participatiemonitor.estimation.estimates import EMPTY, FEW, HIDDEN, NOT_ASKED, REASONS
from participatiemonitor.presentation.caveats import ASSUMED, NOTE, caveat
from participatiemonitor.presentation.exhibits.labels import source_text
from participatiemonitor.survey.wave import Wave

HIDDEN_MARK, MISSING_MARK, NONE_MARK = "[c]", "[x]", "[z]"
MARKS = {HIDDEN: HIDDEN_MARK, EMPTY: MISSING_MARK, NOT_ASKED: NONE_MARK}
MEANINGS = {
    HIDDEN_MARK: "te weinig antwoorden om te tonen",
    MISSING_MARK: "ontbreekt",
    NONE_MARK: "niet gevraagd of niet van toepassing",
}
# What the notes are about.
RECONSTRUCTION, COUNTS, SHARES = "reconstructie", "n en aantal", "aandeel, gemiddelde en waarde"
BETWEEN, NOISE = "aantal, minst en aantal, meest", "ruis, hooguit"
WEIGHTED, RESPONDED = "gewogen", "respons"
STANDING = "herkomst"


class Notes:
    """The numbered notes and the marks of a workbook about one wave.

    Parameters
    ----------
    wave : Wave
    """

    def __init__(self, wave: Wave) -> None:
        rules = wave.info.publication
        self.texts: dict[str, str] = {
            **({RECONSTRUCTION: text} if (text := caveat(NOTE, wave.info)) else {}),
            COUNTS: (
                "n is wie de vraag beantwoordde; wie haar oversloeg, telt niet mee. Aantal is wie "
                "dit antwoord gaf; een gemiddelde heeft geen aantal."),
            SHARES: (
                "Het deel van n dat dit antwoord gaf, of het gemiddelde van wat respondenten "
                "opgaven; niet gewogen. De cel houdt het hele getal: wie getoonde percentages "
                "optelt, kan door afronding op 99 of 101 komen."),
            BETWEEN: (
                f"Totalen van een groep zijn exact vanaf {rules.minimum_base} antwoorden op de "
                "vraag. Alleen wat bijna niemand of bijna iedereen antwoordde, is één klasse: "
                "hooguit twee, of op hooguit twee na alle. Koos iemand één antwoord uit meer, dan "
                "staat naast zo’n klasse ook van het kleinste andere antwoord alleen tussen welke "
                "aantallen het ligt. Elk aantal van minst tot meest is dan mogelijk."),
            NOISE: (
                f"Cijfers naar grootteklasse staan er vanaf {rules.least_by_size} antwoorden. "
                "Elk aantal heeft ruis van hooguit twee respondenten, bepaald door een sleutel en "
                "overal dezelfde; wat eruit is berekend, heeft die dus ook. Een gemiddelde is ten "
                "minste zo ver verschoven als één respondent het kan verschuiven."),
            WEIGHTED: (
                "Een schatting voor alle organisaties in het register, met van ondergrens tot "
                "bovengrens het 95%-interval, in hele procenten. Percentages van klanten zijn "
                "naar het aantal klanten gewogen. Gewogen cijfers en intervallen zijn berekend "
                "uit de aantallen naar grootteklasse, met de ruis die daarin zit."),
            STANDING: (
                "Gepubliceerd: een document drukte dit getal af. Uit de enquête: respondenten "
                f"gaven het.{caveat(ASSUMED, wave.info)} Een gewogen cijfer is nooit gepubliceerd."
                ),
            RESPONDED: "Het deel van de organisaties in het register dat meedeed.",
        }
        self.source = source_text(wave) + (
            f" {self.reference(RECONSTRUCTION)}" if RECONSTRUCTION in self.texts else "")
        self.meanings = {
            HIDDEN_MARK: (
                "Te weinig antwoorden: op de vraag in haar geheel, in deze grootteklasse, of om "
                f"dit cijfer naast een klasse als “{REASONS[FEW]}” te tonen."),
            MISSING_MARK: "Ontbreekt: door niemand beantwoord, of hieruit niet te berekenen.",
            NONE_MARK: "Niet gevraagd aan deze groep, of niet van toepassing op deze rij.",
        }

    def reference(self, name: str) -> str:
        """The reference to a note as it stands in a sheet: *[noot 2]*."""
        return f"[noot {list(self.texts).index(name) + 1}]"

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Each note and mark: as it is referred to, what it is about, and what it says."""
        return [*((self.reference(name), name, text) for name, text in self.texts.items()),
                *((mark, MEANINGS[mark], text) for mark, text in self.meanings.items())]
