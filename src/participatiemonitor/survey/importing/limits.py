"""How much a received file may hold: far more than a survey of organisations does."""

from __future__ import annotations

from participatiemonitor.files.faults import invalid_file

# Bytes of a file, and of what is packed in it.
LARGEST, UNPACKED = 50_000_000, 250_000_000
MOST_VARIABLES, MOST_CELLS = 5_000, 3_000_000


def refuse_too_much(name: str, variables: int, rows: int) -> None:
    """Refuse a file that holds more than is read.

    Parameters
    ----------
    name : str
        Of the file.
    variables, rows : int
    """
    if variables > MOST_VARIABLES:
        raise invalid_file(name, f"{variables} kolommen",
                           f"ten hoogste {MOST_VARIABLES} kolommen; exporteer alleen de vragen")
    if variables * rows > MOST_CELLS:
        raise invalid_file(name, f"{rows} rijen van {variables} kolommen",
                           f"ten hoogste {MOST_CELLS} cellen; exporteer alleen de vragen")
