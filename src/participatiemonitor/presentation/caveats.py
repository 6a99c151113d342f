"""What readers are told of answers that are a reconstruction, in each place they meet them."""

from __future__ import annotations

from participatiemonitor.survey.waveinfo import WaveInfo

_HOW = "getrokken, en wel zo dat de gepubliceerde cijfers kloppen"
_NEVER = "De antwoorden van {year} zijn nooit gepubliceerd"

# Of a page in a list of results, and of the picture that shows with a link; with its second line.
REMARK = "Reconstructie."
BADGE, BELOW_BADGE = "Reconstructie", "Getrokken antwoorden, geen waarneming"
# After a caption or a source.
MARK = " Reconstructie: getrokken antwoorden, geen waarneming."
# After the name of who is quoted, of an edition, and after a condition of use.
QUOTED = "; bedacht antwoord, onderdeel van de reconstructie"
EDITION = ", reconstructie"
USE = " en van de reconstructie"
# Over every page, and on the cover of the book on paper: HTML.
BANNER = f"<strong>Reconstructie.</strong> {_NEVER}; de antwoorden in dit boek zijn {_HOW}."
# In the workbook: on its cover, and among its notes.
COVER = f"Reconstructie. {_NEVER}; deze zijn {_HOW}. Het zijn geen waarnemingen."
NOTE = (f"{_NEVER}. Deze antwoorden zijn {_HOW}; het zijn geen waarnemingen. Het boek vertelt hoe "
        "dat is gedaan.")
ASSUMED = f" Aangenomen: {_HOW}."


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
