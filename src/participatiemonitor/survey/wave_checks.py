"""Whether the head of a wave fits together, and with its codebook, register and answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.waveinfo import WaveInfo

HEAD = "wave.yml"
# What a quantity means by these where a group or a stratum is named.
RESERVED = {"groups": ("beide", "sd", "aw"), "strata": ("totaal",)}
_PUBLIC = re.compile(r"(?P<question>[a-z0-9_]+)\.(?P<option>[a-z0-9_]+)@(?P<group>[a-z0-9_]+)")


def info_faults(info: WaveInfo) -> Iterator[Fault]:
    """Names and codes that are not one's own, groups without fieldwork, minima beyond sense."""
    for part, field in (("groups", "code"), ("groups", "nl"), ("groups", "singular"),
                        ("strata", "nl"), ("margins", "nl")):
        entries = getattr(info, part)
        values = {name: getattr(entry, field) for name, entry in entries.items()}
        times = Counter(value.casefold() for value in values.values())
        for name, value in values.items():
            if times[value.casefold()] > 1:
                yield Fault(HEAD, f"{part} > {name}", field, value, "een eigen naam of code")
    for part, reserved in RESERVED.items():
        for name in getattr(info, part):
            if name in reserved:
                yield Fault(HEAD, part, name, name, "een naam die niet is gereserveerd: "
                                                    + ", ".join(reserved))
    for name in info.fieldwork:
        if name not in info.groups:
            yield Fault(HEAD, "fieldwork", name, name, "een van " + ", ".join(info.groups))
    asked = sum(stratum.organisations for stratum in info.strata.values())
    for name in ("minimum_base", "minimum_cell"):
        value = getattr(info.publication, name)
        if value > asked:
            yield Fault(HEAD, "publication", name, value,
                        f"ten hoogste {asked}, het aantal organisaties")


def public_faults(info: WaveInfo, codebook: Codebook) -> Iterator[Fault]:
    """Quantities that are said to be public, but that the wave does not have."""
    for text in info.publication.already_public:
        found = _PUBLIC.fullmatch(text)
        if not (found and found["question"] in codebook
                and found["option"] in codebook[found["question"]].option_ids
                and found["group"] in codebook[found["question"]].asked):
            yield Fault(HEAD, "publication", "already_public", text,
                        "vraag.optie@groep uit het codeboek, voor een groep aan wie zij is gesteld")


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
