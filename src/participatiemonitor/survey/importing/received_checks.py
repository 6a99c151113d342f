"""What every received file must satisfy before anybody reads its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.files.signs import forbidden_sign
from participatiemonitor.survey.importing.received import Received, Variable


def checked(received: Received) -> Received:
    """Refuse a file without answers, with double names, or with signs that stand in no text.

    Parameters
    ----------
    received : Received

    Returns
    -------
    Received
        The same.

    Raises
    ------
    InvalidWave
        With all faults: one for each name, and one for each variable with such signs.
    """
    file, names = received.path.name, Counter(variable.name for variable in received.variables)
    faults = [Fault(file, None, name, f"{times} kolommen met deze naam", "elke kolom een eigen "
                    "naam; exporteer met vraagcodes") for name, times in names.items() if times > 1]
    if not received.variables or not received.rows:
        faults.append(Fault(file, None, None, f"{len(names)} kolommen en {received.rows} rijen",
                            "ten minste één rij met antwoorden"))
    for variable in received.variables:
        faults.extend(_signs(file, variable, received.first_row))
    refuse(faults)
    return received


def _signs(file: str, variable: Variable, first_row: int) -> Iterator[Fault]:
    expected = "tekst zonder besturingstekens en zonder tekens die de leesrichting omkeren"
    for text in (variable.name, variable.label, *variable.values, *variable.values.values()):
        if sign := forbidden_sign(text):
            yield Fault(file, None, variable.name, f"{sign} in naam of label", expected)
            return
    bad = {cell: sign for cell in set(variable.cells) if (sign := forbidden_sign(cell))}
    rows = [number for number, cell in enumerate(variable.cells, start=first_row) if cell in bad]
    if rows:
        sign = bad[variable.cells[rows[0] - first_row]]
        more = f", en zo {len(rows)} cellen" if len(rows) > 1 else ""
        yield Fault(file, rows[0], variable.name, f"{sign}{more}", expected)
