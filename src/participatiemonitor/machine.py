"""What a computer can refuse, in words: no space, no permission, a name that is too long."""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path

from participatiemonitor import plain_text
from participatiemonitor.errors import RunError

_SPACE = "er is geen ruimte meer (schijf vol, of het grootste aantal bestanden bereikt)"
_NO_FOLDER = "hier staat iets wat geen map is"
_READ_ONLY = "hier kan alleen worden gelezen"
_REASONS = {
    errno.ENOSPC: (_SPACE, "Maak ruimte"),
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
    number, path = error.errno, error.filename if error.filename2 is None else error.filename2
    if isinstance(error, shutil.Error):  # of many files, with the numbers in texts only
        _, path, text = error.args[0][0]
        number = int(re.search(r"\[Errno (\d+)\]|$", text)[1] or 0)
    if number not in _REASONS:
        return None
    reason, advice = _REASONS[number]
    place = "Niet gelukt" if path is None else plain_text.terminal(_obstacle(path))
    return RunError(f"{place}: {reason}. {advice} en probeer het opnieuw.")


def _obstacle(path: str | bytes) -> Path:
    """What stands where a folder on the way to `path` was expected; else the path itself."""
    whole = Path(os.fsdecode(path))
    ways = [way for way in whole.parents if os.path.lexists(way) and not way.is_dir()]
    return ways[-1] if ways else whole
