"""What a computer can refuse, in words: no space, no permission, a name that is too long."""

from __future__ import annotations

import errno

from participatiemonitor import plain_text
from participatiemonitor.errors import RunError

SPACE = "er is geen ruimte meer: de schijf is vol of kan niet meer bestanden aan"
_NO_FOLDER = "hier staat iets wat geen map is"
_READ_ONLY = "hier kan alleen worden gelezen"
_REASONS = {
    errno.ENOSPC: (SPACE, "Maak ruimte"),
    errno.EDQUOT: ("de toegestane ruimte is op", "Maak ruimte"),
    errno.EFBIG: ("het bestand wordt te groot", "Maak ruimte"),
    errno.EROFS: (_READ_ONLY, "Zet het project op een schijf waarop geschreven mag worden"),
    errno.EACCES: ("dit is niet toegestaan", "Controleer de rechten"),
    errno.EPERM: ("dit is niet toegestaan", "Controleer de rechten"),
    errno.ENOTDIR: (_NO_FOLDER, "Haal het weg"),
    errno.EEXIST: (_NO_FOLDER, "Haal het weg"),
    errno.EISDIR: ("hier staat een map in plaats van een bestand", "Haal de map weg"),
    errno.ENOENT: ("dit bestaat niet", "Controleer de map"),
    errno.ELOOP: ("deze koppelingen verwijzen naar elkaar", "Haal ze weg"),
    errno.ENAMETOOLONG: ("de naam is te lang", "Zet het project in een map met een kortere naam"),
    errno.EMFILE: ("er staan te veel bestanden open", "Bouw met --jobs 1"),
    errno.ENFILE: ("er staan te veel bestanden open", "Sluit andere programma's"),
    errno.EAGAIN: ("er draaien te veel processen", "Sluit andere programma's"),
    errno.ENOMEM: ("er is te weinig geheugen", "Sluit andere programma's"),
    errno.EIO: ("lezen of schrijven mislukt", "Controleer de schijf"),
}


def refusal(error: OSError) -> RunError | None:
    """Say what the computer refused.

    Parameters
    ----------
    error : OSError

    Returns
    -------
    RunError or None
        With path and reason; None when it is no refusal that a user can mend, but a fault of
        the program.
    """
    if error.errno not in _REASONS:
        return None
    reason, advice = _REASONS[error.errno]
    path = error.filename2 if error.filename2 is not None else error.filename
    place = "De computer weigert" if path is None else plain_text.terminal(path)
    return RunError(f"{place}: {reason}. {advice} en probeer het opnieuw.")
