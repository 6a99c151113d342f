"""Whether the head of a wave fits its codebook, register and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.changes import since_faults
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.head import HEAD
from participatiemonitor.survey.waveinfo import WaveInfo

_PUBLIC = re.compile(r"(?P<question>[a-z0-9_]+)\.(?P<option>[a-z0-9_]+)@(?P<group>[a-z0-9_]+)")


def public_faults(info: WaveInfo, codebook: Codebook) -> Iterator[Fault]:
    """Quantities said to be public that the wave does not have; changes against later rounds."""
    for text in info.publication.already_public:
        found = _PUBLIC.fullmatch(text)
        if not (found and found["question"] in codebook
                and found["option"] in codebook[found["question"]].option_ids
                and found["group"] in codebook[found["question"]].asked):
            yield Fault(HEAD, "publication", "already_public", text,
                        "vraag.optie@groep uit het codeboek, voor een groep aan wie zij is gesteld")
    for fault in since_faults(codebook, info.year):
        yield Fault("codebook.yml", *fault)


def empty_classes(info: WaveInfo, frame: pd.DataFrame, responses: pd.DataFrame
                  ) -> Iterator[Fault]:
    """Classes of a margin in which nobody of a group answered: no weight can meet them."""
    for name, margin in info.margins.items():
        classes = margin.classes(frame[margin.column])
        known = classes.value_counts().sort_index()
        for group, entry in info.groups.items():
            here = set(classes[responses.loc[responses["group"] == group, "organisation"]])
            for place, count in known.items():
                if place not in here:
                    yield Fault(HEAD, f"margins > {name}", "bounds",
                                f"{margin.names[place]}: {count} in het register, geen respondent "
                                f"van de {entry.nl}",
                                "klassen met respondenten; voeg deze samen met een andere")
