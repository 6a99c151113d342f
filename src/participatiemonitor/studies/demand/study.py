"""The study of the demand for provisions."""

from __future__ import annotations

from participatiemonitor.studies.demand.form import FORM, PROFILES
from participatiemonitor.studies.demand.inputs import Inputs, read_inputs
from participatiemonitor.studies.demand.report import report
from participatiemonitor.studies.demand.rules import WRITTEN
from participatiemonitor.studies.study import Study


def remarks(given: Inputs) -> tuple[str, ...]:
    """Words in rules that no client has, for who made them: they may be spelt wrong.

    Parameters
    ----------
    given : Inputs

    Returns
    -------
    tuple of str
    """
    unseen = given.matched.unseen if given.matched else ()
    return tuple(f"{PROFILES}, {profile}: geen enkele klant heeft bij {WRITTEN[field]} “{word}”. "
                 "Staat het in de regel zoals in het klantenbestand?"
                 for profile, field, word in unseen)


STUDY = Study(FORM, read_inputs, report, remarks=remarks)
