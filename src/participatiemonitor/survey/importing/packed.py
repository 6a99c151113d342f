"""A packed file, as Excel's are: that it unpacks to no more than is bearable."""

from __future__ import annotations

import io
import zipfile

from participatiemonitor.files.faults import invalid_file
from participatiemonitor.survey.importing.limits import UNPACKED

_PARTS = 2_000
# Times as large as packed; a sheet of the same number in every cell stays below.
_RATIO, _SMALL = 120, 20_000_000


def open_packed(name: str, content: bytes) -> zipfile.ZipFile:
    """Open a packed file.

    Parameters
    ----------
    name : str
        Of the file.
    content : bytes

    Returns
    -------
    zipfile.ZipFile
        Whose parts unpack to what they say, which is no more than is bearable.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError):
        raise invalid_file(name, "een beschadigd ingepakt bestand",
                           "een werkmap van Excel (.xlsx); vraag het bestand opnieuw op") from None
    parts = packed.infolist()
    total = sum(part.file_size for part in parts)
    if len(parts) > _PARTS or total > UNPACKED or total > max(_SMALL, _RATIO * len(content)):
        raise invalid_file(name, f"{len(content)} bytes die uitpakken tot {total}, in {len(parts)} "
                           "delen", "een werkmap die niet is gemaakt om te overladen en uitgepakt "
                           f"ten hoogste {UNPACKED} bytes heeft")
    if any(part.flag_bits & 1 for part in parts):
        raise invalid_file(name, "een versleuteld bestand", "een werkmap zonder wachtwoord")
    return packed
