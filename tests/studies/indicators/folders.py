"""Small folders for the study of indicators, written row by row."""

import csv

from participatiemonitor.studies.indicators.study import STUDY

HEAD = ("indicator", "naam", "soort", "definitie", "teller", "noemer", "periode", "meetwijze",
        "richtpunt")


def indicator(code="werk", name="Aan het werk", kind="aandeel", target=""):
    """A row of the indicators."""
    return (code, name, kind, "Wie werk vond", "Mensen met werk", "Mensen met bijstand", "2011",
            "Registratie", target)


def write(folder, counts, *, indicators=(), **more):
    """Write a folder: counts by (municipality, indicator) as (events, base); tables by name."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {"opzet": [("titel", "peildatum"), ("Onze gemeenten", "2012-01-01")],
              "indicatoren": [HEAD, *(indicators or [indicator()])],
              "tellingen": [("gemeente", "indicator", "teller", "noemer"),
                            *((*where, *what) for where, what in counts.items())], **more}
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
    return folder


def report_on(folder):
    """What is published of a folder."""
    return STUDY.report(STUDY.read(folder), b"\x00" * 32)


def of(counts, code="werk"):
    """Counts of one indicator, by municipality."""
    return {(name, code): what for name, what in counts.items()}
