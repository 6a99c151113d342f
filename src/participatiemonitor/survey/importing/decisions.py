"""The crosswalk that an analyst gave, held against the files that were received."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.importing.crosswalk import DROP, Row, plain
from participatiemonitor.survey.importing.crosswalk_reading import read_crosswalk
from participatiemonitor.survey.importing.findings import Finding
from participatiemonitor.survey.importing.order import Order
from participatiemonitor.survey.importing.received import Received
from participatiemonitor.survey.importing.settling import Key
from participatiemonitor.survey.importing.targets import Target


def decisions(order: Order, received: Sequence[Received], targets: Mapping[str, Target]
              ) -> dict[Key, Row]:
    """What the analyst decided; of one file also when it has another name by now."""
    if order.crosswalk is None:
        return {}
    given = read_crosswalk(order.crosswalk, targets)
    if len(received) == 1 and len({row.source for row in given.values()}) == 1:
        given = {(received[0].path.name, *key[1:]): replace(row, source=received[0].path.name)
                 for key, row in given.items()}
    return given


def strangers(received: Iterable[Received], given: Mapping[Key, Row]) -> list[Finding]:
    """Columns that the crosswalk takes over, but that no file has."""
    there = {(one.path.name, plain(variable.name)) for one in received
             for variable in one.variables}
    return [Finding("Kolommen uit de crosswalk die er niet zijn", Fault(
        row.source, None, row.variable, "", "een kolom van dit bestand; haal haar rijen uit de "
        "crosswalk, of geef het goede bestand"))
        for row in given.values() if row.variable and row.value is None and row.target
        and row.decision != DROP and (row.source, row.variable) not in there]


def same_names(received: Received) -> Iterator[Fault]:
    """Columns that a crosswalk cannot tell apart."""
    times = Counter(plain(variable.name) for variable in received.variables)
    for name, count in times.items():
        if count > 1:
            yield Fault(received.path.name, None, name, f"{count} kolommen",
                        "kolommen met namen die ook zonder opmaak verschillen")
