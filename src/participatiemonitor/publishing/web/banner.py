"""The banner over every page of a reconstruction; `layout` adds the link to the explanation."""

from __future__ import annotations

from participatiemonitor.survey.waveinfo import WaveInfo

_TEXT = (
    "<strong>Reconstructie.</strong> De antwoorden van {year} zijn nooit gepubliceerd; de "
    "antwoorden in dit boek zijn getrokken, en wel zo dat de gepubliceerde cijfers kloppen."
)


def announcement(wave: WaveInfo) -> str | None:
    """Text of the banner, None for a wave of real answers.

    Parameters
    ----------
    wave : WaveInfo

    Returns
    -------
    str or None
        HTML.
    """
    return _TEXT.format(year=wave.year) if wave.status == "reconstructie" else None
