"""What readers are told of answers that are a reconstruction, in each place they meet them."""

from __future__ import annotations

from participatiemonitor.survey.waveinfo import WaveInfo

# After a number that no document printed, and the words for it.
SIGN = "°"
PRINTED_BARS, MADE_BARS = "staat in het rapport", "nagemaakt"
# The whole warning, once a book: on the landing page and in the colophon.
WARNING = ("De antwoorden van {year} zijn nooit openbaar gemaakt. Wij hebben ze nagemaakt, zó dat "
           "de cijfers uit het rapport eruit komen.")
_MARKED = f"Getallen met {SIGN} en gearceerde staven zijn nagemaakt; de andere staan in het rapport"

# Of a page in a list of results, and of the picture that shows with a link; with its second line.
REMARK = "Reconstructie."
BADGE, BELOW_BADGE = "Reconstructie", "Deze cijfers staan in het rapport van {year}"
# After a source.
MARK = f" Reconstructie: getallen met {SIGN} en gearceerde staven zijn nagemaakt."
# After the name of an edition, and after a condition of use.
EDITION = ", reconstructie"
USE = " en van de reconstructie"
# Over every page: HTML.
BANNER = f"<strong>Reconstructie.</strong> {_MARKED} van {{year}}."
# On the cover and in the colophon of the book on paper: HTML.
PAPER = f"<strong>Reconstructie.</strong> {WARNING} {_MARKED}."
# At the foot of each of its pages.
FOOT = f" · {SIGN} of gearceerd: nagemaakt"
# In the workbook: on its cover, and among its notes.
COVER = f"Reconstructie. {WARNING} Wat is nagemaakt, heeft de herkomst “nagemaakt {SIGN}”."
NOTE = f"{WARNING} Het boek vertelt hoe dat is gedaan."
ASSUMED = f" Nagemaakt {SIGN}: geen document drukte dit getal af; het past bij wat wel is gedrukt."
# Under the themes of an open question, and after the number of answers to a question.
THEMES = ("Deze thema’s noemt het rapport. Hoe vaak elk voorkwam, staat er niet in, behalve waar "
          "het erbij staat.")
BASES = " Ook dit aantal antwoorden is nagemaakt."


def caveat(text: str, wave: WaveInfo) -> str:
    """One of these texts about a wave.

    Parameters
    ----------
    text : str
        A constant of this module.
    wave : WaveInfo

    Returns
    -------
    str
        Empty for answers that respondents gave.
    """
    return text.format(year=wave.year) if wave.reconstructed else ""
