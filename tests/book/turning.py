"""Targets that turn the findings of 2011 round: what was most is least, who was more is less."""

from __future__ import annotations

from pathlib import Path

from editing import cells, write

GROUPS = ("sociale_dienst", "afdeling_welzijn")

# nee, staand_beleid, pilot, plan: linking from the side of the Wwb now occurs more than from the
# Wmo, neighbourhoods least of all, work placements less than home helps; the groups differ.
LINKS = {
    "koppeling_wmo_leefbaarheid": ((62, 8, 4, 26), (50, 12, 4, 34)),
    "koppeling_wmo_diensten": ((14, 60, 12, 14), (40, 22, 12, 26)),
    "koppeling_wmo_vrijwilligers": ((44, 16, 20, 20), (36, 30, 20, 14)),
    "koppeling_wwb_werkervaring": ((66, 5, 4, 25), (56, 14, 4, 26)),
    "koppeling_wwb_alfahulp": ((16, 54, 20, 10), (22, 40, 20, 18)),
    "koppeling_wwb_dagbesteding": ((10, 60, 22, 8), (8, 66, 18, 8)),
}
TAKING_PART = {"deelname_wmo": (31, 22), "deelname_wwb": (14, 24)}
MIRRORED = ("taakvelden", "wmo_budget", "financiering_wmo", "financiering_wwb", "partners")
# Of the respondents with an exclusive answer this part now gives it: services, departments.
EXCLUSIVE = {("deelnemers", "alleen_wwb"): (56, 62), ("resultaatmeting", "geen"): (30, 55),
             ("knelpunten", "geen"): (30, 48)}
# Where turning round leaves a finding standing: services, departments.
GIVEN = {
    "participatievisie_inhoud": {"koppeling_expliciet": (64, 58)},
    "taakvelden": {"werk_en_inkomen": (30, 2), "inburgering": (5, 32), "schuldhulpverlening":
                   (8, 38), "armoede": (6, 30), "wsw": (10, 50), "onderwijs": (20, 70)},
    "wmo_uitvoering": {"geen": (35, 60), "hele": (45, 15), "onderdelen": (20, 25)},
    "start_projecten": {"ja": (72, 56), "nee": (28, 44)},
    "redenen_geen_koppeling": {"geen_prioriteit": (10, 40)},
    "voordelen": {"zinvolle_dagbesteding": (8, 6), "langer_zelfredzaam": (12, 9),
                  "sociale_cohesie": (9, 7), "iets_terugdoen": (6, 11), "klant_centraal": (14, 8),
                  "kostenbesparing": (45, 60), "minder_overlap": (60, 52),
                  "een_contactpersoon": (50, 64)},
}
COUNTS = {0: 4, 1: 6, 2: 0, 3: 9}
RESPONSE = {
    "kleiner": {"respondents_sd": 90, "respondents_aw": 20, "joint": 10, "municipalities_sd": 90,
                "clients_sd": 30000},
    "isd": {"respondents_sd": 12, "respondents_aw": 20, "joint": 5, "municipalities_sd": 50,
            "clients_sd": 9000},
    "g32": {"respondents_sd": 9, "respondents_aw": 25, "joint": 5, "municipalities_sd": 9,
            "clients_sd": 20000},
    "g4": {"respondents_sd": 1, "respondents_aw": 4, "joint": 1, "municipalities_sd": 1,
           "clients_sd": 17000},
}


def turn(source: Path) -> None:
    """Rewrite ``strata.csv``, ``bases.csv`` and ``targets.csv`` in a folder of targets.

    Shares of multiple choices are mirrored; of other questions the order of the options is
    reversed and the two groups are exchanged. The influence of size is turned round, and response
    and bases are changed.
    """
    header, strata = cells(source / "strata.csv")
    for row in strata:
        row.update({column: str(value) for column, value in RESPONSE[row["stratum"]].items()})
    write(source / "strata.csv", header, strata)

    header, bases = cells(source / "bases.csv")
    for row in bases:
        row["n"] = str(int(row["n"]) - (23 if int(row["n"]) > 60 else 4))
    write(source / "bases.csv", header, bases)

    header, targets = cells(source / "targets.csv")
    blocks: dict[str, dict[str, list[dict[str, str]]]] = {}
    for row in targets:
        blocks.setdefault(row["question"], {}).setdefault(row["group"], []).append(row)
    for question, groups in blocks.items():
        turned = {group: _turned(question, GROUPS.index(group), rows)
                  for group, rows in groups.items()}
        for group, rows in groups.items():
            # What is mirrored has turned round between the groups as well.
            kept = (*LINKS, *TAKING_PART, *MIRRORED, *(name for name, _ in EXCLUSIVE))
            exchanged = len(groups) == 2 and question not in kept
            other = next(one for one in GROUPS if one != group)
            for row in rows:
                value, unit = turned[other if exchanged else group][row["option"]]
                if row["option"] in GIVEN.get(question, ()):
                    value = GIVEN[question][row["option"]][GROUPS.index(group)]
                row.update(target=f"{value:g}", unit=unit,
                           size_effect=f"{-float(row['size_effect']):g}",
                           isd_effect=f"{-float(row['isd_effect']):g}")
    write(source / "targets.csv", header, targets)


def _turned(question: str, group: int, rows: list[dict[str, str]]) -> dict[str, tuple[float, str]]:
    """New target and unit by option."""
    values = {row["option"]: float(row["target"]) for row in rows}
    units = {row["option"]: row["unit"] for row in rows}
    exclusive = next((option for name, option in EXCLUSIVE if name == question), None)
    if question in LINKS:
        order = ("nee", "staand_beleid", "pilot", "plan")
        values = dict(zip(order, LINKS[question][group], strict=True))
    elif question in TAKING_PART:
        values = {"": TAKING_PART[question][group]}
    elif exclusive:
        share = EXCLUSIVE[question, exclusive][group]
        values = {option: share if option == exclusive else (100 - value) * (95 - share) / 100
                  for option, value in values.items()}
    elif question in MIRRORED:
        values = {option: 100 - value for option, value in values.items()}
    else:
        # A count is a theme that few voice; the one department that works on a vision is not.
        counted = [option for option in values
                   if units[option] == "count" and question != "participatievisie"]
        ranked = sorted((option for option in values if option not in counted), key=values.get)
        mirrored = dict(zip(ranked, [values[option] for option in reversed(ranked)], strict=True))
        values = {**mirrored, **{option: COUNTS[int(values[option])] for option in counted}}
        units = {option: "percent" if unit == "count" and option not in counted else unit
                 for option, unit in units.items()}
    return {option: (value, units[option]) for option, value in values.items()}
